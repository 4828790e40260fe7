Feature: TLS
  A connection becomes private by STARTTLS, or is so from the start (RFC 3501 §6.2.1, RFC 9051 §6.2.1, §11.2, RFC 8314 §3.2).

  Rule: The handshake follows the OK

    @R3501-6.2.1-a @R9051-6.2.1-a @R3501-6.2.1-b @R9051-6.2.1-b @needs-imap-STARTTLS @MUST
    Scenario: After STARTTLS the session is private, and not yet authenticated
      Given an IMAP session not greeted
      Then the dialogue is:
        """imap
        S: * OK
        C: a1 STARTTLS
        S: a1 OK
        C: ${starttls}
        C: a2 CAPABILITY
        S* * CAPABILITY ${*}
        S: a2 OK
        C: a3 SELECT INBOX
        S: a3 NO/BAD
        """

    @R3501-6.2.3-a @R9051-6.2.3-a @needs-imap-STARTTLS @MUST
    Scenario: After STARTTLS a user can log in
      Given an IMAP session not greeted
      Then the dialogue is:
        """imap
        S: * OK
        C: a1 STARTTLS
        S: a1 OK
        C: ${starttls}
        C: a2 LOGIN ${quoted(alice.user)} ${quoted(alice.password)}
        S: a2 OK
        C: a3 STATUS INBOX (MESSAGES)
        S* * STATUS INBOX (MESSAGES ${*})
        S: a3 OK
        """

    @R9051-6.2.1-5 @needs-imap-STARTTLS @needs-imap-IMAP4rev2 @SHOULD
    Scenario: After STARTTLS the server announces it no longer
      Given an IMAP session not greeted
      Then the dialogue is:
        """imap
        S: * OK
        C: a1 STARTTLS
        S: a1 OK
        C: ${starttls}
        C: a2 CAPABILITY
        S* * CAPABILITY ${*}
        S! * CAPABILITY ${*} STARTTLS ${*}
        S: a2 OK
        """

    @R3501-6.2.1-3 @needs-imap-STARTTLS @MAY
    Scenario: After STARTTLS other capabilities are announced
      Given an IMAP session not greeted
      Then the dialogue is:
        """imap
        S: * OK
        C: a1 CAPABILITY
        S* * CAPABILITY ${before:text}
        S: a1 OK
        C: a2 STARTTLS
        S: a2 OK
        C: ${starttls}
        C: a3 CAPABILITY
        S! * CAPABILITY ${before}
        S: a3 OK
        """

  Rule: Only what came under TLS is carried out

    # RFC 9051 §6.2.1: the octets are thrown away, or taken for the handshake, which then fails.
    @R9051-6.2.1-3 @needs-imap-STARTTLS @needs-imap-IMAP4rev2 @MUST @hostile
    Scenario: A command sent behind STARTTLS in clear text is not carried out
      Given an IMAP session greeted
      Then the dialogue is:
        """imap
        C~ a1 STARTTLS${CRLF}a2 NOOP${CRLF}
        S? a1 BAD/NO
        S? ${closed}
        S: a1 OK
        C: ${starttls}
        C: ${alive}
        S? ${closed}
        """

    @M-robust-imap-starttls @needs-imap-STARTTLS @MUST @hostile
    Scenario: A login sent behind STARTTLS in clear text logs nobody in
      Given an IMAP session greeted
      Then the dialogue is:
        """imap
        C~ a1 STARTTLS${CRLF}a2 LOGIN ${quoted(alice.user)} ${quoted(alice.password)}${CRLF}
        S? a1 BAD/NO
        S? ${closed}
        S: a1 OK
        C: ${starttls}
        C: a3 SELECT INBOX
        S? ${closed}
        S: a3 BAD/NO
        """

  Rule: On the TLS port everything is private from the start

    @R3501-7.1.1-a @R9051-7.1.1-a @R9051-11.2-2 @needs-imaps @MUST @chapter-sec-2
    Scenario: The server greets under TLS, and a user can log in
      Given an IMAP session before login on the TLS port
      Then the dialogue is:
        """imap
        C: a1 LOGIN ${quoted(alice.user)} ${quoted(alice.password)}
        S: a1 OK
        C: a2 SELECT INBOX
        S: a2 OK
        """

    @R9051-6.2.1-1 @needs-imaps-IMAP4rev2 @MUST
    Scenario: STARTTLS on the TLS port is answered with BAD
      Given an IMAP session greeted on the TLS port
      When the client sends: a1 STARTTLS
      Then the reply is a1 BAD

    @R9051-6.1.1-2 @needs-imaps-IMAP4rev2 @MUST
    Scenario: CAPABILITY on the TLS port names IMAP4rev2
      Given an IMAP session authenticated on the TLS port
      Then the dialogue is:
        """imap
        C: a1 CAPABILITY
        S* * CAPABILITY ${*} IMAP4rev2 ${*}
        S: a1 OK
        """
