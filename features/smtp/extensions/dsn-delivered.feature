@needs-smtp @needs-smtp-DSN
Feature: Notification of delivery
  Who asked for it is told that a message reached its mailbox; who did not is not (RFC 3461 §5.2.3, §6). Here alice writes to bob,
  and the notification comes to her; a server may refuse to take mail from its own user at this door.

  Rule: Delivery is reported to those who asked for it

    # The notification is told by a text that stands in ENVID and in the header of the message: where a server forgets the one,
    # or returns nothing of the other, it is found all the same.
    @R3461-5.2.3-1 @MUST
    Scenario: NOTIFY=SUCCESS brings a notification
      Given the message letter:
        """
        From: <${alice}>
        To: <${bob}>
        Subject: told-${id}

        Tell me when he has it.
        """
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> RET=HDRS ENVID=told-${id}
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<${bob}> NOTIFY=SUCCESS
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S: 250
        """
      Then bob receives the message letter
      And alice receives the message "told-${id}"

    @R3461-6.3-1 @MUST
    Scenario: The notification gives the envelope's identifier
      Given the message letter:
        """
        From: <${alice}>
        To: <${bob}>
        Subject: tell me ${id}

        Tell me when he has it.
        """
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> RET=HDRS ENVID=envelope-${id}
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<${bob}> NOTIFY=SUCCESS
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S: 250
        """
      Then alice receives the message "envelope-${id}"

    @R3461-6.3-7 @MUST
    Scenario: The notification gives the original recipient
      Given the message letter:
        """
        From: <${alice}>
        To: <${bob}>
        Subject: under which name ${id}

        Tell me when he has it.
        """
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<${bob}> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;original-${id}@elsewhere.test
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S: 250
        """
      Then alice receives the message "original-${id}@elsewhere.test"
      And the report says of ${bob}:
        """
        Original-Recipient: rfc822; original-${id}@elsewhere.test
        """

    @R3461-6.1-1 @MUST
    Scenario: The notification has the null reverse-path
      Given the message letter:
        """
        From: <${alice}>
        To: <${bob}>
        Subject: nobody-${id}

        Tell me when he has it.
        """
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> ENVID=nobody-${id}
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<${bob}> NOTIFY=SUCCESS
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S: 250
        """
      Then alice receives the message "nobody-${id}"
      And the received message has the header field: Return-Path: <>

  Rule: Delivery is not reported to others

    @R3461-5.2.3-2 @MUST
    Scenario Outline: NOTIFY=<wish> brings no notification of success
      Given the message letter:
        """
        From: <${alice}>
        To: <${bob}>
        Subject: envelope-${id}

        No news is good news.
        """
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> ENVID=envelope-${id}
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<${bob}> NOTIFY=<wish>
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S: 250
        """
      Then bob receives the message letter
      And alice does not receive the message "envelope-${id}"

      Examples:
        | wish          |
        | NEVER         |
        | FAILURE       |
        | DELAY,FAILURE |

    @R3461-5.2.3-3 @MUST
    Scenario: Without NOTIFY there is no notification of success
      Given the message letter:
        """
        From: <${alice}>
        To: <${bob}>
        Subject: envelope-${id}

        No news is good news.
        """
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> ENVID=envelope-${id}
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<${bob}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S: 250
        """
      Then bob receives the message letter
      And alice does not receive the message "envelope-${id}"

    @R3461-5.2-1 @MUST
    Scenario: A message from nobody is reported to nobody
      Given the message letter:
        """
        From: <${alice}>
        To: <${bob}>
        Subject: envelope-${id}

        The header names alice, the envelope does not.
        """
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<> ENVID=envelope-${id}
        S: 250
        C: RCPT TO:<${bob}> NOTIFY=SUCCESS
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S: 250
        """
      Then bob receives the message letter
      And alice does not receive the message "envelope-${id}"
