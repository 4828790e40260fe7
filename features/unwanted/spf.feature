@needs-smtp @needs-outside-dns @needs-policy-spf @chapter-sec-4
Feature: SPF
  The domain of an envelope's sender says in the DNS which hosts may send for it (RFC 7208). Sessions come from 127.0.0.1.

  Rule: What the record of the sender's domain forbids is refused, and nothing else

    # Where in the transaction it is refused is the server's choice (§2.5).
    @R7208-4-2 @R7208-2.4-1 @R7208-2.2-2 @MUST
    Scenario: A host that the record forbids is refused
      Given the name server says:
        | name         | type | value                        |
        | ${elsewhere} | TXT  | v=spf1 ip4:192.0.2.0/24 -all |
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

    @R7208-8.4-1 @R7208-2.5-1 @SHOULD
    Scenario: The refusal is 550
      Given the name server says:
        | name         | type | value       |
        | ${elsewhere} | TXT  | v=spf1 -all |
      And any message hello
      And an SMTP session after EHLO
      Then the dialogue is:
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
        S: 550
        """

    @R7208-4-2 @MUST
    Scenario Outline: A host is taken that <what>
      Given the name server says:
        | name         | type | value    |
        | ${elsewhere} | TXT  | <record> |
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
        | what                               | record                             |
        | the record allows by its address   | v=spf1 ip4:127.0.0.1 -all          |
        | the record allows by its network   | v=spf1 ip4:127.0.0.0/8 -all        |
        | the record allows in capitals      | v=spf1 IP4:127.0.0.1 -ALL          |
        | the record allows before all       | v=spf1 ?ip4:127.0.0.1 +all -all    |
        | the record allows behind a modifier | v=spf1 later=%{d} ip4:127.0.0.1 -all |

    # §4.5: only records that begin with exactly "v=spf1".
    @R7208-4.5-a @MUST
    Scenario Outline: <what> forbids nothing
      Given the name server says:
        | name         | type | value    |
        | ${elsewhere} | TXT  | <record> |
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
        | what                        | record                |
        | A record of version 10      | v=spf10 -all          |
        | A record of another kind    | spf2.0/mfrom -all     |
        | A record behind other words | about v=spf1 -all     |

    @R7208-8.2-1 @MUST
    Scenario: A neutral result is as good as none
      Given the name server says:
        | name         | type | value       |
        | ${elsewhere} | TXT  | v=spf1 ?all |
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

    @R7208-8.5-1 @SHOULD
    Scenario: A softfail alone is no reason to refuse
      Given the name server says:
        | name         | type | value       |
        | ${elsewhere} | TXT  | v=spf1 ~all |
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

  Rule: Of a message without a sender the name in EHLO is asked

    # §2.4: "postmaster" and the HELO identity. A host refused at EHLO is refused, too.
    @R7208-2.4-a @R7208-2.4-1 @MUST
    Scenario: A host whose name forbids it is refused with a null reverse-path
      Given the name server says:
        | name         | type | value       |
        | ${elsewhere} | TXT  | v=spf1 -all |
      And any message hello
      And an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${elsewhere}
        S? 5xx
        S: 250
        C: MAIL FROM:<>
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

    # A check of HELO that has passed is no word on the sender.
    @R7208-2.4-1 @MUST
    Scenario: A name in EHLO that allows the host does not speak for another sender
      Given the name server says:
        | name         | type | value                     |
        | ${elsewhere} | TXT  | v=spf1 ip4:127.0.0.1 -all |
        | ${faraway}   | TXT  | v=spf1 -all               |
      And any message hello
      And an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${elsewhere}
        S: 250
        C: MAIL FROM:<someone@${faraway}>
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

  Rule: Where nobody knows now, it is tried again or taken, and not refused for good

    @R7208-8.6-1 @R7208-4.4-a @SHOULD
    Scenario Outline: Where the name server answers <answer>, mail is put off by 451, or taken
      Given the name server says:
        | name         | type | value    |
        | ${elsewhere} | TXT  | <answer> |
      And any message hello
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S? 451
        S: 250
        C: RCPT TO:<${alice}>
        S? 451
        S: 250
        C: DATA
        S? 451
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S: 451/250
        """

      Examples:
        | answer   |
        | SERVFAIL |
        | REFUSED  |

  Rule: Who has logged in, or is trusted, is a user and no stranger

    @M-robust-own-users @SHOULD @needs-trusted-client
    Scenario: A trusted address sends for a domain whose record forbids it
      Given the name server says:
        | name         | type | value       |
        | ${elsewhere} | TXT  | v=spf1 -all |
      And any message hello
      And an SMTP session after EHLO from a trusted address
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
