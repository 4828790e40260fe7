@needs-smtp @needs-outside-dns @needs-policy-dkim @needs-policy-results
Feature: DKIM: canonicalization
  What is hashed in the place of a message, so that a little of it may change on the way (RFC 6376 §3.4).

  Rule: Both ways are known, for the header and for the body

    @R6376-3.4-2 @MUST
    Scenario Outline: A signature with c=<c> is a pass
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>
        X-Note:  a  ${TAB} note
          that is folded${SP}

        Two  words, ${TAB}and a blank at the end${SP}

        The last line


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
        C~ ${dkim(hello, "d=${elsewhere}", "c=<c>")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

      Examples:
        | c               |
        | simple/simple   |
        | simple/relaxed  |
        | relaxed/simple  |
        | relaxed/relaxed |

    @R6376-3.5-a @MUST
    Scenario: A signature with c=relaxed alone has a simple body
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        Two  words
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
        C~ ${dkim(hello, "d=${elsewhere}", "c=relaxed")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-3.5-a @MUST
    Scenario: A signature without c= is simple
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>
        X-Note:  a  note

        Two  words
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
        C~ ${dkim(hello, "d=${elsewhere}", "no c")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-3.4-4 @MUST
    Scenario: A signature with c=nowsp is no pass
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
        C~ ${dkim(hello, "d=${elsewhere}", "c=nowsp")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

  Rule: A relaxed header may be folded and spaced otherwise

    @R6376-3.4.2-1 @MUST
    Scenario Outline: A field that comes <how> is the same field
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>
        X-Note: a little note

        What it says.
        """
      And the message changed:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>
        <sent>

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
        C~ ${dkim(hello, "d=${elsewhere}")}${stuffed(changed)}.${CRLF}
        S: 250
        """
      Then alice receives the message changed
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

      Examples:
        | how                              | sent                                         |
        | with its name in capitals        | X-NOTE: a little note                        |
        | without a space behind the colon | X-Note:a little note                         |
        | with more spaces and tabs        | X-Note: ${TAB} a ${SP}little${TAB}${TAB}note |
        | with white space at its end      | X-Note: a little note ${TAB}                 |

    @R6376-3.4.2-2 @MUST
    Scenario: A field that comes folded is the same field
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>
        X-Note: a little note

        What it says.
        """
      And the message changed:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>
        X-Note: a
         little
        ${TAB}note

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
        C~ ${dkim(hello, "d=${elsewhere}")}${stuffed(changed)}.${CRLF}
        S: 250
        """
      Then alice receives the message changed
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-3.4.2-a @MUST
    Scenario Outline: A field that comes <how> is another one
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>
        X-Note: a little note

        What it says.
        """
      And the message changed:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>
        <sent>

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
        C~ ${dkim(hello, "d=${elsewhere}")}${stuffed(changed)}.${CRLF}
        S: 250
        """
      Then alice receives the message changed
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

      Examples:
        | how                        | sent                  |
        | with its value in capitals | X-Note: A LITTLE NOTE |
        | with two words in one      | X-Note: alittle note  |

  Rule: A simple header is taken octet by octet

    @R6376-3.4.1-1 @R6376-3.4.1-2 @MUST
    Scenario Outline: A field that comes <how> is another one where it is simple
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>
        X-Note: a little note

        What it says.
        """
      And the message changed:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>
        <sent>

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
        C~ ${dkim(hello, "d=${elsewhere}", "c=simple/relaxed")}${stuffed(changed)}.${CRLF}
        S: 250
        """
      Then alice receives the message changed
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

      Examples:
        | how                              | sent                         |
        | with its name in capitals        | X-NOTE: a little note        |
        | without a space behind the colon | X-Note:a little note         |
        | with more white space            | X-Note: a  little note       |
        | with white space at its end      | X-Note: a little note ${TAB} |

    @R6376-3.4.1-1 @MUST
    Scenario: A field that comes folded is another one where it is simple
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>
        X-Note: a little note

        What it says.
        """
      And the message changed:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>
        X-Note: a
         little note

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
        C~ ${dkim(hello, "d=${elsewhere}", "c=simple/relaxed")}${stuffed(changed)}.${CRLF}
        S: 250
        """
      Then alice receives the message changed
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

  Rule: A relaxed body may be spaced otherwise

    @R6376-3.4.4-1 @MUST
    Scenario: More white space between words changes nothing
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        Two words.
        A line.
        """
      And the message changed:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        Two ${TAB} words.
        A line.
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
        C~ ${dkim(hello, "d=${elsewhere}", "c=simple/relaxed")}${stuffed(changed)}.${CRLF}
        S: 250
        """
      Then alice receives the message changed
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-3.4.4-1 @MUST
    Scenario: White space at the end of lines changes nothing
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        Two words.
        A line.
        """
      And the message changed:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        Two words. ${TAB}
        A line.${SP}
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
        C~ ${dkim(hello, "d=${elsewhere}", "c=simple/relaxed")}${stuffed(changed)}.${CRLF}
        S: 250
        """
      Then alice receives the message changed
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-3.4.4-1 @MUST
    Scenario: Lines of white space at the end change nothing
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        Two words.
        """
      And the message changed:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        Two words.
        ${SP}${TAB}

        ${TAB}
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
        C~ ${dkim(hello, "d=${elsewhere}", "c=simple/relaxed")}${stuffed(changed)}.${CRLF}
        S: 250
        """
      Then alice receives the message changed
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-3.4.4-1 @MUST
    Scenario: White space that is taken out makes another body
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        Two words.
        """
      And the message changed:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        Twowords.
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
        C~ ${dkim(hello, "d=${elsewhere}", "c=simple/relaxed")}${stuffed(changed)}.${CRLF}
        S: 250
        """
      Then alice receives the message changed
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

    @R6376-3.4.4-1 @MUST
    Scenario: White space before a line makes another body
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        Two words.
        """
      And the message changed:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        ${SP}Two words.
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
        C~ ${dkim(hello, "d=${elsewhere}", "c=simple/relaxed")}${stuffed(changed)}.${CRLF}
        S: 250
        """
      Then alice receives the message changed
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

    @R6376-3.4.4-1 @MUST
    Scenario: An empty line between others makes another body
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        Two words.
        A line.
        """
      And the message changed:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        Two words.

        A line.
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
        C~ ${dkim(hello, "d=${elsewhere}", "c=simple/relaxed")}${stuffed(changed)}.${CRLF}
        S: 250
        """
      Then alice receives the message changed
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

    @R6376-3.4.4-2 @MUST
    Scenario: Two lines in one make another body
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        Two words.
        A line.
        """
      And the message changed:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        Two words. A line.
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
        C~ ${dkim(hello, "d=${elsewhere}", "c=simple/relaxed")}${stuffed(changed)}.${CRLF}
        S: 250
        """
      Then alice receives the message changed
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

  Rule: A simple body is taken octet by octet, but for empty lines at its end

    @R6376-3.4.3-a @MUST
    Scenario: Empty lines at the end change nothing
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        Two words.
        """
      And the message changed:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        Two words.



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
        C~ ${dkim(hello, "d=${elsewhere}", "c=relaxed/simple")}${stuffed(changed)}.${CRLF}
        S: 250
        """
      Then alice receives the message changed
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-3.4.3-a @MUST
    Scenario: More white space makes another body where it is simple
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        Two words.
        """
      And the message changed:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        Two  words.
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
        C~ ${dkim(hello, "d=${elsewhere}", "c=relaxed/simple")}${stuffed(changed)}.${CRLF}
        S: 250
        """
      Then alice receives the message changed
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

    @R6376-3.4.3-a @MUST
    Scenario: White space at the end of a line makes another body where it is simple
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        Two words.
        """
      And the message changed:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        Two words.${SP}
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
        C~ ${dkim(hello, "d=${elsewhere}", "c=relaxed/simple")}${stuffed(changed)}.${CRLF}
        S: 250
        """
      Then alice receives the message changed
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

    @R6376-3.4.3-a @MUST
    Scenario: A line of white space at the end makes another body where it is simple
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        Two words.
        """
      And the message changed:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        Two words.
        ${SP}
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
        C~ ${dkim(hello, "d=${elsewhere}", "c=relaxed/simple")}${stuffed(changed)}.${CRLF}
        S: 250
        """
      Then alice receives the message changed
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

  Rule: A body may be empty

    @R6376-3.4.3-a @MUST
    Scenario: An empty body that is simple is one line end
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

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
        C~ ${dkim(hello, "d=${elsewhere}", "c=relaxed/simple")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-3.4.4-a @MUST
    Scenario: An empty body that is relaxed is nothing
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

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
        C~ ${dkim(hello, "d=${elsewhere}", "c=relaxed/relaxed")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-3.4.4-a @MUST
    Scenario: A body of empty lines that is relaxed is nothing
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        ${SP}


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
        C~ ${dkim(hello, "d=${elsewhere}", "c=relaxed/relaxed")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

  Rule: The body is what was meant, and as it was encoded

    @R6376-3.7-13 @MUST
    Scenario: Dots at the beginning of lines are signed as they were before the transport
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        .
        ..two
        .one
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
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-3.7-12 @MUST
    Scenario: A body in quoted-printable is signed as it is encoded
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        Caf=C3=A9 =
        au lait
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
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-3.7-12 @MUST
    Scenario: A body that says the same in another encoding is another one
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=iso-8859-1
        Content-Transfer-Encoding: base64

        Y2Fm6Q==
        """
      And the message changed:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=iso-8859-1
        Content-Transfer-Encoding: base64

        Y2F
        m6Q==
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
