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

  Rule: What is announced under TLS is what is there under TLS

    # What a client learnt in clear it must forget (RFC 2595 §4): here it learns what counts.
    @R2595-4-d @MUST @needs-pop3-STLS
    Scenario: POP3 announces STLS under TLS only where it can be had again
      Given a POP3 session greeted
      Then the dialogue is:
        """pop3
        C: STLS
        S: +OK
        C: ${starttls}
        C: STLS
        S? +OK
        S: -ERR
        C: CAPA
        S: +OK
        S! STLS
        """

    @R2449-5-a @MUST @needs-pop3-STLS
    Scenario: POP3 tells its capabilities again under TLS
      Given a POP3 session greeted
      Then the dialogue is:
        """pop3
        C: CAPA
        S: +OK
        C: STLS
        S: +OK
        C: ${starttls}
        C: CAPA
        S: +OK
        """

    @R3501-6.1.1-2 @MUST @needs-imap-STARTTLS @needs-imap-IMAP4rev1
    Scenario: IMAP tells its capabilities again under TLS
      Given an IMAP session greeted
      Then the dialogue is:
        """imap
        C: a1 CAPABILITY
        S* * CAPABILITY ${*}
        S: a1 OK
        C: a2 STARTTLS
        S: a2 OK
        C: ${starttls}
        C: a3 CAPABILITY
        S* * CAPABILITY ${*} IMAP4rev1 ${*}
        S: a3 OK
        """

  Rule: POP3 is where the greeting left it

    # Who stands in between logs in as himself and has another go on in that session (CVE-2021-37845).
    @R2595-4-c @MUST @needs-pop3-STLS @spends-logins
    Scenario: A login in clear is none under TLS by POP3
      Given a POP3 session greeted
      Then the dialogue is:
        """pop3
        C: USER ${alice.user}
        S? -ERR
        S: +OK
        C: PASS ${alice.password}
        S? -ERR
        S: +OK
        C: STLS
        S? -ERR
        S: +OK
        C: ${starttls}
        C: STAT
        S: -ERR
        """

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

    # Who stands in between logs in as himself and has another go on in that session (CVE-2021-37845).
    @R9051-6.2.1-b @R3501-6.2.1-b @MUST @needs-imap-STARTTLS @spends-logins
    Scenario: A login in clear is none under TLS by IMAP
      Given an IMAP session greeted
      Then the dialogue is:
        """imap
        C: a1 LOGIN ${quoted(alice.user)} ${quoted(alice.password)}
        S? a1 NO/BAD
        S: a1 OK
        C: a2 STARTTLS
        S? a2 NO/BAD
        S: a2 OK
        C: ${starttls}
        C: a3 STATUS INBOX (MESSAGES)
        S: a3 NO/BAD
        """

  Rule: Nobody is greeted as logged in where STARTTLS is still to come

    @R9051-7.1.4-2 @SHOULD @needs-imap-IMAP4rev2
    Scenario: IMAP does not greet with PREAUTH in clear
      Given an IMAP session not greeted
      Then the dialogue is:
        """imap
        S: * OK
        """
