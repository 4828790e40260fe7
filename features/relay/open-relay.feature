@needs-outside @needs-smtp @needs-stranger @chapter-route-2
Feature: Who may have mail handed on
  A server that hands on mail for everybody is found and used within hours. Whom it serves it tells by login or by address (RFC 5321 §7.9), and neither what a
  sender calls itself nor how an address is written makes a stranger a user.

  Rule: A stranger's mail goes nowhere else

    # A server may take such an address for a mailbox of its own and refuse it later, or keep what nobody reads: what counts is what arrives elsewhere.
    @M-robust-open-relay @MUST
    Scenario Outline: From <sender>, to <recipient>
      Given the next hop answers all
      And an SMTP session after EHLO from a stranger's address
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<<from>>
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<<to>>
        S? 4xx/5xx
        S: 250/251
        C: DATA
        S? 4xx/5xx
        S: 354
        C: From: <${sender}>
        C: To: <carol@${elsewhere}>
        C: Date: Tue, 5 Mar 2019 10:00:00 +0000
        C: Subject: stray ${id}
        C:
        C: From one stranger to another.
        C: .
        S? 4xx/5xx
        S: 250
        """
      And the next hop does not receive the message "stray ${id}"

      Examples:
        | sender | from | recipient | to |
        | a stranger | ${sender} | a plain address | carol@${elsewhere} |
        | a stranger | ${sender} | a percent sign | carol%${elsewhere}@${domain} |
        | a stranger | ${sender} | a percent sign alone | carol%${elsewhere} |
        | a stranger | ${sender} | a percent sign and a literal | carol%${elsewhere}@[127.0.0.1] |
        | a stranger | ${sender} | a quoted address | "carol@${elsewhere}" |
        | a stranger | ${sender} | a quoted address here | "carol@${elsewhere}"@${domain} |
        | a stranger | ${sender} | a quoted percent sign | "carol%${elsewhere}"@${domain} |
        | a stranger | ${sender} | two at signs | carol@${elsewhere}@${domain} |
        | a stranger | ${sender} | a source route | @${domain}:carol@${elsewhere} |
        | a stranger | ${sender} | a literal in the route | @[127.0.0.1]:carol@${elsewhere} |
        | a stranger | ${sender} | a bang path | ${elsewhere}!carol |
        | a stranger | ${sender} | a bang path here | ${elsewhere}!carol@${domain} |
        | a stranger | ${sender} | a bang path and a literal | ${elsewhere}!carol@[127.0.0.1] |
        | a stranger | ${sender} | a quoted bang path | "${elsewhere}!carol"@${domain} |
        | a stranger | ${sender} | a final dot | carol@${elsewhere}. |
        | nobody |  | a plain address | carol@${elsewhere} |
        | nobody |  | a percent sign | carol%${elsewhere}@${domain} |
        | nobody |  | a percent sign alone | carol%${elsewhere} |
        | nobody |  | a percent sign and a literal | carol%${elsewhere}@[127.0.0.1] |
        | nobody |  | a quoted address | "carol@${elsewhere}" |
        | nobody |  | a quoted address here | "carol@${elsewhere}"@${domain} |
        | nobody |  | a quoted percent sign | "carol%${elsewhere}"@${domain} |
        | nobody |  | two at signs | carol@${elsewhere}@${domain} |
        | nobody |  | a source route | @${domain}:carol@${elsewhere} |
        | nobody |  | a literal in the route | @[127.0.0.1]:carol@${elsewhere} |
        | nobody |  | a bang path | ${elsewhere}!carol |
        | nobody |  | a bang path here | ${elsewhere}!carol@${domain} |
        | nobody |  | a bang path and a literal | ${elsewhere}!carol@[127.0.0.1] |
        | nobody |  | a quoted bang path | "${elsewhere}!carol"@${domain} |
        | nobody |  | a final dot | carol@${elsewhere}. |
        | an account here | ${alice} | a plain address | carol@${elsewhere} |
        | an account here | ${alice} | a percent sign | carol%${elsewhere}@${domain} |
        | an account here | ${alice} | a percent sign alone | carol%${elsewhere} |
        | an account here | ${alice} | a percent sign and a literal | carol%${elsewhere}@[127.0.0.1] |
        | an account here | ${alice} | a quoted address | "carol@${elsewhere}" |
        | an account here | ${alice} | a quoted address here | "carol@${elsewhere}"@${domain} |
        | an account here | ${alice} | a quoted percent sign | "carol%${elsewhere}"@${domain} |
        | an account here | ${alice} | two at signs | carol@${elsewhere}@${domain} |
        | an account here | ${alice} | a source route | @${domain}:carol@${elsewhere} |
        | an account here | ${alice} | a literal in the route | @[127.0.0.1]:carol@${elsewhere} |
        | an account here | ${alice} | a bang path | ${elsewhere}!carol |
        | an account here | ${alice} | a bang path here | ${elsewhere}!carol@${domain} |
        | an account here | ${alice} | a bang path and a literal | ${elsewhere}!carol@[127.0.0.1] |
        | an account here | ${alice} | a quoted bang path | "${elsewhere}!carol"@${domain} |
        | an account here | ${alice} | a final dot | carol@${elsewhere}. |
        | postmaster here | postmaster@${domain} | a plain address | carol@${elsewhere} |
        | postmaster here | postmaster@${domain} | a percent sign | carol%${elsewhere}@${domain} |
        | postmaster here | postmaster@${domain} | a percent sign alone | carol%${elsewhere} |
        | postmaster here | postmaster@${domain} | a percent sign and a literal | carol%${elsewhere}@[127.0.0.1] |
        | postmaster here | postmaster@${domain} | a quoted address | "carol@${elsewhere}" |
        | postmaster here | postmaster@${domain} | a quoted address here | "carol@${elsewhere}"@${domain} |
        | postmaster here | postmaster@${domain} | a quoted percent sign | "carol%${elsewhere}"@${domain} |
        | postmaster here | postmaster@${domain} | two at signs | carol@${elsewhere}@${domain} |
        | postmaster here | postmaster@${domain} | a source route | @${domain}:carol@${elsewhere} |
        | postmaster here | postmaster@${domain} | a literal in the route | @[127.0.0.1]:carol@${elsewhere} |
        | postmaster here | postmaster@${domain} | a bang path | ${elsewhere}!carol |
        | postmaster here | postmaster@${domain} | a bang path here | ${elsewhere}!carol@${domain} |
        | postmaster here | postmaster@${domain} | a bang path and a literal | ${elsewhere}!carol@[127.0.0.1] |
        | postmaster here | postmaster@${domain} | a quoted bang path | "${elsewhere}!carol"@${domain} |
        | postmaster here | postmaster@${domain} | a final dot | carol@${elsewhere}. |
        | an address of the same domain | dave@${elsewhere} | a plain address | carol@${elsewhere} |
        | an address of the same domain | dave@${elsewhere} | a percent sign | carol%${elsewhere}@${domain} |
        | an address of the same domain | dave@${elsewhere} | a percent sign alone | carol%${elsewhere} |
        | an address of the same domain | dave@${elsewhere} | a percent sign and a literal | carol%${elsewhere}@[127.0.0.1] |
        | an address of the same domain | dave@${elsewhere} | a quoted address | "carol@${elsewhere}" |
        | an address of the same domain | dave@${elsewhere} | a quoted address here | "carol@${elsewhere}"@${domain} |
        | an address of the same domain | dave@${elsewhere} | a quoted percent sign | "carol%${elsewhere}"@${domain} |
        | an address of the same domain | dave@${elsewhere} | two at signs | carol@${elsewhere}@${domain} |
        | an address of the same domain | dave@${elsewhere} | a source route | @${domain}:carol@${elsewhere} |
        | an address of the same domain | dave@${elsewhere} | a literal in the route | @[127.0.0.1]:carol@${elsewhere} |
        | an address of the same domain | dave@${elsewhere} | a bang path | ${elsewhere}!carol |
        | an address of the same domain | dave@${elsewhere} | a bang path here | ${elsewhere}!carol@${domain} |
        | an address of the same domain | dave@${elsewhere} | a bang path and a literal | ${elsewhere}!carol@[127.0.0.1] |
        | an address of the same domain | dave@${elsewhere} | a quoted bang path | "${elsewhere}!carol"@${domain} |
        | an address of the same domain | dave@${elsewhere} | a final dot | carol@${elsewhere}. |

    @M-robust-open-relay @MUST @needs-smtp-SMTPUTF8
    Scenario Outline: In UTF-8, to <recipient>
      Given the next hop answers all
      And an SMTP session after EHLO from a stranger's address
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}> SMTPUTF8
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<<to>>
        S? 4xx/5xx
        S: 250/251
        C: DATA
        S? 4xx/5xx
        S: 354
        C: From: <${sender}>
        C: To: <carol@${elsewhere}>
        C: Date: Tue, 5 Mar 2019 10:00:00 +0000
        C: Subject: stray ${id}
        C:
        C: From one stranger to another.
        C: .
        S? 4xx/5xx
        S: 250
        """
      And the next hop does not receive the message "stray ${id}"

      # The third has a percent sign and the fourth an at sign that are wide ones (U+FF05, U+FF20): normalised they are those of ASCII.
      Examples:
        | recipient              | to                               |
        | a plain address        | jörg@${elsewhere}                |
        | a percent sign         | jörg%${elsewhere}@${domain}      |
        | a wide percent sign    | carol％${elsewhere}@${domain}    |
        | a wide at sign         | carol＠${elsewhere}@${domain}    |
        | a quoted address       | "jörg@${elsewhere}"@${domain}    |

  Rule: Where the server knows who sends, it hands on

    @R5321-7.9-1 @MAY @needs-trusted-client
    Scenario Outline: From a trusted address, for <sender>
      Given any message hello
      And the next hop answers all
      And an SMTP session after EHLO from a trusted address
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<<from>>
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And the next hop receives the message hello

      Examples:
        | sender          | from      |
        | an account here | ${alice}  |
        | a stranger      | ${sender} |
        | nobody          |           |
