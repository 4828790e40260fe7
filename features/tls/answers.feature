@needs-outside
Feature: Answers in clear behind the one that begins TLS
  A relay is a client of the next hop. What comes in clear behind 220 may be anybody's: under TLS it is no answer to anything (RFC 3207 §4.2, §6; CVE-2011-0411 and what the NO
  STARTTLS study of 2021 found in clients). It is thrown away, or the client gives the connection up, or takes it for the handshake, which fails then.

  Rule: No answer in clear is believed under TLS

    # Whoever takes it for the handshake fails each time, and returns the message in the end.
    @R3207-4.2-2 @MUST
    Scenario Outline: An answer to EHLO in clear is not believed, <how>
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C? HELO ${*}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250 STARTTLS
        C? MAIL FROM:${*}
        C: STARTTLS
        S~ <first>
        S~ <second>
        S: ${starttls}
        C? ${closed}
        C? QUIT
        C: EHLO ${*}
        C: ${silent 400ms}
        S: 250 ${next-hop}
        …
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the dialogue at the next hop takes place
      And the next hop receives the message hello, or alice a bounce that names carol@${elsewhere}

      Examples:
        | how                       | first                                    | second               |
        | in the same segment       | 220 go on${CRLF}250 evil${CRLF}              | ${""}                |
        | in the next segment       | 220 go on${CRLF}                           | 250 evil${CRLF}        |
        | where it is cut in two    | 220 go on${CRLF}25                         | 0 evil${CRLF}          |
        | where the end of 220 is cut | 220 go on${CR}                           | ${LF}250 evil${CRLF}   |
        | of several lines          | 220 go on${CRLF}250-evil${CRLF}250 AUTH PLAIN${CRLF} | ${""}    |

    @R3207-4.2-2 @MUST
    Scenario: Half an answer in clear is not made whole under TLS
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C? HELO ${*}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250 STARTTLS
        C? MAIL FROM:${*}
        C: STARTTLS
        S~ 220 go on${CRLF}250-AUTH PLAIN${SP}
        S: ${starttls}
        C? ${closed}
        C? QUIT
        C: EHLO ${*}
        S: 250 ${next-hop}
        C: MAIL FROM:<${alice}>${*}
        S: 250 2.1.0 go on
        …
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the dialogue at the next hop takes place

  Rule: No answer in clear stands for one to the message

    # Who believes them has handed the message to nobody, and thinks that it has.
    @R3207-4.2-2 @R5321-6.1-1 @MUST @needs-timing-retry
    Scenario: Answers in clear to a whole transaction lose no message
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C? HELO ${*}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250 STARTTLS
        C? MAIL FROM:${*}
        C: STARTTLS
        S: 220 go on
        S: 250 evil
        S: 250 2.1.0 sender
        S: 250 2.1.5 recipient
        S: 354 go on
        S: 250 2.0.0 taken
        S: ${starttls}
        C? ${closed}
        C? QUIT
        C: EHLO ${*}
        C? ${closed}
        C: ${silent 400ms}
        S: 421 4.3.2 later
        S: ${close}
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the dialogue at the next hop takes place
      And the next hop answers:
        """smtp
        S: 220 ${next-hop}
        …
        """
      And the next hop receives the message hello
