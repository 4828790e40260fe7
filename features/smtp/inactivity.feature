@needs-smtp @needs-timers @slow
Feature: A client that takes its time
  A person at a keyboard, or a client that asks somebody else first, is silent for a while.

  Rule: The next command may take five minutes

    # RFC 5321 §4.5.3.2.7. Whoever is under attack may wait less long (§7.8), but of us nothing of the kind has come.
    @R5321-4.5.3.2.7-1 @SHOULD
    Scenario Outline: A client that is silent for nearly five minutes <state> is still heard
      Given an SMTP session <state>
      When nearly 5 minutes have passed
      Then the dialogue is:
        """smtp
        C: NOOP
        S: 250
        """

      Examples:
        | state      |
        | after EHLO |
        | after RCPT |

    @R5321-4.5.3.2.7-1 @SHOULD
    Scenario: Each command has five minutes of its own
      Given an SMTP session after EHLO
      When nearly 4 minutes have passed
      Then the dialogue is:
        """smtp
        C: NOOP
        S: 250
        """
      When nearly 4 minutes have passed
      Then the dialogue is:
        """smtp
        C: NOOP
        S: 250
        """
