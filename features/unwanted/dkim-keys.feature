@needs-smtp @needs-outside-dns @needs-policy-dkim @needs-policy-results
Feature: DKIM: keys
  What the record of a key says, and what makes it none (RFC 6376 §3.6.1, §6.1.2).

  Rule: A record may say more of a key, or less

    @R6376-3.6.1-a @MUST
    Scenario: A record without v= has a key
      Given the name server says:
        | name                        | type | value                         |
        | rsa._domainkey.${elsewhere} | TXT  | k=rsa; p=${public-key("rsa")} |
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

    @R6376-3.6.1-10 @MUST
    Scenario: A record with a key of RSA has a key
      Given the name server says:
        | name                        | type | value                                  |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; k=rsa; p=${public-key("rsa")} |
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

    @R6376-3.6.1-d @SHOULD
    Scenario: A key that is written as an RSAPublicKey is one, too
      Given the name server says:
        | name                        | type | value                                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa", "RSAPublicKey")} |
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

    @R6376-3.6.1-2 @MUST
    Scenario: A tag that nobody knows is passed over
      Given the name server says:
        | name                        | type | value                                    |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; later=1; p=${public-key("rsa")} |
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

    @R6376-C.2-1 @MUST
    Scenario: g= is passed over
      Given the name server says:
        | name                        | type | value                                     |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; g=nobody; p=${public-key("rsa")} |
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

    @R6376-3.6.1-8 @MUST
    Scenario: A hash that nobody knows may stand beside the right one
      Given the name server says:
        | name                        | type | value                                               |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; h=sha1024 : sha256; p=${public-key("rsa")} |
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

    @R6376-3.6.1-16 @MUST
    Scenario: A key for everything is one for mail
      Given the name server says:
        | name                        | type | value                                |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; s=*; p=${public-key("rsa")} |
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

    @R6376-3.6.1-17 @MUST
    Scenario: A key for mail and something else is one for mail
      Given the name server says:
        | name                        | type | value                                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; s=tlsrpt:email; p=${public-key("rsa")} |
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

    @R6376-3.6.1-19 @MUST
    Scenario: A flag that nobody knows is passed over
      Given the name server says:
        | name                        | type | value                                    |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; t=later; p=${public-key("rsa")} |
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

    @R6376-3.6.1-b @MUST
    Scenario: Notes mean nothing
      Given the name server says:
        | name                        | type | value                                                  |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; n=for=20the=20curious; p=${public-key("rsa")} |
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

    @R6376-3.2-b @MUST
    Scenario: White space may stand around the tags of a record
      Given the name server says:
        | name                        | type | value                                     |
        | rsa._domainkey.${elsewhere} | TXT  |  v = DKIM1 ;  p = ${public-key("rsa")} ;  |
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

  Rule: Keys of these lengths are taken

    @R6376-3.3.3-2 @MUST
    Scenario: A signature by a key of 1024 bits is a pass
      Given the name server says:
        | name                             | type | value                                |
        | rsa-1024._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa-1024")} |
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
        C~ ${dkim(hello, "d=${elsewhere}", "s=rsa-1024")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-3.6.2.2-1 @MUST
    Scenario: A record of several strings is one
      Given the name server says:
        | name                        | type | value                                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; n=${300 * "n"}; p=${public-key("rsa")} |
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

  Rule: Where there is no key there is no pass

    @R6376-6.1.2-4 @MUST
    Scenario: A name that is not there has no key
      Given the name server says:
        | name                        | type | value    |
        | rsa._domainkey.${elsewhere} | TXT  | NXDOMAIN |
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

    @R6376-6.1.2-8 @MUST
    Scenario: A key that was revoked is none
      Given the name server says:
        | name                        | type | value       |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p= |
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

    @R6376-6.1.2-5 @R6376-6.1.2-1 @R6376-8.8-1 @MUST
    Scenario: A record without p= has no key
      Given the name server says:
        | name                        | type | value               |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; k=rsa; n=p |
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

    @R6376-6.1.2-5 @R6376-6.1.2-1 @R6376-8.8-1 @MUST
    Scenario: A record with a tag twice has no key
      Given the name server says:
        | name                        | type | value                                                   |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa")}; p=${public-key("rsa")} |
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

    @R6376-6.1.2-9 @MUST
    Scenario: A record of what is no key has none
      Given the name server says:
        | name                        | type | value                                                |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${base64("nobody would call this a key")} |
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

    @R6376-6.1.2-6 @R6376-3.6.1-6 @MUST
    Scenario: A record of another version has no key
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM2; p=${public-key("rsa")} |
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

    @R6376-6.1.2-6 @R6376-3.6.1-6 @MUST
    Scenario: A record of version DKIM1.0 has no key
      Given the name server says:
        | name                        | type | value                             |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1.0; p=${public-key("rsa")} |
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

    @R6376-3.6.1-5 @MUST
    Scenario: A record whose version does not come first has no key
      Given the name server says:
        | name                        | type | value                           |
        | rsa._domainkey.${elsewhere} | TXT  | p=${public-key("rsa")}; v=DKIM1 |
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

    @R6376-3.6.1-11 @R6376-6.1.2-9 @MUST
    Scenario: A key of a type that nobody knows is none
      Given the name server says:
        | name                        | type | value                                    |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; k=rot13; p=${public-key("rsa")} |
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

    @R6376-6.1.2-7 @MUST
    Scenario: A key for another hash is none
      Given the name server says:
        | name                        | type | value                                   |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; h=sha1; p=${public-key("rsa")} |
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

    @R6376-3.6.1-16 @MUST
    Scenario: A key that is not for mail is none
      Given the name server says:
        | name                        | type | value                                     |
        | rsa._domainkey.${elsewhere} | TXT  | v=DKIM1; s=tlsrpt; p=${public-key("rsa")} |
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

    @R6376-3.10-2 @R6376-3.6.1-23 @MUST
    Scenario: A key for the domain alone is none for an agent below it
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
        C~ ${dkim(hello, "d=${elsewhere}", "i=@mail.${elsewhere}")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

    @R6376-3.10-2 @MUST
    Scenario: A key for the domain alone is one for an agent of the domain
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
        C~ ${dkim(hello, "d=${elsewhere}", "i=someone@${elsewhere}")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @R6376-6.1.2-a @MUST
    Scenario: A key of the domain above is none
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
        C~ ${dkim(hello, "d=${elsewhere}", "d=mail.${elsewhere}")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

  Rule: Weak keys and hashes are none

    @M-robust-dkim-strength @MUST
    Scenario: A signature by a key of 512 bits is no pass
      Given the name server says:
        | name                            | type | value                               |
        | rsa-512._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa-512")} |
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
        C~ ${dkim(hello, "d=${elsewhere}", "s=rsa-512")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

    @M-robust-dkim-strength @MUST
    Scenario: A signature by a key of 1000 bits is no pass
      Given the name server says:
        | name                             | type | value                                |
        | rsa-1000._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa-1000")} |
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
        C~ ${dkim(hello, "d=${elsewhere}", "s=rsa-1000")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

    @M-robust-dkim-long-keys @SHOULD
    Scenario: A signature by a key of 4096 bits is a pass
      Given the name server says:
        | name                             | type | value                                |
        | rsa-4096._domainkey.${elsewhere} | TXT  | v=DKIM1; p=${public-key("rsa-4096")} |
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
        C~ ${dkim(hello, "d=${elsewhere}", "s=rsa-4096")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result | property              |
        | dkim   | pass   | header.d=${elsewhere} |

    @M-robust-dkim-strength @MUST
    Scenario: A signature with SHA-1 is no pass
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
        C~ ${dkim(hello, "d=${elsewhere}", "a=rsa-sha1")}${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

  Rule: Where the key cannot be had now nothing is known

    @R6376-6.1.2-3 @MAY
    Scenario: A name server that fails is told as an error that will pass
      Given the name server says:
        | name                        | type | value    |
        | rsa._domainkey.${elsewhere} | TXT  | SERVFAIL |
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
        S? 4xx
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result    |
        | dkim   | temperror |

    @R6376-6.3-1 @SHOULD
    Scenario: A message whose key cannot be had now is not refused for good
      Given the name server says:
        | name                        | type | value    |
        | rsa._domainkey.${elsewhere} | TXT  | SERVFAIL |
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
        S: 250/4xx
        """
