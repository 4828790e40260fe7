@needs-smtp @needs-outside-dns @needs-policy-greylisting @needs-timing-greylisting @needs-policy-greylisting-clients
Feature: Greylisting by address
  Who has come again once is known from then on (RFC 6647 §5).

  Rule: After a retry that was taken nothing from that address is put off

    @R6647-5-1 @SHOULD
    Scenario: Another sender from the address is taken at once
      Given any message hello
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S? 421
        S: 250/4xx
        C: RCPT TO:<${alice}>
        S? 421
        S: 250/4xx/503
        """
      And the time of greylisting has passed
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
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${faraway}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello 2 times
