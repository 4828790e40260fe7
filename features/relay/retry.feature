@needs-outside-dns
Feature: When mail is tried again
  What cannot be handed on now waits, and is tried again after a while (RFC 5321 §4.5.4.1).

  Rule: A destination that failed is left alone for a while

    # How long is the target's to say: so many attempts before it gives up are those of a client that does not wait at all.
    @R5321-4.5.4.1-2 @MUST
    Scenario: A host that puts the message off is not asked a hundred times
      Given any message hello from alice
      And the next hop answers RCPT with 451 80 times, then all
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop does not receive the message hello

  Rule: Each message is asked about anew

    @R5321-4.5.4.1-8 @MUST
    Scenario: A sender who was refused once may send again
      Given any message hello from alice
      And any message again from alice
      And the next hop answers MAIL with 550 5.7.1 no one time, then all
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}
      When alice submits the message again to carol@${elsewhere}
      Then the next hop receives the message again

  Rule: What waits for one host holds up no other

    @M-robust-dead-domain @SHOULD @chapter-system-2
    Scenario: Twenty messages for a host that says nothing, and one for another
      Given any message hello from alice
      And any message other from alice
      And the domain ${faraway} has mail servers:
        | preference | host | answers       |
        | 10         | mx1  | never answers |
      And a submission session after AUTH
      When the dialogue is played 20 times:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<dave@${faraway}>
        S: 250
        C: DATA
        S: 354
        C~ ${other}
        C: .
        S: 250
        """
      And alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

    @M-robust-dead-domain @SHOULD
    Scenario: A message for two hosts, of which one says nothing
      Given any message hello from alice
      And the domain ${faraway} has mail servers:
        | preference | host | answers       |
        | 10         | mx1  | never answers |
      When alice submits the message hello to dave@${faraway}, carol@${elsewhere}
      Then the next hop receives the message hello

  Rule: A host that says nothing is not waited for without end

    @R5321-4.5.3.2-1 @R5321-4.5.4-1 @MUST @needs-timing-retry @needs-timing-silence
    Scenario Outline: A host that keeps silent at <what> once gets the message the next time
      Given any message hello from alice
      And the next hop answers <what> with silence one time, then all
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

      Examples:
        | what         |
        | the greeting |
        | EHLO         |
        | MAIL         |
        | RCPT         |
        | DATA         |
        | the message  |
