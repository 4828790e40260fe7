@needs-imap @needs-timers @slow
Feature: A client that takes its time
  A server may log out whoever says nothing for long enough; before login it may do so sooner (RFC 3501 §5.4, RFC 9051 §5.4).

  Background:
    Given the mailbox holds:
      | message |
      | plain   |
    And an IMAP session with the mailbox selected

  Rule: Thirty minutes at the least

    @R3501-5.4-1 @R9051-5.4-1 @MUST
    Scenario: A client that is silent for nearly thirty minutes is still heard
      When nearly 30 minutes have passed
      Then the dialogue is:
        """imap
        C: a1 NOOP
        S: a1 OK
        """

    @R3501-5.4-2 @SHOULD
    Scenario: A command begins the thirty minutes anew
      When nearly 16 minutes have passed
      Then the dialogue is:
        """imap
        C: a1 NOOP
        S: a1 OK
        """
      When nearly 16 minutes have passed
      Then the dialogue is:
        """imap
        C: a2 NOOP
        S: a2 OK
        """

    # A client that idles may be counted as silent, but not for less than that (RFC 2177 §3).
    @R3501-5.4-1 @R9051-5.4-1 @MUST @needs-imap-IDLE/IMAP4rev2
    Scenario: A client that idles for nearly thirty minutes is still heard
      When the dialogue is:
        """imap
        C: a1 IDLE
        S? a1 NO
        S: +
        """
      And nearly 30 minutes have passed
      Then the dialogue is:
        """imap
        C: DONE
        S: a1 OK
        """
