Feature: When TLS may begin
  The command for TLS has no argument, comes once, and comes before the login (RFC 3207 §4, RFC 2595 §4, RFC 9051 §6.2.1). Each protocol's own pages ask for what is
  most common of it, here stands what is left.

  Rule: The command has no argument

    @R3501-2.2.2-2 @R9051-2.2.2-2 @SHOULD @needs-imap-STARTTLS
    Scenario: STARTTLS of IMAP with an argument is answered with BAD
      Given an IMAP session greeted
      When the client sends: a1 STARTTLS now
      Then the reply is a1 BAD

    # What comes then is no hello of TLS: a server that has begun the handshake would not answer.
    @R3501-2.2.2-2 @R9051-2.2.2-2 @SHOULD @needs-imap-STARTTLS
    Scenario: After that the session goes on in clear, and TLS can still begin
      Given an IMAP session greeted
      Then the dialogue is:
        """imap
        C: a1 STARTTLS now
        S: a1 BAD
        C: a2 STARTTLS
        S: a2 OK
        C: ${starttls}
        C: ${alive}
        """

    @R3207-4-a @SHOULD @needs-smtp-STARTTLS
    Scenario: After STARTTLS with a parameter SMTP goes on in clear, and TLS can still begin
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: STARTTLS now
        S: 501
        C: STARTTLS
        S? 4xx
        S: 220
        C: ${starttls}
        C: EHLO ${helo}
        S: 250
        """

  Rule: TLS is begun once

    @M-robust-starttls-again @SHOULD @needs-imap-STARTTLS
    Scenario: STARTTLS of IMAP under TLS is refused, and the session goes on
      Given an IMAP session greeted
      Then the dialogue is:
        """imap
        C: a1 STARTTLS
        S: a1 OK
        C: ${starttls}
        C: a2 STARTTLS
        S: a2 NO/BAD
        C: ${alive}
        """

    @M-robust-starttls-again @SHOULD @needs-submissions
    Scenario: STARTTLS on the TLS port of submission is refused, and the session goes on
      Given a submission session greeted on the TLS port
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        C: STARTTLS
        S: 4xx/5xx
        C: ${alive}
        """

    @R2595-4-2 @MAY @needs-pop3s
    Scenario: STLS on the TLS port is refused
      Given a POP3 session greeted on the TLS port
      When the client sends: STLS
      Then the reply is -ERR
