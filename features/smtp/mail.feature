@needs-smtp
Feature: MAIL
  MAIL opens a transaction with the reverse-path (RFC 5321 §3.3, §4.1.1.2, §4.1.4).

  Rule: A reverse-path is a mailbox in brackets, or empty

    @R5321-3.3-c @MUST @chapter-smtp-2
    Scenario: A MAIL that is accepted is answered 250
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}>
      Then the reply is 250

    @R5321-4.1.1.2-a @MUST
    Scenario: The null reverse-path is accepted
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        """

    @R5321-4.1.1.2-a @MUST
    Scenario: The null reverse-path is accepted after HELO
      Given an SMTP session after HELO
      When the client sends: MAIL FROM:<>
      Then the reply is 250

  Rule: A MAIL that is refused opens no transaction

    # A lenient server may accept it; refusing tells permanent from temporary, and changes nothing.
    @R5321-3.3-1 @R5321-4.1.4-13 @MUST
    Scenario: A MAIL that is refused opens no transaction
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<user@name@${domain}>
        S? 250
        S: 4xx/5xx
        C: MAIL FROM:<${sender}>
        S: 250
        """

  Rule: A parameter that no extension explains is refused

    @R5321-4.1.1.11-a @MUST
    Scenario Outline: MAIL with <what> is refused
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> <parameter>
      Then the reply is 5xx

      Examples:
        | what                           | parameter      |
        | an unknown keyword             | XMAILSPEC      |
        | an unknown keyword and a value | XMAILSPEC=1    |
        | an unknown keyword, no value   | XMAILSPEC=     |
        | a keyword that begins with 1   | 1X-MAIL-SPEC=a |
        | a keyword with an underscore   | XMAIL_SPEC=1   |
        | a value without a keyword      | =value         |

    @R5321-4.1.1.11-b @SHOULD
    Scenario: The code for an unknown parameter of MAIL is 555
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> XMAILSPEC=1
      Then the reply is 555

    @R5321-4.1.1.11-a @MUST
    Scenario: A MAIL refused for its parameter opens no transaction
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}> XMAILSPEC=1
        S: 5xx
        C: MAIL FROM:<${sender}>
        S: 250
        """
