@needs-smtp @needs-outside-dns @needs-policy-spf
Feature: SPF: mechanisms
  What a record says of hosts, term by term (RFC 7208 §5). Sessions come from 127.0.0.1.

  Rule: Of the terms the first that matches decides

  Rule: ip4 and ip6 match networks

    @R7208-5.6-a @MUST
    Scenario Outline: A network allows <what>
      Given the name server says:
        | name         | type | value              |
        | ${elsewhere} | TXT  | v=spf1 <term> -all |
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

      Examples:
        | what                       | term             |
        | the host itself            | ip4:127.0.0.1    |
        | the host by its first bits | ip4:127.0.0.77/8 |
        | everybody                  | ip4:192.0.2.1/0  |

    @R7208-5.6-a @MUST
    Scenario Outline: A network does not allow <what>
      Given the name server says:
        | name         | type | value              |
        | ${elsewhere} | TXT  | v=spf1 <term> -all |
      And any message hello
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
        S? 5xx
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S: 5xx
        """

      Examples:
        | what                     | term             |
        | another host             | ip4:127.0.0.2    |
        | a network beside it      | ip4:127.0.0.2/31 |
        | a host by another family | ip6:::/0         |

  Rule: a matches the addresses of a name

    @R7208-5.3-a @MUST
    Scenario Outline: An address record allows <what>
      Given the name server says:
        | name              | type | value              |
        | ${elsewhere}      | TXT  | v=spf1 <term> -all |
        | ${elsewhere}      | A    | 127.0.0.1          |
        | host.${elsewhere} | A    | 127.0.0.1          |
        | net.${elsewhere}  | A    | 127.0.0.200        |
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

      Examples:
        | what                     | term                  |
        | the host of the domain   | a                     |
        | the host of another name | a:host.${elsewhere}   |
        | its network              | a:net.${elsewhere}/24 |

    @R7208-5.3-a @MUST
    Scenario Outline: An address record does not allow <what>
      Given the name server says:
        | name              | type | value              |
        | ${elsewhere}      | TXT  | v=spf1 <term> -all |
        | ${elsewhere}      | A    | 127.0.0.1          |
        | host.${elsewhere} | A    | 127.0.0.1          |
        | net.${elsewhere}  | A    | 127.0.0.200        |
      And any message hello
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
        S? 5xx
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S: 5xx
        """

      Examples:
        | what                           | term                |
        | a host with another address    | a:net.${elsewhere}  |
        | a host whose name is not there | a:none.${elsewhere} |

  Rule: mx matches the mail exchangers of a name

    @R7208-5.4-a @MUST
    Scenario: The host of an MX record is allowed
      Given the name server says:
        | name           | type | value             |
        | ${elsewhere}   | TXT  | v=spf1 mx -all    |
        | ${elsewhere}   | MX   | 10 a.${elsewhere} |
        | ${elsewhere}   | MX   | 20 b.${elsewhere} |
        | a.${elsewhere} | A    | 192.0.2.1         |
        | b.${elsewhere} | A    | 127.0.0.1         |
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

    @R7208-5.4-2 @MUST
    Scenario: A domain without MX records has no mail exchanger that is allowed
      Given the name server says:
        | name         | type | value          |
        | ${elsewhere} | TXT  | v=spf1 mx -all |
        | ${elsewhere} | A    | 127.0.0.1      |
      And any message hello
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
        S? 5xx
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S: 5xx
        """

  Rule: include matches where the other record passes, and only there

    @R7208-5.2-a @MUST
    Scenario Outline: An included record allows <what>
      Given the name server says:
        | name                 | type | value                     |
        | ${elsewhere}         | TXT  | v=spf1 <term> -all        |
        | pass.${elsewhere}    | TXT  | v=spf1 ip4:127.0.0.1 -all |
        | fail.${elsewhere}    | TXT  | v=spf1 -all               |
        | soft.${elsewhere}    | TXT  | v=spf1 ~all               |
        | neutral.${elsewhere} | TXT  | v=spf1 ip4:192.0.2.1      |
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

      Examples:
        | what           | term                      |
        | whom it passes | include:pass.${elsewhere} |

    @R7208-5.2-a @MUST
    Scenario Outline: An included record does not allow <what>
      Given the name server says:
        | name                 | type | value                     |
        | ${elsewhere}         | TXT  | v=spf1 <term> -all        |
        | pass.${elsewhere}    | TXT  | v=spf1 ip4:127.0.0.1 -all |
        | fail.${elsewhere}    | TXT  | v=spf1 -all               |
        | soft.${elsewhere}    | TXT  | v=spf1 ~all               |
        | neutral.${elsewhere} | TXT  | v=spf1 ip4:192.0.2.1      |
      And any message hello
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
        S? 5xx
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S: 5xx
        """

      Examples:
        | what                    | term                         |
        | whom it fails           | include:fail.${elsewhere}    |
        | of whom it is not sure  | include:soft.${elsewhere}    |
        | of whom it says nothing | include:neutral.${elsewhere} |

    @R7208-5.2-a @MUST
    Scenario: What an included record forbids is not forbidden by that
      Given the name server says:
        | name         | type | value                          |
        | ${elsewhere} | TXT  | v=spf1 include:${faraway} +all |
        | ${faraway}   | TXT  | v=spf1 -all                    |
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

  Rule: exists matches where a name has an address, whichever

    @R7208-5.7-a @MUST
    Scenario Outline: A name with any address allows <what>
      Given the name server says:
        | name                        | type | value              |
        | ${elsewhere}                | TXT  | v=spf1 <term> -all |
        | there.${elsewhere}          | A    | 127.0.0.2          |
        | 1.0.0.127.list.${elsewhere} | A    | 127.0.0.2          |
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

      Examples:
        | what                                   | term                           |
        | the host                               | exists:there.${elsewhere}      |
        | the host by a name made of its address | exists:%{ir}.list.${elsewhere} |

    @R7208-5.7-a @MUST
    Scenario Outline: A name with any address does not allow <what>
      Given the name server says:
        | name                        | type | value              |
        | ${elsewhere}                | TXT  | v=spf1 <term> -all |
        | there.${elsewhere}          | A    | 127.0.0.2          |
        | 1.0.0.127.list.${elsewhere} | A    | 127.0.0.2          |
      And any message hello
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
        S? 5xx
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S: 5xx
        """

      Examples:
        | what                           | term                     |
        | the host where it is not there | exists:none.${elsewhere} |

  Rule: ptr matches names of the host that lead back to it

    @R7208-5.5-4 @MUST
    Scenario: A name below the domain that leads back to the host is allowed
      Given the name server says:
        | name                   | type | value             |
        | ${elsewhere}           | TXT  | v=spf1 ptr -all   |
        | 1.0.0.127.in-addr.arpa | PTR  | host.${elsewhere} |
        | host.${elsewhere}      | A    | 127.0.0.1         |
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

    @R7208-5.5-4 @MUST
    Scenario: A name that does not lead back is not allowed
      Given the name server says:
        | name                   | type | value             |
        | ${elsewhere}           | TXT  | v=spf1 ptr -all   |
        | 1.0.0.127.in-addr.arpa | PTR  | host.${elsewhere} |
        | host.${elsewhere}      | A    | 192.0.2.1         |
      And any message hello
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
        S? 5xx
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7208-5.5-4 @MUST
    Scenario: A name that only ends alike is not below the domain
      Given the name server says:
        | name                   | type | value           |
        | ${elsewhere}           | TXT  | v=spf1 ptr -all |
        | 1.0.0.127.in-addr.arpa | PTR  | bad${elsewhere} |
        | bad${elsewhere}        | A    | 127.0.0.1       |
      And any message hello
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
        S? 5xx
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7208-4.6.4-6 @MUST
    Scenario: More than ten names of a host are no error
      Given the name server says:
        | name                   | type | value            |
        | ${elsewhere}           | TXT  | v=spf1 ptr -all  |
        | 1.0.0.127.in-addr.arpa | PTR  | h1.${elsewhere}  |
        | 1.0.0.127.in-addr.arpa | PTR  | h2.${elsewhere}  |
        | 1.0.0.127.in-addr.arpa | PTR  | h3.${elsewhere}  |
        | 1.0.0.127.in-addr.arpa | PTR  | h4.${elsewhere}  |
        | 1.0.0.127.in-addr.arpa | PTR  | h5.${elsewhere}  |
        | 1.0.0.127.in-addr.arpa | PTR  | h6.${elsewhere}  |
        | 1.0.0.127.in-addr.arpa | PTR  | h7.${elsewhere}  |
        | 1.0.0.127.in-addr.arpa | PTR  | h8.${elsewhere}  |
        | 1.0.0.127.in-addr.arpa | PTR  | h9.${elsewhere}  |
        | 1.0.0.127.in-addr.arpa | PTR  | h10.${elsewhere} |
        | 1.0.0.127.in-addr.arpa | PTR  | h11.${elsewhere} |
        | h1.${elsewhere}        | A    | 127.0.0.1        |
        | h2.${elsewhere}        | A    | 127.0.0.1        |
        | h3.${elsewhere}        | A    | 127.0.0.1        |
        | h4.${elsewhere}        | A    | 127.0.0.1        |
        | h5.${elsewhere}        | A    | 127.0.0.1        |
        | h6.${elsewhere}        | A    | 127.0.0.1        |
        | h7.${elsewhere}        | A    | 127.0.0.1        |
        | h8.${elsewhere}        | A    | 127.0.0.1        |
        | h9.${elsewhere}        | A    | 127.0.0.1        |
        | h10.${elsewhere}       | A    | 127.0.0.1        |
        | h11.${elsewhere}       | A    | 127.0.0.1        |
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

  Rule: What stands behind all is never read, and redirect beside it neither

    @R7208-5.1-1 @MUST
    Scenario: A term behind all allows nobody
      Given the name server says:
        | name         | type | value                     |
        | ${elsewhere} | TXT  | v=spf1 -all ip4:127.0.0.1 |
      And any message hello
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
        S? 5xx
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7208-5.1-2 @R7208-6-5 @MUST
    Scenario: redirect= beside all leads nowhere
      Given the name server says:
        | name         | type | value                           |
        | ${elsewhere} | TXT  | v=spf1 redirect=${faraway} ?all |
        | ${faraway}   | TXT  | v=spf1 -all                     |
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

  Rule: redirect leads to the record that stands for this one

    @R7208-6.1-a @MUST
    Scenario: The record that redirect= names forbids
      Given the name server says:
        | name         | type | value                                    |
        | ${elsewhere} | TXT  | v=spf1 ip4:192.0.2.1 redirect=${faraway} |
        | ${faraway}   | TXT  | v=spf1 -all                              |
      And any message hello
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
        S? 5xx
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S: 5xx
        """

    @R7208-6.1-a @MUST
    Scenario: A mechanism that matches comes before redirect=, wherever that stands
      Given the name server says:
        | name         | type | value                                    |
        | ${elsewhere} | TXT  | v=spf1 redirect=${faraway} ip4:127.0.0.1 |
        | ${faraway}   | TXT  | v=spf1 -all                              |
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

  Rule: A record in several character-strings is one, without spaces between them

    # A character-string has 255 octets; it ends within the address.
    @R7208-3.3-1 @MUST
    Scenario: A term that is cut in two by the end of a string is one term
      Given the name server says:
        | name         | type | value                                   |
        | ${elsewhere} | TXT  | v=spf1 ${60 * "a=1 "}ip4:127.0.0.1 -all |
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

  Rule: Modifiers that nobody knows are passed over

    @R7208-6-3 @MUST
    Scenario Outline: A record with an unknown modifier allows <what>
      Given the name server says:
        | name         | type | value              |
        | ${elsewhere} | TXT  | v=spf1 <term> -all |
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

      Examples:
        | what                         | term                        |
        | whom it names, before it     | later=1 ip4:127.0.0.1       |
        | whom it names, twice with it | x-a=%{d} x-a= ip4:127.0.0.1 |
