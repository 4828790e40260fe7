@needs-imap @chapter-imap-1
Feature: LIST with a reference, and of INBOX
  The reference says where a pattern begins, and an empty name asks for the separator (RFC 3501 §6.3.8, RFC 9051 §6.3.9).

  Rule: An empty name asks for separator and root

    @R3501-6.3.8-d @R9051-6.3.9-d @R3501-9-l @R9051-9-l @MUST
    Scenario: LIST with two empty strings returns the separator
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 LIST "" ""
        S* * LIST (${*}) ${*:string} ${*:string}
        S! * LIST (${*}) ${*} INBOX
        S: a1 OK
        """

    @R3501-6.3.8-4 @R9051-6.3.9-5 @MAY
    Scenario: The root of the empty reference is the empty string
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 LIST "" ""
        S* * LIST (${*}) ${*} ""
        S: a1 OK
        """

  Rule: The reference says where the pattern begins

    @R3501-7.2.2-3 @R9051-7.3.1-10 @MUST
    Scenario: A name that LIST returns works as a reference
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C: a2 LIST ${mailbox} ""
        S* * LIST (${*}) ${*:string} ${*:string}
        S: a2 OK
        """

    @R3501-6.3.8-g @R9051-6.3.9-g @R3501-6.3.8-7 @R9051-6.3.9-8 @SHOULD
    Scenario: A level of hierarchy as the reference stands before what is found
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}${delimiter}child
        S? a1 NO
        S: a1 OK
        C: a2 LIST ${mailbox}${delimiter} %
        S* * LIST (${*}) ${*} ${mailbox}${delimiter}child
        S: a2 OK
        """

  Rule: INBOX is listed like any mailbox, in upper case

    # Whether a pattern in lower case matches is left open: it is the string in upper case that is compared, and a pattern is no
    # mailbox name, for which case would not matter.
    @R3501-6.3.8-e @R9051-6.3.9-e @R9051-5.1.2-1 @MUST
    Scenario Outline: LIST "" <pattern> shows INBOX
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 LIST "" <pattern>
        S* * LIST (${*}) ${*} INBOX
        S: a1 OK
        """

      Examples:
        | pattern |
        | INBOX   |
        | INB%    |
        | *       |
        | %       |

    @R3501-6.3.8-e @R9051-6.3.9-e @MUST
    Scenario: A pattern that does not match INBOX does not show it
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 LIST "" OUT*
        S! * LIST (${*}) ${*} INBOX
        S: a1 OK
        """
