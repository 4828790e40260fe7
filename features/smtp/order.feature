@needs-smtp
Feature: The order of commands
  MAIL opens a transaction, each RCPT adds a recipient, DATA sends the message (RFC 5321 §3.3, §4.1.4).

  Rule: RCPT is accepted only inside a transaction

    @R5321-3.3-8 @MUST @chapter-smtp-2
    Scenario Outline: RCPT <state> is a bad sequence of commands
      Given an SMTP session <state>
      When the client sends: RCPT TO:<${alice}>
      Then the reply is 503

      Examples:
        | state           |
        | greeted         |
        | after EHLO      |
        | after HELO      |
        | after a message |

    @R5321-3.3-8 @R5321-4.1.4-14 @MUST
    Scenario: A transaction can begin after a RCPT that came too early
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: RCPT TO:<${alice}>
        S: 5xx
        C: MAIL FROM:<${sender}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        """

    @R5321-3.3-8 @MUST
    Scenario: A recipient that came too early is not kept for the next transaction
      Given any message hello
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: RCPT TO:<${alice}>
        S: 5xx
        C: MAIL FROM:<${sender}>
        S: 250
        C: RCPT TO:<${bob}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And bob receives the message hello
      And alice does not receive the message hello

  Rule: MAIL inside a transaction is refused, or begins anew

    # A client must not send it; the server answers 503 to what it cannot process (§4.1.4). One that can, because MAIL clears what
    # was there (§3.3), is not wrong.
    @R5321-4.1.4-14 @SHOULD
    Scenario Outline: A second MAIL <state> is a bad sequence of commands
      Given an SMTP session <state>
      When the client sends: MAIL FROM:<${sender}>
      Then the reply is 503

      Examples:
        | state      |
        | after MAIL |
        | after RCPT |

    @R5321-4.1.4-14 @MUST
    Scenario: After a second MAIL the first transaction goes on
      Given an SMTP session after MAIL
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<>
        S? 250
        S: 4xx/5xx
        C: RCPT TO:<${alice}>
        S: 250/251
        """

    @R5321-4.1.4-14 @MUST
    Scenario: A second MAIL changes neither sender nor recipients
      Given any message hello
      And an SMTP session after RCPT
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<>
        S? 250
        S: 4xx/5xx
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And alice receives the message hello
      And the received message has the header field: Return-Path: <${sender}>

    @R5321-3.3-e @MUST
    Scenario: A second MAIL that is accepted leaves no recipients of the first
      Given an SMTP session after RCPT
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}>
        S? 4xx/5xx
        S: 250
        C: DATA
        S? 4xx/5xx
        S: 354
        C: .
        S: 4xx/5xx
        """

  Rule: DATA needs a recipient

    # A server may let the content come and refuse it at its end, and it chooses the code: “or any other 5yz reply” (§3.3).
    @R5321-4.1.4-14 @MUST
    Scenario Outline: DATA <state> does not send a message
      Given an SMTP session <state>
      Then the dialogue is:
        """smtp
        C: DATA
        S? 4xx/5xx
        S: 354
        C: .
        S: 4xx/5xx
        """

      Examples:
        | state           |
        | greeted         |
        | after EHLO      |
        | after HELO      |
        | after MAIL      |
        | after a message |

    @R5321-3.3-9 @MAY
    Scenario Outline: DATA <state> is refused at once
      Given an SMTP session <state>
      When the client sends: DATA
      Then the reply is 503/554

      Examples:
        | state      |
        | after EHLO |
        | after MAIL |

    @R5321-4.1.4-14 @MUST
    Scenario: A refused DATA leaves the transaction as it was
      Given any message hello
      And an SMTP session after MAIL
      Then the dialogue is:
        """smtp
        C: DATA
        S? 354
        S: 4xx/5xx
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And alice receives the message hello

  Rule: A transaction belongs to a session that was opened

    @R5321-4.1.4-a @MAY
    Scenario: MAIL before EHLO is refused
      Given an SMTP session greeted
      When the client sends: MAIL FROM:<${sender}>
      Then the reply is 503/5xx

  Rule: The end of the data ends the transaction

    @R5321-4.1.1.4-b @MUST @chapter-smtp-6
    Scenario: After a message the next MAIL is accepted at once
      Given an SMTP session after a message
      When the client sends: MAIL FROM:<${sender}>
      Then the reply is 250

    @R5321-4.1.1.4-b @MUST
    Scenario: The recipients of one message do not get the next
      Given any message hello
      And an SMTP session after a message
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}>
        S: 250
        C: RCPT TO:<${bob}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And bob receives the message hello
      And alice does not receive the message hello
