@needs-outside
Feature: Hosts that answer strangely
  Replies have codes and texts that nobody has heard of, come in pieces, in many lines, or are none. A client goes by the first digit of the code
  (RFC 5321 §4.2, §4.3.2), and keeps the message until somebody has taken it.

  Background:
    Given any message hello from alice

  Rule: The text means nothing

    @R5321-4.2-12 @R5321-4.2.1-5 @MUST
    Scenario: A host that answers by codes without a text gets the message
      Given the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C? HELO ${*}
        C: EHLO ${*}
        S: 250 ${next-hop}
        C: MAIL FROM:<${*}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250${SP}
        C: DATA
        S: 354
        C: ${message}
        S: 250
        …
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello 1 time

    @R5321-4.2-11 @MUST
    Scenario: A host whose texts speak of errors gets the message once
      Given the next hop answers:
        """smtp
        S: 220 ${next-hop} ESMTP 554 5.7.1 go away
        C? HELO ${*}
        C: EHLO ${*}
        S: 250 ${next-hop} 421 closing
        C: MAIL FROM:<${*}>
        S: 250 451 4.7.1 temporary failure, error
        C: RCPT TO:<carol@${elsewhere}>
        S: 250 550 5.1.1 user unknown
        C: DATA
        S: 354 554 transaction failed
        C: ${message}
        S: 250 552 rejected
        …
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello 1 time

  Rule: Of a code that nobody knows the first digit counts

    @R5321-4.2-8 @MUST
    Scenario Outline: A host that answers <what> with <code> gets the message once
      Given the next hop answers <what> with <code> as it were
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello 1 time

      Examples:
        | what        | code |
        | MAIL        | 255  |
        | RCPT        | 259  |
        | the message | 239  |

    @R5321-4.2-8 @MUST @needs-timing-retry
    Scenario Outline: A host that answers <what> with <code> once gets the message later
      Given the next hop answers <what> with <code> not now one time, then all
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

      Examples:
        | what        | code |
        | MAIL        | 449  |
        | RCPT        | 439  |
        | DATA        | 429  |
        | the message | 499  |

    @R5321-4.2-8 @MUST
    Scenario Outline: Of a message to whose <what> a host answers <code> its sender hears
      Given the next hop answers <what> with <code> no
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}

      Examples:
        | what        | code |
        | MAIL        | 539  |
        | RCPT        | 559  |
        | the message | 529  |

  Rule: A code that begins with none of these digits is the end of the transaction

    @R5321-4.2-10 @SHOULD
    Scenario Outline: After <reply> to RCPT there is no content
      Given the next hop answers:
        """smtp
        S: 220 ${next-hop} ESMTP
        C? HELO ${*}
        C: EHLO ${*}
        S: 250 ${next-hop}
        C: MAIL FROM:<${*}>
        S: 250 2.1.0 go on
        C: RCPT TO:<carol@${elsewhere}>
        S: <reply>
        C? ${closed}
        C? RSET
        C: QUIT
        S: 221 2.0.0 bye
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the dialogue at the next hop takes place

      Examples:
        | reply            |
        | 150 in a moment  |
        | 650 out of range |

  Rule: A reply may have many lines

    @R5321-4.2-b @R5321-4.2.1-a @MUST @needs-outside-dns
    Scenario: A host that says everything in three lines gets the message
      Given the next hop answers:
        """smtp
        S: 220-${next-hop} ESMTP
        S: 220-
        S: 220 here we are
        C? HELO ${*}
        C: EHLO ${*}
        S: 250 ${next-hop}
        C: MAIL FROM:<${*}>
        S: 250-2.1.0 go
        S: 250-
        S: 250 on
        C: RCPT TO:<carol@${elsewhere}>
        S: 250-2.1.5 go
        S: 250-
        S: 250 on
        C: DATA
        S: 354-now
        S: 354-
        S: 354 the message
        C: ${message}
        S: 250-2.0.0 all
        S: 250-
        S: 250 taken
        C: QUIT
        S: 221-2.0.0 good
        S: 221 bye
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the dialogue at the next hop takes place
      And the next hop receives the message hello 1 time

    @R5321-4.2.1-a @MUST
    Scenario: A host that greets with a hundred lines gets the message
      Given the next hop answers:
        """smtp
        S~ ${100 * "220-Read this before you go on.${CRLF}"}
        S: 220 ${next-hop} ESMTP
        …
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

    @R5321-4.5.3.1-1 @MUST
    Scenario: A host whose lines have 512 octets gets the message
      Given the next hop answers:
        """smtp
        S: 220 ${506 * "a"}
        C? HELO ${*}
        C: EHLO ${*}
        S: 250 ${506 * "b"}
        C: MAIL FROM:<${*}>
        S: 250 ${506 * "c"}
        C: RCPT TO:<carol@${elsewhere}>
        S: 250 ${506 * "d"}
        C: DATA
        S: 354 ${506 * "e"}
        C: ${message}
        S: 250 ${506 * "f"}
        …
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello 1 time

  Rule: Where a packet ends, no reply need end

    @R5321-4.2.1-a @MUST
    Scenario: A host whose replies come octet by octet gets the message
      Given the next hop answers:
        """smtp
        S~ 2
        S~ 2
        S~ 0
        S~ ${SP}
        S~ ${next-hop}
        S~ ${CR}
        S~ ${LF}
        C? HELO ${*}
        C: EHLO ${*}
        S~ 2
        S~ 50-
        S~ ${next-hop}${CRLF}25
        S~ 0 HELP
        S~ ${CRLF}
        C: MAIL FROM:<${*}>
        S~ 25
        S~ 0 2.1.0 go on${CR}
        S~ ${LF}
        …
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

  Rule: What was taken is done with

    @R5321-4.5.4.1-a @MUST
    Scenario Outline: <What> is answered to QUIT, and the message is not sent again
      Given the next hop answers QUIT with <what>
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello 1 time

      Examples:
        | What                | what                |
        | 500                 | 500 5.5.1 what      |
        | 421                 | 421 4.3.2 goodbye   |
        | Garbage             | garbage             |
        | A closed connection | a closed connection |
        | A reset connection  | a reset connection  |

  Rule: What was not taken is not lost

    @R5321-4.5.4.1-1 @MUST @needs-timing-retry
    Scenario Outline: A host that <breaks off> gets the message the next time
      Given the next hop answers <what> with <how> one time, then all
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

      Examples:
        | breaks off                        | what         | how                |
        | resets the connection at EHLO     | EHLO         | a reset connection |
        | says 421 at MAIL                  | MAIL         | 421                |
        | says 421 at RCPT                  | RCPT         | 421 and closes     |
        | says 421 at DATA                  | DATA         | 421 and closes     |
        | closes before the content         | DATA         | 354 and closes     |
        | resets the connection at its end  | the message  | a reset connection |
        | says 421 at its end               | the message  | 421 and closes     |
