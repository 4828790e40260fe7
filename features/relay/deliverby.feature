@needs-outside-dns @needs-submission-DELIVERBY
Feature: A message that is to be delivered in time is handed on
  What is to come back when its time is over goes only to who can be told of the time that is left (RFC 2852 §4.1.4).

  # A server may say that it cannot do it (§4), and may see so only at RCPT or at the end of the data (§3).
  Background:
    Given any message hello from alice

  Rule: Who can be told of the time is told what is left of it

    @R2852-4.1.4-1 @MUST
    Scenario: The next hop hears the time where the message is to come back
      Given the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C: EHLO ${*:atom}
        S: 250-${next-hop}
        S: 250 DELIVERBY
        C: MAIL FROM:<${alice}> BY=${left:number <= 600};R
        S: 250 go on
        …
        """
      And a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> BY=600;R
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

    @R2852-4.1.4-1 @MUST
    Scenario: The next hop hears the time where the sender is to hear
      Given the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C: EHLO ${*:atom}
        S: 250-${next-hop}
        S: 250 DELIVERBY
        C: MAIL FROM:<${alice}> BY=${left:number <= 600};N
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

    @R2852-4.1.4-1 @MUST
    Scenario: The next hop hears of a time that is over
      Given the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C: EHLO ${*:atom}
        S: 250-${next-hop}
        S: 250 DELIVERBY
        C: MAIL FROM:<${alice}> BY=-${over:number >= 60};N
        S: 250 go on
        …
        """
      And a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> BY=-60;N
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

    @R2852-4.1.4-1 @MUST @needs-submission-FUTURERELEASE
    Scenario: What has passed until the message went is taken off
      Given the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C: EHLO ${*:atom}
        S: 250-${next-hop}
        S: 250 DELIVERBY
        C: MAIL FROM:<${alice}> BY=${left:number <= 598};N
        S: 250 go on
        …
        """
      And a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> BY=600;N HOLDFOR=2
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

  Rule: What is to come back does not go to who cannot be told

    @R2852-4.1.4.1-1 @MUST
    Scenario: The next hop does not offer DELIVERBY
      Given a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> BY=600;R
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
      And the next hop does not receive the message hello

    @R2852-4.1.4.1-2 @MUST
    Scenario: The next hop needs more time than there is
      Given the next hop answers offers DELIVERBY 3600
      And a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> BY=600;R
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
      And the next hop does not receive the message hello

    @R2852-4.1.4.1-a @MUST
    Scenario: The sender hears that the next hop does not offer DELIVERBY
      Given a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> BY=600;R
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

    @R2852-4.1.4.1-a @MUST
    Scenario: The sender hears that the next hop needs more time than there is
      Given the next hop answers offers DELIVERBY 3600
      And a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> BY=600;R
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
