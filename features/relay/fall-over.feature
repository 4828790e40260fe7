@needs-outside-dns @chapter-dns-1
Feature: The next host, where one does not take the message
  A domain has several hosts so that mail gets through while one of them fails (RFC 5321 §5.1).

  Rule: What one host puts off, another is asked to take

    # Each address is tried “until a delivery attempt succeeds”; a site may limit how many, but to no less than two.
    @R5321-5.1-12 @SHOULD
    Scenario Outline: A first host that answers <what> with <reply> leaves the message to the second
      Given any message hello from alice
      And the domain ${elsewhere} has mail servers:
        | preference | host | answers             |
        | 10         | mx1  | <what> with <reply> |
        | 20         | mx2  |                     |
      When alice submits the message hello to carol@${elsewhere}
      Then mx2 receives the message hello

      Examples:
        | what         | reply                 |
        | the greeting | 450 4.3.2 not now     |
        | EHLO         | 451 4.3.0 not now; HELO with 451 4.3.0 not now |
        | MAIL         | 451 4.3.0 not now     |
        | RCPT         | 451 4.3.0 not now     |
        | DATA         | 451 4.3.0 not now     |
        | the message  | 451 4.3.0 not now     |
        | EHLO         | 421 4.3.2 and closes  |
        | MAIL         | 421 4.3.2 and closes  |
        | RCPT         | 421 4.3.2 and closes  |
        | DATA         | 421 4.3.2 and closes  |
        | the message  | 421 4.3.2 and closes  |
        | EHLO         | a closed connection   |
        | MAIL         | a closed connection   |
        | RCPT         | a closed connection   |
        | DATA         | a closed connection   |
        | the message  | a reset connection    |

    # Whoever does not ask the second host after a 4yz reply of the first waits all the same.
    @R5321-4.5.4.1-1 @MUST @needs-timing-retry
    Scenario: Neither of two hosts takes it now, and later one does
      Given any message hello from alice
      And the domain ${elsewhere} has mail servers:
        | preference | host | answers                                               |
        | 10         | mx1  | refuses connections                                   |
        | 20         | mx2  | the greeting with a reset connection 1 time, then all |
      When alice submits the message hello to carol@${elsewhere}
      Then mx2 receives the message hello

  Rule: What one host refuses for good, no other is asked to take

    # The other would be asked the same again.
    @R5321-4.2.1-2 @SHOULD
    Scenario Outline: A first host that answers <what> with <reply> has the last word
      Given any message hello from alice
      And the domain ${elsewhere} has mail servers:
        | preference | host | answers             |
        | 10         | mx1  | <what> with <reply> |
        | 20         | mx2  |                     |
      When alice submits the message hello to carol@${elsewhere}
      Then mx2 was not called

      Examples:
        | what        | reply                   |
        | MAIL        | 550 5.7.1 not from you  |
        | RCPT        | 550 5.1.1 nobody here   |
        | DATA        | 554 5.5.0 not this      |
        | the message | 554 5.6.0 not like this |

  Rule: Each recipient goes by its own answer

    @R5321-5.1-12 @SHOULD
    Scenario: Of two recipients the first host takes one
      Given any message hello from alice
      And the domain ${elsewhere} has mail servers:
        | preference | host | answers                             |
        | 10         | mx1  | RCPT of dave with 450 4.2.0 not now |
        | 20         | mx2  |                                     |
      When alice submits the message hello to carol@${elsewhere}, dave@${elsewhere}
      Then mx1 receives the message hello 1 time
      And mx2 receives the message hello 1 time
