@needs-submission @needs-submission-AUTH=PLAIN
Feature: PLAIN
  One message from the client: whom to act as, who it is, and the password, parted by NUL (RFC 4616).

  Rule: The right name and password are let in

    @R4954-4-31 @MUST
    Scenario: The response may come with the command
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN ${base64(NUL, alice.user, NUL, alice.password)}
        S: 235
        """

    @R4954-4-31 @MUST
    Scenario: The response may follow an empty challenge
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN
        S: 334
        C: ${base64(NUL, alice.user, NUL, alice.password)}
        S: 235
        """

  Rule: It may be said on port 25 as well

    @R4954-4-31 @MUST @needs-smtp-AUTH=PLAIN
    Scenario: What is sent there after a login is taken
      Given an SMTP session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<${bob}>
        S: 250
        """
