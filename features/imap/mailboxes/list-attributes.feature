@needs-imap @chapter-imap-1
Feature: What LIST says of a name
  Attributes tell the truth (RFC 3501 §7.2.2, RFC 3348, RFC 5258, RFC 9051 §7.3.1).

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

    # The level above is \Noselect on servers that make no mailbox of it.
    @R3501-7.2.2-1 @R9051-7.3.1-4 @needs-imap-IMAP4rev1 @SHOULD
    Scenario: A \Noselect name is neither marked nor unmarked
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}${delimiter}child
        S? a1 NO
        S: a1 OK
        C: a2 LIST "" ${mailbox}%
        S! * LIST (\Noselect \Marked ${*}) ${*}
        S! * LIST (\Noselect \Unmarked ${*}) ${*}
        S: a2 OK
        """

    @R3348-3-a @needs-imap-CHILDREN @MUST
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
        S! * LIST (${*}) ${*:string} ${*:string} (${*})
        S: a2 OK
        """
