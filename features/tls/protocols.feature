Feature: The protocol that a client means
  A client may name the protocol in the handshake (ALPN). Where another is meant the server does not go on: what a browser is led to send here would be read as mail
  (RFC 9325 §3.8, §3.9, RFC 7301 §3.2).

  Rule: Whoever means another protocol does not get through the handshake

    @R9325-3.9-1 @SHOULD @needs-submissions
    Scenario: A client of HTTP is sent away from submission
      Given a submission session before the handshake
      Then the dialogue is:
        """smtp
        C: ${starttls ALPN h2}
        S: ${refused no_application_protocol}
        """

    @R9325-3.9-1 @SHOULD @needs-pop3s
    Scenario: A client of HTTP is sent away from POP3
      Given a POP3 session before the handshake
      Then the dialogue is:
        """pop3
        C: ${starttls ALPN h2}
        S: ${refused no_application_protocol}
        """

    @R9325-3.9-1 @SHOULD @needs-imaps
    Scenario: A client of HTTP is sent away from IMAP
      Given an IMAP session before the handshake
      Then the dialogue is:
        """imap
        C: ${starttls ALPN h2}
        S: ${refused no_application_protocol}
        """

  Rule: Whoever means this one does

    @R9325-3.9-1 @SHOULD @needs-pop3s
    Scenario: A client that says that it means POP3 is greeted
      Given a POP3 session before the handshake
      Then the dialogue is:
        """pop3
        C: ${starttls ALPN pop3}
        S: +OK
        """

    @R9325-3.9-1 @SHOULD @needs-imaps
    Scenario: A client that says that it means IMAP is greeted
      Given an IMAP session before the handshake
      Then the dialogue is:
        """imap
        C: ${starttls ALPN imap}
        S: * OK
        """
