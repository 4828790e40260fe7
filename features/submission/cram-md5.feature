@needs-submission @needs-submission-AUTH=CRAM-MD5 @needs-accounts-3
Feature: CRAM-MD5
  The server sends a time stamp, the client the digest of it under the shared secret (RFC 2195).

  Rule: The challenge is a time stamp in angle brackets

    @R2195-2-a @MUST
    Scenario: The challenge has the form of a message identifier
      Given a submission session before login
      When the client sends: AUTH CRAM-MD5
      Then the reply is 334
      And every line of the last reply is a message identifier in base64

    @R2195-4-a @MUST @spends-logins
    Scenario: An answer to an earlier challenge is refused
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH CRAM-MD5
        S: 334 ${earlier:atom}
        C: *
        S: 4xx/5xx
        C: AUTH CRAM-MD5
        S: 334
        C: ${base64(cram-md5(carol.user, carol.password, earlier))}
        S: 4xx/5xx
        """

  Rule: Who knows the secret is let in, and nobody else

    @R2195-2-b @R4954-3-a @MUST
    Scenario: The digest of the challenge is let in
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH CRAM-MD5
        S: 334 ${challenge:atom}
        C: ${base64(cram-md5(carol.user, carol.password, challenge))}
        S: 235
        """

    @R2195-2-c @MUST @spends-logins
    Scenario Outline: <what> is refused
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH CRAM-MD5
        S: 334 ${challenge:atom}
        C: ${base64(<answer>)}
        S: 4xx/5xx
        """

      Examples:
        | what                            | answer                                             |
        | The digest under another secret | cram-md5(carol.user, "not-the-password", challenge) |
        | The digest under no secret      | cram-md5(carol.user, "", challenge)                |
        | The name of nobody              | cram-md5("nobody-${id}", carol.password, challenge) |
        | A name without a digest         | carol.user, SP                                     |
        | The secret itself               | carol.user, SP, carol.password                     |
