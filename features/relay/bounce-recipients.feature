@needs-outside @needs-submission-DSN
Feature: What a report says of a recipient
  Who it was, what became of the message, and who said so (RFC 3464 §2.3).

  Rule: Of a recipient it says who it was

    @R3461-6.3-9 @R3461-6.3-10 @MUST
    Scenario: Final-Recipient is the address of the envelope
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And the report says of carol@${elsewhere}:
        """
        Final-Recipient: rfc822; carol@${elsewhere}
        """

    @R3464-2.3.2-4 @MUST
    Scenario: It keeps its letters, capital and small
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to CaRol.O@${elsewhere}
      Then alice receives a report of failure on CaRol.O@${elsewhere}
      And the report says of CaRol.O@${elsewhere}:
        """
        Final-Recipient: rfc822; CaRol.O@${elsewhere}
        """

    @R3461-9.1-1 @MUST
    Scenario: A quoted local part stays as it was
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<"carol..o"@${elsewhere}>
        S? 5xx
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice receives a report of failure on "carol..o"@${elsewhere}
      And the report says of "carol..o"@${elsewhere}:
        """
        Final-Recipient: rfc822; "carol..o"@${elsewhere}
        """

    @R3461-6.3-7 @MUST
    Scenario: ORCPT comes back as it was meant
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}> ORCPT=rfc822;Caro+2Bnews@${elsewhere}
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice receives a report of failure on carol@${elsewhere}
      And the report says of carol@${elsewhere}:
        """
        Original-Recipient: rfc822; Caro+news@${elsewhere}
        """

    @R3461-6.3-8 @MUST
    Scenario: No original recipient is made up
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And the report says of carol@${elsewhere}:
        """
        Original-Recipient: ${absent}
        """

  Rule: And what became of it

    @R3461-6.3-11 @R3461-6.3-12 @R3461-5.2.6-5 @MUST
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

    @R3464-2.3.4-3 @R3461-6.3-13 @MUST
    Scenario Outline: The status is a code where the other host said <reply>
      Given any message hello from alice
      And the next hop answers RCPT with <reply>
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And every field Status of the received message holds a status code
      And the report says of carol@${elsewhere}:
        """
        Status: 5.${*}
        """

      Examples:
        | reply            |
        | 550 go away      |
        | 550 5.01.01 gone |
        | 550 2.1.5 gone   |
        | 550 5.1 gone     |

    @R3464-2.3.3-a @MUST
    Scenario: The action is one of five
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And every field Action of the received message holds an action

    @R3461-6.3-14 @R3461-6.3-15 @MUST
    Scenario: Remote-MTA and Diagnostic-Code tell who said what
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And the report says of carol@${elsewhere}:
        """
        Remote-MTA: dns; ${*}
        Diagnostic-Code: smtp; ${*}
        """

    @R3461-9.2-1 @SHOULD
    Scenario: The diagnostic is the reply as it came
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And the report says of carol@${elsewhere}:
        """
        Diagnostic-Code: smtp; 550 5.1.1 no such user
        """

    @R3461-9.2-1 @SHOULD
    Scenario: A reply of two lines is there with both
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C? HELO ${*}
        C: EHLO ${*}
        S: 250 ${next-hop}
        C: MAIL FROM:<${*}>${*}
        S: 250 go on
        C: RCPT TO:<carol@${elsewhere}>${*}
        S: 550-mailbox unavailable
        S: 550 user has moved with no forwarding address
        …
        """
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And the report says of carol@${elsewhere}:
        """
        Diagnostic-Code: smtp; 550-mailbox unavailable 550 user has moved with no forwarding address
        """

    @R3461-9.3-1 @SHOULD
    Scenario: The other host has its name
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And every field Remote-MTA of the received message holds the name of a host

    @R3464-2.3.5-1 @MUST @needs-outside-dns
    Scenario: Where nobody was called there is no Remote-MTA
      Given any message hello from alice
      When alice submits the message hello to carol@${nowhere}
      Then alice receives a report of failure on carol@${nowhere}
      And the report says of carol@${nowhere}:
        """
        Remote-MTA: ${absent}
        """

    @R3464-2.3.7-2 @MUST
    Scenario: Last-Attempt-Date, where it is there, is a date
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And every field Last-Attempt-Date of the received message holds a date with a numeric time zone

    @R3464-2.3.9-1 @MUST
    Scenario: Of what has failed it does not say how long it is tried
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And the report says of carol@${elsewhere}:
        """
        Will-Retry-Until: ${absent}
        """

    @R3464-2.1-a @MUST
    Scenario: Each recipient has a group of its own
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}, dave@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And the report says of the message:
        """
        Reporting-MTA: ${*}
        Final-Recipient: ${absent}
        """
      And the report says of carol@${elsewhere}:
        """
        Reporting-MTA: ${absent}
        Final-Recipient: ${*}carol@${elsewhere}
        """
