@needs-outside
Feature: Mail is handed on
  A user hands a message to the server of her domain, and the server sends it on: it is a client of the next host then
  (RFC 5321 §2.1, RFC 6409 §3.1).

  Rule: What is submitted for elsewhere goes to the next host

    @R5321-4.5.4.1-1 @MUST @chapter-route-1 @chapter-sum-1
    Scenario: The next host receives the message
      Given any message hello from alice
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

    @R5321-4.5.4.1-1 @MUST @chapter-route-1
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

  Rule: What cannot be handed on now is tried again

    @R5321-4.5.4.1-1 @MUST
    Scenario: A host that answers 451 twice gets the message the third time
      Given any message hello from alice
      And the next hop answers RCPT with 451 two times, then all
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello in its third session
