@needs-imap @chapter-imap-1
Feature: Mailbox names
  Names may contain what a string may (RFC 3501 §5.1, RFC 9051 §5.1).

  Rule: Quoted names work like others

    # A server need not allow every character; one that creates the mailbox has to know it again.
    @R3501-7.2.2-4 @R9051-7.3.1-11 @R3501-4.3-a @R9051-4.3-a @MUST
    Scenario Outline: A mailbox whose name contains <what> is listed and can be used
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE "${mailbox}<suffix>"
        S? a1 NO/BAD
        S: a1 OK
        C: a2 LIST "" "${mailbox}*"
        S* * LIST (${*}) ${*} "${mailbox}<suffix>"
        S: a2 OK
        C: a3 STATUS "${mailbox}<suffix>" (MESSAGES)
        S* * STATUS "${mailbox}<suffix>" (MESSAGES 0)
        S: a3 OK
        C: a4 SELECT "${mailbox}<suffix>"
        S: a4 OK
        C: a5 DELETE "${mailbox}<suffix>"
        S: a5 OK/NO
        """

      Examples:
        | what             | suffix |
        | a space          | a b    |
        | parentheses      | (a)    |
        | a literal's end  | {5}    |
        | braces           | {a}    |
        | brackets         | [a]    |
        | a plus           | a+b    |
        | an apostrophe    | it's   |
        | a semicolon      | a;b    |
        | an at sign       | a@b    |
        | equals           | a=b    |
        | dollar and comma | $,a    |
        | NIL              | NIL    |

    @R3501-7.2.2-4 @R9051-7.3.1-11 @R3501-9-d @R9051-9-d @MUST
    Scenario: A mailbox whose name contains a quote and a backslash is listed and can be used
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE "${mailbox}-a\"b\\c"
        S? a1 NO
        S: a1 OK
        C: a2 LIST "" "${mailbox}*"
        S* * LIST (${*}) ${*} "${mailbox}-a\"b\\c"
        S: a2 OK
        C: a3 SELECT "${mailbox}-a\"b\\c"
        S: a3 OK
        """
