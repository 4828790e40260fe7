@needs-imap
Feature: AUTHENTICATE
  A SASL mechanism makes the user known (RFC 3501 §6.2.2, RFC 9051 §6.2.2, RFC 4616, RFC 4959, RFC 7677).

  Rule: AUTHENTICATE runs a mechanism

    @R3501-6.2.2-a @R9051-6.2.2-a @R3501-6.1.1-a @R9051-6.1.1-a @R4959-4-1 @R9051-6.2.2-20 @needs-imap-AUTH=PLAIN
    @MUST
    Scenario: AUTHENTICATE PLAIN asks for the response and enters the authenticated state
      Given an IMAP session before login
      Then the dialogue is:
        """imap
        C: a1 AUTHENTICATE PLAIN
        S: +
        C: ${base64(NUL, alice.user, NUL, alice.password)}
        S: a1 OK
        C: a2 STATUS INBOX (MESSAGES)
        S* * STATUS INBOX (MESSAGES ${*})
        S: a2 OK
        """

    @R3501-6.2.2-9 @R9051-6.2.2-15 @needs-imap-AUTH=PLAIN @MAY
    Scenario: The OK of AUTHENTICATE carries the capabilities
      Given an IMAP session before login
      Then the dialogue is:
        """imap
        C: a1 AUTHENTICATE PLAIN
        S: +
        C: ${base64(NUL, alice.user, NUL, alice.password)}
        S: a1 OK [CAPABILITY ${*}]
        """

    @R3501-6.2.2-a @R9051-6.2.2-a @needs-imap-AUTH=PLAIN @MUST
    Scenario: The name of a mechanism is taken in any case
      Given an IMAP session before login
      Then the dialogue is:
        """imap
        C: a1 authenticate plain
        S: +
        C: ${base64(NUL, alice.user, NUL, alice.password)}
        S: a1 OK
        """

    @R3501-6.2.2-b @R9051-6.2.2-b @needs-imap-AUTH=PLAIN @MUST
    Scenario: AUTHENTICATE PLAIN with a wrong password is answered with NO
      Given an IMAP session before login
      Then the dialogue is:
        """imap
        C: a1 AUTHENTICATE PLAIN
        S: +
        C: ${base64(NUL, alice.user, NUL, "wrong-", id)}
        S: a1 NO
        """

    @R5530-3-d @R9051-7.1-f @needs-imap-AUTH=PLAIN @needs-accounts-2 @MAY
    Scenario: Acting for another user is refused with AUTHORIZATIONFAILED
      Given an IMAP session before login
      Then the dialogue is:
        """imap
        C: a1 AUTHENTICATE PLAIN
        S: +
        C: ${base64(bob.user, NUL, alice.user, NUL, alice.password)}
        S: a1 NO [AUTHORIZATIONFAILED]
        """

    @R3501-6.2.2-b @R9051-6.2.2-b @needs-imap-AUTH=PLAIN @needs-accounts-2 @MUST
    Scenario: Nobody logs in as another user with his own password
      Given an IMAP session before login
      Then the dialogue is:
        """imap
        C: a1 AUTHENTICATE PLAIN
        S: +
        C: ${base64(bob.user, NUL, alice.user, NUL, alice.password)}
        S: a1 NO
        """

    @R3501-6.2.2-3 @R9051-6.2.2-4 @needs-imap-AUTH=PLAIN @MUST
    Scenario: A client that answers * gets BAD
      Given an IMAP session before login
      Then the dialogue is:
        """imap
        C: a1 AUTHENTICATE PLAIN
        S: +
        C: *
        S: a1 BAD
        C: ${alive}
        """

    # RFC 3501 §6.2.2 names only the cancelled exchange; that bad base64 gets BAD as well is said by RFC 9051.
    @R9051-6.2.2-4 @needs-imap-AUTH=PLAIN @needs-imap-IMAP4rev2 @MUST
    Scenario: A response that is no base64 gets BAD
      Given an IMAP session before login
      Then the dialogue is:
        """imap
        C: a1 AUTHENTICATE PLAIN
        S: +
        C: !!!not base64!!!
        S: a1 BAD
        """

    @R3501-6.2.2-2 @R9051-6.2.2-3 @SHOULD
    Scenario: An unknown mechanism is refused with NO
      Given an IMAP session before login
      When the client sends: a1 AUTHENTICATE X-UNHEARD-OF
      Then the reply is a1 NO

    @R3501-6.2.2-a @R9051-6.2.2-a @needs-imap-AUTH=SCRAM-SHA-256 @MUST
    Scenario: AUTHENTICATE SCRAM-SHA-256 proves the password on both sides
      Given an IMAP session before login
      Then the dialogue is:
        """imap
        C: a1 AUTHENTICATE SCRAM-SHA-256
        S: +
        C: ${base64(scram-first(alice.user))}
        S: + ${challenge:text}
        C: ${base64(scram-final(alice.user, alice.password, challenge))}
        S: + ${base64(scram-verifier(alice.user, alice.password, challenge))}
        C:
        S: a1 OK
        """

    @R3501-6.2.2-b @R9051-6.2.2-b @needs-imap-AUTH=SCRAM-SHA-256 @MUST
    Scenario: AUTHENTICATE SCRAM-SHA-256 with a wrong password is answered with NO
      Given an IMAP session before login
      Then the dialogue is:
        """imap
        C: a1 AUTHENTICATE SCRAM-SHA-256
        S: +
        C: ${base64(scram-first(alice.user))}
        S: + ${challenge:text}
        C: ${base64(scram-final(alice.user, "wrong", challenge))}
        S: a1 NO
        """

  Rule: SASL-IR saves a round trip

    @R4959-3-a @needs-imap-SASL-IR/IMAP4rev2 @needs-imap-AUTH=PLAIN @MUST
    Scenario: The response to PLAIN may stand in the command line
      Given an IMAP session before login
      Then the dialogue is:
        """imap
        C: a1 AUTHENTICATE PLAIN ${base64(NUL, alice.user, NUL, alice.password)}
        S: a1 OK
        """

    # “Decoding errors MUST be treated as IMAP would handle them in any normal SASL client response” (RFC 4959 §3): RFC 3501 says
    # BAD for * only.
    @R4959-3-4 @R9051-6.2.2-8 @needs-imap-SASL-IR/IMAP4rev2 @needs-imap-AUTH=PLAIN @MUST
    Scenario Outline: An initial response that is <what> is refused
      Given an IMAP session before login
      When the client sends: a1 AUTHENTICATE PLAIN <response>
      Then the reply is a1 BAD/NO

      Examples:
        | what                    | response |
        | no base64               | !!!      |
        | padded at its beginning | =AAA     |
        | padded in the middle    | AAA=BBB  |

    # RFC 4616: three fields of up to 255 octets each; the user is nobody, the line must not be too long.
    @R4959-6-3 @needs-imap-SASL-IR/IMAP4rev2 @needs-imap-AUTH=PLAIN @MUST
    Scenario: The longest response to PLAIN fits
      Given an IMAP session before login
      When the client sends: a1 AUTHENTICATE PLAIN ${base64(NUL, "nobody-", id, "${230 * "n"}", NUL, "${255 * "p"}")}
      Then the reply is a1 NO

    @R4959-3-5 @R9051-6.2.2-9 @needs-imap-SASL-IR/IMAP4rev2 @needs-imap-AUTH=CRAM-MD5 @MUST
    Scenario: An initial response to a mechanism that the server begins gets BAD
      Given an IMAP session before login
      When the client sends: a1 AUTHENTICATE CRAM-MD5 ${base64(alice.user, SP, md5("x"))}
      Then the reply is a1 BAD
