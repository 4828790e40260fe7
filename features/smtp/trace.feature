@needs-smtp
Feature: Trace fields
  Every server writes down from whom it took a message, and final delivery the return path (RFC 5321 §4.4).

  Background:
    Given the message hello:
      """
      From: Sender <${sender}>
      To: Alice <${alice}>
      Date: Fri, 21 Nov 1997 10:00:00 +0000
      Message-ID: <${id}@example.test>
      Subject: ${id}

      Look at my header.
      """

  Rule: A Received field is added on top

    @R5321-4.4-1 @R5321-4.4-2 @MUST
    Scenario: The top Received field follows the grammar
      When alice is sent the message hello
      Then alice receives the message hello
      And the top Received field has the grammar of a time stamp line

    @R5321-4.4-3 @MUST
    Scenario: There is a FROM clause
      When alice is sent the message hello
      Then alice receives the message hello
      And the top Received field has a FROM clause

    @R5321-4.4-a @SHOULD
    Scenario: The FROM clause holds the name given in EHLO
      Given an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${hello}
        C: .
        S: 250
        """
      And alice receives the message hello
      And the top Received field has the name from EHLO in its FROM clause

    @R5321-4.4-a @SHOULD
    Scenario: The FROM clause holds the address of the client
      When alice is sent the message hello
      Then alice receives the message hello
      And the top Received field has the client's address in its FROM clause

    @R5321-4.4-2 @MUST
    Scenario: The BY clause names the server
      When alice is sent the message hello
      Then alice receives the message hello
      And the top Received field has a BY clause

    @R5321-4.4-5 @MUST
    Scenario: The FOR clause names one path at most
      Given an SMTP session after RCPT
      Then the dialogue is:
        """smtp
        C: RCPT TO:<${bob}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And alice receives the message hello
      And the top Received field has no more than one path in its FOR clause

    @R5321-4.4-29 @SHOULD
    Scenario: The WITH clause names a registered protocol
      When alice is sent the message hello
      Then alice receives the message hello
      And the top Received field has a registered WITH clause

    @R5321-4.4-27 @SHOULD
    Scenario: No clause is made up
      When alice is sent the message hello
      Then alice receives the message hello
      And the top Received field has no unregistered clause

  Rule: The date of the Received field can be read everywhere

    @R5321-4.4-26 @MUST
    Scenario: The date has none of the obsolete forms
      When alice is sent the message hello
      Then alice receives the message hello
      And the top Received field has a date without obsolete forms

    @R5321-4.4-8 @SHOULD
    Scenario: The time zone is a number
      When alice is sent the message hello
      Then alice receives the message hello
      And the top Received field has a numerical time zone

    @R5321-F.5-1 @MUST
    Scenario: The year has four digits
      When alice is sent the message hello
      Then alice receives the message hello
      And the top Received field has a year of four digits

  Rule: Earlier Received fields stay as they are, below the new one

    @R5321-4.4-6 @R5321-4.4-7 @MUST
    Scenario: Three Received fields arrive unchanged and in order
      Given the message traced:
        """
        Received: from c.example.test (c.example.test [192.0.2.3])
        	by b.example.test; Fri, 21 Nov 1997 10:03:00 -0600
        Received: from b.example.test by a.example.test;
          Fri, 21 Nov 1997 10:02:00 -0600
        Received: (qmail 123 invoked by uid 1); 21 Nov 1997 16:01:00 -0000
        From: Sender <${sender}>
        To: Alice <${alice}>
        Date: Fri, 21 Nov 1997 10:00:00 -0600
        Message-ID: <${id}@example.test>
        Subject: ${id}

        A long way.
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${traced}
        C: .
        S: 250
        """
      And alice receives the message traced
      And the received message ends with the message traced

  Rule: Final delivery adds the return path

    @R5321-4.4-11 @MUST
    Scenario: Return-Path holds the reverse-path
      Given an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${hello}
        C: .
        S: 250
        """
      And alice receives the message hello
      And the received message has the header field: Return-Path: <${sender}>

    # In any case of letters: the name of a field has none of its own.
    @R5321-4.4-b @SHOULD
    Scenario: Return-Path is the first line
      Given an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${hello}
        C: .
        S: 250
        """
      And alice receives the message hello
      And the received message begins with the lines:
        """
        Return-${*}: <${sender}>
        """

    @R5321-4.4-11 @MUST
    Scenario: The Return-Path of a null reverse-path is empty brackets
      Given an SMTP session after EHLO
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
        """
      And alice receives the message hello
      And the received message has the header field: Return-Path: <>

    # Policy may refuse a sender.
    @R5321-2.4-3 @MUST
    Scenario: The case of the reverse-path's local part is kept
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<MiXeD.CaSe@${domain}>
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 4xx/5xx
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And alice receives the message hello
      And the received message has the header field: Return-Path: <MiXeD.CaSe@${domain}>

    @R5321-4.4-16 @SHOULD
    Scenario: A message that came with a Return-Path is delivered with one
      Given the message returned:
        """
        Return-Path: <old@example.test>
        From: Sender <${sender}>
        Subject: ${id}

        Sent before.
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${returned}
        C: .
        S: 250
        """
      And alice receives the message returned
      And the received message has the header field Return-Path 1 times
      And the received message has the header field: Return-Path: <${sender}>
