@needs-outside
Feature: What comes back
  What was taken and then cannot be delivered is told to who sent it (RFC 5321 §6.1, §3.6.3, §4.5.5).

  Rule: The sender hears of what cannot be delivered

    @R5321-6.1-2 @MUST @chapter-route-5
    Scenario: The mailbox does not exist
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}

    @R5321-6.1-2 @MUST
    Scenario: Of two recipients one is refused
      Given any message hello from alice
      And the next hop answers RCPT of carol with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}, dave@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}
      And the next hop receives the message hello

  Rule: A report says of each recipient what became of it

    @R3461-6.3-11 @R3461-6.3-12 @MUST @needs-delivery-DSN
    Scenario: Action and Status of one that was refused
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And the report says of carol@${elsewhere}:
        """
        Action: failed
        Status: 5.${*}
        """
