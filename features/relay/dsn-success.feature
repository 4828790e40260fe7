@needs-outside @needs-submission-DSN
Feature: Success that another host does not report
  Who hands a message to a host without DSN tells the sender that it has gone where nobody reports (RFC 3461 §5.2.2).

  Rule: Who asked for success hears that it was relayed

    @R3461-5.2.2-2 @MUST
    Scenario Outline: NOTIFY=<wish> brings a report of success
      Given any message hello from alice
      And the next hop answers offers no DSN
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
      Then alice receives a report of success on carol@${elsewhere}

      Examples:
        | wish            |
        | SUCCESS         |
        | SUCCESS,FAILURE |

    @R3461-5.2.2-2 @MUST
    Scenario: Its action is “relayed”
      Given any message hello from alice
      And the next hop answers offers no DSN
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}> NOTIFY=SUCCESS
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice receives a report of success on carol@${elsewhere}
      And the report says of carol@${elsewhere}:
        """
        Action: relayed
        Status: 2.${*}
        """

    @R3461-5.2.2-2 @R3461-6.3-1 @R3461-6.3-7 @MUST
    Scenario: It names the envelope and the original recipient
      Given any message hello from alice
      And the next hop answers offers no DSN
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> ENVID=e-${id}
        S: 250
        C: RCPT TO:<carol@${elsewhere}> NOTIFY=SUCCESS ORCPT=rfc822;Carol.O@${elsewhere}
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice receives a report of success on carol@${elsewhere}
      And the report says of the message:
        """
        Original-Envelope-Id: e-${id}
        """
      And the report says of carol@${elsewhere}:
        """
        Original-Recipient: rfc822; Carol.O@${elsewhere}
        """

  Rule: Nobody else hears of success

    @R3461-5.2.2-7 @MUST
    Scenario: A message without NOTIFY
      Given any message hello from alice
      And the next hop answers offers no DSN
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And alice does not receive a report of success on carol@${elsewhere}

    @R3461-5.2.2-4 @MUST
    Scenario: NOTIFY=NEVER
      Given any message hello from alice
      And the next hop answers offers no DSN
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
      Then the next hop receives the message hello
      And alice does not receive a report of success on carol@${elsewhere}

    @R3464-2.3.3-2 @SHOULD
    Scenario Outline: NOTIFY=<wish>
      Given any message hello from alice
      And the next hop answers offers no DSN
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
      Then the next hop receives the message hello
      And alice does not receive a report of success on carol@${elsewhere}

      Examples:
        | wish          |
        | FAILURE       |
        | FAILURE,DELAY |

  Rule: A host with DSN reports itself

    @R3464-2.3.3-b @SHOULD
    Scenario: The sender hears nothing of what went to a host that reports
      Given any message hello from alice
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}> NOTIFY=SUCCESS
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then the next hop receives the message hello
      And alice does not receive a report of success on carol@${elsewhere}
