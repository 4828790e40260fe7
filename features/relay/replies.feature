@needs-outside
Feature: What the other host answers
  A client goes by the first digit of a reply: 4 means later, 5 means not so (RFC 5321 §4.2.1).

  Rule: What is refused for the moment is tried again

    @R5321-4.5.4.1-1 @MUST @needs-timing-retry
    Scenario Outline: A host that answers <what> with 451 once gets the message the next time
      Given any message hello from alice
      And the next hop answers <what> with 451 one time, then all
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

      Examples:
        | what        |
        | MAIL        |
        | DATA        |
        | the message |

    @R5321-4.5.4.1-1 @MUST @needs-timing-retry
    Scenario Outline: A host that <breaks off> once gets the message the next time
      Given any message hello from alice
      And the next hop answers <what> with a closed connection one time, then all
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

      Examples:
        | breaks off                               | what         |
        | closes the connection as a greeting      | the greeting |
        | closes the connection at RCPT            | RCPT         |
        | closes the connection behind the message | the message  |

  Rule: What is refused for good is not tried again

    @R5321-4.2.1-2 @SHOULD
    Scenario Outline: A host that answers <what> with 550 does not get the message later
      Given any message hello from alice
      And the next hop answers <what> with 550 5.7.1 no one time, then all
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop does not receive the message hello

      Examples:
        | what        |
        | MAIL        |
        | RCPT        |
        | the message |

  Rule: Only what a host offers is used of it

    @R5321-4.1.1.3-6 @MUST
    Scenario: A host that offers no extension gets the message without parameters
      Given any message hello from alice
      And the next hop answers offers nothing
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the next hop has nothing to complain of
