@strain @slow
Feature: Handshakes without end
  A handshake is more work for the server than for who asks for it. Thousands of them, one behind another, take nothing from others for good.

  Rule: Who asks for thousands of handshakes takes nothing from others

    @M-robust-connections @SHOULD @needs-imaps
    Scenario: Behind five thousand handshakes IMAP serves whoever was there and whoever comes
      Given a second IMAP session authenticated on the TLS port
      When the dialogue is played 5000 times, each time in an IMAP session before the handshake:
        """imap
        C: ${starttls}
        S: * OK
        """
      Then the dialogue is:
        """imap
        C2: a1 NOOP
        S2: a1 OK
        C3: a1 NOOP
        S3: a1 OK
        """

    @M-robust-connections @SHOULD @needs-smtp-STARTTLS
    Scenario: Behind five hundred handshakes SMTP serves whoever was there and whoever comes
      Given a second SMTP session after EHLO
      When the dialogue is played 500 times, each time in an SMTP session after EHLO:
        """smtp
        C: STARTTLS
        S: 220
        C: ${starttls}
        C: EHLO ${helo}
        S: 250
        """
      Then the dialogue is:
        """smtp
        C2: NOOP
        S2: 250
        C3: EHLO ${helo}
        S3: 250
        """

    @M-robust-connections @SHOULD @needs-pop3-STLS
    Scenario: Behind five hundred handshakes POP3 serves whoever was there and whoever comes
      Given a second POP3 session greeted
      When the dialogue is played 500 times, each time in a POP3 session greeted:
        """pop3
        C: STLS
        S: +OK
        C: ${starttls}
        """
      Then the dialogue is:
        """pop3
        C2: QUIT
        S2: +OK
        C3: QUIT
        S3: +OK
        """
