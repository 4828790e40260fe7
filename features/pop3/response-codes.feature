@needs-pop3
Feature: Response codes
  A code in brackets tells a program why a command was refused (RFC 2449 §8, RFC 3206).

  Rule: A login with wrong credentials says so

    @R3206-6-a @MUST @needs-pop3-AUTH-RESP-CODE @spends-logins
    Scenario: A wrong password is refused with [AUTH]
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: USER ${alice.user}
        S: +OK
        C: PASS not-the-password
        S: -ERR [AUTH]
        """

    @R3206-6-a @MUST @needs-pop3-AUTH-RESP-CODE @needs-unknown @spends-logins
    Scenario: A name that does not exist is refused with [AUTH]
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: USER ${unknown}
        S? -ERR [AUTH]
        S: +OK
        C: PASS not-the-password
        S: -ERR [AUTH]
        """

    @R3206-6-a @MUST @needs-pop3-AUTH-RESP-CODE @needs-pop3-SASL=PLAIN @spends-logins
    Scenario: A failed AUTH is refused with [AUTH]
      Given a POP3 session before login
      When the client sends: AUTH PLAIN ${base64(NUL, alice.user, NUL, "not-the-password")}
      Then the reply is -ERR [AUTH]

    @R3206-5-b @SHOULD @needs-unknown
    Scenario: USER is not answered with [AUTH]
      Given a POP3 session before login
      When the client sends: USER ${unknown}
      Then the reply is +OK/-ERR
      And every line of the last reply is a status that does not say [AUTH]

    @R3206-5-a @SHOULD @needs-pop3-RESP-CODES @spends-logins
    Scenario: A server that says [AUTH] announces AUTH-RESP-CODE
      Given a POP3 session before login
      And a second POP3 session before login
      Then the dialogue is:
        """pop3
        C: USER ${alice.user}
        S: +OK
        C: PASS not-the-password
        S? -ERR [SYS
        S: -ERR [AUTH]
        C2: CAPA
        S2: +OK
        S2* AUTH-RESP-CODE
        """

  Rule: What stands in brackets is a code

    @R2449-6.4-a @MUST @needs-pop3-RESP-CODES
    Scenario Outline: <command> is not answered by a text in brackets
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: <command>
        S: <status>
        """
      And every line of the last reply is a status with a registered response code or none

      Examples:
        | command | status |
        | STAT    | +OK    |
        | RETR 1  | +OK    |
        | NOOP    | +OK    |
        | RETR 9  | -ERR   |
        | XYZZY   | -ERR   |
