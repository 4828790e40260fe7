@needs-smtp
Feature: Several recipients
  One message for many: each RCPT adds a mailbox (RFC 5321 §3.3, §4.1.1.3, §7.2).

  Background:
    Given any message hello

  Rule: Every accepted recipient gets the message

    @R5321-4.1.1.3-a @R5321-3.3-d @MUST
    Scenario: Two recipients of one message both get it
      Given an SMTP session after MAIL
      Then the dialogue is:
        """smtp
        C: RCPT TO:<${alice}>
        S: 250/251
        C: RCPT TO:<${bob}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And alice receives the message hello
      And bob receives the message hello

    @R5321-4.1.1.3-d @MUST
    Scenario: Who is no recipient does not get the message
      Given an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${hello}
        C: .
        S: 250
        """
      And alice receives the message hello
      And bob does not receive the message hello

    @M-robust-duplicate-recipient @SHOULD
    Scenario: A recipient named twice gets the message once
      Given an SMTP session after RCPT
      Then the dialogue is:
        """smtp
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And alice receives the message hello 1 times

  Rule: A refused recipient takes nothing from the others

    @R5321-4.1.1.3-a @MUST @needs-unknown
    Scenario: The recipient before a refused one gets the message
      Given an SMTP session after RCPT
      Then the dialogue is:
        """smtp
        C: RCPT TO:<${unknown}>
        S? 2xx
        S: 4xx/5xx
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And alice receives the message hello

    @R5321-4.1.1.3-a @MUST @needs-unknown
    Scenario: The recipient after a refused one gets the message
      Given an SMTP session after MAIL
      Then the dialogue is:
        """smtp
        C: RCPT TO:<${unknown}>
        S? 2xx
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

    # A server may let the content come and refuse it at its end.
    @R5321-4.1.4-14 @MUST @needs-unknown
    Scenario: With every recipient refused no message is taken
      Given an SMTP session after MAIL
      Then the dialogue is:
        """smtp
        C: RCPT TO:<${unknown}>
        S? 2xx
        S: 4xx/5xx
        C: DATA
        S? 4xx/5xx
        S: 354
        C: .
        S: 4xx/5xx
        """

  Rule: Recipients are not told of each other

    @R5321-7.2-1 @SHOULD
    Scenario: One recipient's copy does not name the other
      Given an SMTP session after RCPT
      Then the dialogue is:
        """smtp
        C: RCPT TO:<${bob}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And alice receives the message hello
      And the received message does not contain: ${bob}

    @R5321-7.2-4 @SHOULD
    Scenario: No Apparently-To field is added
      Given the message lone:
        """
        From: Sender <${sender}>
        Subject: ${id}-lone

        No destination field at all.
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${lone}
        C: .
        S: 250
        """
      And alice receives the message lone
      And the received message has the header field Apparently-To 0 times
