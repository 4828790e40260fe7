@needs-outside-dns @needs-submission-DSN
Feature: Wishes go on with the message
  A host that knows DSN is told what the sender wanted, no more and no less (RFC 3461 §5.2.1).

  Rule: What the sender said is said again

    @R3461-5.2.1-1 @MUST
    Scenario: ENVID
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C? HELO ${*}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250 DSN
        C: MAIL FROM:<${alice}>${*} ENVID=QQ+2B${id}+3Dz${*}
        S: 250 go on
        …
        """
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> ENVID=QQ+2B${id}+3Dz
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then the dialogue at the next hop takes place

    @R3461-5.2.1-3 @MUST
    Scenario Outline: RET=<ret>
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C? HELO ${*}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250 DSN
        C: MAIL FROM:<${alice}>${*} RET=<ret>${*}
        S: 250 go on
        …
        """
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> RET=<ret>
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then the dialogue at the next hop takes place

      Examples:
        | ret  |
        | FULL |
        | HDRS |

    @R3461-5.2.1-5 @MUST
    Scenario Outline: NOTIFY=<wish>
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C? HELO ${*}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250 DSN
        C: MAIL FROM:<${alice}>${*}
        S: 250 go on
        C: RCPT TO:<carol@${elsewhere}>${*} NOTIFY=<wish>${*}
        S: 250 go on
        …
        """
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
      Then the dialogue at the next hop takes place

      Examples:
        | wish                  |
        | NEVER                 |
        | SUCCESS               |
        | SUCCESS,FAILURE,DELAY |

    # The letters of an address are what they are (§5.2.1 (d)).
    @R3461-5.2.1-7 @R3461-5.2.1-8 @MUST
    Scenario: ORCPT, in its own letters
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C? HELO ${*}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250 DSN
        C: MAIL FROM:<${alice}>${*}
        S: 250 go on
        C: RCPT TO:<carol@${elsewhere}>${*} ORCPT=rfc822;CaRol+2Bo@${elsewhere}${*}
        S: 250 go on
        …
        """
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}> ORCPT=rfc822;CaRol+2Bo@${elsewhere}
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then the dialogue at the next hop takes place

  Rule: Nothing is made up

    # The host offers DSN and nothing else, so that nothing else can stand there.
    @R3461-5.2.1-2 @R3461-5.2.1-4 @MUST
    Scenario: Neither ENVID nor RET
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C? HELO ${*}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250 DSN
        C: MAIL FROM:<${alice}>
        S: 250 go on
        …
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the dialogue at the next hop takes place

    # ORCPT may be added; then it holds the address of RCPT.
    @R3461-5.2.1-6 @R3461-5.2.1-10 @MUST
    Scenario: No NOTIFY, and no other ORCPT than the recipient's own
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C? HELO ${*}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250 DSN
        C: MAIL FROM:<${alice}>
        S: 250 go on
        C? RCPT TO:<carol@${elsewhere}>
        C: RCPT TO:<carol@${elsewhere}> ORCPT=rfc822;carol@${elsewhere}
        S: 250 go on
        …
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the dialogue at the next hop takes place

  Rule: A host without DSN is told nothing of it

    @R3461-5.2.2-1 @MUST
    Scenario: No parameter of DSN
      Given any message hello from alice
      And the next hop answers offers no DSN
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> RET=HDRS ENVID=e-${id}
        S: 250
        C: RCPT TO:<carol@${elsewhere}> NOTIFY=FAILURE ORCPT=rfc822;carol@${elsewhere}
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then the next hop receives the message hello
      And the next hop has nothing to complain of

  Rule: A report is not reported on

    @R3461-6.1-2 @MUST @needs-trusted-client @needs-outside-dns
    Scenario: It is sent without RET
      Given any message hello from alice
      And the next hop answers RCPT of carol with 550 5.1.1 no such user
      And the domain ${faraway} has mail servers:
        | preference | host |
        | 10         | mx2  |
      And mx2 answers:
        """smtp
        S: 220 ${mx2}
        C? HELO ${*}
        C: EHLO ${*}
        S: 250-${mx2}
        S: 250 DSN
        C? MAIL FROM:<> ENVID=${*}
        C: MAIL FROM:<>
        S: 250 go on
        …
        """
      And an SMTP session after EHLO from a trusted address
      When the dialogue is:
        """smtp
        C: MAIL FROM:<eve@${faraway}> RET=FULL
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then the dialogue at mx2 takes place

    # NOTIFY may be left out; where it is there, it is NEVER.
    @R3461-6.1-3 @MUST @needs-trusted-client @needs-outside-dns
    Scenario: It is sent with NOTIFY=NEVER, or without NOTIFY
      Given any message hello from alice
      And the next hop answers RCPT of carol with 550 5.1.1 no such user
      And the domain ${faraway} has mail servers:
        | preference | host |
        | 10         | mx2  |
      And mx2 answers:
        """smtp
        S: 220 ${mx2}
        C? HELO ${*}
        C: EHLO ${*}
        S: 250-${mx2}
        S: 250 DSN
        C: MAIL FROM:<>${*}
        S: 250 go on
        C? RCPT TO:<eve@${faraway}>
        C? RCPT TO:<eve@${faraway}> ORCPT=rfc822;eve@${faraway}
        C: RCPT TO:<eve@${faraway}>${*}NOTIFY=NEVER${*}
        S: 250 go on
        …
        """
      And an SMTP session after EHLO from a trusted address
      When the dialogue is:
        """smtp
        C: MAIL FROM:<eve@${faraway}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}> NOTIFY=FAILURE
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then the dialogue at mx2 takes place
