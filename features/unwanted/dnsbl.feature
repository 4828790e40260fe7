@needs-smtp @needs-outside-dns @needs-policy-dnsbl @chapter-sec-4
Feature: Lists of unwanted addresses
  A zone of the DNS names addresses from which nobody wants mail (RFC 5782). Sessions come from 127.0.0.1.

  Rule: An address that is listed is refused, and no other

    @M-robust-dnsbl-listed @SHOULD
    Scenario: An address that is listed is refused
      Given the name server says:
        | name                          | type | value     |
        | 1.0.0.127.dnsbl.mailspec.test | A    | 127.0.0.2 |
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

    # RFC 5782 §2.1: entries lie in 127.0.0.0/8; the last of it is what lists say of the question itself.
    @M-robust-dnsbl-not-listed @SHOULD
    Scenario Outline: Mail is taken where the list answers <what>
      Given the name server says:
        | name                          | type   | value   |
        | 1.0.0.127.dnsbl.mailspec.test | <type> | <value> |
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
        | what                                            | type | value           |
        | that there is no such name                      | A    | NXDOMAIN        |
        | with a reason alone                             | TXT  | an old entry    |
        | with an address that no list gives              | A    | 192.0.2.1       |
        | that too many ask                               | A    | 127.255.255.255 |
        | that it is asked by a way that it does not like | A    | 127.255.255.254 |

    # To put the message off is right, too.
    @M-robust-dnsbl-failing @SHOULD
    Scenario Outline: A list that answers <answer> makes nobody unwanted
      Given the name server says:
        | name                          | type | value    |
        | 1.0.0.127.dnsbl.mailspec.test | A    | <answer> |
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

      Examples:
        | answer   |
        | SERVFAIL |
        | REFUSED  |

    @M-robust-dnsbl-not-listed @SHOULD
    Scenario: An entry for the address the wrong way round is of another address
      Given the name server says:
        | name                          | type | value     |
        | 127.0.0.1.dnsbl.mailspec.test | A    | 127.0.0.2 |
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

  Rule: Users are not asked about

    @M-robust-own-users @SHOULD @needs-submission
    Scenario: A user whose address is listed sends all the same
      Given the name server says:
        | name                          | type | value     |
        | 1.0.0.127.dnsbl.mailspec.test | A    | 127.0.0.2 |
      And any message hello
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
