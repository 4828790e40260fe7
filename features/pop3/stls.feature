@needs-pop3 @needs-pop3-STLS
Feature: STLS
  A connection that begins in clear goes on under TLS (RFC 2595 §4). What can go wrong with it is judged with TLS.

  Rule: The handshake follows +OK

    @R2595-4-a @MUST
    Scenario: Commands are taken under TLS
      Given a POP3 session greeted
      Then the dialogue is:
        """pop3
        C: STLS
        S: +OK
        C: ${starttls}
        C: ${end}
        """

    @R2595-4-a @R1939-3-a @MUST
    Scenario: STLS may be written in lower case
      Given a POP3 session greeted
      Then the dialogue is:
        """pop3
        C: stls
        S: +OK
        C: ${starttls}
        C: ${end}
        """

    @R2595-4-a @MUST
    Scenario: A login under TLS opens the maildrop
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session after TLS
      Then the dialogue is:
        """pop3
        C: USER ${alice.user}
        S: +OK
        C: PASS ${alice.password}
        S: +OK
        C: RETR 1
        S: +OK
        S* Subject: plain words
        """

    @R5034-4-21 @needs-pop3-SASL @MUST
    Scenario: PLAIN can be used under TLS
      Given a POP3 session after TLS
      Then the dialogue is:
        """pop3
        C: CAPA
        S: +OK
        S* SASL ${*}PLAIN${*}
        C: AUTH PLAIN ${base64(NUL, alice.user, NUL, alice.password)}
        S: +OK
        C: STAT
        S: +OK
        """

  Rule: Only what came under TLS is carried out

    @M-robust-stls-injection @MUST @hostile
    Scenario: A command sent behind STLS in clear text is not carried out under TLS
      Given a POP3 session greeted
      Then the dialogue is:
        """pop3
        C~ STLS${CRLF}XYZZY${CRLF}
        S? -ERR
        S? ${closed}
        S: +OK
        C: ${starttls}
        C: ${end}
        S? ${closed}
        """

  Rule: The session begins anew, before login

    @R2595-4-c @R1939-3-6 @MUST
    Scenario Outline: <command> is refused after the handshake
      Given a POP3 session after TLS
      When the client sends: <command>
      Then the reply is -ERR

      Examples:
        | command |
        | STAT    |
        | RETR 1  |

  Rule: STLS is announced where it is permitted

    @R2595-4-b @MUST
    Scenario: STLS is refused after login
      Given a POP3 session authenticated
      When the client sends: STLS
      Then the reply is -ERR

    @R2595-4-d @MUST
    Scenario: CAPA does not list STLS after login
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: CAPA
        S: +OK
        S! STLS
        """

    @R2595-4-2 @MAY
    Scenario: STLS is refused under TLS
      Given a POP3 session after TLS
      When the client sends: STLS
      Then the reply is -ERR

    @R1939-3-f @SHOULD
    Scenario: STLS with an argument is refused
      Given a POP3 session greeted
      When the client sends: STLS now
      Then the reply is -ERR
