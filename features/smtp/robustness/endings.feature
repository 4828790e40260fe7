@needs-smtp
Feature: Sessions that the server ends
  A server that must end a session says 421 first (RFC 5321 §3.8, §4.2.2).

  Rule: A shutdown is announced

    @R5321-3.8-2 @SHOULD @needs-restart
    Scenario Outline: A session <state> is told 421 when the server is shut down
      Given an SMTP session <state>
      When the server restarts
      Then the dialogue is:
        """smtp
        S: 421
        S: ${closed}
        """

      Examples:
        | state      |
        | after EHLO |
        | after RCPT |

    @R5321-4.1.1.10-4 @MUST @needs-restart
    Scenario: A message that a shutdown cut off is not delivered
      Given an SMTP session after DATA
      When the dialogue is:
        """smtp
        C: From: <${sender}>
        C: Subject: cut by a shutdown ${id}
        C:
        C: half a message
        """
      And the server restarts
      Then alice does not receive the message "cut by a shutdown ${id}"

  Rule: Too much idleness or too many errors are told before the end

    @M-robust-421 @SHOULD @profile-short-fuse @slow
    Scenario: A client that says nothing is told 421
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        S: 421
        S: ${closed}
        """

    @M-robust-421 @SHOULD @profile-short-fuse @slow
    Scenario: A client that sends half a message and no more is told 421
      Given an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C: Subject: never ended
        S: 421
        S: ${closed}
        """

    @R5321-3.8-1 @MUST @profile-short-fuse
    Scenario: A client with too many errors is told 421
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: XMAILSPEC
        S: 5xx
        C: XMAILSPEC
        S: 5xx
        C: XMAILSPEC
        S? 421
        S: 5xx
        S: 421
        S: ${closed}
        """
