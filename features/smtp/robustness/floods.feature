@needs-smtp
Feature: Floods
  Many errors, recipients and connections, as many as the target says that it bears.

  Rule: Errors within the limit cost nothing but their reply

    @R5321-3.8-1 @MUST @needs-limit-errors-10
    Scenario: Nine unknown commands do not end the session
      Given an SMTP session after EHLO
      When the dialogue is played 9 times:
        """smtp
        C: XMAILSPEC
        S: 5xx
        """
      Then the dialogue is:
        """smtp
        C: ${alive}
        """

    @R5321-3.8-1 @MUST @needs-limit-errors-10 @needs-unknown
    Scenario: Nine refused recipients do not spoil the tenth
      Given an SMTP session after MAIL
      When the dialogue is played 9 times:
        """smtp
        C: RCPT TO:<${unknown}>
        S? 2xx
        S: 4xx/5xx
        """
      Then the dialogue is:
        """smtp
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        """

    @R5321-3.8-1 @MUST @needs-limit-errors-10
    Scenario: Errors of one connection do not count on another
      Given an SMTP session after EHLO
      When the dialogue is played 9 times:
        """smtp
        C: XMAILSPEC
        S: 5xx
        """
      Then the dialogue is:
        """smtp
        C2: EHLO ${helo}
        S2: 250
        C2: XMAILSPEC
        S2: 5xx
        C2: ${alive}
        """

  Rule: Commands that are right are no flood

    # Some servers count RSET and NOOP beyond a hundred as errors: whoever takes them for a flood refuses and hangs up (RFC 5321 §7.8).
    @M-robust-many-commands @SHOULD @hostile @strain
    Scenario Outline: Fifty times <command> is answered fifty times
      Given an SMTP session after EHLO
      When the dialogue is played 50 times:
        """smtp
        C: <command>
        S: 250
        """
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}>
        S: 250
        """

      Examples:
        | command |
        | NOOP    |
        | RSET    |

    @M-robust-many-commands @SHOULD @hostile @strain
    Scenario: Fifty transactions of one session are all opened and dropped
      Given an SMTP session after EHLO
      When the dialogue is played 50 times:
        """smtp
        C: MAIL FROM:<${sender}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: RSET
        S: 250
        """
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}>
        S: 250
        """

  Rule: Connections within the limit are all served

    @M-robust-connections @SHOULD @needs-limit-connections-10 @strain
    Scenario: Eight connections at once are all greeted and answered
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        S2: 220
        S3: 220
        S4: 220
        S5: 220
        S6: 220
        S7: 220
        S8: 220
        C2: EHLO ${helo}
        C3: EHLO ${helo}
        C4: EHLO ${helo}
        C5: EHLO ${helo}
        C6: EHLO ${helo}
        C7: EHLO ${helo}
        C8: EHLO ${helo}
        S8: 250
        S7: 250
        S6: 250
        S5: 250
        S4: 250
        S3: 250
        S2: 250
        C: ${alive}
        """

    @M-robust-connections @SHOULD @strain
    Scenario: Fifty messages one after the other arrive
      Given an SMTP session after EHLO
      When the dialogue is played 50 times:
        """smtp
        C: MAIL FROM:<${sender}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C: From: <${sender}>
        C: Subject: one of fifty ${id}
        C:
        C: text
        C: .
        S: 250
        """
      Then alice receives the message "one of fifty ${id}" 50 times
