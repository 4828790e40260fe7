@needs-smtp @needs-outside-dns @needs-policy-dmarc
Feature: DMARC
  The domain of the From field says what is to become of mail in its name that neither SPF nor DKIM bears out (RFC 7489).
  Sessions come from 127.0.0.1. Where names below a domain matter that is one of .com, which lists of public suffixes know.

  Rule: What the domain asks to refuse is refused, and nothing else

    @R7489-6.6.4-5 @R7489-6.3-8 @R7489-6-1 @SHOULD
    Scenario: A message that nothing bears out is refused where the domain asks for it
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
    Scenario: A message with a signature that fails is refused
      Given the name server says:
        | name                        | type | value                                |
        | _dmarc.${elsewhere}         | TXT  | v=DMARC1; p=reject                   |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa-1024")} |
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
        C~ ${dkim(hello, "d=${elsewhere}")}${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7489-6.6.4-5 @SHOULD
    Scenario: A message from a host that SPF does not allow is refused
      Given the name server says:
        | name                | type | value              |
        | _dmarc.${elsewhere} | TXT  | v=DMARC1; p=reject |
        | ${elsewhere}        | TXT  | v=spf1 ?all        |
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

    @R7489-6.6.2-1 @MUST
    Scenario: A message that its domain has signed is taken
      Given the name server says:
        | name                        | type | value                           |
        | _dmarc.${elsewhere}         | TXT  | v=DMARC1; p=reject              |
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

    @R7489-6.6.2-1 @MUST
    Scenario: A message from a host that its domain allows is taken
      Given the name server says:
        | name                | type | value                     |
        | _dmarc.${elsewhere} | TXT  | v=DMARC1; p=reject        |
        | ${elsewhere}        | TXT  | v=spf1 ip4:127.0.0.1 -all |
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
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message "${id}.hello@"

    @R7489-6.6.2-1 @MUST
    Scenario: A message that was forwarded is taken where its signature still holds
      Given the name server says:
        | name                        | type | value                           |
        | _dmarc.${elsewhere}         | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
        | ${elsewhere}                | TXT  | v=spf1 ?all                     |
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
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${elsewhere}")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message "${id}.hello@"

    @R7489-6.6.2-1 @MUST
    Scenario: A message whose signature was broken is taken where its host is allowed
      Given the name server says:
        | name                        | type | value                                |
        | _dmarc.${elsewhere}         | TXT  | v=DMARC1; p=reject                   |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa-1024")} |
        | ${elsewhere}                | TXT  | v=spf1 ip4:127.0.0.1 -all            |
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
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${elsewhere}")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message "${id}.hello@"

    @R7489-3.1.1-a @MUST
    Scenario: One signature of the domain is enough among others
      Given the name server says:
        | name                        | type | value                           |
        | _dmarc.${elsewhere}         | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
        | rsa._domainkey.${faraway}   | TXT  | v=DKIM1; p=${public-key("rsa")} |
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
        C~ ${dkim(hello, "d=${faraway}")}${dkim(hello, "d=${elsewhere}")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message "${id}.hello@"

    @R7489-6.7-5 @SHOULD
    Scenario: A message that nothing bears out is taken where the domain asks for nothing
      Given the name server says:
        | name                | type | value            |
        | _dmarc.${elsewhere} | TXT  | v=DMARC1; p=none |
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
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message "${id}.hello@"

  Rule: A domain that says nothing has nothing refused

    @R7489-6.6.3-4 @SHOULD
    Scenario: A message of a domain without a record is taken
      Given the name server says:
        | name                | type | value    |
        | _dmarc.${elsewhere} | TXT  | NXDOMAIN |
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
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message "${id}.hello@"

    @R7489-6.3-29 @MUST
    Scenario Outline: A record that <what> is none
      Given the name server says:
        | name                | type | value    |
        | _dmarc.${elsewhere} | TXT  | <record> |
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
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message "${id}.hello@"

      Examples:
        | what                                | record             |
        | is of another version               | v=DMARC2; p=reject |
        | writes its version in small letters | v=dmarc1; p=reject |
        | has no version                      | p=reject           |
        | is of something else                | v=STSv1; p=reject  |

    @R7489-6.3-30 @MUST
    Scenario: A record whose version does not come first is none
      Given the name server says:
        | name                | type | value              |
        | _dmarc.${elsewhere} | TXT  | p=reject; v=DMARC1 |
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
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message "${id}.hello@"

    @R7489-6.6.3-a @MUST
    Scenario: Two records are as good as none
      Given the name server says:
        | name                | type | value                       |
        | _dmarc.${elsewhere} | TXT  | v=DMARC1; p=reject          |
        | _dmarc.${elsewhere} | TXT  | v=DMARC1; p=reject; pct=100 |
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
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message "${id}.hello@"

    @R7489-6.6.3-b @MUST
    Scenario: A record without p= asks for nothing
      Given the name server says:
        | name                | type | value               |
        | _dmarc.${elsewhere} | TXT  | v=DMARC1; sp=reject |
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
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message "${id}.hello@"

    @R7489-6.6.3-b @MUST
    Scenario: A record whose p= is no wish asks for nothing
      Given the name server says:
        | name                | type | value              |
        | _dmarc.${elsewhere} | TXT  | v=DMARC1; p=refuse |
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
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message "${id}.hello@"

  Rule: A record is read by its tags

    @R7489-6.3-1 @SHOULD
    Scenario: A tag that nobody knows changes nothing
      Given the name server says:
        | name                | type | value                       |
        | _dmarc.${elsewhere} | TXT  | v=DMARC1; p=reject; later=1 |
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

    @R7489-6.4-a @SHOULD
    Scenario: White space may stand around the tags of a record
      Given the name server says:
        | name                | type | value                      |
        | _dmarc.${elsewhere} | TXT  | v = DMARC1 ;  p = reject ; |
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

    @R7489-6.3-33 @SHOULD
    Scenario: Tags that are wrong behind p= count as not there
      Given the name server says:
        | name                | type | value                                           |
        | _dmarc.${elsewhere} | TXT  | v=DMARC1; p=reject; pct=many; adkim=x; ri=often |
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

    @R7489-6.6.3-3 @SHOULD
    Scenario: A record whose p= is no wish, with an address for reports, asks for nothing
      Given the name server says:
        | name                | type | value                                               |
        | _dmarc.${elsewhere} | TXT  | v=DMARC1; p=refuse; rua=mailto:reports@${elsewhere} |
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
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message "${id}.hello@"

    @R7489-6.1-1 @SHOULD
    Scenario: A record of several strings asks for refusing
      Given the name server says:
        | name                | type | value                                  |
        | _dmarc.${elsewhere} | TXT  | v=DMARC1; later=${300 * "x"}; p=reject |
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

    @R7489-6.6.4-1 @MUST
    Scenario: Where no percent is to be refused nothing is
      Given the name server says:
        | name                | type | value                     |
        | _dmarc.${elsewhere} | TXT  | v=DMARC1; p=reject; pct=0 |
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
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """

  Rule: What is below a domain it speaks for, unless that speaks for itself

    @R7489-6.6.3-2 @R7489-6.6.3-c @SHOULD
    Scenario: A message of a name below is refused where the domain asks for it
      Given the name server says:
        | name                | type | value              |
        | _dmarc.home-${id}.com | TXT  | v=DMARC1; p=reject |
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
        C~ ${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7489-6.6.3-c @SHOULD
    Scenario: sp= is for names below, whatever p= says
      Given the name server says:
        | name                | type | value                       |
        | _dmarc.home-${id}.com | TXT  | v=DMARC1; p=none; sp=reject |
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
        C~ ${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7489-6.3-a @MUST
    Scenario: sp= is not for the domain itself
      Given the name server says:
        | name                | type | value                       |
        | _dmarc.${elsewhere} | TXT  | v=DMARC1; p=none; sp=reject |
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
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message "${id}.hello@"

    @R7489-6.3-a @MUST
    Scenario: p= is not for names below where there is sp=
      Given the name server says:
        | name                | type | value                       |
        | _dmarc.home-${id}.com | TXT  | v=DMARC1; p=reject; sp=none |
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
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message "${id}.hello@"

    @R7489-6.6.3-1 @MUST
    Scenario: A record of the name itself goes before that of the domain above
      Given the name server says:
        | name                     | type | value              |
        | _dmarc.home-${id}.com      | TXT  | v=DMARC1; p=reject |
        | _dmarc.news.home-${id}.com | TXT  | v=DMARC1; p=none   |
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
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message "${id}.hello@"

    @R7489-6.3-b @MUST
    Scenario: sp= of a record below the domain means nothing
      Given the name server says:
        | name                     | type | value                       |
        | _dmarc.news.home-${id}.com | TXT  | v=DMARC1; p=none; sp=reject |
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
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message "${id}.hello@"

    @R7489-6.6.3-d @SHOULD
    Scenario: Between the name and its domain nobody is asked
      Given the name server says:
        | name                     | type | value              |
        | _dmarc.news.home-${id}.com | TXT  | v=DMARC1; p=reject |
      And the message hello:
        """
        From: <someone@daily.news.home-${id}.com>
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
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message "${id}.hello@"

  Rule: What cannot be known now is not refused for good

    @R7489-6.6.2-a @MUST
    Scenario: A message whose key cannot be had now is not refused for good
      Given the name server says:
        | name                        | type | value              |
        | _dmarc.${elsewhere}         | TXT  | v=DMARC1; p=reject |
        | rsa._domainkey.${elsewhere} | TXT  | SERVFAIL           |
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
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${elsewhere}")}${stuffed(hello)}.${CRLF}
        S: 250/4xx
        """

    @R7489-6.6.2-a @MUST
    Scenario: A message whose SPF record cannot be had now is not refused for good
      Given the name server says:
        | name                | type | value              |
        | _dmarc.${elsewhere} | TXT  | v=DMARC1; p=reject |
        | ${elsewhere}        | TXT  | SERVFAIL           |
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
        S? 4xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 4xx
        S: 250
        C: DATA
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S: 250/4xx
        """
