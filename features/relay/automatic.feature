@needs-outside
Feature: What comes by itself
  A report says that nobody wrote it, and what nobody wrote is not answered by itself (RFC 3834).

  Rule: A report is labelled as what it is

    @R3834-5.2-3 @MUST
    Scenario: It is not called auto-generated
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}
      And the received message does not contain: Auto-Submitted: auto-generated

    @R3834-5.2-4 @MAY
    Scenario: It is called auto-replied
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}
      And the received message has the header field: Auto-Submitted: auto-replied

  Rule: Who has a reverse-path hears of what fails, whoever wrote it

    # Reports are not what RFC 3834 §2 holds back (§1.1).
    @R5321-6.1-2 @MUST
    Scenario Outline: A message with <field> is refused
      Given the message hello:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: by itself ${id}
        <field>: <value>

        A program wrote this.
        """
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}

      Examples:
        | field          | value          |
        | Auto-Submitted | auto-generated |
        | Precedence     | bulk           |

  Rule: What came by itself is not answered by itself

    @R3834-2-9 @MUST @needs-smtp @needs-outside-dns
    Scenario: A message from nobody reaches its mailbox
      Given the message hello:
        """
        From: <eve@${faraway}>
        To: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: from nobody ${id}

        The header names somebody, the envelope does not.
        """
      And the domain ${faraway} has mail servers:
        | preference | host |
        | 10         | mx2  |
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice receives the message hello
      And mx2 does not receive the message "${alice}"

    @R3834-2-2 @SHOULD @needs-smtp @needs-outside-dns
    Scenario: A message with Auto-Submitted: auto-generated reaches its mailbox
      Given the message hello:
        """
        From: <eve@${faraway}>
        To: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: by itself ${id}
        Auto-Submitted: auto-generated

        A program wrote this.
        """
      And the domain ${faraway} has mail servers:
        | preference | host |
        | 10         | mx2  |
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<eve@${faraway}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice receives the message hello
      And mx2 does not receive the message "${alice}"

    # The sentence is about the field; what follows from it is R3834-2-2.
    @R3834-5.2-7 @R3834-2-2 @SHOULD @needs-smtp @needs-outside-dns
    Scenario: Parameters behind the keyword change nothing
      Given the message hello:
        """
        From: <eve@${faraway}>
        To: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: by itself ${id}
        Auto-Submitted: auto-replied; owner-email="eve@${faraway}"

        A program wrote this.
        """
      And the domain ${faraway} has mail servers:
        | preference | host |
        | 10         | mx2  |
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<eve@${faraway}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice receives the message hello
      And mx2 does not receive the message "${alice}"
