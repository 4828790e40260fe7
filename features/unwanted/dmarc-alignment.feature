@needs-smtp @needs-outside-dns @needs-policy-dmarc
Feature: DMARC: alignment
  Who has signed or sent a message must be of the domain that its From field names (RFC 7489 §3.1).

  Rule: Relaxed, domains of one organization are as good as one

    @R7489-3.1.1-b @MUST
    Scenario: A signature of the domain above is taken
      Given the name server says:
        | name                        | type | value                           |
        | _dmarc.home-${id}.com         | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.home-${id}.com | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: <someone@news.home-${id}.com>
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
        C~ ${dkim(hello, "d=home-${id}.com")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message "${id}.hello@"

    @R7489-3.1.1-b @MUST
    Scenario: A signature of a name below is taken
      Given the name server says:
        | name                             | type | value                           |
        | _dmarc.home-${id}.com              | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.news.home-${id}.com | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@home-${id}.com>
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
        C~ ${dkim(hello, "d=news.home-${id}.com")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message "${id}.hello@"

    @R7489-3.1.1-b @MUST
    Scenario: A signature of a name beside is taken
      Given the name server says:
        | name                             | type | value                           |
        | _dmarc.home-${id}.com              | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.shop.home-${id}.com | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: <someone@news.home-${id}.com>
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
        C~ ${dkim(hello, "d=shop.home-${id}.com")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message "${id}.hello@"

    @R7489-3.1.2-a @MUST
    Scenario: A sender of a name below is taken
      Given the name server says:
        | name                 | type | value                     |
        | _dmarc.home-${id}.com  | TXT  | v=DMARC1; p=reject        |
        | bounces.home-${id}.com | TXT  | v=spf1 ip4:127.0.0.1 -all |
      And the message hello:
        """
        From: Someone <someone@home-${id}.com>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@bounces.home-${id}.com>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message "${id}.hello@"

    @R7489-3.1-b @MUST
    Scenario: Capitals in a domain make no other one
      Given the name server says:
        | name                        | type | value                           |
        | _dmarc.${elsewhere}         | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: <someone@${upper(elsewhere)}>
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

  Rule: Strict, they are not

    @R7489-6.6.4-5 @SHOULD
    Scenario: A signature of the domain above is not enough where adkim=s
      Given the name server says:
        | name                        | type | value                           |
        | _dmarc.home-${id}.com         | TXT  | v=DMARC1; p=reject; adkim=s     |
        | rsa._domainkey.home-${id}.com | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: <someone@news.home-${id}.com>
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
        C~ ${dkim(hello, "d=home-${id}.com")}${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7489-6.6.4-5 @SHOULD
    Scenario: A signature of a name below is not enough where adkim=s
      Given the name server says:
        | name                             | type | value                           |
        | _dmarc.home-${id}.com              | TXT  | v=DMARC1; p=reject; adkim=s     |
        | rsa._domainkey.news.home-${id}.com | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@home-${id}.com>
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
        C~ ${dkim(hello, "d=news.home-${id}.com")}${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7489-3.1.1-b @MUST
    Scenario: A signature of the domain itself is enough where adkim=s
      Given the name server says:
        | name                        | type | value                           |
        | _dmarc.${elsewhere}         | TXT  | v=DMARC1; p=reject; adkim=s     |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
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

    @R7489-6.6.4-5 @SHOULD
    Scenario: A sender of a name below is not enough where aspf=s
      Given the name server says:
        | name                 | type | value                      |
        | _dmarc.home-${id}.com  | TXT  | v=DMARC1; p=reject; aspf=s |
        | bounces.home-${id}.com | TXT  | v=spf1 ip4:127.0.0.1 -all  |
      And the message hello:
        """
        From: Someone <someone@home-${id}.com>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<someone@bounces.home-${id}.com>
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

    @R7489-3.1.2-a @MUST
    Scenario: aspf=s is not for signatures
      Given the name server says:
        | name                        | type | value                           |
        | _dmarc.home-${id}.com         | TXT  | v=DMARC1; p=reject; aspf=s      |
        | rsa._domainkey.home-${id}.com | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: <someone@news.home-${id}.com>
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
        C~ ${dkim(hello, "d=home-${id}.com")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message "${id}.hello@"

    @R7489-3.1.1-b @MUST
    Scenario: adkim=s is not for senders
      Given the name server says:
        | name                 | type | value                       |
        | _dmarc.home-${id}.com  | TXT  | v=DMARC1; p=reject; adkim=s |
        | bounces.home-${id}.com | TXT  | v=spf1 ip4:127.0.0.1 -all   |
      And the message hello:
        """
        From: Someone <someone@home-${id}.com>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@bounces.home-${id}.com>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message "${id}.hello@"

  Rule: Other domains bear nothing out

    @R7489-6.6.4-5 @SHOULD
    Scenario: A signature of another domain is not enough
      Given the name server says:
        | name                      | type | value                           |
        | _dmarc.${elsewhere}       | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.${faraway} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
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
    Scenario: A sender of another domain that SPF allows is not enough
      Given the name server says:
        | name                | type | value                     |
        | _dmarc.${elsewhere} | TXT  | v=DMARC1; p=reject        |
        | ${faraway}          | TXT  | v=spf1 ip4:127.0.0.1 -all |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
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

    @R7489-6.6.4-5 @SHOULD
    Scenario: A domain that only ends as the other does is another one
      Given the name server says:
        | name                           | type | value                           |
        | _dmarc.${elsewhere}            | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.not${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
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
        C~ ${dkim(hello, "d=not${elsewhere}")}${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7489-6.6.4-5 @SHOULD
    Scenario: A domain that begins as the other does is another one
      Given the name server says:
        | name                                   | type | value                           |
        | _dmarc.${elsewhere}                    | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.${elsewhere}.${faraway} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
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
        C~ ${dkim(hello, "d=${elsewhere}.${faraway}")}${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7489-6.6.4-5 @SHOULD
    Scenario: An agent that names the domain does not stand for one that has signed
      Given the name server says:
        | name                      | type | value                           |
        | _dmarc.${elsewhere}       | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.${faraway} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
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
        C~ ${dkim(hello, "d=${faraway}", "i=someone@${elsewhere}")}${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7489-3.2-a @SHOULD
    Scenario: Two domains below one public suffix are not of one organization
      Given the name server says:
        | name                             | type | value                           |
        | _dmarc.one-${id}.co.uk           | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.other-${id}.co.uk | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: <someone@one-${id}.co.uk>
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
        C~ ${dkim(hello, "d=other-${id}.co.uk")}${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7489-3.2-a @SHOULD
    Scenario: Two names below one domain of a public suffix are of one organization
      Given the name server says:
        | name                                | type | value                           |
        | _dmarc.one-${id}.co.uk              | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.mail.one-${id}.co.uk | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: <someone@news.one-${id}.co.uk>
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
        C~ ${dkim(hello, "d=mail.one-${id}.co.uk")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message "${id}.hello@"

  Rule: Nothing is guessed

    @R7489-6.6.2-5 @SHOULD
    Scenario: A host that is the mail server of a domain without an SPF record is not enough
      Given the name server says:
        | name                | type | value              |
        | _dmarc.${elsewhere} | TXT  | v=DMARC1; p=reject |
        | ${elsewhere}        | A    | 127.0.0.1          |
        | ${elsewhere}        | MX   | 10 ${elsewhere}    |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
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

  Rule: Of SPF the reverse-path counts, and the name in EHLO where there is none

    @R7489-6.6.4-5 @SHOULD
    Scenario: A name in EHLO that SPF allows does not stand for a reverse-path
      Given the name server says:
        | name                | type | value                     |
        | _dmarc.${elsewhere} | TXT  | v=DMARC1; p=reject        |
        | ${elsewhere}        | TXT  | v=spf1 ip4:127.0.0.1 -all |
        | ${faraway}          | TXT  | v=spf1 ?all               |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: EHLO ${elsewhere}
        S: 250
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

    @R7489-3.1.2-b @MUST
    Scenario: Without a reverse-path the name in EHLO counts
      Given the name server says:
        | name                | type | value                     |
        | _dmarc.home-${id}.com | TXT  | v=DMARC1; p=reject        |
        | mail.home-${id}.com   | TXT  | v=spf1 ip4:127.0.0.1 -all |
      And the message hello:
        """
        From: Someone <someone@home-${id}.com>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: EHLO mail.home-${id}.com
        S: 250
        C: MAIL FROM:<>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message "${id}.hello@"

    @R7489-6.6.4-5 @SHOULD
    Scenario: A bounce that nothing bears out is refused, too
      Given the name server says:
        | name                | type | value              |
        | _dmarc.${elsewhere} | TXT  | v=DMARC1; p=reject |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<>
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
