@hostile
Feature: No handshake at all
  What is no handshake is refused, and not answered in clear.

  Rule: Who speaks another protocol on the TLS port is sent away

    @M-robust-other-protocol @SHOULD @needs-submissions
    Scenario: A request of HTTP at the TLS port of submission
      Given a submission session before the handshake
      Then the dialogue is:
        """smtp
        C~ GET / HTTP/1.1${CRLF}Host: a.example${CRLF}${CRLF}
        S: ${refused}
        """

    @M-robust-other-protocol @SHOULD @needs-pop3s
    Scenario: Words of POP3 in clear at its TLS port
      Given a POP3 session before the handshake
      Then the dialogue is:
        """pop3
        C~ CAPA${CRLF}QUIT${CRLF}
        S: ${refused}
        """

    @M-robust-other-protocol @SHOULD @needs-imaps
    Scenario: Words of IMAP in clear at its TLS port
      Given an IMAP session before the handshake
      Then the dialogue is:
        """imap
        C~ a1 CAPABILITY${CRLF}a2 LOGOUT${CRLF}
        S: ${refused}
        """
