Feature: Strong cipher suites
  A server of TLS 1.2 has suites with forward secrecy, and takes the best that its client knows (RFC 9325 §4.1, §4.2).

  Rule: Suites with forward secrecy are there, and chosen before others

    @R9325-4.1-8 @R9325-4.2-1 @SHOULD @needs-submission @needs-submission-STARTTLS
    Scenario: STARTTLS of submission takes ECDHE with AES in GCM
      Given a submission session not greeted
      Then the dialogue is:
        """smtp
        S: 220
        C: EHLO ${helo}
        S: 250
        C: STARTTLS
        S: 220
        C~ ${client-hello(x0303, xC02BC02FC02CC030)}
        S: ${server-hello xC02B/C02F/C02C/C030}
        """

    @R9325-4.2.1-2 @MUST @needs-submission @needs-submission-STARTTLS
    Scenario: STARTTLS of submission chooses the strong suite, although the weak ones come first
      Given a submission session not greeted
      Then the dialogue is:
        """smtp
        S: 220
        C: EHLO ${helo}
        S: 250
        C: STARTTLS
        S: 220
        C~ ${client-hello(x0303, x0035002FC014C00AC013C009C02BC02F)}
        S: ${server-hello xC02B/C02F}
        """

    @R9325-4.2.1-3 @SHOULD @needs-submission @needs-submission-STARTTLS
    Scenario: STARTTLS of submission chooses the stronger of two strong ones
      Given a submission session not greeted
      Then the dialogue is:
        """smtp
        S: 220
        C: EHLO ${helo}
        S: 250
        C: STARTTLS
        S: 220
        C~ ${client-hello(x0303, xC02FC030C02BC02C)}
        S: ${server-hello xC030/C02C}
        """

    @R9325-4.1-8 @R9325-4.2-1 @SHOULD @needs-submissions
    Scenario: The TLS port of submission takes ECDHE with AES in GCM
      Given a submission session before the handshake
      Then the dialogue is:
        """smtp
        C~ ${client-hello(x0303, xC02BC02FC02CC030)}
        S: ${server-hello xC02B/C02F/C02C/C030}
        """

    @R9325-4.2.1-2 @MUST @needs-submissions
    Scenario: The TLS port of submission chooses the strong suite, although the weak ones come first
      Given a submission session before the handshake
      Then the dialogue is:
        """smtp
        C~ ${client-hello(x0303, x0035002FC014C00AC013C009C02BC02F)}
        S: ${server-hello xC02B/C02F}
        """

    @R9325-4.2.1-3 @SHOULD @needs-submissions
    Scenario: The TLS port of submission chooses the stronger of two strong ones
      Given a submission session before the handshake
      Then the dialogue is:
        """smtp
        C~ ${client-hello(x0303, xC02FC030C02BC02C)}
        S: ${server-hello xC030/C02C}
        """

    @R9325-4.1-8 @R9325-4.2-1 @SHOULD @needs-pop3s
    Scenario: The TLS port of POP3 takes ECDHE with AES in GCM
      Given a POP3 session before the handshake
      Then the dialogue is:
        """pop3
        C~ ${client-hello(x0303, xC02BC02FC02CC030)}
        S: ${server-hello xC02B/C02F/C02C/C030}
        """

    @R9325-4.2.1-2 @MUST @needs-pop3s
    Scenario: The TLS port of POP3 chooses the strong suite, although the weak ones come first
      Given a POP3 session before the handshake
      Then the dialogue is:
        """pop3
        C~ ${client-hello(x0303, x0035002FC014C00AC013C009C02BC02F)}
        S: ${server-hello xC02B/C02F}
        """

    @R9325-4.2.1-3 @SHOULD @needs-pop3s
    Scenario: The TLS port of POP3 chooses the stronger of two strong ones
      Given a POP3 session before the handshake
      Then the dialogue is:
        """pop3
        C~ ${client-hello(x0303, xC02FC030C02BC02C)}
        S: ${server-hello xC030/C02C}
        """

    @R9325-4.1-8 @R9325-4.2-1 @SHOULD @needs-imaps
    Scenario: The TLS port of IMAP takes ECDHE with AES in GCM
      Given an IMAP session before the handshake
      Then the dialogue is:
        """imap
        C~ ${client-hello(x0303, xC02BC02FC02CC030)}
        S: ${server-hello xC02B/C02F/C02C/C030}
        """

    @R9325-4.2.1-2 @MUST @needs-imaps
    Scenario: The TLS port of IMAP chooses the strong suite, although the weak ones come first
      Given an IMAP session before the handshake
      Then the dialogue is:
        """imap
        C~ ${client-hello(x0303, x0035002FC014C00AC013C009C02BC02F)}
        S: ${server-hello xC02B/C02F}
        """

    @R9325-4.2.1-3 @SHOULD @needs-imaps
    Scenario: The TLS port of IMAP chooses the stronger of two strong ones
      Given an IMAP session before the handshake
      Then the dialogue is:
        """imap
        C~ ${client-hello(x0303, xC02FC030C02BC02C)}
        S: ${server-hello xC030/C02C}
        """

  Rule: The curves that all know are there

    @R9325-4.2.1-6 @SHOULD @needs-submissions
    Scenario Outline: The TLS port of submission takes the curve <curve>
      Given a submission session before the handshake
      Then the dialogue is:
        """smtp
        C: ${starttls curve <curve>}
        S: 220
        """

      Examples:
        | curve  |
        | P-256  |
        | X25519 |

    @R9325-4.2.1-6 @SHOULD @needs-pop3s
    Scenario Outline: The TLS port of POP3 takes the curve <curve>
      Given a POP3 session before the handshake
      Then the dialogue is:
        """pop3
        C: ${starttls curve <curve>}
        S: +OK
        """

      Examples:
        | curve  |
        | P-256  |
        | X25519 |

    @R9325-4.2.1-6 @SHOULD @needs-imaps
    Scenario Outline: The TLS port of IMAP takes the curve <curve>
      Given an IMAP session before the handshake
      Then the dialogue is:
        """imap
        C: ${starttls curve <curve>}
        S: * OK
        """

      Examples:
        | curve  |
        | P-256  |
        | X25519 |

  Rule: Nothing is compressed

    @R9325-3.3-1 @SHOULD @needs-submissions
    Scenario: The TLS port of submission does not compress although the client would
      Given a submission session before the handshake
      Then the dialogue is:
        """smtp
        C~ ${client-hello(x0303, xC02BC02FC02CC030, x0301, x0100)}
        S: ${server-hello}
        """

    @R9325-3.3-1 @SHOULD @needs-pop3s
    Scenario: The TLS port of POP3 does not compress although the client would
      Given a POP3 session before the handshake
      Then the dialogue is:
        """pop3
        C~ ${client-hello(x0303, xC02BC02FC02CC030, x0301, x0100)}
        S: ${server-hello}
        """

    @R9325-3.3-1 @SHOULD @needs-imaps
    Scenario: The TLS port of IMAP does not compress although the client would
      Given an IMAP session before the handshake
      Then the dialogue is:
        """imap
        C~ ${client-hello(x0303, xC02BC02FC02CC030, x0301, x0100)}
        S: ${server-hello}
        """

  Rule: Diffie-Hellman in a finite field has 2048 bits at least, where it is there

    @R9325-4.5-1 @MUST @needs-submissions
    Scenario: The TLS port of submission has no small group
      Given a submission session before the handshake
      Then the dialogue is:
        """smtp
        C~ ${client-hello(x0303, x009F009E006B003900670033)}
        S: ${refused or a group of 2048 bits}
        """

    @R9325-4.5-1 @MUST @needs-pop3s
    Scenario: The TLS port of POP3 has no small group
      Given a POP3 session before the handshake
      Then the dialogue is:
        """pop3
        C~ ${client-hello(x0303, x009F009E006B003900670033)}
        S: ${refused or a group of 2048 bits}
        """

    @R9325-4.5-1 @MUST @needs-imaps
    Scenario: The TLS port of IMAP has no small group
      Given an IMAP session before the handshake
      Then the dialogue is:
        """imap
        C~ ${client-hello(x0303, x009F009E006B003900670033)}
        S: ${refused or a group of 2048 bits}
        """

    @R9325-4.5-1 @MUST @needs-smtp-STARTTLS
    Scenario: STARTTLS of SMTP has no small group
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: STARTTLS
        S: 220
        C~ ${client-hello(x0303, x009F009E006B003900670033)}
        S: ${refused or a group of 2048 bits}
        """
