Feature: Handshakes that come again
  A client that comes again may go on with the keys of its last handshake (RFC 8446 §2.2, RFC 5077). Keys go on so and nothing else: in the protocol it is as new as
  anybody. Within a session there is one handshake; in TLS 1.2 a client could ask for another one, as often as it likes and at the server's cost.

  Rule: Nobody is logged in by keys

    @M-robust-resumption @MUST @needs-imaps
    Scenario: IMAP asks who resumes a session of TLS to log in
      Given an IMAP session authenticated on the TLS port
      And a second IMAP session before the handshake
      Then the dialogue is:
        """imap
        C2: ${starttls resuming}
        S2: * OK
        C2: a1 SELECT INBOX
        S2: a1 NO/BAD
        """

    @M-robust-resumption @MUST @needs-pop3s
    Scenario: POP3 asks who resumes a session of TLS to log in
      Given a POP3 session authenticated on the TLS port
      And a second POP3 session before the handshake
      Then the dialogue is:
        """pop3
        C2: ${starttls resuming}
        S2: +OK
        C2: STAT
        S2: -ERR
        """

    @M-robust-resumption @MUST @needs-imaps @needs-pop3s
    Scenario: POP3 asks who resumes a session of TLS with IMAP to log in
      Given an IMAP session authenticated on the TLS port
      And a second POP3 session before the handshake
      Then the dialogue is:
        """pop3
        C2: ${starttls resuming}
        S2: +OK
        C2: STAT
        S2: -ERR
        """

    # Who is logged in cannot log in again (RFC 4954 §4).
    @M-robust-resumption @MUST @needs-submissions
    Scenario: Submission takes the login of who resumes a session of TLS
      Given a submission session after AUTH on the TLS port
      And a second submission session before the handshake
      Then the dialogue is:
        """smtp
        C2: ${starttls resuming}
        S2: 220
        C2: EHLO ${helo}
        S2: 250
        C2: AUTH PLAIN ${base64(NUL, alice.user, NUL, alice.password)}
        S2: 235
        """

  Rule: There is one handshake in a session

    # A server that knows TLS 1.3 alone has nothing of the kind.
    @M-robust-renegotiation @SHOULD @needs-submissions
    Scenario: The TLS port of submission does not shake hands again
      Given a submission session before the handshake
      Then the dialogue is:
        """smtp
        C: ${starttls TLS 1.2}
        S? ${closed}
        S: 220
        C: ${renegotiate}
        S: ${refused}
        """

    @M-robust-renegotiation @SHOULD @needs-pop3s
    Scenario: The TLS port of POP3 does not shake hands again
      Given a POP3 session before the handshake
      Then the dialogue is:
        """pop3
        C: ${starttls TLS 1.2}
        S? ${closed}
        S: +OK
        C: ${renegotiate}
        S: ${refused}
        """

    @M-robust-renegotiation @SHOULD @needs-imaps
    Scenario: The TLS port of IMAP does not shake hands again
      Given an IMAP session before the handshake
      Then the dialogue is:
        """imap
        C: ${starttls TLS 1.2}
        S? ${closed}
        S: * OK
        C: ${renegotiate}
        S: ${refused}
        """

    @M-robust-renegotiation @SHOULD @needs-smtp @needs-smtp-STARTTLS
    Scenario: STARTTLS of SMTP does not shake hands again
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: STARTTLS
        S: 220
        C: ${starttls TLS 1.2}
        C: EHLO ${helo}
        S? ${closed}
        S: 250
        C: ${renegotiate}
        S: ${refused}
        """
