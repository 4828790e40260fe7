@needs-submission @needs-submission-AUTH=SCRAM-SHA-256-PLUS
Feature: SCRAM-SHA-256-PLUS
  The proof covers the TLS connection too, so that nobody can stand in its middle (RFC 5802 §6). The kind of binding is tls-exporter under TLS 1.3,
  tls-unique under TLS 1.2. A last challenge that begins with e=, which is ZT in base64, is a refusal.

  Rule: Who binds the proof to this connection is let in

    @R5802-6-a @R4954-3-a @MUST
    Scenario: The binding of this connection is let in
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH SCRAM-SHA-256-PLUS ${base64(scram-first(alice.user, channel-binding.header))}
        S: 334 ${challenge:atom}
        C: ${base64(scram-final(alice.user, alice.password, challenge, channel-binding.header, "c=${base64(channel-binding.header, channel-binding)}"))}
        S: 334
        C:
        S: 235
        """

  Rule: Another binding is refused

    @R5802-6-10 @MUST @spends-logins
    Scenario Outline: <what> is refused
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH SCRAM-SHA-256-PLUS ${base64(scram-first(alice.user, channel-binding.header))}
        S: 334 ${challenge:atom}
        C: ${base64(scram-final(alice.user, alice.password, challenge, channel-binding.header, "c=${base64(channel-binding.header<data>)}"))}
        S? 334 ZT
        S: 4xx/5xx
        """

      Examples:
        | what                              | data                                |
        | The binding of another connection | , "0123456789abcdef0123456789abcdef" |
        | A header without a binding        |                                     |

    @R5802-6-9 @MUST @spends-logins
    Scenario: A kind of binding that nobody knows is refused
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH SCRAM-SHA-256-PLUS ${base64(scram-first(alice.user, "p=tls-mailspec,,"))}
        S? 334 ZT
        S? 4xx/5xx
        S: 334 ${challenge:atom}
        C: ${base64(scram-final(alice.user, alice.password, challenge, "p=tls-mailspec,,"))}
        S? 334 ZT
        S: 4xx/5xx
        """

  Rule: A client that could bind, and was not offered it, is warned

    @R5802-6-8 @MUST @spends-logins
    Scenario: SCRAM without -PLUS and with the flag y is refused
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH SCRAM-SHA-256 ${base64(scram-first(alice.user, "y,,"))}
        S? 334 ZT
        S? 4xx/5xx
        S: 334 ${challenge:atom}
        C: ${base64(scram-final(alice.user, alice.password, challenge, "y,,"))}
        S? 334 ZT
        S: 4xx/5xx
        """
