@needs-pop3
Feature: Commands and states
  A session is in the AUTHORIZATION state until a login succeeds, then in the TRANSACTION state (RFC 1939 §3 to §7).

  Rule: What needs a maildrop is refused before login

    @R1939-3-6 @MUST @chapter-pop-1
    Scenario Outline: <command> is refused before login
      Given a POP3 session greeted
      When the client sends: <command>
      Then the reply is -ERR

      Examples:
        | command |
        | STAT    |
        | NOOP    |
        | LIST    |
        | LIST 1  |
        | RETR 1  |
        | DELE 1  |
        | RSET    |
        | TOP 1 0 |
        | UIDL    |
        | UIDL 1  |

    @R1939-3-6 @MUST
    Scenario: USER alone opens no maildrop
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: USER ${alice.user}
        S: +OK
        C: STAT
        S: -ERR
        """

  Rule: What logs in is refused after login

    @R1939-3-6 @MUST
    Scenario Outline: <command> is refused after login
      Given a POP3 session authenticated
      When the client sends: <argument>
      Then the reply is -ERR

      Examples:
        | command | argument                                          |
        | USER    | USER ${bob.user}                                  |
        | PASS    | PASS ${alice.password}                            |
        | APOP    | APOP ${bob.user} c4c9334bac560ecc979e58001b3e22fb |

    @R5034-4-2 @R1939-3-6 @MUST @needs-pop3-SASL=PLAIN
    Scenario: AUTH is refused after login
      Given a POP3 session authenticated
      When the client sends: AUTH PLAIN ${base64(NUL, bob.user, NUL, bob.password)}
      Then the reply is -ERR

    @R5034-4-2 @MUST @needs-pop3-SASL=PLAIN
    Scenario: A second AUTH is refused after a first that succeeded
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: AUTH PLAIN ${base64(NUL, alice.user, NUL, alice.password)}
        S: +OK
        C: AUTH PLAIN ${base64(NUL, alice.user, NUL, alice.password)}
        S: -ERR
        """

  Rule: A command in the wrong state changes nothing

    @R1939-3-6 @MUST
    Scenario: A login goes on after a command that came too early
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: STAT
        S: -ERR
        C: USER ${alice.user}
        S: +OK
        C: PASS ${alice.password}
        S: +OK
        """

    @R1939-3-6 @MUST
    Scenario: A refused USER leaves the maildrop as it is
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And bob's inbox is empty
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: USER ${bob.user}
        S: -ERR
        C: STAT
        S: +OK 2${SP}
        """

  Rule: Every server has the commands of RFC 1939 §5 and §6

    @R1939-7-1 @MUST @chapter-pop-2
    Scenario Outline: <command> is there
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated
      When the client sends: <command>
      Then the reply is +OK

      Examples:
        | command |
        | STAT    |
        | LIST    |
        | RETR 1  |
        | DELE 1  |
        | RSET    |
        | QUIT    |
        | NOOP    |
