@needs-outside
Feature: Commands in groups
  Where the host offers PIPELINING commands may go out together; each of them is answered (RFC 2920 §3.1).

  Rule: Of a pipelined group every reply counts

    @R2920-3.1-1 @R2920-3.1-2 @MUST
    Scenario: Of three recipients the one who was refused is reported, and nobody else
      Given any message hello from alice
      And the next hop answers RCPT of dave with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}, dave@${elsewhere}, erin@${elsewhere}
      Then the next hop receives the message hello
      And alice receives a bounce that names dave@${elsewhere}
      And alice does not receive a bounce that names carol@${elsewhere}
      And alice does not receive a bounce that names erin@${elsewhere}

    @R2920-3.1-1 @MUST @needs-timing-retry
    Scenario: A recipient who was refused for now gets the message later
      Given any message hello from alice
      And the next hop answers RCPT of dave with 451 4.7.1 later one time, then all
      When alice submits the message hello to carol@${elsewhere}, dave@${elsewhere}
      Then the next hop receives the message hello 2 times

    @R2920-3.1-3 @R2920-3.1-6 @MUST
    Scenario: Replies of several lines in a group are one reply each
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop} ESMTP
        C? HELO ${*}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250 PIPELINING
        C: MAIL FROM:<${*}>
        S: 250-2.1.0 go
        S: 250 2.1.0 on
        C: RCPT TO:<carol@${elsewhere}>
        S: 250-2.1.5 she
        S: 250-2.1.5 may
        S: 250 2.1.5 have it
        C: DATA
        S: 354-2.0.0 go
        S: 354 on
        C: ${message}
        S: 250 2.0.0 taken
        …
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the dialogue at the next hop takes place
      And the next hop receives the message hello 1 time

    # DATA stood behind RCPT in the group, so it may be answered 354 although nobody was accepted.
    @R2920-3.1-b @SHOULD
    Scenario: Where nobody was accepted, and DATA is, the client sends nothing but the end
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop} ESMTP
        C? HELO ${*}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250 PIPELINING
        C: MAIL FROM:<${*}>
        S: 250 2.1.0 go on
        C: RCPT TO:<carol@${elsewhere}>
        S: 550 5.1.1 no such user
        C? RSET
        C? QUIT
        C: DATA
        S: 354 go on
        C: .
        S: 554 5.5.1 nobody to send it to
        …
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the dialogue at the next hop takes place
