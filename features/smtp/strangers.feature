@needs-smtp
Feature: Strangers and others
  Port 25 is for everybody, and the server knows nothing of who comes: it takes their mail for its own mailboxes alone (RFC 5321 §7.9), and as it is (§6.4).

  Rule: Mail for elsewhere is taken from users and known clients alone

    # No RFC forbids to relay for everybody; all who did came to regret it.
    @M-robust-open-relay @MUST @needs-stranger @chapter-route-2
    Scenario: A stranger's mail for elsewhere is refused
      Given an SMTP session after MAIL from a stranger's address
      Then the dialogue is:
        """smtp
        C: RCPT TO:<${foreign}>
        S? 4xx/5xx
        S: 250/251
        C: DATA
        S? 4xx/5xx
        S: 354
        C: From: <${sender}>
        C: To: <${foreign}>
        C: Subject: ${id}
        C:
        C: From one stranger to another.
        C: .
        S: 4xx/5xx
        """

    @R5321-7.9-1 @MAY @needs-trusted-client @chapter-route-2
    Scenario: A trusted client's mail for elsewhere is taken
      Given an SMTP session after MAIL from a trusted address
      When the client sends: RCPT TO:<${foreign}>
      Then the reply is 250/251

    @R5321-7.9-1 @MAY @needs-smtp-AUTH=PLAIN @needs-stranger @chapter-route-2
    Scenario: A user's mail for elsewhere is taken
      Given an SMTP session after AUTH from a stranger's address
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<${foreign}>
        S: 250/251
        """

  Rule: Who is refused is not told that nobody's mail is taken

    # Any other refusal will do.
    @R7504-3-3 @SHOULD @needs-stranger
    Scenario: A stranger's recipient elsewhere is not answered 521
      Given an SMTP session after MAIL from a stranger's address
      When the client sends: RCPT TO:<${foreign}>
      Then the reply is 2xx/4xx/50x/51x/520/522/523/524/525/53x/54x/55x

  Rule: What a stranger's message lacks is not added

    @R5321-6.4-a @SHOULD @needs-stranger
    Scenario Outline: No <field> is added
      Given an SMTP session after DATA from a stranger's address
      Then the dialogue is:
        """smtp
        C: From: <${sender}>
        C: To: <${alice}>
        C: Subject: ${id}
        C:
        C: I have no clock and no name.
        C: .
        S? 5xx
        S: 250
        """
      And alice receives the message "Subject: ${id}"
      And the received message has the header field <field> 0 times

      Examples:
        | field      |
        | Date       |
        | Message-ID |
        | Sender     |
