@needs-outside-dns @needs-submission-DSN
Feature: Who wants to hear of what
  NOTIFY says of each recipient what the sender wants to hear of (RFC 3461 §4.1, §5.2).

  Rule: A failure is reported to who wants to hear of it

    @R3461-5.2.6-1 @R3461-5.2.2-3 @MUST
    Scenario Outline: NOTIFY=<wish> brings a report of failure
      Given any message hello from alice
      And the next hop answers offers no DSN; RCPT with 550 5.1.1 no such user
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}> NOTIFY=<wish>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice receives a report of failure on carol@${elsewhere}

      Examples:
        | wish                  |
        | FAILURE               |
        | SUCCESS,FAILURE       |
        | SUCCESS,FAILURE,DELAY |

    @R3461-5.2.6-4 @R3461-5.2.2-8 @MUST
    Scenario: So does a message without NOTIFY
      Given any message hello from alice
      And the next hop answers offers no DSN; RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}

  Rule: And to nobody else

    @R3461-5.2.6-2 @R3461-5.2.2-4 @MUST
    Scenario Outline: NOTIFY=<wish> brings none
      Given any message hello from alice
      And the next hop answers offers no DSN; RCPT with 550 5.1.1 no such user
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}> NOTIFY=<wish>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice does not receive a report of failure on carol@${elsewhere}

      Examples:
        | wish          |
        | NEVER         |
        | SUCCESS       |
        | SUCCESS,DELAY |

    @R3461-5.2.6-2 @MUST
    Scenario: NOTIFY=NEVER brings none where the message itself is refused
      Given any message hello from alice
      And the next hop answers the message with 554 5.7.1 not here
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}> NOTIFY=NEVER
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice does not receive a report of failure on carol@${elsewhere}

    @R3461-5.2.6-2 @MUST @needs-outside-dns
    Scenario: NOTIFY=NEVER brings none where the domain does not exist
      Given any message hello from alice
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<carol@${nowhere}> NOTIFY=NEVER
        S? 4xx/5xx
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice does not receive a report of failure on carol@${nowhere}

  Rule: Each recipient has a wish of its own

    @R3461-5.2.6-1 @R5321-4.4-22 @MUST
    Scenario: One wants to be told and the other does not
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}> NOTIFY=NEVER
        S: 250/251
        C: RCPT TO:<dave@${elsewhere}> NOTIFY=FAILURE
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice receives a report of failure on dave@${elsewhere}

    @R3461-5.2.8-1 @SHOULD
    Scenario: What is told of the one says nothing of the other
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}> NOTIFY=NEVER
        S: 250/251
        C: RCPT TO:<dave@${elsewhere}> NOTIFY=FAILURE
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice receives a report of failure on dave@${elsewhere}
      And alice does not receive a report of failure on carol@${elsewhere}
