@needs-outside @needs-submission-DSN
Feature: What is given back of the message
  RET says whether a report of failure gives back the whole message or its header (RFC 3461 §4.3, §6.2, RFC 6522 §3).

  Background:
    Given the message letter:
      """
      From: <${alice}>
      Date: Tue, 5 Mar 2019 10:00:00 +0000
      Message-ID: <${id}@client.mailspec.test>
      Subject: given back ${id}
      X-First: one-${id}
      X-Last: two-${id}

      The body of ${id} is here.
      """

  Rule: RET=FULL gives back all of it

    # A server may have a length beyond which it does not; this message is small.
    @R3461-6.2-1 @R3464-2-c @SHOULD
    Scenario: The body comes back
      Given the next hop answers RCPT with 550 5.1.1 no such user
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> RET=FULL
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S: 250
        """
      Then alice receives the message "The body of ${id} is here."
      And the report says of carol@${elsewhere}:
        """
        Action: failed
        """

  Rule: RET=HDRS gives back the header alone

    @R3461-4.3-b @SHOULD
    Scenario: The body does not come back
      Given the next hop answers RCPT with 550 5.1.1 no such user
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> RET=HDRS
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S: 250
        """
      Then alice receives a report of failure on carol@${elsewhere}
      And the received message does not contain: The body of ${id}

    @R6522-4-3 @SHOULD
    Scenario Outline: The header comes back with its <field>
      Given the next hop answers RCPT with 550 5.1.1 no such user
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> RET=HDRS
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S: 250
        """
      Then alice receives the message "<text>"
      And the report says of carol@${elsewhere}:
        """
        Action: failed
        """

      Examples:
        | field      | text             |
        | Subject    | given back ${id} |
        | first line | one-${id}        |
        | last line  | two-${id}        |

    # It is the type of a whole message.
    @R6522-4-1 @SHOULD
    Scenario: It is not called message/rfc822
      Given the next hop answers RCPT with 550 5.1.1 no such user
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> RET=HDRS
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S: 250
        """
      Then alice receives a report of failure on carol@${elsewhere}
      And the received message does not contain: Content-Type: message/rfc822

  Rule: Who says nothing gets it back

    # RFC 3461 §4.3 permits either, and RFC 6522, which is younger, prefers the whole.
    @R6522-3-6 @SHOULD
    Scenario: Without RET the body comes back
      Given the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message letter to carol@${elsewhere}
      Then alice receives the message "The body of ${id} is here."
      And the report says of carol@${elsewhere}:
        """
        Action: failed
        """

  Rule: A report that tells of no failure gives back the header alone

    @R3461-6.2-2 @SHOULD
    Scenario: RET=FULL does not make it more
      Given the next hop answers offers no DSN
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> RET=FULL
        S: 250
        C: RCPT TO:<carol@${elsewhere}> NOTIFY=SUCCESS
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S: 250
        """
      Then alice receives a report of success on carol@${elsewhere}
      And the received message does not contain: The body of ${id}
