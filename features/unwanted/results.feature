@needs-smtp @needs-outside-dns @needs-policy-results @needs-policy-spf @chapter-sec-4
Feature: Authentication-Results
  What a server has found of a message it tells those behind it, and nobody else may tell it in its name (RFC 8601).

  Rule: What was found is on top of the message

    # The words of §2.7.2; that something is recorded at all is recommended (RFC 7208 §9).
    @R8601-2.7.2-a @R8601-2.7-1 @SHOULD
    Scenario Outline: <what> is told as spf=<word>
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
      And the received message has the authentication results:
        | method | result | property                   |
        | spf    | <word> | smtp.mailfrom=${elsewhere} |

      Examples:
        | what                                  | record                    | word     |
        | A host that is allowed                | v=spf1 ip4:127.0.0.1 -all | pass     |
        | A host that is not forbidden outright | v=spf1 ~all               | softfail |
        | A host of which nothing is said       | v=spf1 ?all               | neutral  |
        | A record that ends without a match    | v=spf1 ip4:192.0.2.1      | neutral  |
        | A domain without a record             | spf2.0/pra -all           | none     |

    @R8601-4-4 @SHOULD
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
        Authentication-Results: ${*}
        Received: ${*}
        """

    # §2.7.2: no local part where the record does not look at it.
    @R8601-2.2-a @R8601-2.7.2-1 @SHOULD
    Scenario: SPF is told of the domain and not of the local part
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
      And the received message has the header field: Authentication-Results: ${*}smtp.mailfrom=${elsewhere}${*}

    # What a sender has made up ends no value (§7.1, §7.8). To refuse such an address is another matter.
    @R8601-2.2-b @MUST
    Scenario: A local part that looks like a result adds none
      Given the name server says:
        | name         | type | value                     |
        | ${elsewhere} | TXT  | v=spf1 ip4:127.0.0.1 -all |
      And any message hello
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<"; dkim=pass header.d=forged.test; x"@${elsewhere}>
        S? 5xx
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello
      And the received message has the authentication results:
        | method | result   |
        | dkim   | not pass |

  Rule: Who forges the field of this server is found out: it goes

    # To refuse the message is right, too, and so is another name for the field.
    @R8601-5-1 @R8601-5-2 @MUST
    Scenario: A field in the name of the server is gone
      Given the name server says:
        | name         | type | value                     |
        | ${elsewhere} | TXT  | v=spf1 ip4:127.0.0.1 -all |
      And any message first
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${stuffed(first)}.${CRLF}
        S: 250
        """
      Then alice receives the message first
      And the received message has the header field: Authentication-Results: ${server:atom};${*}
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C: Authentication-Results: ${server}; dkim=pass header.d=forged.test
        C: From: <someone@${elsewhere}>
        C: Subject: forged ${id}
        C:
        C: text
        C: .
        S? 5xx
        S: 250
        """
      Then alice receives the message "forged ${id}"
      And the received message has the authentication results:
        | method | result   |
        | spf    | pass     |
        | dkim   | not pass |
        | dmarc  | not pass |

    @R8601-5-1 @R8601-5-2 @MUST
    Scenario: A field in the name of the server in capitals is gone
      Given the name server says:
        | name         | type | value                     |
        | ${elsewhere} | TXT  | v=spf1 ip4:127.0.0.1 -all |
      And any message first
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${stuffed(first)}.${CRLF}
        S: 250
        """
      Then alice receives the message first
      And the received message has the header field: Authentication-Results: ${server:atom};${*}
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C: Authentication-Results: ${upper(server)}; dkim=pass header.d=forged.test
        C: From: <someone@${elsewhere}>
        C: Subject: forged ${id}
        C:
        C: text
        C: .
        S? 5xx
        S: 250
        """
      Then alice receives the message "forged ${id}"
      And the received message has the authentication results:
        | method | result   |
        | spf    | pass     |
        | dkim   | not pass |
        | dmarc  | not pass |

    @R8601-5-1 @R8601-5-2 @MUST
    Scenario: A folded field in the name of the server is gone
      Given the name server says:
        | name         | type | value                     |
        | ${elsewhere} | TXT  | v=spf1 ip4:127.0.0.1 -all |
      And any message first
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${stuffed(first)}.${CRLF}
        S: 250
        """
      Then alice receives the message first
      And the received message has the header field: Authentication-Results: ${server:atom};${*}
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C: Authentication-Results:${CRLF} ${server};${CRLF}${TAB}dkim=pass header.d=forged.test
        C: From: <someone@${elsewhere}>
        C: Subject: forged ${id}
        C:
        C: text
        C: .
        S? 5xx
        S: 250
        """
      Then alice receives the message "forged ${id}"
      And the received message has the authentication results:
        | method | result   |
        | spf    | pass     |
        | dkim   | not pass |
        | dmarc  | not pass |

    @R8601-5-1 @R8601-5-2 @MUST
    Scenario: A field in the name of the server in quotes is gone
      Given the name server says:
        | name         | type | value                     |
        | ${elsewhere} | TXT  | v=spf1 ip4:127.0.0.1 -all |
      And any message first
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${stuffed(first)}.${CRLF}
        S: 250
        """
      Then alice receives the message first
      And the received message has the header field: Authentication-Results: ${server:atom};${*}
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C: Authentication-Results: "${server}"; dkim=pass header.d=forged.test
        C: From: <someone@${elsewhere}>
        C: Subject: forged ${id}
        C:
        C: text
        C: .
        S? 5xx
        S: 250
        """
      Then alice receives the message "forged ${id}"
      And the received message has the authentication results:
        | method | result   |
        | spf    | pass     |
        | dkim   | not pass |
        | dmarc  | not pass |

    @R8601-5-1 @R8601-5-2 @MUST
    Scenario: A field in the name of the server behind a comment is gone
      Given the name server says:
        | name         | type | value                     |
        | ${elsewhere} | TXT  | v=spf1 ip4:127.0.0.1 -all |
      And any message first
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${stuffed(first)}.${CRLF}
        S: 250
        """
      Then alice receives the message first
      And the received message has the header field: Authentication-Results: ${server:atom};${*}
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C: Authentication-Results: (a; comment) ${server} (another) 1; dkim=pass header.d=forged.test
        C: From: <someone@${elsewhere}>
        C: Subject: forged ${id}
        C:
        C: text
        C: .
        S? 5xx
        S: 250
        """
      Then alice receives the message "forged ${id}"
      And the received message has the authentication results:
        | method | result   |
        | spf    | pass     |
        | dkim   | not pass |
        | dmarc  | not pass |

    @R8601-5-1 @R8601-5-2 @MUST
    Scenario: Of several fields in the name of the server none is left
      Given the name server says:
        | name         | type | value                     |
        | ${elsewhere} | TXT  | v=spf1 ip4:127.0.0.1 -all |
      And any message first
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${stuffed(first)}.${CRLF}
        S: 250
        """
      Then alice receives the message first
      And the received message has the header field: Authentication-Results: ${server:atom};${*}
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C: Authentication-Results: ${server}; dkim=pass header.d=forged.test
        C: Authentication-Results: other.example; spf=pass
        C: Authentication-Results: ${server}; dmarc=pass header.from=forged.test
        C: From: <someone@${elsewhere}>
        C: Subject: forged ${id}
        C:
        C: text
        C: .
        S? 5xx
        S: 250
        """
      Then alice receives the message "forged ${id}"
      And the received message has the authentication results:
        | method | result   |
        | spf    | pass     |
        | dkim   | not pass |
        | dmarc  | not pass |

    @R8601-5-1 @R8601-5-2 @MUST
    Scenario: A field in the name of the server in small letters is gone
      Given the name server says:
        | name         | type | value                     |
        | ${elsewhere} | TXT  | v=spf1 ip4:127.0.0.1 -all |
      And any message first
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${stuffed(first)}.${CRLF}
        S: 250
        """
      Then alice receives the message first
      And the received message has the header field: Authentication-Results: ${server:atom};${*}
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C: authentication-results: ${server}; dkim=pass header.d=forged.test
        C: From: <someone@${elsewhere}>
        C: Subject: forged ${id}
        C:
        C: text
        C: .
        S? 5xx
        S: 250
        """
      Then alice receives the message "forged ${id}"
      And the received message has the authentication results:
        | method | result   |
        | spf    | pass     |
        | dkim   | not pass |
        | dmarc  | not pass |

    @R8601-5-1 @R8601-5-2 @MUST
    Scenario: A field in the name of the server between other fields is gone
      Given the name server says:
        | name         | type | value                     |
        | ${elsewhere} | TXT  | v=spf1 ip4:127.0.0.1 -all |
      And any message first
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${stuffed(first)}.${CRLF}
        S: 250
        """
      Then alice receives the message first
      And the received message has the header field: Authentication-Results: ${server:atom};${*}
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C: Received: from a.test by b.test; Tue, 5 Mar 2019 10:00:00 +0000
        C: Authentication-Results: ${server}; dkim=pass header.d=forged.test
        C: From: <someone@${elsewhere}>
        C: Subject: forged ${id}
        C:
        C: text
        C: .
        S? 5xx
        S: 250
        """
      Then alice receives the message "forged ${id}"
      And the received message has the authentication results:
        | method | result   |
        | spf    | pass     |
        | dkim   | not pass |
        | dmarc  | not pass |

    # The connection is none of a trusted server.
    @R8601-5-6 @MUST
    Scenario: A field of a version that nobody knows is gone
      Given the name server says:
        | name         | type | value                     |
        | ${elsewhere} | TXT  | v=spf1 ip4:127.0.0.1 -all |
      And any message first
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${stuffed(first)}.${CRLF}
        S: 250
        """
      Then alice receives the message first
      And the received message has the header field: Authentication-Results: ${server:atom};${*}
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C: Authentication-Results: ${server} 9; dkim=pass header.d=forged.test
        C: From: <someone@${elsewhere}>
        C: Subject: forged ${id}
        C:
        C: text
        C: .
        S? 5xx
        S: 250
        """
      Then alice receives the message "forged ${id}"
      And the received message has the authentication results:
        | method | result   |
        | spf    | pass     |
        | dkim   | not pass |
        | dmarc  | not pass |

    # What this server adds, it adds in a field of its own.
    @R8601-4-2 @MUST
    Scenario: A field of another server is no word of this one
      Given the name server says:
        | name         | type | value                     |
        | ${elsewhere} | TXT  | v=spf1 ip4:127.0.0.1 -all |
      And any message first
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${stuffed(first)}.${CRLF}
        S: 250
        """
      Then alice receives the message first
      And the received message has the header field: Authentication-Results: ${server:atom};${*}
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C: Authentication-Results: sub.${server}; dkim=pass header.d=forged.test; arc=pass
        C: From: <someone@${elsewhere}>
        C: Subject: forged ${id}
        C:
        C: text
        C: .
        S? 5xx
        S: 250
        """
      Then alice receives the message "forged ${id}"
      And the received message has the authentication results:
        | method | result   |
        | spf    | pass     |
        | dkim   | not pass |
        | arc    | not pass |
