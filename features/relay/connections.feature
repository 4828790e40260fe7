@needs-outside
Feature: Recipients, transactions and connections
  One message may have recipients in several places, and one connection may carry several messages: each gets its own, and no more than that
  (RFC 5321 §3.3, §4.1.4, §4.5.3.1.10, §4.5.4.1).

  Rule: Each host gets its own recipients

    @R5321-2.1-2 @MUST @needs-outside-dns
    Scenario: Two domains get the message once each
      Given any message hello from alice
      And the domain ${elsewhere} has mail servers:
        | preference | host |
        | 10         | mx1  |
      And the domain ${faraway} has mail servers:
        | preference | host |
        | 10         | mx2  |
      When alice submits the message hello to carol@${elsewhere}, dave@${faraway}
      Then mx1 receives the message hello 1 time
      And mx2 receives the message hello 1 time

    @R5321-4.5.4.1-1 @MUST @needs-outside-dns @needs-timing-retry
    Scenario: A domain that cannot be reached keeps the other waiting for nothing
      Given any message hello from alice
      And the domain ${elsewhere} has mail servers:
        | preference | host | answers                        |
        | 10         | mx1  | RCPT with 451 two times, then all |
      And the domain ${faraway} has mail servers:
        | preference | host |
        | 10         | mx2  |
      When alice submits the message hello to carol@${elsewhere}, dave@${faraway}
      Then mx2 receives the message hello in its first transaction
      And mx1 receives the message hello in its third transaction
      And mx2 receives the message hello 1 time

  Rule: What becomes of one recipient is nothing to the others

    @R5321-2.1-2 @R5321-3.6.3-1 @MUST
    Scenario Outline: Where the <place> of three is refused the others get the message
      Given any message hello from alice
      And the next hop answers RCPT of <who> with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}, dave@${elsewhere}, erin@${elsewhere}
      Then the next hop receives the message hello
      And alice receives a bounce that names <who>@${elsewhere}

      Examples:
        | place  | who   |
        | first  | carol |
        | second | dave  |
        | last   | erin  |

    @R5321-2.1-2 @R5321-3.6.3-1 @MUST @needs-timing-retry
    Scenario: Where one is refused and another put off, each gets what is due
      Given any message hello from alice
      And the next hop answers RCPT of carol with 550 5.1.1 no such user; RCPT of dave with 451 4.7.1 later one time, then all
      When alice submits the message hello to carol@${elsewhere}, dave@${elsewhere}
      Then the next hop receives the message hello 1 time
      And alice receives a bounce that names carol@${elsewhere}
      And alice does not receive a bounce that names dave@${elsewhere}

    # RFC 821 had 552 for it.
    @R5321-4.5.3.1.8-4 @R5321-4.5.3.1.10-1 @SHOULD @needs-timing-retry
    Scenario Outline: Who is one too many for a transaction, which <reply> says, has the next one
      Given any message hello from alice
      And the next hop answers RCPT of dave with <reply> one time, then all
      When alice submits the message hello to carol@${elsewhere}, dave@${elsewhere}
      Then the next hop receives the message hello 2 times
      And alice does not receive a bounce that names dave@${elsewhere}

      Examples:
        | reply                          |
        | 452 4.5.3 too many recipients  |
        | 552 5.5.3 too many recipients  |

  Rule: Several messages to one host are several transactions

    @R5321-4.1.4-12 @MUST
    Scenario: Three messages arrive, each by itself
      Given any message one from alice
      And any message two from alice
      And any message three from alice
      When alice submits the message one to carol@${elsewhere}
      Then the next hop receives the message one
      When alice submits the message two to carol@${elsewhere}
      Then the next hop receives the message two
      When alice submits the message three to carol@${elsewhere}
      Then the next hop receives the message three
      And the next hop receives the message one 1 time
      And the next hop has nothing to complain of

    @R5321-4.1.4-12 @MUST
    Scenario Outline: A message behind one whose <what> was refused arrives
      Given any message one from alice
      And any message two from alice
      And the next hop answers offers no PIPELINING; <what> with 550 5.7.1 no one time, then all
      When alice submits the message one to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}
      When alice submits the message two to carol@${elsewhere}
      Then the next hop receives the message two
      And the next hop has nothing to complain of

      Examples:
        | what        |
        | MAIL        |
        | RCPT        |
        | DATA        |
        | the message |
