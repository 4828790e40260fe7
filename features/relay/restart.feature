@needs-outside @needs-restart
Feature: The queue outlives the server
  Who has answered 250 is responsible for the message, and does not lose it because the host crashes (RFC 5321 §6.1).

  Rule: What waits to be handed on is still there after a restart

    # Or it is returned: where a target gives up after seconds, so that scenarios can see it, a restart may take longer.
    @R5321-6.1-1 @MUST @chapter-system-1 @needs-timing-retry
    Scenario: A message that was put off outlives a restart
      Given any message hello from alice
      And the next hop answers RCPT with 451 one time, then all
      When alice submits the message hello to carol@${elsewhere}
      And the server restarts
      Then the next hop receives the message hello, or alice a bounce that names carol@${elsewhere}

    @R5321-6.1-1 @MUST @chapter-system-1 @needs-timing-retry
    Scenario: It outlives the server's being killed
      Given any message hello from alice
      And the next hop answers RCPT with 451 one time, then all
      When alice submits the message hello to carol@${elsewhere}
      And the server is killed
      Then the next hop receives the message hello, or alice a bounce that names carol@${elsewhere}

  Rule: What was handed on stays handed on

    @R5321-4.5.4.1-a @MUST
    Scenario: What a host has taken does not come to it again
      Given any message hello from alice
      And any message other from alice
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello 1 time
      When the server restarts
      And alice submits the message other to carol@${elsewhere}
      Then the next hop receives the message other
      And the next hop receives the message hello 1 time

  Rule: What the sender is owed outlives the end too

    @R5321-6.1-1 @R5321-6.1-2 @MUST @needs-timing-retry
    Scenario: A message that comes to nothing after the server's being killed is returned
      Given any message hello from alice
      And the next hop answers RCPT with 451 one time, then RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      And the server is killed
      Then alice receives a bounce that names carol@${elsewhere}
