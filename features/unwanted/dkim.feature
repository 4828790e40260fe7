@needs-smtp @needs-outside-dns @needs-policy-dkim @needs-policy-results
Feature: DKIM
  A domain signs what it sends, and says in the DNS by which key (RFC 6376). What a server finds of it is told in
  Authentication-Results.

  Rule: A signature that verifies is told with the domain that has signed

    @R6376-6-5 @R6376-3.9-1 @R6376-3.11-2 @R6376-6.3-6 @R6376-3.6.2-1 @R6376-3.5-41 @MUST
    Scenario: A signature by the key of its domain is a pass
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And any message hello
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
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-6.3-6 @MUST
    Scenario: A signature of another domain than that of the author is a pass of the one that has signed
      Given the name server says:
        | name                      | type | value                           |
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
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${faraway}")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property            |
        | dkim   | pass   | header.d=${faraway} |

    @R6376-6.2-1 @SHOULD
    Scenario: What was found stands above the signature
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And any message hello
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
      Then alice receives the message hello
      And the received message has the header fields in this order:
        """
        Authentication-Results: ${*}
        DKIM-Signature: ${*}
        """

  Rule: What was changed on the way does not verify

    @R6376-6.1.3-2 @SHOULD
    Scenario: A body that was changed is no pass
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        Pay ten.
        """
      And the message changed:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        Pay two.
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
        C~ ${dkim(hello, "d=${elsewhere}")}${stuffed(changed)}.${CRLF}
        S: 250
        """
      Then alice receives the message changed
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

    @R6376-6.1.3-3 @SHOULD
    Scenario: A signed field that was changed is no pass
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>
        X-Note: ten

        Pay.
        """
      And the message changed:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>
        X-Note: two

        Pay.
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
        C~ ${dkim(hello, "d=${elsewhere}")}${stuffed(changed)}.${CRLF}
        S: 250
        """
      Then alice receives the message changed
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

    @R6376-6.1.3-3 @SHOULD
    Scenario: A signed field that was taken out is no pass
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>
        X-Note: ten

        Pay.
        """
      And the message changed:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        Pay.
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
        C~ ${dkim(hello, "d=${elsewhere}")}${stuffed(changed)}.${CRLF}
        S: 250
        """
      Then alice receives the message changed
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

    # Tags that nobody knows are signed, too.
    @R6376-3.7-7 @R6376-3.7-8 @R6376-3.5-3 @MUST
    Scenario: A tag that was added to the signature is no pass
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And any message hello
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ DKIM-Signature: n=added;${between(dkim(hello, "d=${elsewhere}"), "DKIM-Signature:")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

    @R6376-6.1.3-3 @SHOULD
    Scenario: A signature by another key than that of the record is no pass
      Given the name server says:
        | name                        | type | value                                |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa-1024")} |
      And any message hello
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
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

    @R6376-6.1.3-3 @SHOULD
    Scenario: A hash of the body that fits does not stand for a signature
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And any message hello
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${elsewhere}", "b=${base64("nobody has signed this")}")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

  Rule: A signature that fails is as good as none

    @R6376-6.3-1 @R6376-6.3-9 @R6376-6.1-3 @SHOULD
    Scenario: A message whose signature fails is taken
      Given the name server says:
        | name                        | type | value                                |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa-1024")} |
      And any message hello
      And an SMTP session after EHLO
      Then the dialogue is:
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

    @R6376-6.3-5 @MUST
    Scenario: A message whose signature fails is not put off
      Given the name server says:
        | name                        | type | value                                |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa-1024")} |
      And any message hello
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${elsewhere}")}${stuffed(hello)}.${CRLF}
        S: 250/5xx
        """

    @R6376-3.6.1-20 @MUST
    Scenario: A message of a domain that is only testing is taken though its signature fails
      Given the name server says:
        | name                        | type | value                                     |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; t=y; p=${public-key("rsa-1024")} |
      And any message hello
      And an SMTP session after EHLO
      Then the dialogue is:
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

  Rule: Of several signatures each counts by itself

    @R6376-4.2-6 @R6376-6.1-6 @R6376-6.1-8 @SHOULD
    Scenario: A good signature below a bad one is a pass
      Given the name server says:
        | name                        | type | value                                |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")}      |
        | rsa._domainkey.${faraway}   | TXT  | v=DKIM1; p=${public-key("rsa-1024")} |
      And any message hello
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${faraway}")}${dkim(hello, "d=${elsewhere}")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-6.1-2 @MUST
    Scenario: A good signature above a bad one is a pass
      Given the name server says:
        | name                        | type | value                                |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")}      |
        | rsa._domainkey.${faraway}   | TXT  | v=DKIM1; p=${public-key("rsa-1024")} |
      And any message hello
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${elsewhere}")}${dkim(hello, "d=${faraway}")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-4.2-4 @SHOULD
    Scenario: A good signature makes none of another domain good
      Given the name server says:
        | name                        | type | value                                |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")}      |
        | rsa._domainkey.${faraway}   | TXT  | v=DKIM1; p=${public-key("rsa-1024")} |
      And any message hello
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${elsewhere}")}${dkim(hello, "d=${faraway}")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result   | property            |
        | dkim   | not pass | header.d=${faraway} |

    @R6376-3.3.4-2 @MUST
    Scenario: A signature by an algorithm that nobody knows does not stand in the way of a good one
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And any message hello
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${elsewhere}", "a=rsa-sha1024")}${dkim(hello, "d=${elsewhere}")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    # Of that one b= is not taken out.
    @R6376-3.5-2 @MUST
    Scenario: A signature that signs another one takes that as it stands
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And any message hello
      And the message twice:
        """
        ${dkim(hello, "d=${faraway}")}${hello}
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
        C~ ${dkim(twice, "d=${elsewhere}")}${dkim(hello, "d=${faraway}")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |
