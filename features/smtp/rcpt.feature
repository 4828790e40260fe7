@needs-smtp
Feature: RCPT
  Each RCPT names one recipient by a forward-path (RFC 5321 §3.3, §4.1.1.3).

  Rule: A forward-path is a mailbox in brackets

    @R5321-3.3-d @MUST @chapter-smtp-2
    Scenario: A RCPT that is accepted is answered 250 or 251
      Given an SMTP session after MAIL
      When the client sends: RCPT TO:<${alice}>
      Then the reply is 250/251

    @R5321-2.4-b @MUST
    Scenario: The domain of a recipient may be written in upper case
      Given an SMTP session after MAIL
      When the client sends: RCPT TO:<${alice.local}@${upper(alice.domain)}>
      Then the reply is 250/251

    @R5321-4.1.1.3-c @SHOULD
    Scenario: The empty forward-path is refused
      Given an SMTP session after MAIL
      When the client sends: RCPT TO:<>
      Then the reply is 4xx/5xx

  Rule: A refused RCPT changes nothing

    @R5321-4.1.1.3-a @MUST
    Scenario: A refused RCPT leaves the transaction as it was
      Given an SMTP session after MAIL
      Then the dialogue is:
        """smtp
        C: RCPT TO:<>
        S? 2xx
        S: 4xx/5xx
        C: RCPT TO:<${alice}>
        S: 250/251
        """

  Rule: A mailbox that does not exist is refused

    # Any refusal but one that says something else is wrong: syntax, sequence, parameters.
    @R5321-3.3-b @SHOULD @needs-unknown
    Scenario: A recipient without a mailbox is refused at RCPT
      Given an SMTP session after MAIL
      When the client sends: RCPT TO:<${unknown}>
      Then the reply is 4xx/52x/53x/550/551/552/553/554/556

  Rule: Mail for other hosts may be declined

    # A server that knows the client may take it, and a relay does. Who may relay is judged elsewhere.
    @R5321-3.3-6 @MAY
    Scenario: A recipient in another domain is refused
      Given an SMTP session after MAIL
      When the client sends: RCPT TO:<${foreign}>
      Then the reply is 5xx

    @R5321-3.6.2-1 @SHOULD
    Scenario: The code for declining to relay is 550
      Given an SMTP session after MAIL
      Then the dialogue is:
        """smtp
        C: RCPT TO:<${foreign}>
        S? 2xx/4xx/530
        S: 550
        """

  Rule: A parameter that no extension explains is refused

    @R5321-4.1.1.11-a @MUST
    Scenario Outline: RCPT with <what> is refused
      Given an SMTP session after MAIL
      When the client sends: RCPT TO:<${alice}> <parameter>
      Then the reply is 5xx

      Examples:
        | what                           | parameter   |
        | an unknown keyword             | XMAILSPEC   |
        | an unknown keyword and a value | XMAILSPEC=1 |
        | an unknown keyword, no value   | XMAILSPEC=  |
        | a value without a keyword      | =value      |

    @R5321-4.1.1.11-b @SHOULD
    Scenario: The code for an unknown parameter of RCPT is 555
      Given an SMTP session after MAIL
      When the client sends: RCPT TO:<${alice}> XMAILSPEC=1
      Then the reply is 555

    @R5321-4.1.1.11-a @MUST
    Scenario: A recipient refused for its parameter does not get the message
      Given any message hello
      And an SMTP session after MAIL
      Then the dialogue is:
        """smtp
        C: RCPT TO:<${alice}> XMAILSPEC=1
        S: 5xx
        C: RCPT TO:<${bob}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And bob receives the message hello
      And alice does not receive the message hello
