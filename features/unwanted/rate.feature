@needs-smtp @needs-outside-dns @needs-policy-rate @needs-timing-rate @chapter-sec-4
Feature: Rates
  Who sends too fast is put off, and nobody else waits for it.

  Rule: More than its share of one client is put off, and taken later

    @M-robust-rate-put-off @SHOULD
    Scenario: The next message is put off, and not refused for good
      Given any message hello
      And an SMTP session after EHLO
      When the dialogue is played 25 times:
        """smtp
        C: RSET
        S: 250
        C: MAIL FROM:<someone@${elsewhere}>
        S? ${closed}
        S? 421
        S: 250/4xx
        C: RCPT TO:<${alice}>
        S? ${closed}
        S? 421
        S: 250/4xx/503
        """
      Then the dialogue is:
        """smtp
        C: RSET
        S: 250
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
        S: 4xx
        """

    @M-robust-rate-put-off @SHOULD
    Scenario: When its time has passed the client is served
      Given any message hello
      And an SMTP session after EHLO
      When the dialogue is played 25 times:
        """smtp
        C: RSET
        S: 250
        C: MAIL FROM:<someone@${elsewhere}>
        S? ${closed}
        S? 421
        S: 250/4xx
        C: RCPT TO:<${alice}>
        S? ${closed}
        S? 421
        S: 250/4xx/503
        """
      And the time of rate has passed
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

    @M-robust-rate-others @SHOULD @needs-trusted-client
    Scenario: Another client is served meanwhile
      Given any message hello
      And an SMTP session after EHLO
      When the dialogue is played 25 times:
        """smtp
        C: RSET
        S: 250
        C: MAIL FROM:<someone@${elsewhere}>
        S? ${closed}
        S? 421
        S: 250/4xx
        C: RCPT TO:<${alice}>
        S? ${closed}
        S? 421
        S: 250/4xx/503
        """
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
