@needs-smtp
Feature: 250 means stored
  Who answers 250 at the end of the data has taken responsibility for the message (RFC 5321 §2.1, §4.2.5, §6.1).

  Background:
    Given any message hello

  Rule: An accepted message is not lost

    @R5321-6.1-1 @R5321-2.1-2 @MUST @chapter-system-1
    Scenario: A message survives a connection that breaks right after 250
      Given an SMTP session after DATA
      When the client speaks and the connection is lost:
        """smtp
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice receives the message hello

    @R5321-6.1-1 @MUST @needs-restart @chapter-system-1
    Scenario: A message survives a restart of the server right after 250
      Given an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${hello}
        C: .
        S: 250
        """
      When the server restarts
      Then alice receives the message hello

    @R5321-4.1.1.3-d @MUST
    Scenario: A message is delivered once
      Given an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${hello}
        C: .
        S: 250
        """
      And alice receives the message hello 1 times

    @R5321-6.1-1 @R5321-4.5.3.1.7-1 @R5321-4.5.3.1-1 @MUST
    Scenario: A message of 64K octets is stored whole
      Given any message big of 65536 octets
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${big}
        C: .
        S: 250
        """
      And alice receives the message big

  Rule: A message that was refused is not delivered

    @R5321-4.1.1.4-7 @R5321-4.2.5-3 @MUST @profile-small-messages
    Scenario: A message above the limit is refused at its end and not delivered
      Given any message big of 20000 octets
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${big}
        C: .
        S: 4xx/5xx
        """
      And alice does not receive the message big

    @R5321-4.1.1.4-7 @R5321-4.2.5-1 @MUST @profile-small-quota
    Scenario: A message that the mailbox has no room for is refused, not lost
      Given any message big of 40000 octets
      And an SMTP session after MAIL
      Then the dialogue is:
        """smtp
        C: RCPT TO:<${alice}>
        S? 4xx/5xx
        S: 250/251
        C: DATA
        S: 354
        C~ ${big}
        C: .
        S: 4xx/5xx
        """
      And alice does not receive the message big
