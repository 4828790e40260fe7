@needs-smtp @needs-smtp-CHUNKING
Feature: Order of chunks
  BDAT belongs into a transaction with recipients, and only the last chunk completes its message (RFC 3030 §2).

  Rule: Only LAST completes a message

    @R3030-2-d @MUST
    Scenario: Chunks without a last one are not delivered when the connection is lost
      Given an SMTP session after RCPT
      When the client speaks and the connection is lost:
        """smtp
        C: BDAT ${size("Subject: no last chunk ", id, CRLF, CRLF, "never ended", CRLF)}
        C~ Subject: no last chunk ${id}${CRLF}${CRLF}never ended${CRLF}
        S: 250
        """
      Then alice does not receive the message "no last chunk ${id}"

    @R3030-2-d @MUST
    Scenario: A last chunk that is cut off is not delivered
      Given an SMTP session after RCPT
      When the client speaks and the connection is lost:
        """smtp
        C: BDAT 1000 LAST
        C: Subject: cut off in a chunk ${id}
        C:
        C: less than a thousand octets
        """
      Then alice does not receive the message "cut off in a chunk ${id}"

    @R3030-2-e @MUST
    Scenario: RSET discards the chunks that came before
      Given any message letter
      And an SMTP session after RCPT
      When the dialogue is:
        """smtp
        C: BDAT 28
        C~ Subject: discarded${CRLF}${CRLF}text${CRLF}
        S: 250
        C: RSET
        S: 250
        C: MAIL FROM:<${sender}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: BDAT ${letter.size} LAST
        C~ ${letter}
        S: 250
        """
      Then alice receives the message letter
      And the received message does not contain: discarded

    @R5321-4.1.1.9-b @R3030-2-5 @MUST

    Scenario: NOOP between chunks changes nothing
      Given any message letter
      And an SMTP session after RCPT
      When the dialogue is:
        """smtp
        C: BDAT ${letter.size}
        C~ ${letter}
        S: 250
        C: ${alive}
        C: BDAT 0 LAST
        S: 250
        """
      Then alice receives the message letter

  Rule: A chunk at the wrong time is refused, and thrown away

    @R3030-2-3 @R3030-2-6 @MUST

    Scenario: BDAT after the last chunk
      Given any message letter
      And an SMTP session after RCPT
      When the dialogue is:
        """smtp
        C: BDAT ${letter.size} LAST
        C~ ${letter}
        S: 250
        C: BDAT 6 LAST
        C~ QUIT${CRLF}
        S: 503
        C: RSET
        S: 250
        """
      Then alice receives the message letter

    @R3030-2-6 @MUST
    Scenario Outline: BDAT <state>
      Given an SMTP session <state>
      Then the dialogue is:
        """smtp
        C: BDAT 6 LAST
        C~ QUIT${CRLF}
        S: 4xx/5xx
        C: RSET
        S: 250
        """

      Examples:
        | state           |
        | after EHLO      |
        | after MAIL      |
        | after a message |

    @R3030-2-10 @MUST
    Scenario: DATA after BDAT is answered 503
      Given an SMTP session after RCPT
      Then the dialogue is:
        """smtp
        C: BDAT 24
        C~ Subject: mixed${CRLF}${CRLF}text${CRLF}
        S: 250
        C: DATA
        S: 503
        C: RSET
        S: 250
        """

    @R3030-2-8 @MUST @needs-smtp-PIPELINING @needs-unknown
    Scenario: Chunks pipelined behind a refused one are thrown away
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C~ MAIL FROM:<${sender}>${CRLF}RCPT TO:<${unknown}>${CRLF}BDAT 6${CRLF}QUIT${CRLF}BDAT 6 LAST${CRLF}QUIT${CRLF}
        S: 250
        S? 2xx
        S: 4xx/5xx
        S: 4xx/5xx
        S: 4xx/5xx
        C: RSET
        S: 250
        """
