@needs-outside-smarthost @else-profile-smarthost
Feature: One host gets all of it
  A server may hand mail to an intermediate server, which sends it on (RFC 5321 §2.3.10): the smarthost of a small site.

  Rule: Mail for elsewhere goes to the smarthost, whatever its domain

    @M-robust-smarthost @SHOULD @chapter-route-3
    Scenario Outline: A message for <where>
      Given any message hello from alice
      When alice submits the message hello to <recipients>
      Then the next hop receives the message hello

      Examples:
        | where                               | recipients                             |
        | one domain                          | carol@${elsewhere}                     |
        | two domains                         | carol@${elsewhere}, dave@${faraway}    |
        | a domain that nobody has heard of   | carol@${nowhere}                       |

    @M-robust-smarthost @SHOULD
    Scenario: Mail for a mailbox here stays here
      Given any message hello from alice
      When alice submits the message hello to ${bob}
      Then bob receives the message hello
      And the next hop does not receive the message hello

  Rule: What it does not take now is tried again

    @R5321-4.5.4.1-1 @MUST @needs-timing-retry
    Scenario Outline: It <fails> once
      Given any message hello from alice
      And the next hop answers <answers> one time, then all
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

      Examples:
        | fails                      | answers                              |
        | answers RCPT with 451      | RCPT with 451                        |
        | greets with 421            | the greeting with 421 and closes     |
        | breaks the connection      | the greeting with a reset connection |

    @R5321-4.5.4.1-a @MUST
    Scenario: It is slow, and gets the message once
      Given any message hello from alice
      And the next hop answers RCPT with 250 after 1s; the message with 250 after 1s
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello 1 time

  Rule: What it refuses comes back

    @R5321-6.1-2 @MUST
    Scenario Outline: It answers <what> with 550
      Given any message hello from alice
      And the next hop answers <what> with 550 5.7.1 no
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}

      Examples:
        | what        |
        | MAIL        |
        | RCPT        |
        | the message |
