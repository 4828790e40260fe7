@needs-smtp @needs-outside-dns @needs-policy-spf
Feature: SPF: macros
  Names in records that are made of the message at hand (RFC 7208 §7). Sessions come from 127.0.0.1.

  Rule: A macro stands for what the message says

    @R7208-7.2-a @MUST
    Scenario Outline: %{<macro>} is the <what>
      Given the name server says:
        | name                    | type | value                                         |
        | ${elsewhere}            | TXT  | v=spf1 exists:%{<macro>}.is.${elsewhere} -all |
        | <value>.is.${elsewhere} | A    | 127.0.0.2                                     |
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
        | macro | what                              | value           |
        | l     | local part                        | someone         |
        | o     | sender's domain                   | ${elsewhere}    |
        | d     | domain                            | ${elsewhere}    |
        | i     | address                           | 127.0.0.1       |
        | ir    | address backwards                 | 1.0.0.127       |
        | v     | family                            | in-addr         |
        | h     | name in EHLO                      | ${helo}         |
        | i2    | last two octets of the address    | 0.1             |
        | I     | address in capitals               | 127.0.0.1       |
        | d1r   | domain's first label, from behind | elsewhere-${id} |

    @R7208-7.2-b @MUST
    Scenario: A local part is taken apart where its delimiter says
      Given the name server says:
        | name                 | type | value                                      |
        | ${elsewhere}         | TXT  | v=spf1 exists:%{l1r-}.is.${elsewhere} -all |
        | some.is.${elsewhere} | A    | 127.0.0.2                                  |
      And any message hello
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<some-one@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello

    @R7208-7.3-8 @MUST
    Scenario: A letter in capitals is escaped as in a URL, where what is not reserved stays as it is
      Given the name server says:
        | name                       | type | value                                   |
        | ${elsewhere}               | TXT  | v=spf1 exists:%{L}.is.${elsewhere} -all |
        | some_one-1.is.${elsewhere} | A    | 127.0.0.2                               |
      And any message hello
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<some_one-1@${elsewhere}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello

    @R7208-7.3-3 @MUST
    Scenario: 127 labels may be asked for
      Given the name server says:
        | name                      | type | value                                      |
        | ${elsewhere}              | TXT  | v=spf1 exists:%{i127}.is.${elsewhere} -all |
        | 127.0.0.1.is.${elsewhere} | A    | 127.0.0.2                                  |
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

    @R7208-7.3-1 @MUST
    Scenario: A dot at the end of a name is no part of it
      Given the name server says:
        | name               | type | value                                  |
        | ${elsewhere}       | TXT  | v=spf1 exists:there.${elsewhere}. -all |
        | there.${elsewhere} | A    | 127.0.0.2                              |
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

    @R7208-5.2-b @MUST
    Scenario: In an included record %{d} is its domain, and %{o} still that of the sender
      Given the name server says:
        | name                                  | type | value                                      |
        | ${elsewhere}                          | TXT  | v=spf1 include:${faraway} -all             |
        | ${faraway}                            | TXT  | v=spf1 exists:%{d}.%{o}.is.${faraway} -all |
        | ${faraway}.${elsewhere}.is.${faraway} | A    | 127.0.0.2                                  |
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

    @R7208-7.3-5 @SHOULD
    Scenario: %{p} is a name of the host below the domain
      Given the name server says:
        | name                              | type | value                                   |
        | ${elsewhere}                      | TXT  | v=spf1 exists:%{p}.is.${elsewhere} -all |
        | 1.0.0.127.in-addr.arpa            | PTR  | host.${faraway}                         |
        | 1.0.0.127.in-addr.arpa            | PTR  | host.${elsewhere}                       |
        | host.${elsewhere}                 | A    | 127.0.0.1                               |
        | host.${faraway}                   | A    | 127.0.0.1                               |
        | host.${elsewhere}.is.${elsewhere} | A    | 127.0.0.2                               |
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

    @R7208-7.3-4 @SHOULD
    Scenario: %{p} is the domain where that is a name of the host
      Given the name server says:
        | name                         | type | value                                   |
        | ${elsewhere}                 | TXT  | v=spf1 exists:%{p}.is.${elsewhere} -all |
        | 1.0.0.127.in-addr.arpa       | PTR  | host.${elsewhere}                       |
        | 1.0.0.127.in-addr.arpa       | PTR  | ${elsewhere}                            |
        | host.${elsewhere}            | A    | 127.0.0.1                               |
        | ${elsewhere}                 | A    | 127.0.0.1                               |
        | ${elsewhere}.is.${elsewhere} | A    | 127.0.0.2                               |
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

  Rule: A domain in another script is asked for as the DNS has it

    @R7208-4.3-1 @MUST @needs-smtp-SMTPUTF8
    Scenario: The record of a domain in another script forbids
      Given the name server says:
        | name                       | type | value       |
        | xn--bcher-kva.${elsewhere} | TXT  | v=spf1 -all |
      And any message hello
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<someone@bücher.${elsewhere}> SMTPUTF8
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
