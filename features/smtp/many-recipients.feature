@needs-smtp
Feature: Many recipients
  A hundred at least; those beyond a limit are told so, those before it lose nothing
  (RFC 5321 §4.5.3.1.8, §4.5.3.1.10).

  Background:
    Given any message hello

  Rule: A hundred recipients are taken

    @R5321-4.5.3.1.8-1 @R5321-4.5.3.1-1 @MUST
    Scenario: The last of a hundred recipients gets the message
      Given an SMTP session after MAIL
      When the dialogue is played 99 times:
        """smtp
        C: RCPT TO:<${alice}>
        S: 250/251
        """
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
      And bob receives the message hello
      And alice receives the message hello

  Rule: Recipients beyond a limit are refused, those before it are kept

    # Policy may answer 5yz.
    @R5321-4.5.3.1.10-2 @MUST @hostile @needs-limit-errors-10 @strain
    Scenario: Recipients beyond the limit are answered 452
      Given an SMTP session after MAIL
      When the dialogue is played 1005 times:
        """smtp
        C: RCPT TO:<${alice}>
        S: 250/251/452/5xx
        """
      Then the dialogue is:
        """smtp
        C: RSET
        S: 250
        """

    @R5321-4.5.3.1.10-a @SHOULD @hostile @needs-limit-errors-10 @strain
    Scenario: Recipients beyond the limit are not refused for good
      Given an SMTP session after MAIL
      When the dialogue is played 1005 times:
        """smtp
        C: RCPT TO:<${alice}>
        S: 250/251/452
        """
      Then the dialogue is:
        """smtp
        C: RSET
        S: 250
        """

    @R5321-4.5.3.1.8-3 @MUST @hostile @needs-limit-errors-10 @strain
    Scenario: Recipients from before the limit keep the message
      Given an SMTP session after MAIL
      When the dialogue is played 1005 times:
        """smtp
        C: RCPT TO:<${alice}>
        S: 250/251/4xx/5xx
        """
      Then the dialogue is:
        """smtp
        C: DATA
        S? 4xx/5xx
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And alice receives the message hello
