Feature: A session begins anew under TLS
  What was said in clear is forgotten on both sides (RFC 3207 §4.2, RFC 2595 §3.1, §4, RFC 9051 §6.2.1).

  Rule: SMTP is where the greeting left it

    @R3207-4.2-1 @MUST @needs-smtp-STARTTLS
    Scenario: Recipients do not outlive the handshake
      Given an SMTP session after RCPT
      Then the dialogue is:
        """smtp
        C: STARTTLS
        S? 4xx/5xx
        S: 220
        C: ${starttls}
        C: EHLO ${helo}
        S: 250
        C: DATA
        S: 4xx/5xx
        """

    @R3207-4.2-1 @MUST @needs-smtp-STARTTLS
    Scenario: The name given in clear is no name under TLS
      Given any message hello
      And an SMTP session not greeted
      When the dialogue is:
        """smtp
        S: 220
        C: EHLO in-clear.mailspec.test
        S: 250
        C: STARTTLS
        S? 4xx
        S: 220
        C: ${starttls}
        C: MAIL FROM:<${sender}>
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 4xx/5xx
        S: 250/251
        C: DATA
        S? 4xx/5xx
        S: 354
        C~ ${hello}.${CRLF}
        S? 4xx/5xx
        S: 250
        """
      Then alice receives the message hello
      And the received message does not contain: in-clear.mailspec.test

    # Not every server lets anybody log in there: CRAM-MD5 shows no password.
    @R3207-4.2-1 @MUST @needs-submission-STARTTLS @needs-clear-submission-AUTH=CRAM-MD5 @needs-accounts-3
    Scenario: A login in clear is none under TLS
      Given a submission session not greeted
      Then the dialogue is:
        """smtp
        S: 220
        C: EHLO ${helo}
        S: 250
        C: AUTH CRAM-MD5
        S: 334 ${challenge:atom}
        C: ${base64(cram-md5(carol.user, carol.password, challenge))}
        S: 235
        C: STARTTLS
        S? 4xx/5xx
        S: 220
        C: ${starttls}
        C: EHLO ${helo}
        S: 250
        C: MAIL FROM:<${carol}>
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<${foreign}>
        S: 4xx/5xx
        """

    @R3207-4.2-4 @MAY @needs-submission-STARTTLS
    Scenario: Submission offers other things under TLS
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
        S* AUTH${*}PLAIN${*}
        """

  Rule: POP3 is where the greeting left it

    @R1939-7-17 @MUST @needs-pop3-STLS
    Scenario: A name given in clear is none under TLS
      Given a POP3 session greeted
      Then the dialogue is:
        """pop3
        C: USER ${alice.user}
        S: +OK/-ERR
        C: STLS
        S? -ERR
        S: +OK
        C: ${starttls}
        C: PASS ${alice.password}
        S: -ERR
        """

    @R2595-4-6 @R5034-3-3 @MAY @needs-pop3-STLS @needs-pop3-SASL
    Scenario: POP3 offers other things under TLS
      Given a POP3 session greeted
      Then the dialogue is:
        """pop3
        C: STLS
        S: +OK
        C: ${starttls}
        C: CAPA
        S: +OK
        S* SASL ${*}PLAIN${*}
        """

  Rule: IMAP is where the greeting left it

    @R9051-6.2.1-b @R3501-6.2.1-b @MUST @needs-imap-STARTTLS
    Scenario: No mailbox is selected, and nobody is logged in
      Given an IMAP session greeted
      Then the dialogue is:
        """imap
        C: a1 STARTTLS
        S: a1 OK
        C: ${starttls}
        C: a2 STATUS INBOX (MESSAGES)
        S: a2 NO/BAD
        C: a3 CLOSE
        S: a3 NO/BAD
        """
