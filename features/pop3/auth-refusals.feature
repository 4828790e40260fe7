@needs-pop3 @needs-pop3-SASL
Feature: AUTH refused
  What is not a right proof in a mechanism that the server has is refused, and the session is as it was (RFC 5034 §4).

  Rule: The mechanism must be one of the server's

    @R5034-4-a @MUST
    Scenario: A mechanism that is not supported is refused
      Given a POP3 session before login
      When the client sends: AUTH XMAILSPEC
      Then the reply is -ERR

    @R5034-4-a @MUST
    Scenario: A mechanism that is not supported is refused with an initial response too
      Given a POP3 session before login
      When the client sends: AUTH XMAILSPEC ${base64("x")}
      Then the reply is -ERR

    @R5034-4-9 @MUST @needs-pop3-SASL=CRAM-MD5
    Scenario: An initial response for a mechanism that the server begins is refused
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: AUTH CRAM-MD5 ${base64(alice.user, SP, md5("x"))}
        S: -ERR
        """

  Rule: Wrong credentials are refused

    @R5034-4-14 @MUST @needs-pop3-SASL=PLAIN @spends-logins
    Scenario Outline: PLAIN with <what> is refused
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: AUTH PLAIN
        S: +
        C: ${base64(<message>)}
        S: -ERR
        """

      Examples:
        | what                         | message                                        |
        | a wrong password             | NUL, alice.user, NUL, "not-the-password"       |
        | an empty password            | NUL, alice.user, NUL                           |
        | only one NUL                 | alice.user, NUL, alice.password                |
        | no NUL                       | alice.user                                     |
        | a NUL too many               | NUL, alice.user, NUL, alice.password, NUL      |
        | somebody else to act for     | bob.user, NUL, alice.user, NUL, alice.password |
        | the password of another name | NUL, "no-such-user", NUL, alice.password       |
        | an empty name                | NUL, NUL, alice.password                       |

    @R5034-4-14 @MUST @needs-pop3-SASL=PLAIN @spends-logins
    Scenario: An empty initial response is no proof
      Given a POP3 session before login
      When the client sends: AUTH PLAIN =
      Then the reply is -ERR

    @R5034-4-16 @MUST @needs-pop3-SASL=PLAIN @spends-logins
    Scenario: An authorization identity that nothing is left of is refused
      Given a POP3 session before login
      When the client sends: AUTH PLAIN ${base64(xC2AD, NUL, alice.user, NUL, alice.password)}
      Then the reply is -ERR

    @R5034-4-14 @R1939-4-i @MUST @needs-pop3-SASL=PLAIN @spends-logins
    Scenario: No maildrop is open after a failed AUTH
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: AUTH PLAIN ${base64(NUL, alice.user, NUL, "not-the-password")}
        S: -ERR
        C: STAT
        S? ${closed}
        S: -ERR
        """

    @R5034-4-20 @MUST @needs-pop3-SASL=PLAIN @spends-logins
    Scenario Outline: After a failed AUTH <what> is taken
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: AUTH PLAIN ${base64(NUL, alice.user, NUL, "not-the-password")}
        S: -ERR
        C: <first>
        S? ${closed}
        S: +OK
        C: <second>
        S: +OK
        """

      Examples:
        | what | first                                                      | second                 |
        | AUTH | AUTH PLAIN ${base64(NUL, alice.user, NUL, alice.password)} | STAT                   |
        | USER | USER ${alice.user}                                         | PASS ${alice.password} |

  Rule: What is not base64 is refused

    @R5034-4-10 @R5034-4-12 @MUST @needs-pop3-SASL=PLAIN @spends-logins
    Scenario Outline: A right response with <what> is refused
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: AUTH PLAIN
        S: +
        C: <before>${base64(NUL, alice.user, NUL, alice.password)}<after>
        S: -ERR
        """

      Examples:
        | what                         | before | after |
        | padding before it            | =      |       |
        | four padding signs before it | ====   |       |
        | an exclamation mark before   | !      |       |
        | an exclamation mark behind   |        | !     |
        | a percent sign behind        |        | %     |
        | a backslash before           | \\     |       |
        | text behind its padding      |        | ====  |

    @R5034-4-10 @R5034-4-12 @MUST @needs-pop3-SASL=PLAIN @spends-logins
    Scenario Outline: A response that is <what> is refused
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: AUTH PLAIN
        S: +
        C: <response>
        S: -ERR
        """

      Examples:
        | what                    | response |
        | not base64 at all       | !!!!     |
        | padded at its beginning | =AAA     |
        | padded in its middle    | AAA=BBB  |
        | a digit too long        | AAAAA    |

    @R5034-4-10 @MUST @needs-pop3-SASL=PLAIN @spends-logins
    Scenario: An initial response that is not base64 is refused
      Given a POP3 session before login
      When the client sends: AUTH PLAIN !${base64(NUL, alice.user, NUL, alice.password)}
      Then the reply is -ERR

  Rule: Responses may be long

    @R5034-4-13 @MUST @needs-pop3-SASL=PLAIN @spends-logins
    Scenario: A response of more than a thousand octets is answered as a whole
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: AUTH PLAIN
        S: +
        C: ${base64(NUL, alice.user, NUL, "${900 * "x"}")}
        S: -ERR
        C: USER ${alice.user}
        S? ${closed}
        S: +OK
        C: PASS ${alice.password}
        S: +OK
        """
