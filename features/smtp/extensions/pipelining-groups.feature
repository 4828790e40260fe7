@needs-smtp @needs-smtp-PIPELINING
Feature: Groups with failures
  A command that fails inside a group costs its own reply and nothing else; content may be part of a group (RFC 2920 §3.1, §3.2).

  Rule: DATA is accepted when one recipient was, and only then

    @R2920-3.2-3 @SHOULD @needs-unknown
    Scenario: A last recipient that is refused does not spoil the others
      Given any message letter
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}>
        C: RCPT TO:<${alice}>
        C: RCPT TO:<${unknown}>
        C: DATA
        S: 250
        S: 250/251
        S? 2xx
        S: 4xx/5xx
        S: 354
        C~ ${letter}.${CRLF}
        S: 250
        """
      Then alice receives the message letter

    @R2920-3.2-3 @SHOULD @needs-unknown
    Scenario: A group without a valid recipient gets no 354
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}>
        C: RCPT TO:<${unknown}>
        C: DATA
        S: 250
        S? 2xx
        S: 4xx/5xx
        S: 4xx/5xx
        """

    # After 354 the client can only send a lone dot (RFC 2920 §3.1); 250 would promise to deliver to nobody.
    @R2920-3.2-4 @R5321-4.1.1.4-7 @MUST @needs-unknown
    Scenario: An empty message for nobody is not accepted
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}>
        C: RCPT TO:<${unknown}>
        C: DATA
        S: 250
        S? 2xx
        S: 4xx/5xx
        S? 4xx/5xx
        S: 354
        C: .
        S: 4xx/5xx
        """

  Rule: A command that fails takes nothing else with it

    @R2920-3.2-9 @MUST
    Scenario: A recipient that cannot be parsed does not flush the group
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}>
        C: RCPT TO:<@@>
        C: RCPT TO:<${alice}>
        C: DATA
        S: 250
        S: 4xx/5xx
        S: 250/251
        S: 354
        """

    # 503, or a new beginning: RFC 5321 §3.3, §4.1.4.
    @R2920-3.2-9 @MUST
    Scenario: A second MAIL does not flush the group
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}>
        C: MAIL FROM:<${sender}>
        C: RCPT TO:<${alice}>
        C: RSET
        S: 250
        S: 250/503
        S: 250/251
        S: 250
        """

    @R2920-3.2-9 @MUST
    Scenario: A group that begins with a failure is answered to its end
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: RCPT TO:<${alice}>
        C: MAIL FROM:<${sender}>
        C: RCPT TO:<${alice}>
        C: DATA
        S: 5xx
        S: 250
        S: 250/251
        S: 354
        """

  Rule: Content may be followed by the next transaction

    @R2920-3.1-a @MUST

    Scenario: Two messages take three round trips
      Given any message first
      And any message second
      And an SMTP session after DATA
      When the dialogue is:
        """smtp
        C~ ${first}.${CRLF}RSET${CRLF}MAIL FROM:<${sender}>${CRLF}RCPT TO:<${alice}>${CRLF}DATA${CRLF}
        S: 250
        S: 250
        S: 250
        S: 250/251
        S: 354
        C~ ${second}.${CRLF}
        S: 250
        """
      Then alice receives the message first
      And alice receives the message second
