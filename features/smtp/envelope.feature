@needs-smtp
Feature: Envelope and header
  MAIL and RCPT say where a message comes from and goes to; its header fields are part of the text
  (RFC 5321 §2.3.1, §4.4, §7.2, appendix C).

  Rule: The envelope alone decides who gets the message

    @R5321-C-7 @MUST @chapter-smtp-4
    Scenario: A recipient who is not named in the header gets the message
      Given the message hello:
        """
        From: Somebody <somebody@example.test>
        To: ${bob}
        Subject: ${id}

        The header says bob, the envelope says alice.
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${hello}
        C: .
        S: 250
        """
      And alice receives the message hello
      And bob does not receive the message hello

    @R5321-C-7 @MUST @chapter-smtp-4
    Scenario Outline: An address in <field> gets nothing by standing there
      Given the message hello:
        """
        From: Somebody <somebody@example.test>
        <field>: ${bob}
        Subject: ${id}

        Not for everybody named above.
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${hello}
        C: .
        S: 250
        """
      And alice receives the message hello
      And bob does not receive the message hello

      Examples:
        | field        |
        | Bcc          |
        | Delivered-To |
        | Resent-To    |
        | Cc           |

  Rule: The reverse-path is kept apart from the header fields

    @R5321-4.4-11 @MUST @chapter-smtp-4
    Scenario: Return-Path shows the reverse-path and not the From field
      Given the message hello:
        """
        From: Somebody <somebody@example.test>
        Sender: Someone Else <else@example.test>
        Subject: ${id}

        Three senders.
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${hello}
        C: .
        S: 250
        """
      And alice receives the message hello
      And the received message has the header field: Return-Path: <${sender}>

  Rule: The header section is not altered to agree with the envelope

    # Delivered as it was sent: what a server adds stands before it.
    @R5321-7.2-3 @SHOULD
    Scenario: The header section arrives as it was sent
      Given the message hello:
        """
        From: Somebody <somebody@example.test>
        To: Somebody Else <else@example.test>
        Cc: A Third <third@example.test>
        Date: Fri, 21 Nov 1997 10:00:00 +0000
        Message-ID: <${id}@example.test>
        X-Odd:   spaces   and
        	a fold
        Subject: ${id}

        As it stands.
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${hello}
        C: .
        S: 250
        """
      And alice receives the message hello
      And the received message ends with the message hello
