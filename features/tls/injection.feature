@hostile
Feature: Words in clear behind the command for TLS
  What came before the handshake may be anybody's: it is thrown away, or taken for the handshake, which then fails; it is never carried out (RFC 3207 §6, CVE-2011-0411). One
  scenario of each protocol stands with it: a command in the same segment.

  Rule: SMTP carries out nothing that came in clear

    @R3207-6-4 @MUST @needs-smtp-STARTTLS
    Scenario: A transaction behind STARTTLS is not begun
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C~ STARTTLS${CRLF}EHLO ${helo}${CRLF}MAIL FROM:<${sender}>${CRLF}
        S? 4xx/5xx
        S? ${closed}
        S: 220
        C: ${starttls}
        C: RCPT TO:<${alice}>
        S? ${closed}
        S: 4xx/5xx
        """

    @R3207-6-4 @MUST @needs-smtp-STARTTLS
    Scenario Outline: A command behind STARTTLS is not carried out, <how>
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C~ <first>
        C~ <second>
        S? 4xx/5xx
        S? ${closed}
        S: 220
        C: ${starttls}
        C: EHLO ${helo}
        S? ${closed}
        S: 250
        C: QUIT
        S: 221
        """

      Examples:
        | how                         | first                | second                     |
        | in the next segment         | STARTTLS${CRLF}      | XMAILSPEC${CRLF}           |
        | where STARTTLS is cut       | START                | TLS${CRLF}XMAILSPEC${CRLF} |
        | where its end is cut in two | STARTTLS${CR}        | ${LF}XMAILSPEC${CRLF}      |
        | where it is cut in two      | STARTTLS${CRLF}XMAIL | SPEC${CRLF}                |

    @R3207-6-4 @MUST @needs-smtp-STARTTLS
    Scenario: Half a command in clear is not made whole under TLS
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C~ STARTTLS${CRLF}X
        S? 4xx/5xx
        S? ${closed}
        S: 220
        C: ${starttls}
        C: EHLO ${helo}
        S? ${closed}
        S: 250
        """

  Rule: Nobody is logged in to submission by words in clear

    @R3207-6-4 @MUST @needs-submission-STARTTLS @needs-submission-AUTH
    Scenario: A login behind STARTTLS is not carried out
      Given a submission session not greeted
      Then the dialogue is:
        """smtp
        S: 220
        C: EHLO ${helo}
        S: 250
        C~ STARTTLS${CRLF}EHLO ${helo}${CRLF}AUTH PLAIN ${base64(NUL, alice.user, NUL, alice.password)}${CRLF}
        S? 4xx/5xx
        S? ${closed}
        S: 220
        C: ${starttls}
        C: MAIL FROM:<${alice}>
        S? ${closed}
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<${foreign}>
        S: 4xx/5xx
        """

  Rule: POP3 carries out nothing that came in clear

    @M-robust-stls-injection @MUST @needs-pop3-STLS
    Scenario Outline: A command behind STLS is not carried out, <how>
      Given a POP3 session greeted
      Then the dialogue is:
        """pop3
        C~ <first>
        C~ <second>
        S? -ERR
        S? ${closed}
        S: +OK
        C: ${starttls}
        C: ${end}
        S? ${closed}
        """

      Examples:
        | how                         | first          | second                |
        | in the next segment         | STLS${CRLF}    | XYZZY${CRLF}          |
        | where STLS is cut in two    | ST             | LS${CRLF}XYZZY${CRLF} |
        | where its end is cut in two | STLS${CR}      | ${LF}XYZZY${CRLF}     |
        | where it is cut in two      | STLS${CRLF}XYZ | ZY${CRLF}             |

    @M-robust-stls-injection @MUST @needs-pop3-STLS
    Scenario: A login behind STLS is not carried out
      Given a POP3 session greeted
      Then the dialogue is:
        """pop3
        C~ STLS${CRLF}USER ${alice.user}${CRLF}PASS ${alice.password}${CRLF}
        S? -ERR
        S? ${closed}
        S: +OK
        C: ${starttls}
        C: STAT
        S? ${closed}
        S: -ERR
        """

    @M-robust-stls-injection @MUST @needs-pop3-STLS
    Scenario: A name behind STLS is not the one that logs in under TLS
      Given a POP3 session greeted
      Then the dialogue is:
        """pop3
        C~ STLS${CRLF}USER ${alice.user}${CRLF}
        S? -ERR
        S? ${closed}
        S: +OK
        C: ${starttls}
        C: PASS ${alice.password}
        S? ${closed}
        S: -ERR
        """

  Rule: IMAP carries out nothing that came in clear

    @M-robust-imap-starttls @MUST @needs-imap-STARTTLS
    Scenario Outline: A command behind STARTTLS is not carried out by IMAP, <how>
      Given an IMAP session greeted
      Then the dialogue is:
        """imap
        C~ <first>
        C~ <second>
        S? a1 BAD/NO
        S? ${closed}
        S: a1 OK
        C: ${starttls}
        C: ${alive}
        S? ${closed}
        """

      Examples:
        | how                         | first                   | second                   |
        | in the next segment         | a1 STARTTLS${CRLF}      | a2 NOOP${CRLF}           |
        | where STARTTLS is cut       | a1 START                | TLS${CRLF}a2 NOOP${CRLF} |
        | where its end is cut in two | a1 STARTTLS${CR}        | ${LF}a2 NOOP${CRLF}      |
        | where it is cut in two      | a1 STARTTLS${CRLF}a2 NO | OP${CRLF}                |

    @M-robust-imap-starttls @MUST @needs-imap-STARTTLS
    Scenario: Half a command in clear is not made whole under TLS by IMAP
      Given an IMAP session greeted
      Then the dialogue is:
        """imap
        C~ a1 STARTTLS${CRLF}x
        S? a1 BAD/NO
        S? ${closed}
        S: a1 OK
        C: ${starttls}
        C: a2 NOOP
        S? ${closed}
        S: a2 OK
        """
