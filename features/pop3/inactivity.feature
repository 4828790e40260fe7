@needs-pop3 @needs-timers @slow
Feature: A client that takes its time
  A server may log out whoever says nothing for long enough (RFC 1939 §3).

  Background:
    Given alice's inbox holds:
      | message |
      | plain   |
    And a POP3 session authenticated

  Rule: Ten minutes at the least

    @R1939-3-9 @MUST
    Scenario: A client that is silent for nearly ten minutes is still heard
      When nearly 10 minutes have passed
      Then the dialogue is:
        """pop3
        C: STAT
        S: +OK 1${SP}
        """

    @R1939-3-10 @SHOULD
    Scenario: A command begins the ten minutes anew
      When nearly 6 minutes have passed
      Then the dialogue is:
        """pop3
        C: STAT
        S: +OK 1${SP}
        """
      When nearly 6 minutes have passed
      Then the dialogue is:
        """pop3
        C: STAT
        S: +OK 1${SP}
        """
