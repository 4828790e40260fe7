@needs-smtp @needs-outside-dns @needs-policy-dkim @needs-policy-results
Feature: DKIM: signed fields
  Which fields of the header a signature covers (RFC 6376 §3.5, §5.4): h= names them, and nothing besides.

  Rule: A signature covers the fields that it names, whatever their case

    @R6376-3.5-25 @R6376-6.1.3-1 @MUST
    Scenario: Names of h= in capitals are those of the fields
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
        C~ ${dkim(hello, "d=${elsewhere}", "h=FROM:Subject:dAtE")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-3.2-a @MUST
    Scenario: White space may stand around the colons of h=
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
        C~ ${dkim(hello, "d=${elsewhere}", "h=from :${CRLF}${TAB}subject: ${SP}date")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-3.5-20 @MUST
    Scenario: A field that is not named may change
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
        C~ ${dkim(hello, "d=${elsewhere}", "h=from:subject")}${stuffed(changed)}.${CRLF}
        S: 250
        """
      Then alice receives the message changed
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-3.5-20 @MUST
    Scenario: The order is that of h=, and not that of the message
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
        C~ ${dkim(hello, "d=${elsewhere}", "h=message-id:from:date:subject")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-6.1.1-7 @MUST
    Scenario: A signature that does not cover From is no pass
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
        C~ ${dkim(hello, "d=${elsewhere}", "h=subject:date")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

  Rule: A field that is not there is nothing, and is missed when it is

    @R6376-5.4-6 @MUST
    Scenario: A name of a field that is not there changes nothing
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
        C~ ${dkim(hello, "d=${elsewhere}", "h=from:subject:reply-to:from:subject")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-5.4-6 @MUST
    Scenario: A field that is signed as not there may not be added
      Given the name server says:
        | name                        | type | value                           |
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
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ Reply-To: <forger@${faraway}>${CRLF}${dkim(hello, "d=${elsewhere}", "h=from:subject:reply-to")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

    # To refuse a message with two of them is right, too (RFC 5322 §3.6).
    @R6376-5.4-6 @MUST
    Scenario: A second Subject may not be added where it is signed as not there
      Given the name server says:
        | name                        | type | value                           |
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
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${dkim(hello, "d=${elsewhere}", "h=from:subject:subject")}Subject: forged ${id}${CRLF}${stuffed(hello)}.${CRLF}
        S? 5xx
        S: 250
        """
      Then alice receives the message "${id}.hello@"
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

  Rule: Of several fields of a name those at the end are signed first

    @R6376-5.4.2-a @MUST
    Scenario: Two fields that are signed are taken from the last to the first
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>
        X-Note: one
        X-Note: two

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
        C~ ${dkim(hello, "d=${elsewhere}", "h=from:x-note:x-note")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-5.4.2-a @MUST
    Scenario: A field that was added on top is not the one that is signed
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>
        X-Note: one

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
        C~ X-Note: added${CRLF}${dkim(hello, "d=${elsewhere}", "h=from:x-note")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-3.5-25 @R6376-6.1.3-1 @MUST
    Scenario: Two names of h= that differ in case are the same name
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>
        X-Note: one
        X-Note: two

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
        C~ ${dkim(hello, "d=${elsewhere}", "h=from:X-Note:x-note")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-5.4.2-a @MUST
    Scenario: A field that was added at the end is taken for the one that is signed
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>
        X-Note: one

        What it says.
        """
      And the message changed:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>
        X-Note: one
        X-Note: added

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
        C~ ${dkim(hello, "d=${elsewhere}", "h=from:x-note")}${stuffed(changed)}.${CRLF}
        S: 250
        """
      Then alice receives the message changed
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |
