@needs-outside
Feature: What a hop leaves in a message
  Whoever hands a message on writes down that it was there, and touches nothing else (RFC 5321 §3.6.3, §4.4, §6.4).

  Rule: A Received field is added on top

    @R5321-4.4-1 @R5321-4.4-7 @MUST
    Scenario: The message begins with the hop's own
      Given any message hello from alice
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the received message begins with the lines:
        """
        Received: ${*}
        """

    @R5321-4.4-2 @MUST
    Scenario: It follows the grammar
      Given any message hello from alice
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the top Received field has the grammar of a time stamp line

    @R5321-4.4-3 @MUST
    Scenario: It says from where the message came
      Given any message hello from alice
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the top Received field has a FROM clause

    @R5321-4.4-29 @SHOULD
    Scenario: It says by which protocol
      Given any message hello from alice
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the top Received field has a registered WITH clause

    # RFC 5321 §7.2: whoever reads it must not learn who else got the message.
    @R5321-4.4-5 @MUST
    Scenario: It names no more than one recipient
      Given any message hello from alice
      When alice submits the message hello to carol@${elsewhere}, dave@${elsewhere}
      Then the next hop receives the message hello
      And the top Received field has no more than one path in its FOR clause

  Rule: The traces of others stay

    @R5321-4.4-6 @R5321-4.4-7 @MUST @needs-trusted-client
    Scenario: Received fields that were there stand below, in their order
      Given an SMTP session after EHLO from a trusted address
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<eve@${faraway}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C: Received: from two.test by three.test with ESMTP id b; Fri, 21 Nov 1997 09:55:00 -0600
        C: Received: from one.test by two.test with SMTP id a; Fri, 21 Nov 1997 09:54:00 +0000 (UTC)
        C: From: <eve@${faraway}>
        C: Date: Fri, 21 Nov 1997 09:53:00 +0000
        C: Message-ID: <${id}@faraway.test>
        C: Subject: traces ${id}
        C:
        C: It has come far.
        C: .
        S: 250
        """
      And the next hop receives the message "traces ${id}"
      And the received message has the header fields in this order:
        """
        Received: from two.test by three.test with ESMTP id b; Fri, 21 Nov 1997 09:55:00 -0600
        Received: from one.test by two.test with SMTP id a; Fri, 21 Nov 1997 09:54:00 +0000 (UTC)
        From: <eve@${faraway}>
        """

  Rule: Nothing else is touched

    @R5321-3.6.3-5 @MUST @needs-trusted-client
    Scenario: A message that lacks what it should have is handed on without it
      Given an SMTP session after EHLO from a trusted address
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<eve@${faraway}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C: From: eve
        C: To: carol
        C: Subject: little ${id}
        C:
        C: Neither a date nor a Message-ID.
        C: .
        S? 5xx
        S: 250
        """
      And the next hop receives the message "little ${id}"
      And the received message has the header field Date 0 times
      And the received message has the header field Message-ID 0 times
      And the received message has the header field: From: eve

    @R5321-3.6.3-5 @MUST @needs-trusted-client
    Scenario: A header stays as it was written
      Given the message hello:
        """
        SUBJECT:    odd ${id}
        From:eve@${faraway}
        fRoM: "a second" <from@${faraway}>
        Date: yesterday
        To: carol@${elsewhere},
        ${TAB}dave@${elsewhere} ,
          (a comment) erin@${elsewhere}
        Message-Id: not an identifier
        X-Empty:
        x-long: ${900 * "a"}

        The body.
        """
      And an SMTP session after EHLO from a trusted address
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<eve@${faraway}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S? 5xx
        S: 250
        """
      And the next hop receives the message "odd ${id}"
      And the received message ends with the message hello

  Rule: Return-Path is the last one's

    # RFC 5321 §4.4: final delivery writes it.
    @R5321-4.4-c @MUST
    Scenario: A message on its way gets none
      Given any message hello from alice
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the received message has the header field Return-Path 0 times

    @R5321-4.4-14 @MUST @needs-trusted-client
    Scenario: One that is there stays
      Given an SMTP session after EHLO from a trusted address
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<eve@${faraway}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C: Return-Path: <mallory@${faraway}>
        C: From: <eve@${faraway}>
        C: Date: Fri, 21 Nov 1997 09:53:00 +0000
        C: Message-ID: <${id}@faraway.test>
        C: Subject: a path ${id}
        C:
        C: It had a Return-Path.
        C: .
        S: 250
        """
      And the next hop receives the message "a path ${id}"
      And the received message has the header field: Return-Path: <mallory@${faraway}>
