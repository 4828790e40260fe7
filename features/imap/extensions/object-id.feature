@needs-imap-OBJECTID
Feature: OBJECTID
  Mailboxes and messages have names that stay (RFC 8474).

  Rule: A mailbox keeps its MAILBOXID

    @R8474-4.1-1 @R8474-4.2-1 @R8474-4.3-1 @R8474-4-1 @MUST
    Scenario: CREATE, STATUS, SELECT and EXAMINE tell the same one
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK [MAILBOXID (${id1:atom})]
        C: a2 STATUS ${mailbox} (MAILBOXID)
        S* * STATUS ${mailbox} (MAILBOXID (${id1}))
        S: a2 OK
        C: a3 SELECT ${mailbox}
        S* * OK [MAILBOXID (${id1})]
        S: a3 OK
        C: a4 EXAMINE ${mailbox}
        S* * OK [MAILBOXID (${id1})]
        S: a4 OK
        """

    @R8474-4-2 @MUST
    Scenario: Two mailboxes have two
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C: a2 CREATE ${mailbox}-other
        S: a2 OK
        C: a3 STATUS ${mailbox} (MAILBOXID)
        S* * STATUS ${mailbox} (MAILBOXID (${id1:atom}))
        S: a3 OK
        C: a4 STATUS ${mailbox}-other (MAILBOXID)
        S! * STATUS ${mailbox}-other (MAILBOXID (${id1}))
        S: a4 OK
        """

    @R8474-4-4 @MUST
    Scenario: A mailbox that is renamed keeps it
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 STATUS ${mailbox} (MAILBOXID)
        S* * STATUS ${mailbox} (MAILBOXID (${id1:atom}))
        S: a1 OK
        C: a2 RENAME ${mailbox} ${mailbox}-renamed
        S: a2 OK
        C: a3 STATUS ${mailbox}-renamed (MAILBOXID)
        S* * STATUS ${mailbox}-renamed (MAILBOXID (${id1}))
        S: a3 OK
        """

    @R8474-4-3 @MUST
    Scenario: A mailbox that is made in the place of another has one of its own
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 STATUS ${mailbox} (MAILBOXID)
        S* * STATUS ${mailbox} (MAILBOXID (${id1:atom}))
        S: a1 OK
        C: a2 DELETE ${mailbox}
        S: a2 OK
        C: a3 CREATE ${mailbox}
        S: a3 OK
        C: a4 STATUS ${mailbox} (MAILBOXID)
        S! * STATUS ${mailbox} (MAILBOXID (${id1}))
        S: a4 OK
        """

  Rule: Copies have the EMAILID of the message

    @R8474-5.1-1 @MUST
    Scenario: EMAILID stays while flags change
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 (EMAILID)
        S* * 1 FETCH (EMAILID (${id1:atom}))
        S: a1 OK
        C: a2 STORE 1 +FLAGS (\Flagged)
        S: a2 OK
        C: a3 FETCH 1 (EMAILID)
        S* * 1 FETCH (EMAILID (${id1}))
        S: a3 OK
        """

    @R8474-5.1-2 @MUST
    Scenario Outline: <command> keeps it
      Given the mailbox holds:
        | message |
        | plain   |
        | budget  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 2 (EMAILID)
        S* * 2 FETCH (EMAILID (${id1:atom}))
        S: a1 OK
        C: a2 CREATE ${mailbox}-other
        S: a2 OK
        C: a3 <command> 2 ${mailbox}-other
        S: a3 OK
        C: a4 SELECT ${mailbox}-other
        S: a4 OK
        C: a5 FETCH 1 (EMAILID)
        S* * 1 FETCH (EMAILID (${id1}))
        S: a5 OK
        """

      Examples:
        | command |
        | COPY    |

      @needs-imap-MOVE/IMAP4rev2
      Examples:
        | command |
        | MOVE    |

    @R8474-5.1-a @needs-imap-IMAP4rev1 @MUST
    Scenario: Different messages have different ones
      Given the mailbox holds:
        | message |
        | plain   |
        | budget  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 (EMAILID)
        S* * 1 FETCH (EMAILID (${id1:atom}))
        S: a1 OK
        C: a2 FETCH 2 (EMAILID)
        S! * 2 FETCH (EMAILID (${id1}))
        S: a2 OK
        C: a3 SEARCH EMAILID ${id1}
        S* * SEARCH 1
        S: a3 OK
        """

  Rule: THREADID may be NIL

    @R8474-5.2-4 @needs-imap-IMAP4rev1 @MUST
    Scenario: Each message has a THREADID, or NIL
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 (THREADID)
        S* * 1 FETCH (THREADID ${*})
        S: a1 OK
        C: a2 SEARCH THREADID NoSuchThread
        S* * SEARCH
        S: a2 OK
        """

  Rule: Names are taken in any case

    @R8474-7-1 @MUST
    Scenario: emailid and mailboxid
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 fetch 1 (emailid)
        S* * 1 FETCH (EMAILID (${*:atom}))
        S: a1 OK
        C: a2 status ${mailbox} (mailboxid)
        S* * STATUS ${mailbox} (MAILBOXID (${*:atom}))
        S: a2 OK
        """
