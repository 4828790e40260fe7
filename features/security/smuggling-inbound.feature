@needs-smtp @hostile
Feature: Messages smuggled in
  A server that ends the data where another one did not takes what stands behind for commands, in a name that nobody has checked. That the data end
  there is the deviation; that a second message arrives is the harm. Each is judged for itself (RFC 5321 §2.3.8, §4.1.1.4, §4.5.2).

  Rule: What only looks like the end of the data is text

    # Those that a server might make of characters when it splits lines as its language does, or cleans them. More stand in smtp/robustness/smuggling.
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
        | end                      | octets                             |
        | CR dot CR LF             | ${CR}.${CRLF}                      |
        | LF CR dot LF CR          | ${LF}${CR}.${LF}${CR}              |
        | CR NUL LF dot CR NUL LF  | ${CR}${NUL}${LF}.${CR}${NUL}${LF}  |
        | CR NUL dot CR NUL        | ${CR}${NUL}.${CR}${NUL}            |
        | CR NUL LF dot CR LF      | ${CR}${NUL}${LF}.${CRLF}           |
        | CR LF dot CR NUL LF      | ${CRLF}.${CR}${NUL}${LF}           |

      Examples: something beside the dot
        | end                | octets                |
        | a dot and a space  | ${CRLF}.${SP}${CRLF}  |
        | a dot and a tab    | ${CRLF}.${TAB}${CRLF} |
        | a tab and a dot    | ${CRLF}${TAB}.${CRLF} |
        | a DEL and a dot    | ${CRLF}${x7F}.${CRLF} |

      Examples: other line ends
        | end                                   | octets                        |
        | file separators                       | ${x1C}.${x1C}                 |
        | record separators                     | ${x1E}.${x1E}                 |
        | the paragraph separator               | ${xE280A9}.${xE280A9}         |
        | letters whose low octets are the end  | ${xC48DC48AC4AEC48DC48A}      |
        | CR and LF in overlong UTF-8           | ${xC08DC08A}.${xC08DC08A}     |

    # One message, one reply: a server that has ended the data before answers what follows it, too, even where it then hangs up and no harm is done.
    @R5321-2.3.8-1 @R5321-4.5.2-a @MUST
    Scenario Outline: <end> is answered by nothing
      Given an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ Subject: ${id}${CRLF}${CRLF}first<octets>XMAILSPEC${CRLF}.${CRLF}
        S? ${closed}
        S: 250/4xx/5xx
        C: ${alive}
        """

      Examples:
        | end                     | octets                             |
        | LF dot CR LF            | ${LF}.${CRLF}                      |
        | CR LF dot LF            | ${CRLF}.${LF}                      |
        | CR LF dot CR            | ${CRLF}.${CR}                      |
        | LF dot CR               | ${LF}.${CR}                        |
        | CR dot LF               | ${CR}.${LF}                        |
        | CR dot CR LF            | ${CR}.${CRLF}                      |
        | CR LF dot CR CR LF      | ${CRLF}.${CR}${CRLF}               |
        | LF CR dot LF CR         | ${LF}${CR}.${LF}${CR}              |
        | CR LF NUL dot CR LF     | ${CRLF}${NUL}.${CRLF}              |
        | CR LF dot NUL CR LF     | ${CRLF}.${NUL}${CRLF}              |
        | CR NUL LF dot CR NUL LF | ${CR}${NUL}${LF}.${CR}${NUL}${LF}  |
        | CR LF dot space CR LF   | ${CRLF}.${SP}${CRLF}               |

  Rule: Where a segment begins and ends means nothing

    # Who looks for the end at the beginning of what a read brought takes any of these dots for it.
    @R5321-4.5.2-a @R5321-4.1.1.4-c @MUST
    Scenario Outline: A transaction is not carried out where a segment ends between <before> and <after>
      Given an SMTP session after DATA
      When the dialogue is:
        """smtp
        C~ From: <${sender}>${CRLF}Subject: outer ${id}${CRLF}${CRLF}text<first>
        S: ${silent 30ms}
        C~ <second>
        S: ${silent 30ms}
        C~ MAIL FROM:<${sender}>${CRLF}RCPT TO:<${bob}>${CRLF}DATA${CRLF}From: <${alice}>${CRLF}Subject: smuggled ${id}${CRLF}${CRLF}text${CRLF}.${CRLF}
        S? ${closed}
        S: 250/4xx/5xx
        C: NOOP
        S? 4xx/5xx
        S? ${closed}
        S: 250
        """
      Then bob does not receive the message "smuggled ${id}"

      Examples:
        | before     | after           | first         | second        |
        | text       | a dot           |               | .${CRLF}      |
        | LF         | a dot           | ${LF}         | .${CRLF}      |
        | CR         | a dot           | ${CR}         | .${CRLF}      |
        | text       | a dot and LF    |               | .${LF}        |
        | CR LF dot  | LF              | ${CRLF}.      | ${LF}         |
        | CR LF dot  | CR              | ${CRLF}.      | ${CR}         |
        | LF dot     | CR LF           | ${LF}.        | ${CRLF}       |

  Rule: A group of commands in the same write is text as well

    @R5321-4.5.2-a @R5321-4.1.1.4-c @MUST @needs-smtp-PIPELINING
    Scenario Outline: A transaction in one write with <end> is not carried out
      Given an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}>
        C: RCPT TO:<${alice}>
        C: DATA
        S: 250
        S: 250
        S: 354
        C~ From: <${sender}>${CRLF}Subject: outer ${id}${CRLF}${CRLF}text<octets>MAIL FROM:<${sender}>${CRLF}RCPT TO:<${bob}>${CRLF}DATA${CRLF}From: <${alice}>${CRLF}Subject: smuggled ${id}${CRLF}${CRLF}text${CRLF}.${CRLF}
        S? ${closed}
        S: 250/4xx/5xx
        C: NOOP
        S? 4xx/5xx
        S? ${closed}
        S: 250
        """
      Then bob does not receive the message "smuggled ${id}"

      Examples:
        | end                 | octets                |
        | LF dot LF           | ${LF}.${LF}           |
        | LF dot CR LF        | ${LF}.${CRLF}         |
        | CR LF NUL dot CR LF | ${CRLF}${NUL}.${CRLF} |

  Rule: A chunk is not searched for an end

    @R3030-2-b @MUST @needs-smtp-CHUNKING
    Scenario: A transaction behind a line with a dot, inside a chunk, is not carried out
      Given the message letter:
        """
        From: <${sender}>
        Subject: outer ${id}

        text
        .
        MAIL FROM:<${sender}>
        RCPT TO:<${bob}>
        DATA
        From: <${alice}>
        Subject: smuggled ${id}

        text
        .
        """
      And an SMTP session after RCPT
      When the dialogue is:
        """smtp
        C: BDAT ${letter.size} LAST
        C~ ${letter}
        S: 250
        C: ${alive}
        """
      Then bob does not receive the message "smuggled ${id}"

    # Exim took such a chunk for the end, and read on where nothing was (CVE-2017-16944).
    @R3030-2-b @MUST @needs-smtp-CHUNKING
    Scenario: A chunk that is a dot and CR LF, behind another, ends nothing
      Given the message letter:
        """
        From: <${sender}>
        Subject: a dot in a chunk of its own ${id}

        before
        .
        after
        """
      And an SMTP session after RCPT
      When the dialogue is:
        """smtp
        C: BDAT ${letter.size - 10}
        C~ From: <${sender}>${CRLF}Subject: a dot in a chunk of its own ${id}${CRLF}${CRLF}before${CRLF}
        S: 250
        C: BDAT 3
        C~ .${CRLF}
        S: 250
        C: BDAT 7 LAST
        C~ after${CRLF}
        S: 250
        C: ${alive}
        """
      Then alice receives the message letter
