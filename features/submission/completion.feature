@needs-submission @needs-submission-AUTH=PLAIN
Feature: What is added to a submission
  A server for users may complete what their programs left out (RFC 6409 §8, RFC 5321 §6.4); what has no fault it leaves alone.

  Rule: A message without a date gets one

    @R6409-8.2-1 @R5321-6.4-1 @MAY
    Scenario: A Date is added
      Given a submission session after MAIL
      And the message undated:
        """
        From: <${alice}>
        To: <${bob}>
        Subject: ${id}
        Message-ID: <${id}@${domain}>

        Today, I think.
        """
      Then the dialogue is:
        """smtp
        C: RCPT TO:<${bob}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${stuffed(undated)}
        C: .
        S: 250
        """
      And bob receives the message undated
      And the received message has the header field Date 1 time

    @R6409-8-2 @MUST
    Scenario: A Date that is added is one
      Given a submission session after MAIL
      And the message undated:
        """
        From: <${alice}>
        To: <${bob}>
        Subject: ${id}
        Message-ID: <${id}@${domain}>

        Today, I think.
        """
      Then the dialogue is:
        """smtp
        C: RCPT TO:<${bob}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${stuffed(undated)}
        C: .
        S? 5xx
        S: 250
        """
      And bob receives the message "Subject: ${id}"
      And every field Date of the received message holds a date and time

  Rule: Every message has an identifier of its own

    @R6409-8.3-1 @SHOULD
    Scenario: A Message-ID is added
      Given a submission session after DATA
      Then the dialogue is:
        """smtp
        C: From: <${alice}>
        C: To: <${alice}>
        C: Subject: ${id}
        C: Date: Tue, 03 Jun 2025 10:00:00 +0000
        C:
        C: A message without a name.
        C: .
        S: 250
        """
      And alice receives the message "Subject: ${id}"
      And the received message has the header field Message-ID 1 time
      And every field Message-ID of the received message holds a message identifier

    @R6409-8.3-1 @SHOULD
    Scenario: A Message-ID that is none is replaced
      Given a submission session after DATA
      Then the dialogue is:
        """smtp
        C: From: <${alice}>
        C: To: <${alice}>
        C: Subject: ${id}
        C: Date: Tue, 03 Jun 2025 10:00:00 +0000
        C: Message-ID: the first of many
        C:
        C: A message with a wrong name.
        C: .
        S? 5xx
        S: 250
        """
      And alice receives the message "Subject: ${id}"
      And the received message has the header field Message-ID 1 time
      And every field Message-ID of the received message holds a message identifier

    @R5322-3.6.4-5 @R6409-8.3-1 @SHOULD
    Scenario: Two that are added are not alike
      Given a submission session after DATA
      Then the dialogue is:
        """smtp
        C: From: <${alice}>
        C: To: <${alice}>
        C: Subject: one ${id}
        C:
        C: The same.
        C: .
        S: 250
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C: From: <${alice}>
        C: To: <${alice}>
        C: Subject: two ${id}
        C:
        C: The same.
        C: .
        S: 250
        """
      And alice receives the message "Subject: one ${id}"
      And the received message has the header field: Message-ID: ${first:text}
      And alice receives the message "Subject: two ${id}"
      And the received message has the header field Message-ID 1 time
      And the received message does not contain: ${first}

  Rule: Who has logged in may be named as the sender

    @R6409-8.1-1 @MAY
    Scenario: A Sender is added where From names somebody else
      Given a submission session after DATA
      Then the dialogue is:
        """smtp
        C: From: <${bob}>
        C: To: <${alice}>
        C: Subject: ${id}
        C: Date: Tue, 03 Jun 2025 10:00:00 +0000
        C: Message-ID: <${id}@${domain}>
        C:
        C: Bob told me to write this.
        C: .
        S? 5xx
        S: 250
        """
      And alice receives the message "Subject: ${id}"
      And the received message has the header field: Sender: ${*}${alice}${*}

    @R6409-8.1-2 @MUST
    Scenario: A Sender that is added is an address
      Given a submission session after DATA
      Then the dialogue is:
        """smtp
        C: From: <${bob}>
        C: To: <${alice}>
        C: Subject: ${id}
        C: Date: Tue, 03 Jun 2025 10:00:00 +0000
        C: Message-ID: <${id}@${domain}>
        C:
        C: Bob told me to write this.
        C: .
        S? 5xx
        S: 250
        """
      And alice receives the message "Subject: ${id}"
      And every field Sender of the received message holds an address with a whole domain

    @R6409-8.1-a @SHOULD
    Scenario: None is added where From names the user
      Given a submission session after DATA
      Then the dialogue is:
        """smtp
        C: From: <${alice}>
        C: To: <${alice}>
        C: Subject: ${id}
        C:
        C: I wrote this myself.
        C: .
        S: 250
        """
      And alice receives the message "Subject: ${id}"
      And the received message has the header field Sender 0 times

  Rule: What has no fault is left alone

    @R6409-8-a @SHOULD
    Scenario: The body arrives as it was
      Given a submission session after MAIL
      And the message whole:
        """
        From: <${alice}>
        To: <${bob}>
        Subject: ${id}
        Date: Tue, 03 Jun 2025 10:00:00 +0000
        Message-ID: <${id}@${domain}>

        From here on nothing changes: =20 stays, and so does "=".
        . a dot,${SP}
        ${TAB}a tab, and

        -- ${SP}
        two spaces at an end.
        """
      Then the dialogue is:
        """smtp
        C: RCPT TO:<${bob}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${stuffed(whole)}
        C: .
        S: 250
        """
      And bob receives the message whole

    @R6409-8-a @SHOULD
    Scenario: The header arrives as it was
      Given a submission session after MAIL
      And the message whole:
        """
        X-First: as it was
        From: "Alice, who writes" <${alice}>
        To: <${bob}>
        Subject: ${id}
        Date: Tue,  3 Jun 2025 10:00:00 +0200 (noon)
        Message-ID: <${id}.one.two@client.mailspec.test>
        References: <a@client.mailspec.test>
         <b@client.mailspec.test>
        X-Last:  two  spaces

        Nothing was missing.
        """
      Then the dialogue is:
        """smtp
        C: RCPT TO:<${bob}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${stuffed(whole)}
        C: .
        S: 250
        """
      And bob receives the message whole
      And the received message has the header field Date 1 time
      And the received message has the header field Message-ID 1 time
      And the received message ends with the message whole
