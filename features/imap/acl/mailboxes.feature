@needs-imap-ACL @needs-imap-RIGHTS
Feature: Who sees, makes, removes and renames a mailbox is what the list says
  LIST takes l, CREATE takes k above, DELETE takes x, RENAME takes both (RFC 4314 §4).

  Background:
    Given the mailbox holds:
      | message | flags |
      | plain   |       |

  Rule: A mailbox is listed for who may see it

    @R4314-2.1-a @MUST
    Scenario: With l it is listed
      Given bob has the rights l in the mailbox
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C2: b1 LIST "" ${quoted(shared)}
        S2* * LIST (${*}) ${*} ${shared}
        S2: b1 OK
        """

    @R4314-4-a @R4314-4-3 @MUST
    Scenario: Without l it is not, and LIST is answered OK
      Given bob has the rights r in the mailbox
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C2: b1 LIST "" ${quoted(shared)}
        S2! * LIST ${*} ${*} ${shared}
        S2: b1 OK
        """

    @R4314-4-b @needs-imap-IMAP4rev1 @MUST
    Scenario: UNSUBSCRIBE takes no right
      Given bob has the rights lr in the mailbox
      And a second IMAP session authenticated as bob
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C2: b1 SUBSCRIBE ${quoted(shared)}
        S2? b1 NO
        S2: b1 OK
        C: a1 DELETEACL ${mailbox} ${quoted(bob.user)}
        S: a1 OK
        C2: b2 UNSUBSCRIBE ${quoted(shared)}
        S2: b2 OK
        C2: b3 LSUB "" ${quoted(shared)}
        S2! * LSUB ${*} ${*} ${shared}
        S2: b3 OK
        """

    @R4314-4-4 @needs-imap-IMAP4rev1 @MUST
    Scenario: LSUB of what may be seen no more is answered OK
      Given bob has the rights lr in the mailbox
      And a second IMAP session authenticated as bob
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C2: b1 SUBSCRIBE ${quoted(shared)}
        S2? b1 NO
        S2: b1 OK
        C: a1 DELETEACL ${mailbox} ${quoted(bob.user)}
        S: a1 OK
        C2: b2 LSUB "" ${quoted(shared)}
        S2: b2 OK
        C2: b3 UNSUBSCRIBE ${quoted(shared)}
        S2: b3 OK
        """

  Rule: CREATE takes k on the mailbox above

    @R4314-4-c @MUST
    Scenario: Without k nothing is made below
      Given bob has the rights lr in the mailbox
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C2: b1 CREATE ${quoted(shared, shared.delimiter, "below")}
        S2: b1 NO
        """

    # That a mailbox has none below it is another matter: NO without k would be the same.
    @R4314-4-5 @SHOULD
    Scenario: What is made has the list of the mailbox above
      Given bob has the rights lr in the mailbox
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${quoted(mailbox, delimiter, "below")}
        S? a1 NO
        S: a1 OK
        C: a2 GETACL ${quoted(mailbox, delimiter, "below")}
        S* * ACL ${mailbox}${delimiter}below ${identifier} lr
        S: a2 OK
        """

  Rule: DELETE takes x

    @R4314-4-d @MUST
    Scenario: Without x DELETE is refused
      Given bob has the rights lr in the mailbox
      And an IMAP session authenticated
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C2: b1 DELETE ${quoted(shared)}
        S2: b1 NO
        C: a1 STATUS ${mailbox} (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 1)
        S: a1 OK
        """

    # A server may refuse what is not empty; this is.
    @R4314-4-6 @MUST
    Scenario: A mailbox of the same name has no list of the one that was deleted
      Given bob has the rights lr in the mailbox
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 DELETE ${mailbox}
        S? a1 NO
        S: a1 OK
        C: a2 CREATE ${mailbox}
        S? a2 NO
        S: a2 OK
        C: a3 GETACL ${mailbox}
        S! * ACL ${mailbox} ${identifier} ${*}
        S: a3 OK
        """

  Rule: RENAME takes x, and k on a new parent

    # What is made below has the list of the mailbox above, where the server does as it should (RFC 4314 §4): else NO has the more reason.
    @R4314-4-e @MUST
    Scenario: Without x no mailbox gets another parent
      Given bob has the rights lrk in the mailbox
      And an IMAP session authenticated
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C: a1 CREATE ${quoted(mailbox, delimiter, "old")}
        S? a1 NO
        S: a1 OK
        C: a2 CREATE ${quoted(mailbox, delimiter, "old", delimiter, "moved")}
        S? a2 NO
        S: a2 OK
        C2: b1 RENAME ${quoted(shared, shared.delimiter, "old", shared.delimiter, "moved")} ${quoted(shared, shared.delimiter, "moved")}
        S2: b1 NO
        """

    @R4314-4-e @MUST
    Scenario: Without k on its new parent no mailbox gets there
      Given bob has the rights lrx in the mailbox
      And an IMAP session authenticated
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C: a1 CREATE ${quoted(mailbox, delimiter, "old")}
        S? a1 NO
        S: a1 OK
        C: a2 CREATE ${quoted(mailbox, delimiter, "old", delimiter, "moved")}
        S? a2 NO
        S: a2 OK
        C2: b1 RENAME ${quoted(shared, shared.delimiter, "old", shared.delimiter, "moved")} ${quoted(shared, shared.delimiter, "moved")}
        S2: b1 NO
        """

    @R4314-4-7 @SHOULD
    Scenario: The list goes with the mailbox
      Given bob has the rights lr in the mailbox
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 RENAME ${mailbox} ${mailbox}-new
        S? a1 NO
        S: a1 OK
        C: a2 GETACL ${mailbox}-new
        S* * ACL ${mailbox}-new ${identifier} lr
        S: a2 OK
        """
