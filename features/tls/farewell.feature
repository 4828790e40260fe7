Feature: Goodbye under TLS
  Whoever closes a connection says so under TLS first (close_notify): an end without it may be the work of somebody in between, and nobody can tell whether all has
  come (RFC 8314 §3.4).

  Rule: A server that closes says so under TLS first

    @R8314-3.4-1 @SHOULD @needs-submissions
    Scenario: Submission says goodbye under TLS behind QUIT
      Given a submission session before the handshake
      Then the dialogue is:
        """smtp
        C: ${starttls}
        S: 220
        C: QUIT
        S: 221
        S: ${farewell}
        """

    @R8314-3.4-1 @SHOULD @needs-pop3s
    Scenario: POP3 says goodbye under TLS behind QUIT
      Given a POP3 session before the handshake
      Then the dialogue is:
        """pop3
        C: ${starttls}
        S: +OK
        C: QUIT
        S: +OK
        S: ${farewell}
        """

    @R8314-3.4-1 @SHOULD @needs-imaps
    Scenario: IMAP says goodbye under TLS behind LOGOUT
      Given an IMAP session before the handshake
      Then the dialogue is:
        """imap
        C: ${starttls}
        S: * OK
        C: a1 LOGOUT
        S* * BYE
        S: a1 OK
        S: ${farewell}
        """
