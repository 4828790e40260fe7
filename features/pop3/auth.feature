@needs-pop3 @needs-pop3-SASL
Feature: AUTH
  A client logs in by a SASL mechanism that CAPA lists (RFC 5034).

  Rule: PLAIN opens the maildrop

    @R5034-4-b @R5034-4-5 @MUST @needs-pop3-SASL=PLAIN
    Scenario: The response follows an empty challenge
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session before login
      Then the dialogue is:
        """pop3
        C: AUTH PLAIN
        S: +
        C: ${base64(NUL, alice.user, NUL, alice.password)}
        S: +OK
        C: STAT
        S: +OK 1${SP}
        """

    @R5034-4-c @R2449-6.3-a @MUST @needs-pop3-SASL=PLAIN
    Scenario: The response may come with the command
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session before login
      Then the dialogue is:
        """pop3
        C: AUTH PLAIN ${base64(NUL, alice.user, NUL, alice.password)}
        S: +OK
        C: STAT
        S: +OK 1${SP}
        """

    @R5034-5-1 @MUST @needs-pop3-SASL=PLAIN
    Scenario: Command and mechanism may be written in lower case
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: auth plain ${base64(NUL, alice.user, NUL, alice.password)}
        S: +OK
        """

    @R5034-4-15 @SHOULD @needs-pop3-SASL=PLAIN
    Scenario: The authorization identity is prepared by SASLprep
      Given a POP3 session before login
      When the client sends: AUTH PLAIN ${base64(alice.user, xC2AD, NUL, alice.user, NUL, alice.password)}
      Then the reply is +OK

  Rule: SCRAM-SHA-256 proves the password on both sides

    @R5034-4-b @MUST @needs-pop3-SASL=SCRAM-SHA-256
    Scenario: SCRAM-SHA-256 opens the maildrop
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: AUTH SCRAM-SHA-256
        S: +
        C: ${base64(scram-first(alice.user))}
        S: + ${challenge:atom}
        C: ${base64(scram-final(alice.user, alice.password, challenge))}
        S: + ${base64(scram-verifier(alice.user, alice.password, challenge))}
        C:
        S: +OK
        C: STAT
        S: +OK
        """

    @R5034-4-c @MUST @needs-pop3-SASL=SCRAM-SHA-256
    Scenario: The first message of SCRAM-SHA-256 may come with the command
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: AUTH SCRAM-SHA-256 ${base64(scram-first(alice.user))}
        S: + ${challenge:atom}
        C: ${base64(scram-final(alice.user, alice.password, challenge))}
        S: + ${base64(scram-verifier(alice.user, alice.password, challenge))}
        C:
        S: +OK
        """

    @R5034-4-14 @MUST @needs-pop3-SASL=SCRAM-SHA-256 @spends-logins
    Scenario: SCRAM-SHA-256 with another password is refused
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: AUTH SCRAM-SHA-256
        S: +
        C: ${base64(scram-first(alice.user))}
        S: + ${challenge:atom}
        C: ${base64(scram-final(alice.user, "not-the-password", challenge))}
        S: -ERR
        """

  Rule: A challenge is base64 and nothing else

    @R5034-4-6 @MUST @needs-pop3-SASL=PLAIN
    Scenario: An empty challenge is a plus and a space
      Given a POP3 session before login
      When the client sends: AUTH PLAIN
      Then the reply is +
      And every line of the last reply is an empty challenge

    @R5034-4-3 @MUST @needs-pop3-SASL=SCRAM-SHA-256
    Scenario: A challenge of SCRAM-SHA-256 is base64
      Given a POP3 session before login
      When the client sends: AUTH SCRAM-SHA-256 ${base64(scram-first(alice.user))}
      Then the reply is +
      And every line of the last reply is a challenge in base64

    @R5034-4-3 @MUST @needs-pop3-SASL=CRAM-MD5
    Scenario: A challenge of CRAM-MD5 is base64
      Given a POP3 session before login
      When the client sends: AUTH CRAM-MD5
      Then the reply is +
      And every line of the last reply is a challenge in base64

  Rule: The client may give up

    @R5034-4-4 @MUST @needs-pop3-SASL=PLAIN
    Scenario: A star ends the exchange with -ERR
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: AUTH PLAIN
        S: +
        C: *
        S: -ERR
        """

    @R5034-4-20 @MUST @needs-pop3-SASL=PLAIN
    Scenario: After a star another login is taken
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: AUTH PLAIN
        S: +
        C: *
        S: -ERR
        C: AUTH PLAIN
        S? ${closed}
        S: +
        C: ${base64(NUL, alice.user, NUL, alice.password)}
        S: +OK
        """

  Rule: Mechanisms are listed

    @R5034-3-a @MUST
    Scenario: SASL lists at least one mechanism
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: CAPA
        S: +OK
        S* SASL ${*:atom}${*}
        """

    @R5034-4-25 @SHOULD
    Scenario: There is a mechanism that does not send the password
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: CAPA
        S: +OK
        S* SASL${*}
        S! SASL
        S! SASL PLAIN
        S! SASL LOGIN
        S! SASL PLAIN LOGIN
        S! SASL LOGIN PLAIN
        """
