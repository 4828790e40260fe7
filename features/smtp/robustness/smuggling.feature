@needs-smtp @hostile
Feature: Smuggled messages
  A message that hides another behind something that looks like the end of the data. A server that ends the data there carries out
  what its writer put behind it, in a name that no check has seen (CVE-2023-51764, -51765, -51766; RFC 5321 §4.1.1.4, §4.5.2).

  Rule: A transaction inside a message stays text

    # Refusing such a message is right as well, and so is refusing what stands behind: a server that took one dot for the end is judged by
    # line-endings, and here by what bob receives.
    @R5321-4.5.2-a @R5321-4.1.1.4-c @MUST
    Scenario Outline: A transaction behind <end> is not carried out
      Given an SMTP session after DATA
      When the dialogue is:
        """smtp
        C~ From: <${sender}>${CRLF}Subject: outer ${id}${CRLF}${CRLF}text<octets>
        C~ MAIL FROM:<${sender}>${CRLF}RCPT TO:<${bob}>${CRLF}DATA${CRLF}
        C~ From: <${alice}>${CRLF}Subject: smuggled ${id}${CRLF}${CRLF}text${CRLF}.${CRLF}
        S? ${closed}
        S: 250/4xx/5xx
        C: NOOP
        S? 4xx/5xx
        S? ${closed}
        S: 250
        """
      Then bob does not receive the message "smuggled ${id}"

      Examples: line ends mixed up
        | end                | octets               |
        | CR LF dot CR       | ${CRLF}.${CR}        |
        | LF dot CR          | ${LF}.${CR}          |
        | CR dot LF          | ${CR}.${LF}          |
        | CR LF dot CR CR LF | ${CRLF}.${CR}${CRLF} |
        | LF dot LF          | ${LF}.${LF}          |
        | LF dot CR LF       | ${LF}.${CRLF}        |
        | CR LF dot LF       | ${CRLF}.${LF}        |
        | CR LF dot LF CR    | ${CRLF}.${LF}${CR}   |
        | CR dot CR          | ${CR}.${CR}          |

      Examples: something beside the dot
        | end                     | octets                   |
        | a NUL and a dot         | ${CRLF}${NUL}.${CRLF}    |
        | a dot and a NUL         | ${CRLF}.${NUL}${CRLF}    |
        | a space and a dot       | ${CRLF}${SP}.${CRLF}     |
        | a backspace and a dot   | ${CRLF}${x08}.${CRLF}    |
        | a dot and a DEL         | ${CRLF}.${x7F}${CRLF}    |
        | a dot in overlong UTF-8 | ${CRLF}${xC0AE}${CRLF}   |
        | a dot with its high bit | ${CRLF}${xAE}${CRLF}     |
        | a full-width dot        | ${CRLF}${xEFBC8E}${CRLF} |

      Examples: other line ends
        | end                       | octets                |
        | vertical tabs             | ${x0B}.${x0B}         |
        | form feeds                | ${x0C}.${x0C}         |
        | the next-line octet       | ${x85}.${x85}         |
        | next-line in UTF-8        | ${xC285}.${xC285}     |
        | the line separator        | ${xE280A8}.${xE280A8} |
        | CR LF with their high bit | ${x8D8A}.${x8D8A}     |

  Rule: A command inside an address stays part of the address

    @M-robust-injection @MUST
    Scenario Outline: A recipient hidden behind <what> in MAIL is not added
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C~ MAIL FROM:<${sender}><octets>RCPT TO:<${alice}>${CRLF}
        S? ${closed}
        S: 250/4xx/5xx
        C: DATA
        S: 4xx/5xx
        """

      Examples:
        | what      | octets |
        | a bare CR | ${CR}  |
        | a NUL     | ${NUL} |
        | a bare LF | ${LF}  |

    @M-robust-injection @MUST
    Scenario Outline: <what> in a quoted local part ends no line
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C~ MAIL FROM:<"a<octets>XMAILSPEC<octets>b"@elsewhere.test>${CRLF}
        S? ${closed}
        S: 250/4xx/5xx
        C: ${alive}
        """

      Examples:
        | what      | octets |
        | A bare CR | ${CR}  |
        | A bare LF | ${LF}  |
