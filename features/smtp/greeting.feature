@needs-smtp
Feature: The greeting
  The server speaks first: its greeting opens the session or refuses it (RFC 5321 §3.1, §4.2, §4.3.1).

  Rule: A connection is greeted with 220, or with a refusal

    @R5321-4.3.1-a @MUST @chapter-smtp-1
    Scenario: The server speaks first
      Given an SMTP session not greeted
      Then the dialogue is:
        """smtp
        S: 220/421/554
        """

    @R5321-4.2-a @MUST
    Scenario: The first word of the greeting is the name of the server
      Given an SMTP session not greeted
      Then the dialogue is:
        """smtp
        S? 421/554
        S: 220 ${name:string}
        """

    # A second greeting would be read in place of the reply to QUIT.
    @R5321-4.2-1 @MUST
    Scenario: One greeting is all that comes unasked
      Given an SMTP session not greeted
      Then the dialogue is:
        """smtp
        S? 421/554
        S: 220
        C: QUIT
        S: 221
        S: ${closed}
        """
