@needs-outside @needs-restart
Feature: The queue outlives the server
  Who has answered 250 is responsible for the message, and does not lose it because the host crashes (RFC 5321 §6.1).

  Rule: What waits to be handed on is still there after a restart

    @R5321-6.1-1 @MUST @chapter-system-1
    Scenario: A message that was put off outlives a restart
      Given any message hello from alice
      And the next hop answers RCPT with 451 one time, then all
      When alice submits the message hello to carol@${elsewhere}
      And the server restarts
      Then the next hop receives the message hello

    @R5321-6.1-1 @MUST @chapter-system-1
    Scenario: It outlives the server's being killed
      Given any message hello from alice
      And the next hop answers RCPT with 451 one time, then all
      When alice submits the message hello to carol@${elsewhere}
      And the server is killed
      Then the next hop receives the message hello
