@needs-smtp @needs-outside-dns @needs-policy-spf @needs-policy-received-spf
Feature: Received-SPF
  The older way of telling what SPF gave (RFC 7208 §9.1).

  Rule: The field is on top, and tells what was asked

    @R7208-9.1-a @SHOULD
    Scenario Outline: <what> is told as <word>
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
      And the received message has the header fields in this order:
        """
        Received-SPF: <word>${*}
        """

      Examples:
        | what                                  | record                    | word     |
        | A host that is allowed                | v=spf1 ip4:127.0.0.1 -all | pass     |
        | A host that is not forbidden outright | v=spf1 ~all               | softfail |
        | A host of which nothing is said       | v=spf1 ?all               | neutral  |
        | A domain without a record             | spf2.0/pra -all           | none     |

    @R7208-9.1-1 @SHOULD
    Scenario: The field stands above the Received field of the server
      Given the name server says:
        | name         | type | value                     |
        | ${elsewhere} | TXT  | v=spf1 ip4:127.0.0.1 -all |
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
      And the received message has the header fields in this order:
        """
        Received-SPF: ${*}
        Received: ${*}
        """

    @R7208-9.1-2 @MUST
    Scenario: The field stands above one that came
      Given the name server says:
        | name         | type | value                     |
        | ${elsewhere} | TXT  | v=spf1 ip4:127.0.0.1 -all |
      And the message hello:
        """
        Received-SPF: softfail (an older one)
        From: someone@${elsewhere}
        Subject: older ${id}

        text
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
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the header fields in this order:
        """
        Received-SPF: pass${*}
        Received-SPF: softfail${*}
        """

    @R7208-9.1-4 @SHOULD
    Scenario: The field tells client-ip
      Given the name server says:
        | name         | type | value                     |
        | ${elsewhere} | TXT  | v=spf1 ip4:127.0.0.1 -all |
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
      And the received message has the header fields in this order:
        """
        Received-SPF: pass${*}client-ip=${*}127.0.0.1${*}
        """

    @R7208-9.1-4 @SHOULD
    Scenario: The field tells helo
      Given the name server says:
        | name         | type | value                     |
        | ${elsewhere} | TXT  | v=spf1 ip4:127.0.0.1 -all |
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
      And the received message has the header fields in this order:
        """
        Received-SPF: pass${*}helo=${*}${helo}${*}
        """

    @R7208-9.1-4 @SHOULD
    Scenario: The field tells envelope-from
      Given the name server says:
        | name         | type | value                     |
        | ${elsewhere} | TXT  | v=spf1 ip4:127.0.0.1 -all |
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
      And the received message has the header fields in this order:
        """
        Received-SPF: pass${*}envelope-from=${*}someone@${elsewhere}${*}
        """
