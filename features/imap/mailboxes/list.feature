@needs-imap @chapter-imap-1
Feature: LIST
  LIST shows the names that match a reference and a pattern (RFC 3501 §6.3.8, §7.2.2; RFC 9051 §6.3.9, §7.3.1).

  Rule: A pattern without wildcards is a name

    @R3501-6.3.8-f @R9051-6.3.9-f @R3501-6.3.8-3 @R9051-6.3.9-3 @MUST
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

    @R3501-6.3.8-a @R9051-6.3.9-a @R3501-9-f @R9051-9-f @MUST
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

    @R3501-6.3.8-b @R9051-6.3.9-b @R3501-9-f @R9051-9-f @MUST
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
        S* * LIST (\Noselect ${*}) ${*} ${mailbox}
        S: a3 OK
        """

    @R3501-6.3.8-c @R9051-6.3.9-c @MUST
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
    @M-robust-imap-nesting @SHOULD @hostile
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
