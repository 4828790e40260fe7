@needs-outside-dns @needs-submission-DSN
Feature: Word of a delay
  Who hands a message in says whether she wants to hear that it waits (RFC 3461 §4.1, §5.2.5).

  Background:
    Given any message hello from alice
    And the next hop answers RCPT with 451

  Rule: That a message waits may be told

    @R3461-5.2.5-2 @MAY
    Scenario: The sender asked to hear of delays
      Given a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}> NOTIFY=DELAY
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And alice receives a report of delay on carol@${elsewhere}

    @R3461-5.2.5-3 @MAY
    Scenario: The sender said nothing of what she wants to hear
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of delay on carol@${elsewhere}

  Rule: Until when it is tried is said as a date

    @R3464-2.3.9-2 @MUST
    Scenario: Will-Retry-Until, where it is there, is a date
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of delay on carol@${elsewhere}
      And every field Will-Retry-Until of the received message holds a date with a numeric time zone

  Rule: Who asked for other news does not hear of delays

    @R3461-5.2.5-4 @MUST
    Scenario Outline: NOTIFY=<wanted> gets no report of a delay
      Given a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}> NOTIFY=<wanted>
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And alice does not receive a report of delay on carol@${elsewhere}

      Examples:
        | wanted          |
        | FAILURE         |
        | SUCCESS,FAILURE |
        | NEVER           |
