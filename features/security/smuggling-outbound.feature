@needs-outside @hostile
Feature: Messages smuggled out
  What a user submits may hold a line end that is none, with a dot behind it. A server that hands it on as it is sends a second message to every host that
  takes that for the end of the data, in the name of whoever the writer wants (RFC 5321 §2.3.8, §4.5.2). Refusing it is right, and so is mending it.

  Rule: CR and LF leave together or not at all

    # Whether the host would have been deceived is another question: these are no lines, wherever they stand.
    @R5321-2.3.8-3 @MUST
    Scenario Outline: <what> does not reach the next host
      Given a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250
        C: DATA
        S: 354
        C~ From: <${alice}>${CRLF}Subject: outer ${id}${CRLF}${CRLF}one<octets>two${CRLF}.${CRLF}
        S? ${closed}
        S? 4xx/5xx
        S: 250
        """
      Then the next hop receives the message "outer ${id}"
      And the next hop has nothing to complain of

      Examples:
        | what                      | octets             |
        | A bare LF                 | ${LF}              |
        | A bare CR                 | ${CR}              |
        | CR CR LF                  | ${CR}${CRLF}       |
        | LF CR                     | ${LF}${CR}         |
        | A bare LF before an end   | ${LF}${CRLF}       |

    @R5321-2.3.8-3 @MUST
    Scenario Outline: A bare <octet> in the header does not reach the next host
      Given a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250
        C: DATA
        S: 354
        C~ From: <${alice}>${CRLF}Subject: outer<octets>Bcc: dave@${elsewhere}${CRLF}X-Id: ${id}${CRLF}${CRLF}text${CRLF}.${CRLF}
        S? ${closed}
        S? 4xx/5xx
        S: 250
        """
      Then the next hop receives the message "${id}"
      And the next hop has nothing to complain of

      Examples:
        | octet | octets |
        | LF    | ${LF}  |
        | CR    | ${CR}  |

  Rule: What another server may take for the end of the data does not leave

    # The harm, and not only the deviation: a dot that nobody has doubled, between what some take for line ends.
    @M-robust-smuggling @MUST
    Scenario Outline: A dot behind <end> does not reach the next host alone in a line
      Given a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250
        C: DATA
        S: 354
        C~ From: <${alice}>${CRLF}Subject: outer ${id}${CRLF}${CRLF}text<octets>
        C~ MAIL FROM:<eve@${faraway}>${CRLF}RCPT TO:<dave@${elsewhere}>${CRLF}DATA${CRLF}From: <eve@${faraway}>${CRLF}Subject: smuggled ${id}${CRLF}${CRLF}text${CRLF}.${CRLF}
        S? ${closed}
        S? 4xx/5xx
        S: 250
        C: QUIT
        S: 221
        """
      Then the next hop receives the message "outer ${id}"
      And the next hop has nothing to complain of

      Examples:
        | end                 | octets                             |
        | LF, before LF       | ${LF}.${LF}                        |
        | LF, before CR LF    | ${LF}.${CRLF}                      |
        | LF, before CR       | ${LF}.${CR}                        |
        | CR, before CR       | ${CR}.${CR}                        |
        | CR, before LF       | ${CR}.${LF}                        |
        | CR, before CR LF    | ${CR}.${CRLF}                      |
        | LF CR               | ${LF}${CR}.${LF}${CR}              |
        | CR NUL LF           | ${CR}${NUL}${LF}.${CR}${NUL}${LF}  |

    # What mends line ends and then does not double the dots behind them sends the message that was hidden.
    @R5321-4.5.2-e @MUST
    Scenario Outline: Of a message with <end> the next host gets one
      Given a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250
        C: DATA
        S: 354
        C~ From: <${alice}>${CRLF}Subject: outer ${id}${CRLF}${CRLF}text<octets>
        C~ MAIL FROM:<eve@${faraway}>${CRLF}RCPT TO:<dave@${elsewhere}>${CRLF}DATA${CRLF}From: <eve@${faraway}>${CRLF}Subject: smuggled ${id}${CRLF}${CRLF}text${CRLF}.${CRLF}
        S? ${closed}
        S? 4xx/5xx
        S: 250
        C: QUIT
        S: 221
        """
      Then the next hop receives the message "${id}" 1 time

      Examples:
        | end               | octets                    |
        | LF dot LF         | ${LF}.${LF}               |
        | LF dot CR LF      | ${LF}.${CRLF}             |
        | CR dot CR         | ${CR}.${CR}               |
        | CR LF NUL dot     | ${CRLF}${NUL}.${CRLF}     |

  Rule: A chunk opens no other way

    # Text in a chunk has CR LF at its line ends as well (RFC 3030 §2); what has others is binary, which a host that does not offer it never gets.
    @R5321-2.3.8-3 @MUST @needs-submission-CHUNKING
    Scenario Outline: A chunk with <end> does not reach a host that takes no chunks
      Given the message letter:
        """
        From: <${alice}>
        Subject: outer ${id}

        text<octets>more
        """
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250
        C: BDAT ${letter.size} LAST
        C~ ${letter}
        S? ${closed}
        S? 4xx/5xx
        S: 250
        """
      Then the next hop receives the message "outer ${id}", or alice a bounce that names carol@${elsewhere}
      And the next hop has nothing to complain of

      Examples:
        | end          | octets        |
        | LF dot LF    | ${LF}.${LF}   |
        | LF dot CR LF | ${LF}.${CRLF} |
        | CR dot CR    | ${CR}.${CR}   |
