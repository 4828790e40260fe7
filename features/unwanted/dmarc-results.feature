@needs-smtp @needs-outside-dns @needs-policy-dmarc @needs-policy-results
Feature: DMARC: results
  What DMARC gives is told in Authentication-Results (RFC 7489 §11.1).

  Rule: The result is told with the domain of the author

    @R7489-11.2-a @SHOULD
    Scenario: A message that its domain has signed is told as a pass
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
      And the received message has the authentication results:
        | method | result | property                 |
        | dmarc  | pass   | header.from=${elsewhere} |

    @R7489-6.7-3 @SHOULD
    Scenario: A message that nothing bears out is told as a fail where it is taken
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
      And the received message has the authentication results:
        | method | result | property                 |
        | dmarc  | fail   | header.from=${elsewhere} |

    @R7489-6.7-4 @MUST @needs-smtp-SMTPUTF8
    Scenario: A domain in another script is told by its A-labels
      Given the name server says:
        | name                | type | value            |
        | _dmarc.home-${id}.com | TXT  | v=DMARC1; p=none |
      And the message hello:
        """
        From: <someone@b${xC3BC}cher.home-${id}.com>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        What it says.
        """
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${faraway}> SMTPUTF8
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message "${id}.hello@"
      And the received message has the authentication results:
        | method | result | property                               |
        | dmarc  | fail   | header.from=xn--bcher-kva.home-${id}.com |

    @R7489-11.2-a @SHOULD
    Scenario: A message of a domain without a record is told as none
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
      And the received message has the authentication results:
        | method | result |
        | dmarc  | none   |

  Rule: Nobody is told to be an author whom nobody has found

    @R7489-3.1-a @MUST
    Scenario: A message with two From fields is no pass
      Given the name server says:
        | name                      | type | value                           |
        | _dmarc.${elsewhere}       | TXT  | v=DMARC1; p=reject              |
        | rsa._domainkey.${faraway} | TXT  | v=DKIM1; p=${public-key("rsa")} |
        | ${faraway}                | TXT  | v=spf1 ip4:127.0.0.1 -all       |
        | _dmarc.${faraway}         | TXT  | v=DMARC1; p=none                |
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
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${faraway}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${faraway}")}${stuffed(hello)}.${CRLF}
        S? 5xx
        S: 250
        """
      Then alice receives the message "${id}.hello@"
      And the received message has the authentication results:
        | method | result   |
        | dmarc  | not pass |
