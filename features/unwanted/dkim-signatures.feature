@needs-smtp @needs-outside-dns @needs-policy-dkim @needs-policy-results
Feature: DKIM: signatures
  What the tags of a signature mean, and what makes it none (RFC 6376 §3.5, §6.1.1).

  Rule: A signature may be written in many ways

    # The hash of nothing (§3.4.4); b= is folded in all signatures here.
    @R6376-3.5-11 @R6376-3.5-13 @MUST
    Scenario: White space within bh= and b= is ignored
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
        C~ ${dkim(hello, "d=${elsewhere}", "bh=47DEQpj8HBSa+/TImW+5${CRLF}${TAB}JCeuQeRkm5NM pJWZG3hSuFU=")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-3.5-2 @R6376-3.7-7 @MUST
    Scenario: The value of b= is left out wherever it stands
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
        C~ ${dkim(hello, "d=${elsewhere}", "b=", "t=1700000000")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-3.5-2 @R6376-3.7-7 @MUST
    Scenario: A tag whose name ends in b is not b=
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
        C~ ${dkim(hello, "d=${elsewhere}", "xb=1")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-3.5-2 @R6376-3.7-7 @MUST
    Scenario: What looks like b= within another tag is not b=
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
        C~ ${dkim(hello, "d=${elsewhere}", "z=Subject:b=3Da|From:b=40c")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-3.5-4 @R6376-3.2-7 @MUST
    Scenario: A tag that nobody knows is ignored
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
        C~ ${dkim(hello, "d=${elsewhere}", "later=1")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-3.2-b @MUST
    Scenario: White space may stand around names and values of tags
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
        C~ ${dkim(hello, "d=${elsewhere}", "q= ${TAB}dns/txt${CRLF}${SP}", "t= 1700000000 ${CRLF}${TAB}")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-3.2-c @MUST
    Scenario: A semicolon may stand behind the last tag
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
        C~ ${dkim(hello, "d=${elsewhere}", "b=", "t=1700000000;")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

  Rule: Each tag means what it says

    @R6376-6.1.1-4 @MUST
    Scenario: Without i= the agent is the domain
      Given the name server says:
        | name                        | type | value                                |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; t=s; p=${public-key("rsa")} |
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

    @R6376-6.1.1-5 @MUST
    Scenario: An agent of the domain itself is a pass
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
        C~ ${dkim(hello, "d=${elsewhere}", "i=someone@${elsewhere}")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-6.1.1-5 @R6376-3.10-3 @MUST
    Scenario: An agent of a name below the domain is a pass
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
        C~ ${dkim(hello, "d=${elsewhere}", "i=@mail.${elsewhere}")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-6.1.1-6 @MUST
    Scenario: An agent of another domain is no pass
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
        C~ ${dkim(hello, "d=${elsewhere}", "i=someone@${faraway}")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

    @R6376-6.1.1-6 @MUST
    Scenario: An agent whose domain only ends as the other does is no pass
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
        C~ ${dkim(hello, "d=${elsewhere}", "i=someone@not${elsewhere}")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

    @R6376-3.5-41 @R6376-3.5-39 @MUST
    Scenario: A way to the key that nobody knows is passed over
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
        C~ ${dkim(hello, "d=${elsewhere}", "q=carrier/pigeon:dns/txt")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-3.5-39 @MUST
    Scenario: A signature whose key is to be had by no way that is known is no pass
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
        C~ ${dkim(hello, "d=${elsewhere}", "q=carrier/pigeon")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

    @R6376-3.5-b @MUST
    Scenario: A selector may have several labels
      Given the name server says:
        | name                             | type | value                           |
        | may.2026._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
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
        C~ ${dkim(hello, "d=${elsewhere}", "s=may.2026")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-3.5-17 @MUST
    Scenario: A domain of one label is no pass
      Given the name server says:
        | name                 | type | value                           |
        | rsa._domainkey.${id} | TXT  | v=DKIM1; p=${public-key("rsa")} |
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
        C~ ${dkim(hello, "d=${id}")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

    @R6376-3.5-45 @SHOULD
    Scenario: A time in the year 30000 can be read
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
        C~ ${dkim(hello, "d=${elsewhere}", "x=884541340800")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-6.1.1-8 @MAY
    Scenario: A signature whose time is over is no pass
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
        C~ ${dkim(hello, "d=${elsewhere}", "t=1000000000", "x=1000000001")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

    @R6376-3.5-50 @MUST
    Scenario: A signature that ends before it begins is no pass
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
        C~ ${dkim(hello, "d=${elsewhere}", "t=99999999999", "x=99999999998")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

    @R6376-3.5-d @MUST
    Scenario: Copies of fields in z= stand for nothing
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
        C~ ${dkim(hello, "d=${elsewhere}", "z=From:forger@${faraway}|Subject:forged")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

  Rule: l= says how much of the body is signed

    @R6376-3.7-4 @SHOULD
    Scenario: A length that is that of the body is a pass
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        0123456789

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
        C~ ${dkim(hello, "d=${elsewhere}", "l=12")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-3.7-4 @R6376-5.3.1-2 @SHOULD
    Scenario: A length is counted in what is hashed
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        01234${SP}  ${TAB}56789 ${TAB}
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
        C~ ${dkim(hello, "d=${elsewhere}", "l=13")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-3.5-35 @MUST
    Scenario: A length that is more than there is is no pass
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        0123456789
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
        C~ ${dkim(hello, "d=${elsewhere}", "l=13")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

    # §8.2 tells what can be done with it. A signature with l= may be left alone altogether (§6.1.1).
    @R6376-6.1.3-a @MAY
    Scenario: A body that goes on behind what is signed is no pass
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
      And the message hello:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        0123456789
        """
      And the message changed:
        """
        From: Someone <someone@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Subject: noted ${id}
        Message-ID: <${id}.hello@client.mailspec.test>

        0123456789
        And what a forger has to say.
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
        C~ ${dkim(hello, "d=${elsewhere}", "l=12")}${stuffed(changed)}.${CRLF}
        S: 250
        """
      Then alice receives the message changed
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

    @R6376-3.7-4 @MUST
    Scenario: A body that was changed within its length is no pass
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
        C~ ${dkim(hello, "d=${elsewhere}", "l=10")}${stuffed(changed)}.${CRLF}
        S: 250
        """
      Then alice receives the message changed
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

  Rule: A signature that is not well-formed is none

    @R6376-6.1.1-3 @MUST
    Scenario Outline: A signature with <tag> is no pass
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
        C~ ${dkim(hello, "d=${elsewhere}", "<tag>")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

      Examples:
        | tag   |
        | no v  |
        | no a  |
        | no b  |
        | no bh |
        | no h  |

    @R6376-6.1.1-3 @MUST
    Scenario: A signature without s= is no pass
      Given the name server says:
        | name                    | type | value                           |
        | _domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")} |
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
        C~ ${dkim(hello, "d=${elsewhere}", "no s")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

    @R6376-6.1.1-3 @MUST
    Scenario: A signature without d= is no pass
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
        C~ ${dkim(hello, "d=${elsewhere}", "no d", "i=@${elsewhere}")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

    @R6376-6.1.1-2 @MUST
    Scenario Outline: A signature with <tag> is of no version that is known
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
        C~ ${dkim(hello, "d=${elsewhere}", "<tag>")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

      Examples:
        | tag   |
        | v=2   |
        | v=1.0 |
        | v=01  |

    @R6376-3.2-4 @MUST
    Scenario Outline: A signature with a tag twice is no pass: <tag>
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
        C~ ${dkim(hello, "d=${elsewhere}", "<tag>")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

      Examples:
        | tag                        |
        | t=1; t=1                   |
        | a=rsa-sha256; a=rsa-sha256 |

    @R6376-6.1.1-1 @R6376-8.9-1 @MUST
    Scenario Outline: A signature with the value <tag> is no pass
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
        C~ ${dkim(hello, "d=${elsewhere}", "<tag>")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

      Examples:
        | tag             |
        | l=-1            |
        | l=1e3           |
        | t=soon          |
        | x=soon          |
        | bh=?            |
        | h=from::subject |

    @R6376-3.2-2 @MUST
    Scenario: A tag in capitals is another one
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
        C~ ${dkim(hello, "d=${elsewhere}", "no s", "S=rsa")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |
