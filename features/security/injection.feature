@hostile
Feature: Injection
  An address, a name or a value is what stands there, and no octet in it begins a command, a line of a header or a way into somebody else's mail.

  Rule: What stands in a command is one command

    # Refusing the line is right, and so is hanging up; what counts is that bob, whom a second command would have named, gets nothing.
    @M-robust-injection @MUST @needs-smtp
    Scenario Outline: A recipient hidden behind <what> in RCPT gets nothing
      Given an SMTP session after MAIL
      When the dialogue is:
        """smtp
        C~ RCPT TO:<${alice}><octets>RCPT TO:<${bob}>${CRLF}
        S? ${closed}
        S: 250/4xx/5xx
        C: DATA
        S? 4xx/5xx
        S? ${closed}
        S: 354
        C: From: <${sender}>
        C: Subject: one recipient ${id}
        C:
        C: text
        C: .
        S? ${closed}
        S: 250/4xx/5xx
        """
      Then bob does not receive the message "one recipient ${id}"

      Examples:
        | what         | octets       |
        | a bare LF    | ${LF}        |
        | a bare CR    | ${CR}        |
        | a NUL        | ${NUL}       |
        | a NUL and LF | ${NUL}${LF}  |

    @M-robust-injection @MUST @needs-smtp
    Scenario Outline: A recipient hidden behind <what> in a parameter of MAIL gets nothing
      Given an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C~ MAIL FROM:<${sender}> BODY=7BIT<octets>RCPT TO:<${bob}>${CRLF}
        S? ${closed}
        S: 250/4xx/5xx
        C: DATA
        S? 4xx/5xx
        S? ${closed}
        S: 354
        C: From: <${sender}>
        C: Subject: no recipient ${id}
        C:
        C: text
        C: .
        S? ${closed}
        S: 250/4xx/5xx
        """
      Then bob does not receive the message "no recipient ${id}"

      Examples:
        | what      | octets |
        | a bare LF | ${LF}  |
        | a bare CR | ${CR}  |
        | a NUL     | ${NUL} |

    # What a literal holds is its string, line ends and all (RFC 9051 §4.3).
    @R3501-4.3-a @R9051-4.3-a @MUST @needs-imap
    Scenario: A command inside a literal is not carried out
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C: a2 STATUS {${size("x", CRLF, "a3 DELETE ", mailbox, CRLF)}}
        S? a2 NO/BAD
        S: +
        C: x${CRLF}a3 DELETE ${mailbox}${CRLF} (MESSAGES)
        S: a2 NO/BAD
        C: a4 STATUS ${mailbox} (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 0)
        S: a4 OK
        """

  Rule: The envelope begins no header field

    # It comes back in Received and Return-Path. A server that takes such a line has to make it harmless.
    @M-robust-header-injection @MUST @needs-smtp
    Scenario Outline: A name in EHLO with <what> adds no field
      Given an SMTP session not greeted
      When the dialogue is:
        """smtp
        S: 220
        C~ EHLO client.example<octets>X-Injected: yes${CRLF}
        S? ${closed}
        S? 4xx/5xx
        S: 250
        C: MAIL FROM:<${sender}>
        S? ${closed}
        S? 221/4xx/5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 4xx/5xx
        S: 250
        C: DATA
        S: 354
        C: From: <${sender}>
        C: Subject: ${id}
        C:
        C: text
        C: .
        S? 4xx/5xx
        S: 250
        """
      Then alice receives the message "${id}"
      And the received message has the header field X-Injected 0 times

      Examples:
        | what      | octets |
        | a bare LF | ${LF}  |
        | a bare CR | ${CR}  |

    @M-robust-header-injection @MUST @needs-smtp
    Scenario Outline: A reverse-path with <what> adds no field
      Given an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C~ MAIL FROM:<"a<octets>X-Injected: yes<octets>"@elsewhere.test>${CRLF}
        S? ${closed}
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 4xx/5xx
        S: 250
        C: DATA
        S: 354
        C: From: <${sender}>
        C: Subject: ${id}
        C:
        C: text
        C: .
        S? 4xx/5xx
        S: 250
        """
      Then alice receives the message "${id}"
      And the received message has the header field X-Injected 0 times

      Examples:
        | what              | octets       |
        | a bare LF         | ${LF}        |
        | a bare CR         | ${CR}        |
        | a quoted LF       | \${LF}       |
        | a quoted CR       | \${CR}       |

  Rule: No name leads to what is another's

    # A server may take such a name for a mailbox of alice's. The first are ways in a file system, the others names that servers have had for it.
    @R2342-2-3 @R9051-5.1.2-3 @M-robust-imap-names-outside @MUST @needs-imap
    Scenario Outline: What alice appends to <mailbox> does not reach bob
      Given the message letter:
        """
        From: <${alice}>
        Subject: for another ${id}

        text
        """
      And an IMAP session authenticated
      When the dialogue is:
        """imap
        C: a1 APPEND "<name>" {${letter.size}}
        S? ${closed}
        S? a1 NO/BAD
        S: +
        C: ${letter}
        S? ${closed}
        S: a1 OK/NO/BAD
        """
      Then bob does not receive the message "for another ${id}"

      Examples:
        | mailbox                           | name                                |
        | the way over the parent           | ../${bob.user}/INBOX                |
        | the way by its local part         | ../${bob.local}/INBOX               |
        | the way over two parents          | ../../${bob.user}/INBOX             |
        | the way below INBOX               | INBOX/../../${bob.user}/INBOX       |
        | the way with dots of a Maildir    | INBOX...${bob.user}                 |
        | the way from the root             | /var/mail/${bob.local}              |
        | the way from her home             | ~${bob.local}/INBOX                 |
        | the name of Cyrus                 | user.${bob.local}                   |
        | the name of Cyrus, with slashes   | user/${bob.user}                    |
        | the name of others in a namespace | Other Users/${bob.user}             |
        | the name of UW's IMAP server      | #user/${bob.user}/INBOX             |
        | the name of GreenMail             | #mail.${bob.user}.INBOX             |

    @R2342-2-3 @R9051-5.1.2-3 @M-robust-imap-names-outside @MUST @needs-imap
    Scenario Outline: Alice does not see what bob has by <mailbox>
      Given bob's inbox holds:
        | message |
        | plain   |
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SELECT "<name>"
        S? ${closed}
        S: a1 NO/BAD
        """

      Examples:
        | mailbox                         | name                          |
        | the way over the parent         | ../${bob.user}/INBOX          |
        | the way by its local part       | ../${bob.local}/INBOX         |
        | the way below INBOX             | INBOX/../../${bob.user}/INBOX |
        | the way from her home           | ~${bob.local}/INBOX           |
        | the name of Cyrus               | user.${bob.local}             |
        | the name of Cyrus, with slashes | user/${bob.user}              |
        | the name of UW's IMAP server    | #user/${bob.user}/INBOX       |
