@needs-pop3s
Feature: POP3 on a port of its own for TLS
  The handshake comes first, then everything is as it is elsewhere (RFC 1939, RFC 2595 §7).

  Rule: The greeting comes under TLS

    @R1939-4-a @MUST @chapter-sec-2
    Scenario: The server greets after the handshake
      Given a POP3 session not greeted on the TLS port
      Then the reply is +OK

    @R1939-7-e @R1939-5-g @MUST @chapter-sec-2
    Scenario: A message is retrieved on the TLS port
      Given alice's inbox holds:
        | message |
        | dots    |
      And a POP3 session greeted on the TLS port
      Then the dialogue is:
        """pop3
        C: USER ${alice.user}
        S: +OK
        C: PASS ${alice.password}
        S: +OK
        C: STAT
        S: +OK 1 ${*:number}
        C: RETR 1
        S: +OK
        S| ${whole:lines}
        C: LIST 1
        S: +OK 1 ${size:number = whole.size}
        C: ${end}
        """

    @R2595-4-d @MUST
    Scenario: STLS is not announced on the TLS port after login
      Given a POP3 session authenticated on the TLS port
      Then the dialogue is:
        """pop3
        C: CAPA
        S? -ERR
        S: +OK
        S! STLS
        """

    @R1939-6-a @MUST
    Scenario: What is removed on one port is gone on the other
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated on the TLS port
      Then the dialogue is:
        """pop3
        C: DELE 1
        S: +OK
        C: ${end}
        """
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: STAT
        S: +OK 1${SP}
        """
