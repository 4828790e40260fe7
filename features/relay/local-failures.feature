@needs-outside-dns
Feature: Mail for mailboxes that cannot take it
  Who is no user here, and whose mailbox is full, does not get the message: that is said at once, or by mail to who sent it (RFC 5321 §3.3, §4.4, §6.1).

  Rule: What a mailbox does not get is refused or returned

    @R5321-2.1-2 @MUST @chapter-route-5 @needs-unknown
    Scenario: The mailbox does not exist
      Given any message hello from alice
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<${unknown}>
        S? 4xx/5xx
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S? 4xx/5xx
        S: 250
        """
      Then alice receives a bounce that names ${unknown}

    # Bob's mailbox holds 20,000 octets in this profile and is nearly full.
    @R5321-2.1-2 @MUST @profile-small-quota
    Scenario: The mailbox is full
      Given the message letter:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: letter ${id}

        ${60 * "This line of the letter has fifty-six octets with CRLF.${CRLF}"}
        """
      And any message filling of 18000 octets
      And bob's inbox holds:
        | message |
        | filling |
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<${bob}>
        S? 4xx/5xx
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S? 4xx/5xx
        S: 250
        """
      Then alice receives a bounce that names ${bob}

    @R5321-2.1-2 @MUST @profile-small-quota @needs-alias-bob
    Scenario: The mailbox behind an alias is full
      Given the message letter:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: letter ${id}

        ${60 * "This line of the letter has fifty-six octets with CRLF.${CRLF}"}
        """
      And any message filling of 18000 octets
      And bob's inbox holds:
        | message |
        | filling |
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<${alias.bob}>
        S? 4xx/5xx
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S? 4xx/5xx
        S: 250
        """
      Then alice receives a bounce that names ${alias.bob}

  Rule: Once the content is taken for somebody, the others are told of by mail

    # Nobody could tell from a refusal at the end which of them it is for.
    @R5321-3.3-11 @SHOULD @needs-unknown
    Scenario: Of two mailboxes one does not exist
      Given any message hello from alice
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<${bob}>
        S: 250/251
        C: RCPT TO:<${unknown}>
        S? 4xx/5xx
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice receives a bounce that names ${unknown}

    @R5321-4.4-21 @R5321-4.4-22 @MUST @profile-small-quota @needs-accounts-3
    Scenario: Of two mailboxes one is full
      Given the message letter:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: letter ${id}

        ${60 * "This line of the letter has fifty-six octets with CRLF.${CRLF}"}
        """
      And any message filling of 18000 octets
      And bob's inbox holds:
        | message |
        | filling |
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<${bob}>
        S? 4xx/5xx
        S: 250/251
        C: RCPT TO:<${carol}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S: 250
        """
      Then carol receives the message letter
      And alice receives a bounce that names ${bob}

    @R5321-4.4-22 @MUST @profile-small-quota @needs-alias-several
    Scenario: Of two behind an alias one has a full mailbox
      Given the message letter:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: letter ${id}

        ${60 * "This line of the letter has fifty-six octets with CRLF.${CRLF}"}
        """
      And any message filling of 18000 octets
      And bob's inbox holds:
        | message |
        | filling |
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<${alias.several}>
        S? 4xx/5xx
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S? 4xx/5xx
        S: 250
        """
      Then the next hop receives the message letter
      And alice receives a bounce that names ${alias.several}
