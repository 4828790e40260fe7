@needs-outside-dns @needs-submission-DELIVERBY
Feature: A message that is late, or of whose time nobody hears
  It comes back, or its sender hears of it, as was asked for; and where the time is told to no further server, the sender hears of that (RFC 2852 §4.1.3,
  §4.1.4).

  # A server may say that it cannot do it (§4), and may see so only at RCPT or at the end of the data (§3).
  Background:
    Given any message hello from alice

  Rule: When the time is over the message comes back, or the sender hears of it

    @R2852-4.1.3-1 @MUST @needs-timing-give-up
    Scenario: A message that is to come back comes back
      Given the next hop answers offers DELIVERBY; RCPT with 451
      And a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> BY=5;R
        S? 455/555
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S? 4xx/5xx
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S? 4xx/5xx
        S: 250
        """
      And alice receives a report of failure on carol@${elsewhere}
      And the report says of carol@${elsewhere}:
        """
        Status: 5.4.7
        """

    @R2852-4.1.3-a @MUST @needs-timing-give-up
    Scenario: A message that came back is not tried any more
      Given the next hop answers offers DELIVERBY; RCPT with 451
      And a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> BY=5;R
        S? 455/555
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S? 4xx/5xx
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S? 4xx/5xx
        S: 250
        """
      And alice receives a report of failure on carol@${elsewhere}
      Given the next hop answers offers DELIVERBY
      Then the next hop does not receive the message hello

    @R2852-4.1.3-2 @MUST @needs-timing-give-up
    Scenario: Of a message that is late the sender hears
      Given the next hop answers offers DELIVERBY; RCPT with 451
      And a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> BY=1;N
        S? 455/555
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S? 4xx/5xx
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S? 4xx/5xx
        S: 250
        """
      And alice receives a report of delay on carol@${elsewhere}
      And the report says of carol@${elsewhere}:
        """
        Status: 4.4.7
        """

    @R2852-4.1.3-b @SHOULD @needs-timing-retry
    Scenario: A message that is late is tried on
      Given the next hop answers offers DELIVERBY; RCPT with 451 one time, then all
      And a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> BY=1;N
        S? 455/555
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S? 4xx/5xx
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S? 4xx/5xx
        S: 250
        """
      And the next hop receives the message hello

    @R2852-4.1.2-3 @MUST
    Scenario: A message that is refused comes back before its time is over
      Given the next hop answers offers DELIVERBY; RCPT with 550 5.1.1 no such user
      And a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> BY=86400;N
        S? 455/555
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S? 4xx/5xx
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S? 4xx/5xx
        S: 250
        """
      And alice receives a report of failure on carol@${elsewhere}
      And the report says of carol@${elsewhere}:
        """
        Status: 5.${*}
        """

    @R2852-4.1-a @SHOULD
    Scenario: A report tells of the time
      Given the next hop answers offers DELIVERBY; RCPT with 550 5.1.1 no such user
      And a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> BY=86400;R
        S? 455/555
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S? 4xx/5xx
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S? 4xx/5xx
        S: 250
        """
      And alice receives a report of failure on carol@${elsewhere}
      And the report says of the message:
        """
        Arrival-Date: ${*}
        Deliver-By-Date: ${*}
        """

  Rule: Where nobody hears of the time, the sender hears of that

    @R2852-4.1.4.2-1 @MUST
    Scenario: The sender asked for nothing and hears where the message went
      Given a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> BY=600;N
        S? 455/555
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S? 4xx/5xx
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S? 4xx/5xx
        S: 250
        """
      And the next hop receives the message hello
      And alice receives a report of success on carol@${elsewhere}
      And the report says of carol@${elsewhere}:
        """
        Action: relayed
        """

    @R2852-4.1.4.2-1 @MUST @needs-submission-DSN
    Scenario: The sender asked for failures and hears where the message went
      Given a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> BY=600;N
        S? 455/555
        S: 250
        C: RCPT TO:<carol@${elsewhere}> NOTIFY=FAILURE
        S? 4xx/5xx
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S? 4xx/5xx
        S: 250
        """
      And alice receives a report of success on carol@${elsewhere}

    @R2852-4.1.4.2-1 @MUST @needs-submission-DSN @needs-outside-dns
    Scenario: The sender asked for no news and has none
      Given a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> BY=600;N
        S? 455/555
        S: 250
        C: RCPT TO:<carol@${elsewhere}> NOTIFY=NEVER
        S? 4xx/5xx
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S? 4xx/5xx
        S: 250
        """
      And alice does not receive a report of success on carol@${elsewhere}

    @R2852-4.1.4.2-2 @SHOULD
    Scenario: The next hop is asked to tell of a delay
      Given the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C: EHLO ${*:atom}
        S: 250-${next-hop}
        S: 250 DSN
        C: MAIL FROM:<${alice}>${*}
        S: 250 go on
        C: RCPT TO:<carol@${elsewhere}>${*}DELAY${*}
        S: 250 go on
        …
        """
      And a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> BY=600;N
        S? 455/555
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S? 4xx/5xx
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S? 4xx/5xx
        S: 250
        """
      And the next hop receives the message hello

    @R2852-4.1.4.2-2 @SHOULD @needs-submission-DSN
    Scenario: The next hop is asked to tell of a delay as well
      Given the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C: EHLO ${*:atom}
        S: 250-${next-hop}
        S: 250 DSN
        C: MAIL FROM:<${alice}>${*}
        S: 250 go on
        C: RCPT TO:<carol@${elsewhere}>${*}DELAY${*}
        S: 250 go on
        …
        """
      And a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> BY=600;N
        S? 455/555
        S: 250
        C: RCPT TO:<carol@${elsewhere}> NOTIFY=FAILURE
        S? 4xx/5xx
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S? 4xx/5xx
        S: 250
        """
      And the next hop receives the message hello

  Rule: Who wants a trace hears of each server

    @R2852-4.1.4-2 @SHOULD
    Scenario: A trace of a message that is to come back
      Given the next hop answers offers DELIVERBY
      And a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> BY=600;RT
        S? 455/555
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S? 4xx/5xx
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S? 4xx/5xx
        S: 250
        """
      And the next hop receives the message hello
      And alice receives a report of success on carol@${elsewhere}
      And the report says of carol@${elsewhere}:
        """
        Action: relayed
        """

    @R2852-4.1.4-2 @SHOULD
    Scenario: A trace of a message of which the sender is to hear
      Given the next hop answers offers DELIVERBY
      And a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> BY=600;NT
        S? 455/555
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S? 4xx/5xx
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S? 4xx/5xx
        S: 250
        """
      And alice receives a report of success on carol@${elsewhere}
