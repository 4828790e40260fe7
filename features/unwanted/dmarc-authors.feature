@needs-smtp @needs-outside-dns @needs-policy-dmarc
Feature: DMARC: authors
  Whom the From field names, however it is written. A forger has a domain of his own, for which he signs and sends (RFC 7489 §6.6.1).

  Rule: The domain is that of the address, however it is written

    @R7489-6.6.4-5 @SHOULD
    Scenario: An address behind a name that is another address is refused
      Given the name server says:
        | name                      | type | value                           |
        | _dmarc.${elsewhere}       | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.${faraway} | TXT  | v=DKIM1; p=${public-key("rsa")} |
        | ${faraway}                | TXT  | v=spf1 ip4:127.0.0.1 -all       |
      And the message hello:
        """
        From: "someone@${faraway}" <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${faraway}>
        S? 5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 5xx
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${faraway}")}${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7489-6.6.4-5 @SHOULD
    Scenario: An address behind a name in quotes with another one in brackets is refused
      Given the name server says:
        | name                      | type | value                           |
        | _dmarc.${elsewhere}       | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.${faraway} | TXT  | v=DKIM1; p=${public-key("rsa")} |
        | ${faraway}                | TXT  | v=spf1 ip4:127.0.0.1 -all       |
      And the message hello:
        """
        From: "Someone <someone@${faraway}>" <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${faraway}>
        S? 5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 5xx
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${faraway}")}${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7489-6.6.4-5 @SHOULD
    Scenario: An address whose local part is another one in quotes is refused
      Given the name server says:
        | name                      | type | value                           |
        | _dmarc.${elsewhere}       | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.${faraway} | TXT  | v=DKIM1; p=${public-key("rsa")} |
        | ${faraway}                | TXT  | v=spf1 ip4:127.0.0.1 -all       |
      And the message hello:
        """
        From: "Someone <someone@${faraway}>"@${elsewhere}
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${faraway}>
        S? 5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 5xx
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${faraway}")}${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7489-6.6.4-5 @SHOULD
    Scenario: An address behind a comment with another one is refused
      Given the name server says:
        | name                      | type | value                           |
        | _dmarc.${elsewhere}       | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.${faraway} | TXT  | v=DKIM1; p=${public-key("rsa")} |
        | ${faraway}                | TXT  | v=spf1 ip4:127.0.0.1 -all       |
      And the message hello:
        """
        From: (<someone@${faraway}>) <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${faraway}>
        S? 5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 5xx
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${faraway}")}${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7489-6.6.4-5 @SHOULD
    Scenario: An address with a comment in it is refused
      Given the name server says:
        | name                      | type | value                           |
        | _dmarc.${elsewhere}       | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.${faraway} | TXT  | v=DKIM1; p=${public-key("rsa")} |
        | ${faraway}                | TXT  | v=spf1 ip4:127.0.0.1 -all       |
      And the message hello:
        """
        From: <someone@(@${faraway})${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${faraway}>
        S? 5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 5xx
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${faraway}")}${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7489-6.6.4-5 @SHOULD
    Scenario: An address before a comment with another one is refused
      Given the name server says:
        | name                      | type | value                           |
        | _dmarc.${elsewhere}       | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.${faraway} | TXT  | v=DKIM1; p=${public-key("rsa")} |
        | ${faraway}                | TXT  | v=spf1 ip4:127.0.0.1 -all       |
      And the message hello:
        """
        From: someone@${elsewhere} (<someone@${faraway}>)
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${faraway}>
        S? 5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 5xx
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${faraway}")}${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7489-6.6.4-5 @SHOULD
    Scenario: An address with a route through another domain is refused
      Given the name server says:
        | name                      | type | value                           |
        | _dmarc.${elsewhere}       | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.${faraway} | TXT  | v=DKIM1; p=${public-key("rsa")} |
        | ${faraway}                | TXT  | v=spf1 ip4:127.0.0.1 -all       |
      And the message hello:
        """
        From: <@${faraway}:someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${faraway}>
        S? 5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 5xx
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${faraway}")}${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7489-6.6.4-5 @SHOULD
    Scenario: An address that is folded is refused
      Given the name server says:
        | name                      | type | value                           |
        | _dmarc.${elsewhere}       | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.${faraway} | TXT  | v=DKIM1; p=${public-key("rsa")} |
        | ${faraway}                | TXT  | v=spf1 ip4:127.0.0.1 -all       |
      And the message hello:
        """
        From: Someone
         <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${faraway}>
        S? 5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 5xx
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${faraway}")}${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7489-6.6.4-5 @SHOULD
    Scenario: An address in a group is refused
      Given the name server says:
        | name                      | type | value                           |
        | _dmarc.${elsewhere}       | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.${faraway} | TXT  | v=DKIM1; p=${public-key("rsa")} |
        | ${faraway}                | TXT  | v=spf1 ip4:127.0.0.1 -all       |
      And the message hello:
        """
        From: Us: someone@${elsewhere};
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${faraway}>
        S? 5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 5xx
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${faraway}")}${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7489-6.6.4-5 @SHOULD
    Scenario: An address behind a name that is encoded is refused
      Given the name server says:
        | name                      | type | value                           |
        | _dmarc.${elsewhere}       | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.${faraway} | TXT  | v=DKIM1; p=${public-key("rsa")} |
        | ${faraway}                | TXT  | v=spf1 ip4:127.0.0.1 -all       |
      And the message hello:
        """
        From: =?us-ascii?Q?=3Csomeone=40${faraway}=3E?= <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${faraway}>
        S? 5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 5xx
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${faraway}")}${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7489-6.6.4-5 @SHOULD
    Scenario: An address in capitals is refused
      Given the name server says:
        | name                      | type | value                           |
        | _dmarc.${elsewhere}       | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.${faraway} | TXT  | v=DKIM1; p=${public-key("rsa")} |
        | ${faraway}                | TXT  | v=spf1 ip4:127.0.0.1 -all       |
      And the message hello:
        """
        From: <SOMEONE@${upper(elsewhere)}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${faraway}>
        S? 5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 5xx
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${faraway}")}${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7489-6.6.4-5 @SHOULD
    Scenario: A field with its name in capitals is refused
      Given the name server says:
        | name                      | type | value                           |
        | _dmarc.${elsewhere}       | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.${faraway} | TXT  | v=DKIM1; p=${public-key("rsa")} |
        | ${faraway}                | TXT  | v=spf1 ip4:127.0.0.1 -all       |
      And the message hello:
        """
        FROM: <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${faraway}>
        S? 5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 5xx
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${faraway}")}${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7489-6.6.4-5 @SHOULD
    Scenario: A field with a space before its colon is refused
      Given the name server says:
        | name                      | type | value                           |
        | _dmarc.${elsewhere}       | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.${faraway} | TXT  | v=DKIM1; p=${public-key("rsa")} |
        | ${faraway}                | TXT  | v=spf1 ip4:127.0.0.1 -all       |
      And the message hello:
        """
        From : <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${faraway}>
        S? 5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 5xx
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${faraway}")}${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7489-6.6.2-1 @MUST
    Scenario: A name that looks like an address of another domain names no author
      Given the name server says:
        | name                      | type | value                           |
        | _dmarc.${elsewhere}       | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.${faraway} | TXT  | v=DKIM1; p=${public-key("rsa")} |
        | ${faraway}                | TXT  | v=spf1 ip4:127.0.0.1 -all       |
      And the message hello:
        """
        From: "someone@${elsewhere}" <someone@${faraway}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${faraway}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${faraway}")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message "${id}.hello@"

    @R7489-6.6.2-1 @MUST
    Scenario: A comment that looks like an address of another domain names no author
      Given the name server says:
        | name                      | type | value                           |
        | _dmarc.${elsewhere}       | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.${faraway} | TXT  | v=DKIM1; p=${public-key("rsa")} |
        | ${faraway}                | TXT  | v=spf1 ip4:127.0.0.1 -all       |
      And the message hello:
        """
        From: <someone@${faraway}> (someone@${elsewhere})
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${faraway}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${faraway}")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message "${id}.hello@"

    @R7489-6.6.2-1 @MUST
    Scenario: A name in quotes with a comma is one author
      Given the name server says:
        | name                        | type | value                           |
        | _dmarc.${elsewhere}         | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: "One, Some" <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${faraway}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${elsewhere}")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message "${id}.hello@"

  Rule: Of several authors each counts

    @R7489-6.6.1-a @SHOULD
    Scenario: A forger who names himself besides is refused
      Given the name server says:
        | name                      | type | value                           |
        | _dmarc.${elsewhere}       | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.${faraway} | TXT  | v=DKIM1; p=${public-key("rsa")} |
        | ${faraway}                | TXT  | v=spf1 ip4:127.0.0.1 -all       |
      And the message hello:
        """
        From: <forger@${faraway}>, <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${faraway}>
        S? 5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 5xx
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${faraway}")}${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7489-6.6.1-a @SHOULD
    Scenario: A forger who names himself behind is refused
      Given the name server says:
        | name                      | type | value                           |
        | _dmarc.${elsewhere}       | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.${faraway} | TXT  | v=DKIM1; p=${public-key("rsa")} |
        | ${faraway}                | TXT  | v=spf1 ip4:127.0.0.1 -all       |
      And the message hello:
        """
        From: <someone@${elsewhere}>, <forger@${faraway}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${faraway}>
        S? 5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 5xx
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${faraway}")}${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7489-6.6.1-a @SHOULD
    Scenario: A forger who names himself without brackets is refused
      Given the name server says:
        | name                      | type | value                           |
        | _dmarc.${elsewhere}       | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.${faraway} | TXT  | v=DKIM1; p=${public-key("rsa")} |
        | ${faraway}                | TXT  | v=spf1 ip4:127.0.0.1 -all       |
      And the message hello:
        """
        From: forger@${faraway}, someone@${elsewhere}
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${faraway}>
        S? 5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 5xx
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${faraway}")}${stuffed(hello)}.${CRLF}
        S: 5xx
        """

  Rule: Two From fields, or none, are no author

    @R7489-6.6.1-b @SHOULD
    Scenario: A second From field above is refused
      Given the name server says:
        | name                      | type | value                           |
        | _dmarc.${elsewhere}       | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.${faraway} | TXT  | v=DKIM1; p=${public-key("rsa")} |
        | ${faraway}                | TXT  | v=spf1 ip4:127.0.0.1 -all       |
      And the message hello:
        """
        From: <someone@${elsewhere}>
        From: <forger@${faraway}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${faraway}>
        S? 5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 5xx
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${faraway}")}${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7489-6.6.1-b @SHOULD
    Scenario: A second From field below is refused
      Given the name server says:
        | name                      | type | value                           |
        | _dmarc.${elsewhere}       | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.${faraway} | TXT  | v=DKIM1; p=${public-key("rsa")} |
        | ${faraway}                | TXT  | v=spf1 ip4:127.0.0.1 -all       |
      And the message hello:
        """
        From: <forger@${faraway}>
        From: <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${faraway}>
        S? 5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 5xx
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${faraway}")}${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7489-6.6.1-b @SHOULD
    Scenario: A message without a From field is refused
      Given the name server says:
        | name                      | type | value                           |
        | _dmarc.${elsewhere}       | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.${faraway} | TXT  | v=DKIM1; p=${public-key("rsa")} |
        | ${faraway}                | TXT  | v=spf1 ip4:127.0.0.1 -all       |
      And the message hello:
        """
        Sender: <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${faraway}>
        S? 5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 5xx
        S: 250
        C: DATA
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S: 5xx
        """
