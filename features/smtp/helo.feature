@needs-smtp
Feature: HELO
  The opening command of old clients, which stays supported (RFC 5321 §2.2.1, §3.2, §4.1.1.1).

  Rule: HELO is supported

    @R5321-2.2.1-3 @R5321-4.1.1.1-4 @MUST @chapter-smtp-2
    Scenario: HELO opens the session
      Given an SMTP session greeted
      When the client sends: HELO ${helo}
      Then the reply is 250

    @R5321-4.1.1.1-c @SHOULD
    Scenario: The reply to HELO begins with the name of the server
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: HELO ${helo}
        S? 250 [IPv6:
        S: 250 ${*:atom}.
        """

    @R5321-4.1.1.1-4 @MUST
    Scenario: A message is sent after HELO as well as after EHLO
      Given any message hello
      And an SMTP session after HELO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And alice receives the message hello

    @R5321-4.1.1.1-b @SHOULD
    Scenario: HELO without an argument is refused
      Given an SMTP session greeted
      When the client sends: HELO
      Then the reply is 500/501/502/504/550

  Rule: The reply to HELO lists no extensions

    @R5321-3.2-2 @MUST
    Scenario: No keyword of an extension follows HELO
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: HELO ${helo}
        S: 250
        S! 8BITMIME
        S! AUTH ${*}
        S! CHUNKING
        S! DSN
        S! ENHANCEDSTATUSCODES
        S! EXPN
        S! HELP
        S! PIPELINING
        S! SIZE
        S! SIZE ${*}
        S! SMTPUTF8
        S! STARTTLS
        S! VRFY
        """

    @R5321-4.1.1.2-c @MAY @needs-smtp-SIZE
    Scenario: After HELO a parameter of an extension is refused
      Given an SMTP session after HELO
      When the client sends: MAIL FROM:<${sender}> SIZE=100
      Then the reply is 5xx

    @R5321-4.1.1.11-a @MUST
    Scenario: After HELO an unknown parameter is refused
      Given an SMTP session after HELO
      When the client sends: MAIL FROM:<${sender}> XMAILSPEC=1
      Then the reply is 5xx

  Rule: A HELO that is accepted leaves no transaction behind

    # Servers that take one opening command only refuse the second.
    @R5321-4.1.1.1-e @MUST
    Scenario Outline: HELO after <state> clears the transaction
      Given an SMTP session after <state>
      Then the dialogue is:
        """smtp
        C: HELO ${helo}
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<${alice}>
        S: 5xx
        """

      Examples:
        | state |
        | MAIL  |
        | RCPT  |
