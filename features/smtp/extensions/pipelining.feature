@needs-smtp @needs-smtp-PIPELINING
Feature: Command pipelining
  A client sends a group of commands without waiting; the server answers each, in order, and loses none (RFC 2920).

  Rule: The keyword stands alone

    @R2920-2-a @MUST
    Scenario: PIPELINING has no parameter
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* PIPELINING
        """

  Rule: Replies come in the order of the commands

    @R2920-3.2-1 @MUST @needs-unknown
    Scenario: Every command of a group gets its own reply
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}>
        C: RCPT TO:<${unknown}>
        C: RCPT TO:<${alice}>
        C: DATA
        S: 250
        S: 2xx/4xx/5xx
        S: 250/251
        S: 354
        """

    @R2920-3.2-1 @MUST
    Scenario: A group of twenty commands gets twenty replies
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C~ ${9 * "RSET${CRLF}MAIL FROM:<${sender}>${CRLF}"}RCPT TO:<${alice}>${CRLF}DATA${CRLF}
        S: 250
        S: 250
        S: 250
        S: 250
        S: 250
        S: 250
        S: 250
        S: 250
        S: 250
        S: 250
        S: 250
        S: 250
        S: 250
        S: 250
        S: 250
        S: 250
        S: 250
        S: 250
        S: 250/251
        S: 354
        """

    @R2920-3.2-1 @MUST
    Scenario: A message sent with two round trips arrives
      Given any message letter
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}>
        C: RCPT TO:<${alice}>
        C: DATA
        S: 250
        S: 250/251
        S: 354
        C~ ${letter}.${CRLF}RSET${CRLF}
        S: 250
        S: 250
        """
      Then alice receives the message letter

  Rule: The reply to the command that ends a group is not held back

    @R2920-3.2-5 @MUST
    Scenario: NOOP ends a group
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}>
        C: RCPT TO:<${alice}>
        C: NOOP
        S: 250
        S: 250/251
        S: 250
        """

    @R2920-3.2-5 @MUST
    Scenario: VRFY ends a group
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: RSET
        C: VRFY ${alice}
        S: 250
        S: 2xx/4xx/5xx
        """

    @R2920-3.2-5 @MUST
    Scenario: EHLO ends a group
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}>
        C: EHLO ${helo}
        S: 250
        S: 250
        S* PIPELINING
        """

    @R2920-3.2-5 @MUST
    Scenario: QUIT ends a group
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}>
        C: RSET
        C: QUIT
        S: 250
        S: 250
        S: 221
        S: ${closed}
        """

    @R2920-3.2-6 @MUST
    Scenario: An unknown command at the end of a group is answered at once
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}>
        C: XMAILSPEC
        S: 250
        S: 5xx
        """

    @R2920-3.2-7 @MUST
    Scenario: A group of envelope commands alone is answered without more input
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: RSET
        C: MAIL FROM:<${sender}>
        C: RCPT TO:<${alice}>
        S: 250
        S: 250
        S: 250/251
        """
