@needs-smtp @needs-outside-dns @needs-policy-spf
Feature: SPF: explanations
  What a domain has to say to a host that it does not allow (RFC 7208 §6.2). Whether that is told is the server's choice.

  Rule: The words are those of the domain whose record forbids, in ASCII

    @R7208-6-10 @MUST
    Scenario: The words of an included record are not told
      Given the name server says:
        | name           | type | value                          |
        | ${elsewhere}   | TXT  | v=spf1 include:${faraway} -all |
        | ${faraway}     | TXT  | v=spf1 -all exp=why.${faraway} |
        | why.${faraway} | TXT  | Included ${id}                 |
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250/5xx
        S! ${*}Included ${id}${*}
        C: RCPT TO:<${alice}>
        S: 250/5xx
        S! ${*}Included ${id}${*}
        C: DATA
        S: 354/5xx
        S! ${*}Included ${id}${*}
        """

    @R7208-6-11 @MUST
    Scenario: The words of the record that redirects are not told
      Given the name server says:
        | name             | type | value                                           |
        | ${elsewhere}     | TXT  | v=spf1 redirect=${faraway} exp=why.${elsewhere} |
        | ${faraway}       | TXT  | v=spf1 -all                                     |
        | why.${elsewhere} | TXT  | Redirected ${id}                                |
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250/5xx
        S! ${*}Redirected ${id}${*}
        C: RCPT TO:<${alice}>
        S: 250/5xx
        S! ${*}Redirected ${id}${*}
        C: DATA
        S: 354/5xx
        S! ${*}Redirected ${id}${*}
        """

    @R7208-6-8 @MUST
    Scenario: Words that are not in ASCII are not told as they are
      Given the name server says:
        | name             | type | value                            |
        | ${elsewhere}     | TXT  | v=spf1 -all exp=why.${elsewhere} |
        | why.${elsewhere} | TXT  | Grüße ${id}                      |
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250/5xx
        S! ${*}${xC3BC}${*}
        C: RCPT TO:<${alice}>
        S: 250/5xx
        S! ${*}${xC3BC}${*}
        C: DATA
        S: 354/5xx
        S! ${*}${xC3BC}${*}
        """
