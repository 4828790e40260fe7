@needs-outside
Feature: Mail is handed on
  A user hands a message to the server of her domain, and the server sends it on: it is a client of the next host then
  (RFC 5321 §2.1, RFC 6409 §3.1).

  Rule: What is submitted for elsewhere goes to the next host

    @R5321-2.1-2 @MUST @chapter-route-1 @chapter-sum-1
    Scenario: The next host receives the message
      Given any message hello from alice
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

    @R5321-4.5.4.1-a @MUST @chapter-route-1
    Scenario: The next host receives it once
      Given any message hello from alice
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello 1 time

    @R5321-4.5.4.1-9 @SHOULD
    Scenario: Two recipients there get it in one transaction
      Given any message hello from alice
      When alice submits the message hello to carol@${elsewhere}, dave@${elsewhere}
      Then the next hop receives the message hello 1 time

  Rule: The content arrives as it was handed in

    @R5321-4.5.2-e @MUST
    Scenario: A line that begins with a dot
      Given the message hello:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: dots ${id}

        .one
        ..two
        .
        the end
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

  Rule: The client says what RFC 5321 has a client say

    # To a smarthost other mail may go over the same session.
    @R5321-4.1.4-15 @MUST @needs-outside-dns
    Scenario: A session from EHLO to QUIT
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop} ESMTP
        C? HELO ${*}
        C: EHLO ${*:atom}
        S: 250 ${next-hop}
        C: MAIL FROM:<${*}>
        S: 250 2.1.0 go on
        C: RCPT TO:<carol@${elsewhere}>
        S: 250 2.1.5 go on
        C: DATA
        S: 354 go on
        C: ${message}
        S: 250 2.0.0 taken
        C: QUIT
        S: 221 2.0.0 bye
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the dialogue at the next hop takes place

    @R5321-3.2-3 @SHOULD
    Scenario: A host that does not know EHLO is told HELO
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop} ready
        C? HELO ${*}
        C: EHLO ${*:atom}
        S: 502 5.5.1 no
        C: HELO ${*}
        S: 250 ${next-hop}
        …
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

  Rule: What cannot be handed on now is tried again

    @R5321-4.5.4.1-1 @MUST @chapter-system-2 @chapter-route-4 @needs-timing-retry @needs-outside-dns
    Scenario: A host that answers 451 twice gets the message the third time
      Given any message hello from alice
      And the next hop answers RCPT with 451 two times, then all
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello in its third transaction
