Feature: TLS from the first octet
  On ports of their own submission, POP3 and IMAP begin with the handshake (RFC 8314 §3).

  Rule: TLS 1.2 or newer is spoken, and the server greets when it has begun

    @R8314-4-11 @MUST @needs-submissions
    Scenario: Submission is greeted under TLS
      Given a submission session before the handshake
      Then the dialogue is:
        """smtp
        C: ${starttls}
        S: 220
        C: EHLO ${helo}
        S: 250
        """

    @R8314-4-11 @MUST @needs-pop3s
    Scenario: POP3 is greeted under TLS
      Given a POP3 session before the handshake
      Then the dialogue is:
        """pop3
        C: ${starttls}
        S: +OK
        C: ${end}
        """

    @R8314-4-11 @R9051-11.1-2 @MUST @needs-imaps
    Scenario: IMAP is greeted under TLS
      Given an IMAP session before the handshake
      Then the dialogue is:
        """imap
        C: ${starttls}
        S: * OK
        C: ${alive}
        """

  Rule: Nobody is logged in by TLS alone

    @R8314-3.1-2 @MUST @needs-pop3s
    Scenario: POP3 begins in the AUTHORIZATION state
      Given a POP3 session greeted on the TLS port
      When the client sends: STAT
      Then the reply is -ERR

    @R8314-3.2-a @MUST @needs-imaps
    Scenario: IMAP begins in the not authenticated state
      Given an IMAP session greeted on the TLS port
      When the client sends: a1 SELECT INBOX
      Then the reply is a1 NO/BAD

    @R8314-3.3-a @MUST @needs-submissions
    Scenario: Submission offers a login
      Given a submission session greeted on the TLS port
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* AUTH ${*}
        """

  Rule: PLAIN is there on both ports

    # Who has turned it off has it on neither.
    @R9051-6.1.1-4 @MUST @needs-imaps-IMAP4rev2 @needs-imap-AUTH=PLAIN
    Scenario: PLAIN logs in on the TLS port of IMAP where it does on the other one
      Given an IMAP session before login on the TLS port
      Then the dialogue is:
        """imap
        C: a1 AUTHENTICATE PLAIN
        S: +
        C: ${base64(NUL, alice.user, NUL, alice.password)}
        S: a1 OK
        """

    @R9051-6.1.1-4 @MUST @needs-imaps-AUTH=PLAIN @needs-imap-IMAP4rev2
    Scenario: PLAIN logs in on the port of IMAP that is without TLS where it does on the TLS port
      Given an IMAP session before login
      Then the dialogue is:
        """imap
        C: a1 AUTHENTICATE PLAIN
        S: +
        C: ${base64(NUL, alice.user, NUL, alice.password)}
        S: a1 OK
        """

  Rule: TLS is not offered within TLS

    @R3207-4.2-7 @MUST @needs-submissions
    Scenario: Submission does not announce STARTTLS on the TLS port
      Given a submission session greeted on the TLS port
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S! STARTTLS
        """

    @R9051-6.2.1-5 @SHOULD @needs-imaps-IMAP4rev2
    Scenario: IMAP does not announce STARTTLS on the TLS port
      Given an IMAP session greeted on the TLS port
      Then the dialogue is:
        """imap
        C: a1 CAPABILITY
        S* * CAPABILITY ${*}
        S! * CAPABILITY ${*} STARTTLS ${*}
        S: a1 OK
        """

  Rule: Where an upgrade is announced it works

    @R8314-4-4 @R8314-4-5 @SHOULD @needs-pop3-STLS
    Scenario: What POP3 announces works
      Given a POP3 session greeted
      Then the dialogue is:
        """pop3
        C: STLS
        S: +OK
        C: ${starttls}
        C: ${end}
        """

    @R8314-4-4 @R8314-4-5 @R9051-11.2-4 @SHOULD @needs-imap-STARTTLS
    Scenario: What IMAP announces works
      Given an IMAP session greeted
      Then the dialogue is:
        """imap
        C: a1 STARTTLS
        S: a1 OK
        C: ${starttls}
        C: ${alive}
        """

    @R8314-3.3-2 @R8314-4-4 @R8314-4-5 @SHOULD @needs-submission-STARTTLS
    Scenario: What submission announces works
      Given a submission session not greeted
      Then the dialogue is:
        """smtp
        S: 220
        C: EHLO ${helo}
        S: 250
        C: STARTTLS
        S: 220
        C: ${starttls}
        C: EHLO ${helo}
        S: 250
        """

  Rule: What was submitted under TLS tells by which suite

    @R8314-4.3-1 @R8314-4.3-2 @SHOULD @needs-submissions
    Scenario: The Received field names the cipher suite
      Given the message hello:
        """
        From: <${alice}>
        To: <${alice}>
        Date: Mon, 1 Jun 2026 12:00:00 +0000
        Subject: by which suite ${id}

        Under TLS.
        """
      And a submission session after AUTH on the TLS port
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the header field: Received: ${*} tls TLS_${*}
