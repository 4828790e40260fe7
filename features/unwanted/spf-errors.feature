@needs-smtp @needs-outside-dns @needs-policy-spf @needs-policy-results
Feature: SPF: errors and limits
  What becomes of records that nobody can make sense of, or that ask too much (RFC 7208 §4.6). Sessions come from 127.0.0.1.

  Rule: A record with an error anywhere in it is a permanent error, and not a pass

    @R7208-4.6-a @MUST
    Scenario Outline: <what> makes the whole record wrong
      Given the name server says:
        | name         | type | value    |
        | ${elsewhere} | TXT  | <record> |
      And any message hello
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 4xx/5xx
        S: 250
        C: DATA
        S? 4xx/5xx
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S? 4xx/5xx
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result |
        | spf    | permerror |

      Examples:
        | what                          | record                                       |
        | A mechanism that nobody knows | v=spf1 ip4:127.0.0.1 host:a.test -all        |
        | A length of 33 bits           | v=spf1 ip4:127.0.0.1 ip4:192.0.2.1/33 -all   |
        | A network of three octets     | v=spf1 ip4:127.0.0.1 ip4:192.0.2 -all        |
        | include without a domain      | v=spf1 ip4:127.0.0.1 include -all            |
        | all with a domain             | v=spf1 ip4:127.0.0.1 -all:a.test             |
        | A macro that nobody knows     | v=spf1 ip4:127.0.0.1 exists:%{x}.a.test -all |
        | A percent sign alone          | v=spf1 ip4:127.0.0.1 exists:a%b.a.test -all  |

    @R7208-6-2 @MUST
    Scenario Outline: <what>= twice makes the whole record wrong
      Given the name server says:
        | name         | type | value                                                    |
        | ${elsewhere} | TXT  | v=spf1 ip4:127.0.0.1 <what>=${faraway} <what>=${faraway} |
      And any message hello
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 4xx/5xx
        S: 250
        C: DATA
        S? 4xx/5xx
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S? 4xx/5xx
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result |
        | spf    | permerror |

      Examples:
        | what     |
        | redirect |
        | exp      |

    @R7208-7.3-2 @MUST
    Scenario: A macro that asks for no label makes the record wrong
      Given the name server says:
        | name         | type | value                                               |
        | ${elsewhere} | TXT  | v=spf1 ip4:127.0.0.1 exists:%{d0}.${elsewhere} -all |
      And any message hello
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 4xx/5xx
        S: 250
        C: DATA
        S? 4xx/5xx
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S? 4xx/5xx
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result |
        | spf    | permerror |

    @R7208-8.7-1 @SHOULD
    Scenario: A permanent error that is refused is refused by 550
      Given the name server says:
        | name         | type | value                   |
        | ${elsewhere} | TXT  | v=spf1 host:a.test -all |
      And any message hello
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S? 550
        S: 250
        C: RCPT TO:<${alice}>
        S? 550
        S: 250
        C: DATA
        S? 550
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S? 550
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result |
        | spf    | permerror |

  Rule: A domain has one record

    @R7208-4.5-b @MUST
    Scenario: Two records are a permanent error
      Given the name server says:
        | name         | type | value                     |
        | ${elsewhere} | TXT  | v=spf1 ip4:127.0.0.1 -all |
        | ${elsewhere} | TXT  | v=spf1 +all               |
      And any message hello
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 4xx/5xx
        S: 250
        C: DATA
        S? 4xx/5xx
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S? 4xx/5xx
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result |
        | spf    | permerror |

  Rule: A record that is to be included, or redirected to, has to be there

    @R7208-5.2-a @MUST
    Scenario: Including a domain without a record is a permanent error
      Given the name server says:
        | name         | type | value                          |
        | ${elsewhere} | TXT  | v=spf1 include:${faraway} +all |
        | ${faraway}   | A    | 127.0.0.1                      |
      And any message hello
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 4xx/5xx
        S: 250
        C: DATA
        S? 4xx/5xx
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S? 4xx/5xx
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result |
        | spf    | permerror |

    @R7208-6.1-b @MUST
    Scenario: Redirecting to a domain without a record is a permanent error
      Given the name server says:
        | name         | type | value                      |
        | ${elsewhere} | TXT  | v=spf1 redirect=${faraway} |
        | ${faraway}   | A    | 127.0.0.1                  |
      And any message hello
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 4xx/5xx
        S: 250
        C: DATA
        S? 4xx/5xx
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S? 4xx/5xx
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result |
        | spf    | permerror |

  Rule: Ten terms may ask the DNS, counted together

    @R7208-4.6.4-1 @MUST
    Scenario: Ten are enough
      Given the name server says:
        | name             | type | value                                                                                                                                                                                                          |
        | ${elsewhere}     | TXT  | v=spf1 a:a1.${elsewhere} a:a2.${elsewhere} a:a3.${elsewhere} a:a4.${elsewhere} a:a5.${elsewhere} a:a6.${elsewhere} a:a7.${elsewhere} a:a8.${elsewhere} a:a9.${elsewhere} a:a10.${elsewhere} ip4:127.0.0.1 -all |
        | a1.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                                                                      |
        | a2.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                                                                      |
        | a3.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                                                                      |
        | a4.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                                                                      |
        | a5.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                                                                      |
        | a6.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                                                                      |
        | a7.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                                                                      |
        | a8.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                                                                      |
        | a9.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                                                                      |
        | a10.${elsewhere} | A    | 192.0.2.1                                                                                                                                                                                                      |
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
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello

    @R7208-4.6.4-2 @R7208-4.6.4-1 @MUST
    Scenario: Eleven are a permanent error
      Given the name server says:
        | name             | type | value                                                                                                                                                                                                                             |
        | ${elsewhere}     | TXT  | v=spf1 a:a1.${elsewhere} a:a2.${elsewhere} a:a3.${elsewhere} a:a4.${elsewhere} a:a5.${elsewhere} a:a6.${elsewhere} a:a7.${elsewhere} a:a8.${elsewhere} a:a9.${elsewhere} a:a10.${elsewhere} a:a11.${elsewhere} ip4:127.0.0.1 -all |
        | a1.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                                                                                         |
        | a2.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                                                                                         |
        | a3.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                                                                                         |
        | a4.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                                                                                         |
        | a5.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                                                                                         |
        | a6.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                                                                                         |
        | a7.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                                                                                         |
        | a8.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                                                                                         |
        | a9.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                                                                                         |
        | a10.${elsewhere} | A    | 192.0.2.1                                                                                                                                                                                                                         |
        | a11.${elsewhere} | A    | 192.0.2.1                                                                                                                                                                                                                         |
      And any message hello
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 4xx/5xx
        S: 250
        C: DATA
        S? 4xx/5xx
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S? 4xx/5xx
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result |
        | spf    | permerror |

    @R7208-4.6.4-2 @MUST
    Scenario: Those of an included record count, too
      Given the name server says:
        | name             | type | value                                                                                                                                                       |
        | ${elsewhere}     | TXT  | v=spf1 include:${faraway} a:a9.${elsewhere} a:a10.${elsewhere} ip4:127.0.0.1 -all                                                                           |
        | ${faraway}       | TXT  | v=spf1 a:a1.${elsewhere} a:a2.${elsewhere} a:a3.${elsewhere} a:a4.${elsewhere} a:a5.${elsewhere} a:a6.${elsewhere} a:a7.${elsewhere} a:a8.${elsewhere} -all |
        | a1.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                   |
        | a2.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                   |
        | a3.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                   |
        | a4.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                   |
        | a5.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                   |
        | a6.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                   |
        | a7.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                   |
        | a8.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                   |
        | a9.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                   |
        | a10.${elsewhere} | A    | 192.0.2.1                                                                                                                                                   |
      And any message hello
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 4xx/5xx
        S: 250
        C: DATA
        S? 4xx/5xx
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S? 4xx/5xx
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result |
        | spf    | permerror |

    @R7208-4.6.4-2 @R7208-4-1 @MUST
    Scenario: A record that includes itself is a permanent error
      Given the name server says:
        | name         | type | value                            |
        | ${elsewhere} | TXT  | v=spf1 include:${elsewhere} +all |
      And any message hello
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 4xx/5xx
        S: 250
        C: DATA
        S? 4xx/5xx
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S? 4xx/5xx
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result |
        | spf    | permerror |

    @R7208-4.6.4-4 @R7208-4.6.4-3 @MUST
    Scenario: Eleven mail exchangers are a permanent error
      Given the name server says:
        | name             | type | value                        |
        | ${elsewhere}     | TXT  | v=spf1 mx ip4:127.0.0.1 -all |
        | ${elsewhere}     | MX   | 1 a1.${elsewhere}            |
        | ${elsewhere}     | MX   | 2 a2.${elsewhere}            |
        | ${elsewhere}     | MX   | 3 a3.${elsewhere}            |
        | ${elsewhere}     | MX   | 4 a4.${elsewhere}            |
        | ${elsewhere}     | MX   | 5 a5.${elsewhere}            |
        | ${elsewhere}     | MX   | 6 a6.${elsewhere}            |
        | ${elsewhere}     | MX   | 7 a7.${elsewhere}            |
        | ${elsewhere}     | MX   | 8 a8.${elsewhere}            |
        | ${elsewhere}     | MX   | 9 a9.${elsewhere}            |
        | ${elsewhere}     | MX   | 10 a10.${elsewhere}          |
        | ${elsewhere}     | MX   | 11 a11.${elsewhere}          |
        | a1.${elsewhere}  | A    | 192.0.2.1                    |
        | a2.${elsewhere}  | A    | 192.0.2.1                    |
        | a3.${elsewhere}  | A    | 192.0.2.1                    |
        | a4.${elsewhere}  | A    | 192.0.2.1                    |
        | a5.${elsewhere}  | A    | 192.0.2.1                    |
        | a6.${elsewhere}  | A    | 192.0.2.1                    |
        | a7.${elsewhere}  | A    | 192.0.2.1                    |
        | a8.${elsewhere}  | A    | 192.0.2.1                    |
        | a9.${elsewhere}  | A    | 192.0.2.1                    |
        | a10.${elsewhere} | A    | 192.0.2.1                    |
        | a11.${elsewhere} | A    | 192.0.2.1                    |
      And any message hello
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 4xx/5xx
        S: 250
        C: DATA
        S? 4xx/5xx
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S? 4xx/5xx
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result |
        | spf    | permerror |

    @R7208-4.6.4-3 @MUST
    Scenario: Ten mail exchangers are one term
      Given the name server says:
        | name             | type | value                                                                                                                                                                                          |
        | ${elsewhere}     | TXT  | v=spf1 mx a:a1.${elsewhere} a:a2.${elsewhere} a:a3.${elsewhere} a:a4.${elsewhere} a:a5.${elsewhere} a:a6.${elsewhere} a:a7.${elsewhere} a:a8.${elsewhere} a:a9.${elsewhere} ip4:127.0.0.1 -all |
        | ${elsewhere}     | MX   | 1 a1.${elsewhere}                                                                                                                                                                              |
        | ${elsewhere}     | MX   | 2 a2.${elsewhere}                                                                                                                                                                              |
        | ${elsewhere}     | MX   | 3 a3.${elsewhere}                                                                                                                                                                              |
        | ${elsewhere}     | MX   | 4 a4.${elsewhere}                                                                                                                                                                              |
        | ${elsewhere}     | MX   | 5 a5.${elsewhere}                                                                                                                                                                              |
        | ${elsewhere}     | MX   | 6 a6.${elsewhere}                                                                                                                                                                              |
        | ${elsewhere}     | MX   | 7 a7.${elsewhere}                                                                                                                                                                              |
        | ${elsewhere}     | MX   | 8 a8.${elsewhere}                                                                                                                                                                              |
        | ${elsewhere}     | MX   | 9 a9.${elsewhere}                                                                                                                                                                              |
        | ${elsewhere}     | MX   | 10 a10.${elsewhere}                                                                                                                                                                            |
        | a1.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                                                      |
        | a2.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                                                      |
        | a3.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                                                      |
        | a4.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                                                      |
        | a5.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                                                      |
        | a6.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                                                      |
        | a7.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                                                      |
        | a8.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                                                      |
        | a9.${elsewhere}  | A    | 192.0.2.1                                                                                                                                                                                      |
        | a10.${elsewhere} | A    | 192.0.2.1                                                                                                                                                                                      |
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
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello

    @R7208-4.6.4-10 @SHOULD
    Scenario: Three lookups that find nothing are a permanent error
      Given the name server says:
        | name         | type | value                                                                              |
        | ${elsewhere} | TXT  | v=spf1 a:no1.${elsewhere} a:no2.${elsewhere} a:no3.${elsewhere} ip4:127.0.0.1 -all |
      And any message hello
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 4xx/5xx
        S: 250
        C: DATA
        S? 4xx/5xx
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S? 4xx/5xx
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result |
        | spf    | permerror |

    @R7208-4.6.4-12 @SHOULD
    Scenario: Two lookups that find nothing are none
      Given the name server says:
        | name         | type | value                                                           |
        | ${elsewhere} | TXT  | v=spf1 a:no1.${elsewhere} a:no2.${elsewhere} ip4:127.0.0.1 -all |
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
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello

  Rule: Where nobody knows now, the result is temporary

    @R7208-4.4-a @MUST
    Scenario: A name server that fails for the record leaves it open
      Given the name server says:
        | name         | type | value    |
        | ${elsewhere} | TXT  | SERVFAIL |
      And any message hello
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S? 4xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 4xx
        S: 250
        C: DATA
        S? 4xx
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S? 4xx
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result |
        | spf    | temperror |

    @R7208-5-a @MUST
    Scenario Outline: A name server that fails for <what> leaves it open
      Given the name server says:
        | name         | type   | value              |
        | ${elsewhere} | TXT    | v=spf1 <term> +all |
        | ${faraway}   | <type> | SERVFAIL           |
      And any message hello
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S? 4xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 4xx
        S: 250
        C: DATA
        S? 4xx
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S? 4xx
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result |
        | spf    | temperror |

      Examples:
        | what                    | term               | type |
        | an address              | a:${faraway}       | A    |
        | mail exchangers         | mx:${faraway}      | MX   |
        | an included record      | include:${faraway} | TXT  |
        | a name that is to exist | exists:${faraway}  | A    |
