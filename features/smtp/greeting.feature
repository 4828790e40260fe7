@needs-smtp
Feature: The greeting
  The server speaks first: its greeting opens the session or refuses it (RFC 5321 §3.1, §4.2, §4.3.1).

  Rule: A connection is greeted with 220, or with a refusal

    @R5321-4.3.1-a @MUST @chapter-smtp-1
    Scenario: The server speaks first
      Given an SMTP session not greeted
      Then the dialogue is:
        """smtp
        S: 220/421/521/554
        """

    @R5321-4.2-a @SHOULD
    Scenario: The first word of the greeting is the name of the server
      Given an SMTP session not greeted
      Then the dialogue is:
        """smtp
        S? 421/521/554
        S? 220 [IPv6:
        S: 220 ${*:atom}.
        """

    # A second greeting would be read in place of the reply to QUIT.
    @R5321-4.2-1 @MUST
    Scenario: One greeting is all that comes unasked
      Given an SMTP session not greeted
      Then the dialogue is:
        """smtp
        S? 421/521/554
        S: 220
        C: ${end}
        """

  Rule: A server may refuse the session by its greeting

    @R5321-3.1-3 @MAY @profile-no-service
    Scenario: A session is refused with 554
      Given an SMTP session not greeted
      Then the dialogue is:
        """smtp
        S: 554
        """

    @R5321-3.1-5 @SHOULD @profile-no-service
    Scenario: A refusal says why
      Given an SMTP session not greeted
      Then the dialogue is:
        """smtp
        S: 554 ${*:string}
        """

    @R5321-3.1-4 @MUST @profile-no-service
    Scenario: After a refusal the server waits for QUIT
      Given an SMTP session not greeted
      Then the dialogue is:
        """smtp
        S: 554
        S: ${silent 100ms}
        C: QUIT
        S: 221
        S: ${closed}
        """

    @R5321-3.1-a @SHOULD @profile-no-service
    Scenario Outline: After a refusal <command> is a bad sequence of commands
      Given an SMTP session not greeted
      Then the dialogue is:
        """smtp
        S: 554
        C: <command>
        S: 503
        """

      Examples:
        | command                |
        | EHLO mail.example.test |
        | NOOP                   |
        | MAIL FROM:<a@b.test>   |
