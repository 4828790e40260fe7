@needs-smtp @needs-outside-dns @needs-policy-greylisting @needs-timing-greylisting @chapter-sec-4
Feature: Greylisting
  Who is new is put off once, and taken when they come again (RFC 6647): programs that only throw mail at the world do not.

  Rule: A first attempt is put off, and a later one is taken

    @R6647-2.4-a @MUST
    Scenario: A first attempt is put off, and not refused for good
      Given any message hello
      And an SMTP session after EHLO
      Then the dialogue is:
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
        S: 4xx
        """

    # §5: of 4yz the two are the only reasonable choices (RFC 5321 §4.3.2).
    @R6647-5-a @SHOULD
    Scenario: It is put off by 450, or by 421 where the connection ends
      Given any message hello
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S? 421/450
        S: 250
        C: RCPT TO:<${alice}>
        S? 421/450
        S: 250
        C: DATA
        S? 421/450
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S: 421/450
        """

    @R6647-5-b @MUST
    Scenario: An attempt in time is taken
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
      Then alice receives the message hello

    @R6647-5-2 @SHOULD
    Scenario: An attempt at once is put off, too
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
      And an SMTP session after EHLO
      Then the dialogue is:
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
        S: 4xx
        """

    @R6647-5-b @MUST
    Scenario: Attempts that come too soon do not keep the one in time from being taken
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
      Then alice receives the message hello

    @R6647-5-b @MUST
    Scenario: A bounce, which has no sender, is taken in time
      Given any message hello
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<>
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
        C: MAIL FROM:<>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250
        C: DATA
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello

    @R6647-5-3 @SHOULD @needs-timing-greylisting-ends
    Scenario: An attempt after the end of the range is a first one
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
      And the time of greylisting-ends has passed
      And an SMTP session after EHLO
      Then the dialogue is:
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
        S: 4xx
        """

  Rule: One sender who is known makes no other known

    @R6647-5-1 @SHOULD
    Scenario: Another sender is new
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
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${faraway}>
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

  Rule: A transaction has one answer for all its recipients

    # §5: the first recipient is enough to know a retry by.
    @R6647-5-1 @SHOULD
    Scenario: A second recipient does not keep a retry from being taken
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
        C: RCPT TO:<${bob}>
        S: 250
        C: DATA
        S: 354
        C~ ${stuffed(hello)}.${CRLF}
        S: 250
        """
      Then alice receives the message hello

  Rule: Users are never put off

    @R6647-5-10 @SHOULD @needs-trusted-client
    Scenario: A trusted address is no stranger
      Given any message hello
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

    @R6647-5-9 @SHOULD @needs-submission
    Scenario: A user who hands in mail is no stranger
      Given any message hello
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

    @R6647-5-10 @SHOULD @needs-smtp-AUTH=PLAIN
    Scenario: A user who logs in on port 25 is no stranger
      Given any message hello
      And an SMTP session after AUTH
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
