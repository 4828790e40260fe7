@needs-outside-dns @needs-submission-DSN
Feature: Wishes of who writes to an alias
  What the sender wanted to hear goes on with a message that has one way to go; where it has several, that is told, and success is not asked for any more
  (RFC 3461 §5.2.7, RFC 3464 §3).

  Rule: To one address the wishes go on

    @R3461-5.2.7-8 @SHOULD @needs-alias-elsewhere
    Scenario Outline: <wish> goes on
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C? HELO ${*}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250 DSN
        C: MAIL FROM:<${*}>${*}<of the message>${*}
        S: 250 go on
        C: RCPT TO:<${alias.elsewhere.to}>${*}<of the recipient>${*}
        S: 250 go on
        …
        """
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> <of the message>
        S: 250
        C: RCPT TO:<${alias.elsewhere}> <of the recipient>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then the dialogue at the next hop takes place
      And the next hop receives the message hello

      Examples:
        | wish   | of the message | of the recipient                   |
        | ENVID  | ENVID=e-${id}  | NOTIFY=FAILURE                     |
        | RET    | RET=HDRS       | NOTIFY=FAILURE                     |
        | NOTIFY | RET=FULL       | NOTIFY=SUCCESS,FAILURE             |
        | ORCPT  | RET=FULL       | ORCPT=rfc822;Carol.${id}@first.test |

    @R3461-5.2.7-7 @SHOULD @needs-alias-elsewhere
    Scenario: That it went on is not reported
      Given any message hello from alice
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<${alias.elsewhere}> NOTIFY=SUCCESS ORCPT=rfc822;${alias.elsewhere}
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then the next hop receives the message hello
      And alice does not receive a report of success on ${alias.elsewhere}

    @R3461-5.2.3-1 @MUST @needs-alias-bob
    Scenario: Delivery behind an alias is reported to who asked
      Given any message hello from alice
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<${alias.bob}> NOTIFY=SUCCESS ORCPT=rfc822;${alias.bob}
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice receives a report of success on ${alias.bob} 1 time

    # As relayed, or as expanded where the server takes every alias for one of several.
    @R3461-5.2.2-2 @MUST @needs-alias-elsewhere
    Scenario: A host behind an alias that does not report
      Given any message hello from alice
      And the next hop answers offers no DSN
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<${alias.elsewhere}> NOTIFY=SUCCESS ORCPT=rfc822;${alias.elsewhere}
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice receives a report of success on ${alias.elsewhere}

  Rule: To several addresses it is reported as expanded, and success asked for no more

    @R3464-3-3 @SHOULD @needs-alias-several
    Scenario: Who asked for success hears that it went to all of them
      Given any message hello from alice
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<${alias.several}> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;${alias.several}
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice receives a report of success on ${alias.several} 1 time
      And the report says of ${alias.several}:
        """
        Action: expanded
        """

    @R3464-3-3 @SHOULD @needs-alias-several
    Scenario: The host elsewhere is not asked for success then
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C? HELO ${*}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250 DSN
        C: MAIL FROM:<${*}
        S: 250 go on
        C? RCPT TO:<${alias.several.to}>
        C? RCPT TO:<${alias.several.to}> ORCPT=${original:atom}
        C? RCPT TO:<${alias.several.to}> ORCPT=${original:atom} NOTIFY=FAILURE
        C? RCPT TO:<${alias.several.to}> NOTIFY=FAILURE
        C: RCPT TO:<${alias.several.to}> NOTIFY=FAILURE ORCPT=${original:atom}
        S: 250 go on
        …
        """
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<${alias.several}> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;${alias.several}
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice receives a report of success on ${alias.several}
      And the dialogue at the next hop takes place
      And the next hop receives the message hello

    @R3461-5.2.7-a @SHOULD @needs-alias-several
    Scenario Outline: Who said <wish> hears nothing of it
      Given any message hello from alice
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<${alias.several}> <wish> ORCPT=rfc822;${alias.several}
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then the next hop receives the message hello
      And alice does not receive a report of success on ${alias.several}

      Examples:
        | wish           |
        | NOTIFY=FAILURE |
        | NOTIFY=NEVER   |

  Rule: A failure behind an alias is told to who wants to hear of failures

    @R3461-5.2.6-1 @R3461-6.3-7 @MUST @needs-alias-several
    Scenario: Failure and success were asked for
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<${alias.several}> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;${alias.several}
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice receives a report of failure on ${alias.several}

    @R3461-5.2.6-2 @MUST @needs-alias-several
    Scenario Outline: Only <wish> was asked for
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<${alias.several}> NOTIFY=<wish> ORCPT=rfc822;${alias.several}
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then bob receives the message hello
      And alice does not receive a report of failure on ${alias.several}

      Examples:
        | wish    |
        | SUCCESS |
        | NEVER   |

    @R3461-5.2.1-10 @MUST @needs-alias-elsewhere
    Scenario: An ORCPT that is added holds the address that was written to
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C? HELO ${*}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250 DSN
        C: MAIL FROM:<${*}>${*}
        S: 250 go on
        C? RCPT TO:<${alias.elsewhere.to}>
        C: RCPT TO:<${alias.elsewhere.to}> ORCPT=rfc822;${alias.elsewhere}
        S: 250 go on
        …
        """
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<${alias.elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then the dialogue at the next hop takes place
      And the next hop receives the message hello
