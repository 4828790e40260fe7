@needs-smtp
Feature: Sessions
  A session opens, carries any number of transactions and closes (RFC 5321 §3.8, §4.1.1.10, §4.1.4).

  Background:
    Given any message hello

  Rule: A session has three phases

    @R5321-2.1-2 @R5321-4.1.1.10-1 @MUST @chapter-smtp-1 @chapter-smtp-2
    Scenario: Greeting, transfer and closing carry a message to its mailbox
      Given an SMTP session not greeted
      Then the dialogue is:
        """smtp
        S: 220
        C: HELO ${helo}
        S: 250

        C: MAIL FROM:<${sender}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250

        C: QUIT
        S: 221
        S: ${closed}
        """
      And alice receives the message hello

  Rule: A session carries several transactions

    @R5321-4.1.1.4-b @MUST @chapter-smtp-6
    Scenario: Three messages come over one connection
      Given any message second
      And any message third
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${hello}
        C: .
        S: 250
        C: MAIL FROM:<${sender}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${second}
        C: .
        S: 250
        C: MAIL FROM:<>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${third}
        C: .
        S: 250
        """
      And alice receives the message hello
      And alice receives the message second
      And alice receives the message third

    @R5321-4.1.1.4-b @MUST @chapter-smtp-6
    Scenario: Each message of a session has its own sender
      Given any message second
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        C: MAIL FROM:<${sender}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${second}
        C: .
        S: 250
        """
      And alice receives the message second
      And the received message has the header field: Return-Path: <${sender}>
      And alice receives the message hello

    @R5321-4.1.1.4-b @MUST
    Scenario: Nothing of one message runs into the next
      Given any message second
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${hello}
        C: .
        S: 250
        C: MAIL FROM:<${sender}>
        S: 250
        C: RCPT TO:<${bob}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${second}
        C: .
        S: 250
        """
      And bob receives the message second
      And bob does not receive the message hello
      And alice does not receive the message second
