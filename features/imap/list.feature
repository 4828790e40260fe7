@needs-imap @chapter-imap-1
Feature: LIST
  LIST shows the names that match a reference and a pattern (RFC 3501 §6.3.8, §7.2.2; RFC 9051 §6.3.9, §7.3.1).

  Rule: A pattern without wildcards is a name

    @R3501-6.3.8-f @R9051-6.3.9-f @R3501-6.3.8-3 @R9051-6.3.9-3 @MUST @defect-imap-list-prefix-match
    Scenario: Only the name itself matches
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C: a2 CREATE ${mailbox}-more
        S: a2 OK
        C: a3 LIST "" ${mailbox}
        S* * LIST (${*}) ${*} ${mailbox}
        S! * LIST (${*}) ${*} ${mailbox}-more
        S: a3 OK
        """

    @R3501-6.3.8-3 @R9051-6.3.9-3 @MUST
    Scenario: A name that does not exist matches nothing, and that is no error
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 LIST "" ${mailbox}-missing
        S! * LIST (${*}) ${*} ${mailbox}-missing
        S: a1 OK
        """

  Rule: The wildcard * matches everything, % stops at a separator

    @R3501-6.3.8-a @R9051-6.3.9-a @R3501-9-f @R9051-9-f @MUST @defect-imap-star-stops-at-delimiter
    Scenario: * matches names on all levels
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C: a2 CREATE ${mailbox}${delimiter}child
        S? a2 NO
        S: a2 OK
        C: a3 CREATE ${mailbox}${delimiter}child${delimiter}grandchild
        S? a3 NO
        S: a3 OK
        C: a4 LIST "" ${mailbox}*
        S* * LIST (${*}) ${*} ${mailbox}
        S* * LIST (${*}) ${*} ${mailbox}${delimiter}child
        S* * LIST (${*}) ${*} ${mailbox}${delimiter}child${delimiter}grandchild
        S: a4 OK
        """

    @R3501-6.3.8-b @R9051-6.3.9-b @R3501-9-f @R9051-9-f @MUST @defect-imap-percent-crosses-delimiter
    Scenario: % matches names on one level
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C: a2 CREATE ${mailbox}${delimiter}child
        S? a2 NO
        S: a2 OK
        C: a3 CREATE ${mailbox}${delimiter}child${delimiter}grandchild
        S? a3 NO
        S: a3 OK
        C: a4 LIST "" ${mailbox}${delimiter}%
        S* * LIST (${*}) ${*} ${mailbox}${delimiter}child
        S! * LIST (${*}) ${*} ${mailbox}
        S! * LIST (${*}) ${*} ${mailbox}${delimiter}child${delimiter}grandchild
        S: a4 OK
        """

    @R3501-6.3.8-a @R9051-6.3.9-a @MUST
    Scenario: * matches nothing at all as well
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-end
        S: a1 OK
        C: a2 LIST "" *${mailbox}*-en*d*
        S* * LIST (${*}) ${*} ${mailbox}-end
        S: a2 OK
        """

    @R3501-6.3.8-b @R9051-6.3.9-b @MUST
    Scenario: % may stand in the middle of a pattern
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}${delimiter}one${delimiter}leaf
        S? a1 NO
        S: a1 OK
        C: a2 CREATE ${mailbox}${delimiter}two${delimiter}leaf
        S? a2 NO
        S: a2 OK
        C: a3 CREATE ${mailbox}${delimiter}two${delimiter}twig
        S? a3 NO
        S: a3 OK
        C: a4 LIST "" ${mailbox}${delimiter}%${delimiter}leaf
        S* * LIST (${*}) ${*} ${mailbox}${delimiter}one${delimiter}leaf
        S* * LIST (${*}) ${*} ${mailbox}${delimiter}two${delimiter}leaf
        S! * LIST (${*}) ${*} ${mailbox}${delimiter}two${delimiter}twig
        S: a4 OK
        """

    @R3501-6.3.8-3 @R9051-6.3.9-3 @MUST
    Scenario: Other characters of a pattern stand for themselves
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-axb
        S: a1 OK
        C: a2 LIST "" "${mailbox}-a?b"
        S! * LIST (${*}) ${*} ${mailbox}-axb
        S: a2 OK
        C: a3 LIST "" "${mailbox}-[a-z]xb"
        S! * LIST (${*}) ${*} ${mailbox}-axb
        S: a3 OK
        """

    # On many servers CREATE makes the level above as a mailbox: then there is nothing to see.
    @R3501-6.3.8-c @R9051-6.3.9-c @needs-imap-IMAP4rev1 @MUST
    Scenario: A level that is no mailbox is shown with \Noselect for a % at the end
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}${delimiter}child
        S? a1 NO
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S? a2 OK
        S: a2 NO
        C: a3 LIST "" ${mailbox}%
        S* * LIST (\Noselect) ${*} ${mailbox}
        S: a3 OK
        """

    @R3501-6.3.8-c @R9051-6.3.9-c @MUST @defect-imap-percent-hides-levels
    Scenario: A level above a mailbox is shown for a % at the end, mailbox or not
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}${delimiter}child
        S? a1 NO
        S: a1 OK
        C: a2 LIST "" ${mailbox}%
        S* * LIST (${*}) ${*} ${mailbox}
        S: a2 OK
        """

    # A pattern of forty wildcards takes a careless matcher for ever.
    @M-robust-imap-nesting @SHOULD @hostile @defect-imap-list-exponential
    Scenario: A pattern full of wildcards is answered in time
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-${40 * "a"}
        S: a1 OK
        C: a2 LIST "" ${mailbox}${40 * "*a"}b
        S! * LIST (${*}) ${*} ${mailbox}-${40 * "a"}
        S: a2 OK/NO
        """

  Rule: An empty name asks for separator and root

    @R3501-6.3.8-d @R9051-6.3.9-d @R3501-9-l @R9051-9-l @MUST @defect-imap-list-empty-lists-all
    Scenario: LIST with two empty strings returns the separator
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 LIST "" ""
        S* * LIST (${*}) ${separator:string} ${root:string}
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
        S* * LIST (${*}) ${separator:string} ${root:string}
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
        | inbox   |
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

  Rule: Attributes tell the truth

    @R3501-7.2.2-4 @R9051-7.3.1-11 @MUST
    Scenario: A name that is listed without \Noselect can be selected
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C: a2 LIST "" ${mailbox}
        S* * LIST (${*}) ${*} ${mailbox}
        S! * LIST (\Noselect ${*}) ${*}
        S: a2 OK
        C: a3 SELECT ${mailbox}
        S: a3 OK
        """

    @R3501-9-o @R9051-7.3.1-5 @R9051-9-o @MUST
    Scenario: A name has no two of \Noselect, \Marked and \Unmarked
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 LIST "" *
        S* * LIST (${*}) ${*} INBOX
        S! * LIST (\Noselect \Marked ${*}) ${*}
        S! * LIST (\Noselect \Unmarked ${*}) ${*}
        S! * LIST (\Marked \Unmarked ${*}) ${*}
        S: a1 OK
        """

    @R3501-7.2.2-1 @R9051-7.3.1-4 @needs-imap-IMAP4rev1 @SHOULD
    Scenario: A \Noselect name is neither marked nor unmarked
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 LIST "" %
        S! * LIST (\Noselect \Marked ${*}) ${*}
        S! * LIST (\Noselect \Unmarked ${*}) ${*}
        S: a1 OK
        """

    @R3348-3-a @needs-imap-CHILDREN @MUST @defect-imap-children-wrong
    Scenario: A mailbox with a child is \HasChildren, one without is \HasNoChildren
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C: a2 CREATE ${mailbox}${delimiter}child
        S? a2 NO
        S: a2 OK
        C: a3 LIST "" ${mailbox}*
        S! * LIST (\HasNoChildren ${*}) ${*} ${mailbox}
        S! * LIST (\HasChildren ${*}) ${*} ${mailbox}${delimiter}child
        S! * LIST (\HasChildren \HasNoChildren ${*}) ${*}
        S! * LIST (\HasChildren \Noinferiors ${*}) ${*}
        S: a3 OK
        """

    @R3348-3-6 @needs-imap-CHILDREN @SHOULD
    Scenario: A name with \Noinferiors does not say \HasNoChildren
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 LIST "" *
        S! * LIST (\Noinferiors \HasNoChildren ${*}) ${*}
        S: a1 OK
        """

  Rule: Extended data is for those who ask

    @R5258-3-12 @needs-imap-LIST-EXTENDED @MUST
    Scenario: Plain LIST has no extended data
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}${delimiter}child
        S? a1 NO
        S: a1 OK
        C: a2 LIST "" ${mailbox}*
        S* * LIST (${*}) ${*} ${mailbox}${delimiter}child
        S! * LIST (${*}) ${separator:string} ${name:string} (${*})
        S: a2 OK
        """
