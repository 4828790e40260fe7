Feature: The certificate that the server shows
  Users' programs believe a server by its certificate: what they look for has to stand in it, and its key has to be strong (RFC 7817 §5, RFC 9325 §4.2, §4.5).

  Rule: The name by which users reach the server stands in it

    @R7817-5-1 @MUST @needs-submissions
    Scenario: Submission shows the server's name
      Given a submission session greeted on the TLS port
      Then the server's certificate has the name of the server as a DNS-ID

    @R7817-5-1 @MUST @needs-pop3s
    Scenario: POP3 shows the server's name
      Given a POP3 session greeted on the TLS port
      Then the server's certificate has the name of the server as a DNS-ID

    @R7817-5-1 @MUST @needs-imaps
    Scenario: IMAP shows the server's name
      Given an IMAP session greeted on the TLS port
      Then the server's certificate has the name of the server as a DNS-ID

  Rule: Its key is strong

    @R9325-4.5-3 @MUST @needs-submissions
    Scenario: The key that submission shows is long enough
      Given a submission session greeted on the TLS port
      Then the server's certificate has a key of at least 2048 bits, or none of RSA

    @R9325-4.5-3 @MUST @needs-pop3s
    Scenario: The key that POP3 shows is long enough
      Given a POP3 session greeted on the TLS port
      Then the server's certificate has a key of at least 2048 bits, or none of RSA

    @R9325-4.5-3 @MUST @needs-imaps
    Scenario: The key that IMAP shows is long enough
      Given an IMAP session greeted on the TLS port
      Then the server's certificate has a key of at least 2048 bits, or none of RSA

    @R9325-4.2-3 @SHOULD @needs-submissions
    Scenario: The key that submission shows is on the curve that all know
      Given a submission session greeted on the TLS port
      Then the server's certificate has a key on P-256, where it is ECDSA

    @R9325-4.2-3 @SHOULD @needs-imaps
    Scenario: The key that IMAP shows is on the curve that all know
      Given an IMAP session greeted on the TLS port
      Then the server's certificate has a key on P-256, where it is ECDSA

  Rule: No signature is made with SHA-1

    @R9325-4.5-4 @MUST @needs-submissions
    Scenario: The TLS port of submission does not sign with SHA-1
      Given a submission session before the handshake
      Then the dialogue is:
        """smtp
        C: ${starttls TLS 1.2, SHA-1}
        S: ${refused}
        """

    @R9325-4.5-4 @MUST @needs-pop3s
    Scenario: The TLS port of POP3 does not sign with SHA-1
      Given a POP3 session before the handshake
      Then the dialogue is:
        """pop3
        C: ${starttls TLS 1.2, SHA-1}
        S: ${refused}
        """

    @R9325-4.5-4 @MUST @needs-imaps
    Scenario: The TLS port of IMAP does not sign with SHA-1
      Given an IMAP session before the handshake
      Then the dialogue is:
        """imap
        C: ${starttls TLS 1.2, SHA-1}
        S: ${refused}
        """

  # A MUST NOT but for servers that let users in by certificates, which no octet tells beforehand: more than a warning would blame them.
  Rule: Nobody is asked for a certificate where none would let him in

    @R8314-4.2-2 @SHOULD @needs-submissions
    Scenario: The TLS port of submission asks nobody for a certificate
      Given a submission session before the handshake
      Then the dialogue is:
        """smtp
        C~ ${client-hello(x0303, xC02BC02FC02CC030)}
        S: ${server-hello asking nothing}
        """

    @R8314-4.2-2 @SHOULD @needs-pop3s
    Scenario: The TLS port of POP3 asks nobody for a certificate
      Given a POP3 session before the handshake
      Then the dialogue is:
        """pop3
        C~ ${client-hello(x0303, xC02BC02FC02CC030)}
        S: ${server-hello asking nothing}
        """

    @R8314-4.2-2 @SHOULD @needs-imaps
    Scenario: The TLS port of IMAP asks nobody for a certificate
      Given an IMAP session before the handshake
      Then the dialogue is:
        """imap
        C~ ${client-hello(x0303, xC02BC02FC02CC030)}
        S: ${server-hello asking nothing}
        """
