Feature: Logins in clear
  Where passwords are not to be sent in clear they are neither asked for nor taken (RFC 2595 §2.2, §2.3, RFC 3501 §6.2.3, RFC 8314 §4.1).

  Rule: What is refused in clear is refused in the same way whether the password is right or wrong

    @R8314-4.1-4 @MUST @needs-clear-imap-LOGINDISABLED @else-profile-tls-required @spends-logins
    Scenario: IMAP tells nothing of the password
      Given an IMAP session greeted
      Then the dialogue is:
        """imap
        C: a1 LOGIN ${quoted(alice.user)} ${quoted(alice.password)}
        S: a1 NO ${said:text}
        C: a2 LOGIN ${quoted(alice.user)} "not-${id}"
        S: a2 NO ${said}
        """

    @R8314-4.1-4 @MUST @needs-pop3 @profile-tls-required @spends-logins
    Scenario: POP3 tells nothing of the password
      Given a POP3 session greeted
      Then the dialogue is:
        """pop3
        C: USER ${alice.user}
        S: -ERR ${said:text}
        C: USER not-${id}
        S: -ERR ${said}
        """

  Rule: IMAP says that a login in clear is disabled, and that it is not under TLS

    @R3501-6.1.1-3 @R3501-6.2.3-3 @R9051-6.1.1-3 @R9051-6.2.3-4 @R2595-3.2-2 @MUST @profile-tls-required @needs-imap
    Scenario: LOGINDISABLED is announced in clear
      Given an IMAP session not greeted
      Then the dialogue is:
        """imap
        S: * OK
        C: a1 CAPABILITY
        S* * CAPABILITY ${*} LOGINDISABLED ${*}
        S! * CAPABILITY ${*} AUTH=PLAIN ${*}
        S: a1 OK
        """

    @R2595-3.2-1 @MAY @needs-imap-STARTTLS
    Scenario: LOGINDISABLED is not announced under TLS
      Given an IMAP session greeted
      Then the dialogue is:
        """imap
        C: a1 STARTTLS
        S: a1 OK
        C: ${starttls}
        C: a2 CAPABILITY
        S* * CAPABILITY ${*}
        S! * CAPABILITY ${*} LOGINDISABLED ${*}
        S: a2 OK
        """

    @R3501-6.2.2-5 @R9051-6.2.2-11 @R2595-6-1 @MUST @profile-tls-required @needs-imap @spends-logins
    Scenario: PLAIN is not taken in clear by IMAP
      Given an IMAP session greeted
      Then the dialogue is:
        """imap
        C: a1 AUTHENTICATE PLAIN
        S: a1 NO/BAD
        """

  Rule: POP3 takes no password in clear where TLS is demanded

    @R5034-4-22 @R2595-2.3-1 @R2595-6-1 @MUST @profile-tls-required @needs-pop3
    Scenario: PLAIN is not taken in clear by POP3
      Given a POP3 session greeted
      Then the dialogue is:
        """pop3
        C: AUTH PLAIN
        S: -ERR
        """

    @R2595-2.2-1 @R1939-7-15 @MAY @profile-tls-required @needs-pop3
    Scenario: USER is refused in clear
      Given a POP3 session greeted
      When the client sends: USER ${alice.user}
      Then the reply is -ERR

  Rule: SMTP takes no mail in clear where TLS is demanded

    @R3207-4-2 @R3207-6-1 @SHOULD @profile-tls-required @needs-smtp
    Scenario: MAIL without TLS is answered 530
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}>
      Then the reply is 530

    @R3207-4-3 @SHOULD @profile-tls-required @needs-smtp-ENHANCEDSTATUSCODES
    Scenario: That refusal says 5.7.0
      Given an SMTP session not greeted
      Then the dialogue is:
        """smtp
        S: 220
        C: EHLO ${helo}
        S: 250
        C: MAIL FROM:<${sender}>
        S: 530 5.7.0
        """

    @R3207-4-2 @SHOULD @profile-tls-required @needs-smtp
    Scenario Outline: <command> is taken all the same
      Given an SMTP session after EHLO
      When the client sends: <command>
      Then the reply is <reply>

      Examples:
        | command      | reply |
        | NOOP         | 250   |
        | QUIT         | 221   |
