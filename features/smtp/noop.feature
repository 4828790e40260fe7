@needs-smtp
Feature: NOOP
  A command that does nothing, at any time (RFC 5321 §4.1.1.9).

  Rule: NOOP is answered 250 and does nothing

    @R5321-4.1.1.9-a @MUST
    Scenario Outline: NOOP <state> is answered 250
      Given an SMTP session <state>
      When the client sends: NOOP
      Then the reply is 250

      Examples:
        | state           |
        | after EHLO      |
        | after HELO      |
        | after MAIL      |
        | after RCPT      |
        | after a message |

    @R5321-4.1.1.9-b @MUST
    Scenario: NOOP inside a transaction leaves it as it was
      Given any message hello
      And an SMTP session after MAIL
      Then the dialogue is:
        """smtp
        C: NOOP
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: NOOP
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And alice receives the message hello

    @R5321-4.1.1.9-1 @SHOULD
    Scenario Outline: NOOP ignores <argument>
      Given an SMTP session after EHLO
      When the client sends: NOOP <text>
      Then the reply is 250

      Examples:
        | argument                        | text           |
        | a word                          | hello          |
        | a quoted string                 | "hello, world" |
        | a command                       | QUIT           |
        | an argument that fills the line | ${505 * "a"}   |
