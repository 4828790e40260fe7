@needs-outside
Feature: When mail is given up
  Retries go on until the message is handed on, or its time is over; then the sender hears of it (RFC 5321 §4.5.4.1, §6.1).

  Rule: What could not be handed on in time comes back

    @R5321-6.1-2 @R5321-3.6.3-1 @MUST @chapter-route-4 @chapter-route-5 @chapter-system-2 @needs-timing-give-up
    Scenario Outline: A host that <fails> as long as the message is tried
      Given any message hello from alice
      And the next hop <behaves>
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}

      Examples:
        | fails               | behaves                                |
        | puts it off         | answers RCPT with 451                  |
        | puts the text off   | answers the message with 451           |
        | breaks off          | answers MAIL with a closed connection  |
        | refuses connections | answers refuses connections            |
        | refuses sessions    | answers the greeting with 554          |
        | takes no mail       | answers the greeting with 521          |

    @R5321-6.1-2 @MUST @chapter-route-4 @needs-outside-dns @needs-timing-give-up
    Scenario: A domain whose name server fails as long as it is asked
      Given any message hello from alice
      And the name server says:
        | name         | type | value    |
        | ${elsewhere} | MX   | SERVFAIL |
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}

    @R5321-6.1-2 @MUST @needs-timing-give-up
    Scenario: The sender hears of it once
      Given any message hello from alice
      And the next hop answers RCPT with 451
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere} 1 time

  Rule: What was given up is not tried any more

    @R5321-4.5.4.1-b @MUST @needs-timing-give-up
    Scenario: The host takes mail again when the sender has heard of it
      Given any message hello from alice
      And the next hop answers RCPT with 451
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}
      Given the next hop answers all
      Then the next hop does not receive the message hello

  Rule: Each recipient has a fate of its own

    @R5321-2.1-2 @MUST @needs-timing-give-up
    Scenario: One recipient is put off for ever, the other gets the message
      Given any message hello from alice
      And the next hop answers RCPT of carol with 451
      When alice submits the message hello to carol@${elsewhere}, dave@${elsewhere}
      Then the next hop receives the message hello
      And alice receives a bounce that names carol@${elsewhere}

    @R5321-4.5.4.1-a @MUST @needs-outside-dns @needs-timing-retry
    Scenario: Who has the message does not get it again with those that are tried again
      Given any message hello from alice
      And the domain ${faraway} has mail servers:
        | preference | host | answers                         |
        | 10         | mx1  | RCPT with 451 two times, then all |
      When alice submits the message hello to carol@${elsewhere}, dave@${faraway}
      Then mx1 receives the message hello
      And the next hop receives the message hello 1 time
