@needs-submission @needs-submission-AUTH=PLAIN
Feature: After a failed login
  What a failure tells, and what it leaves behind (RFC 4954 §4, §9).

  Rule: A failure does not tell who has an account

    @M-robust-auth-users-hidden @SHOULD @spends-logins @needs-limit-bad-logins-1
    Scenario: A wrong password and a name that nobody has are answered alike
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN ${base64(NUL, alice.user, NUL, "not-the-password")}
        S: 535 ${first:atom}
        C: AUTH PLAIN ${base64(NUL, "nobody-${id}", NUL, "not-the-password")}
        S: 535 ${first}
        """

    @M-robust-auth-users-hidden @SHOULD @spends-logins @needs-submission-AUTH=SCRAM-SHA-256
    Scenario: SCRAM has a challenge for a name that nobody has
      Given a submission session before login
      When the client sends: AUTH SCRAM-SHA-256 ${base64(scram-first("nobody-${id}"))}
      Then the reply is 334
      And every line of the last reply is a challenge of SCRAM

  Rule: The session goes on

    @M-robust-auth-again @SHOULD @spends-logins @needs-limit-bad-logins-1
    Scenario: After a failure the right password is let in
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN ${base64(NUL, alice.user, NUL, "not-the-password")}
        S: 4xx/5xx
        C: AUTH PLAIN ${base64(NUL, alice.user, NUL, alice.password)}
        S: 235
        """

    # The third failure may be the last (RFC 4954 §9).
    @R4954-9-3 @SHOULD @spends-logins
    Scenario: Two failures do not end it
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN ${base64(NUL, alice.user, NUL, "not-the-password")}
        S: 4xx/5xx
        C: AUTH PLAIN ${base64(NUL, alice.user, NUL, "not-the-password")}
        S: 4xx/5xx
        C: ${alive}
        """

    @R4954-9-3 @SHOULD @spends-logins @needs-smtp-AUTH=PLAIN
    Scenario: Two failures do not end it on port 25
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN ${base64(NUL, alice.user, NUL, "not-the-password")}
        S: 4xx/5xx
        C: AUTH PLAIN ${base64(NUL, alice.user, NUL, "not-the-password")}
        S: 4xx/5xx
        C: ${alive}
        """
