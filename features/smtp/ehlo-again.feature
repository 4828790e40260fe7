@needs-smtp
Feature: EHLO again
  EHLO may come later in a session; accepted, it begins afresh, refused, it changes nothing (RFC 5321 §4.1.4).

  Rule: EHLO may come again and clears what was there

    # A server may find it not acceptable; by which code it says so is asked below.
    @R5321-4.1.4-4 @MUST
    Scenario Outline: EHLO <state> leaves no transaction behind
      Given an SMTP session <state>
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<${alice}>
        S: 5xx
        """

      Examples:
        | state           |
        | after EHLO      |
        | after HELO      |
        | after MAIL      |
        | after RCPT      |
        | after a message |

    @R5321-4.1.4-4 @MUST
    Scenario Outline: A new transaction can begin after EHLO <state>
      Given an SMTP session <state>
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S? 4xx/5xx
        S: 250
        C: MAIL FROM:<${sender}>
        S: 250
        """

      Examples:
        | state      |
        | after EHLO |
        | after MAIL |
        | after RCPT |

    @R5321-4.1.4-4 @MUST
    Scenario: Recipients from before EHLO do not get what comes after it
      Given any message hello
      And an SMTP session after RCPT
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S? 4xx/5xx
        S: 250
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

  Rule: An EHLO that is refused has its codes, and changes nothing

    # No order of commands forbids it: 503 is none of them.
    @R5321-4.1.4-5 @MUST
    Scenario Outline: An EHLO <state> that is not acceptable is refused by one of the codes for it
      Given an SMTP session <state>
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S? 250
        S? 421
        S: 500/501/502/504/550
        """

      Examples:
        | state      |
        | after EHLO |
        | after MAIL |

    @R5321-4.1.4-6 @MUST
    Scenario: A refused EHLO leaves the transaction as it was
      Given an SMTP session after MAIL
      Then the dialogue is:
        """smtp
        C: EHLO
        S? 250
        S: 4xx/5xx
        C: RCPT TO:<${alice}>
        S: 250/251
        """
