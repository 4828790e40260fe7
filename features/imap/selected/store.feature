@needs-imap
Feature: STORE
  A client changes the flags of messages (RFC 3501 §2.3.2, §6.4.6, §7.1; RFC 9051 §2.3.2, §6.4.6, §7.1).

  Background:
    Given the mailbox holds:
      | message | flags          |
      | plain   | \Seen          |
      | budget  | \Seen \Flagged |
      | minutes |                |
    And an IMAP session with the mailbox selected

  Rule: FLAGS replaces, +FLAGS adds, -FLAGS takes away

    @R3501-6.4.6-a @R9051-6.4.6-a @MUST
    Scenario: FLAGS replaces all flags
      Then the dialogue is:
        """imap
        C: a1 STORE 2 FLAGS (\Answered \Draft)
        S: a1 OK
        C: a2 FETCH 2 FLAGS
        S* * 2 FETCH (FLAGS (\Answered \Draft))
        S: a2 OK
        """

    @R3501-6.4.6-a @R9051-6.4.6-a @MUST
    Scenario: FLAGS with an empty list takes all flags away
      Then the dialogue is:
        """imap
        C: a1 STORE 2 FLAGS ()
        S: a1 OK
        C: a2 FETCH 2 FLAGS
        S* * 2 FETCH (FLAGS ())
        S: a2 OK
        """

    @R3501-6.4.6-b @R9051-6.4.6-b @MUST
    Scenario: +FLAGS leaves the other flags alone
      Then the dialogue is:
        """imap
        C: a1 STORE 2 +FLAGS (\Answered \Seen)
        S: a1 OK
        C: a2 FETCH 2 FLAGS
        S* * 2 FETCH (FLAGS (\Answered \Seen \Flagged))
        S: a2 OK
        """

    @R3501-6.4.6-c @R9051-6.4.6-c @MUST
    Scenario: -FLAGS takes only what it names
      Then the dialogue is:
        """imap
        C: a1 STORE 2 -FLAGS (\Seen \Answered)
        S: a1 OK
        C: a2 FETCH 2 FLAGS
        S* * 2 FETCH (FLAGS (\Flagged))
        S: a2 OK
        """

    @R3501-6.4.6-b @R9051-6.4.6-b @R3501-9-j @R9051-9-j @MUST
    Scenario: Flags may stand without parentheses
      Then the dialogue is:
        """imap
        C: a1 STORE 3 +FLAGS \Seen \Flagged
        S: a1 OK
        C: a2 FETCH 3 FLAGS
        S* * 3 FETCH (FLAGS (\Seen \Flagged))
        S: a2 OK
        """

    @R3501-7.5-3 @R9051-9-3 @MUST
    Scenario: Flags are the same in any case
      Then the dialogue is:
        """imap
        C: a1 STORE 3 +FLAGS (\sEEN)
        S: a1 OK
        C: a2 STORE 3 -FLAGS (\SEEN)
        S: a2 OK
        C: a3 FETCH 3 FLAGS
        S* * 3 FETCH (FLAGS ())
        S: a3 OK
        """

    @R3501-6.4.6-b @R9051-6.4.6-b @MUST
    Scenario: Several messages are changed at once
      Then the dialogue is:
        """imap
        C: a1 STORE 1,3 +FLAGS.SILENT (\Deleted)
        S: a1 OK
        C: a2 FETCH 1:3 FLAGS
        S* * 1 FETCH (FLAGS (\Seen \Deleted))
        S* * 2 FETCH (FLAGS (\Seen \Flagged))
        S* * 3 FETCH (FLAGS (\Deleted))
        S: a2 OK
        """

  Rule: STORE returns the new flags, .SILENT does not

    @R3501-6.4.6-d @R9051-6.4.6-d @MUST
    Scenario: STORE answers with the flags as they are now
      Then the dialogue is:
        """imap
        C: a1 STORE 1:2 +FLAGS (\Deleted)
        S* * 1 FETCH (FLAGS (\Seen \Deleted))
        S* * 2 FETCH (FLAGS (\Seen \Flagged \Deleted))
        S: a1 OK
        """

    @R3501-6.4.6-e @R9051-6.4.6-e @SHOULD
    Scenario: STORE that changes nothing answers as well
      Then the dialogue is:
        """imap
        C: a1 STORE 1 +FLAGS (\Seen)
        S* * 1 FETCH (FLAGS (\Seen))
        S: a1 OK
        """

    @R3501-6.4.6-1 @R9051-6.4.6-1 @SHOULD
    Scenario Outline: <item> answers without flags
      Then the dialogue is:
        """imap
        C: a1 STORE 3 <item> (\Flagged)
        S! * 3 FETCH (FLAGS ${*})
        S: a1 OK
        """

      Examples:
        | item          |
        | FLAGS.SILENT  |
        | +FLAGS.SILENT |
        | -FLAGS.SILENT |

    # Told as soon as it is observed, with the result of STORE or of the NOOP behind it.
    @R3501-6.4.6-2 @R9051-6.4.6-2 @SHOULD
    Scenario: What another session has changed is told to .SILENT as well
      Given a second IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C2: b1 STORE 3 +FLAGS (\Answered)
        S2: b1 OK
        C: a1 STORE 3 +FLAGS.SILENT (\Flagged)
        C: a2 NOOP
        S* * 3 FETCH (FLAGS (\Answered \Flagged))
        S: a2 OK
        S: a1 OK
        """

  Rule: Changes are there for everybody and for good

    @R3501-2.3.2-a @R9051-2.3.2-a @MUST
    Scenario: Another session sees the flags
      Given a second IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 STORE 3 +FLAGS (\Flagged)
        S: a1 OK
        C2: ${alive}
        C2: b2 FETCH 3 FLAGS
        S2* * 3 FETCH (FLAGS (\Flagged))
        S2: b2 OK
        """

    @R3501-2.3.2-a @R9051-2.3.2-a @MUST
    Scenario: The flags are there after the mailbox is opened again
      Then the dialogue is:
        """imap
        C: a1 STORE 3 FLAGS (\Answered \Draft)
        S: a1 OK
        C: a2 SELECT INBOX
        S: a2 OK
        C: a3 SELECT ${mailbox}
        S: a3 OK
        C: a4 FETCH 3 FLAGS
        S* * 3 FETCH (FLAGS (\Answered \Draft))
        S: a4 OK
        """

    @R3501-2.3.2-b @needs-imap-IMAP4rev1 @MUST
    Scenario: A client cannot set \Recent
      Given a second IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: ${end}
        C2: b1 SELECT ${mailbox}
        S2: b1 OK
        C2: b2 SEARCH OLD
        S2* * SEARCH ${old:text}
        S2: b2 OK
        C2: b3 STORE 3 +FLAGS (\Recent)
        S2: b3 OK/NO/BAD
        C2: b4 SEARCH OLD
        S2* * SEARCH ${old}
        S2: b4 OK
        """

    # A message of which the server cannot tell counts as recent (§2.3.2).
    @R3501-2.3.2-c @needs-imap-IMAP4rev1 @SHOULD
    Scenario: A message is recent for one session only
      Given a second IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: ${end}
        C2: b1 SELECT ${mailbox}
        S2* * 0 RECENT
        S2: b1 OK
        """

  Rule: A STORE that cannot be done changes nothing

    @R3501-6-a @R9051-6-a @MUST
    Scenario: A STORE with a syntax error changes no flag
      Then the dialogue is:
        """imap
        C: a1 STORE 3 +FLAGS (\Flagged
        S: a1 BAD/NO
        C: a2 FETCH 3 FLAGS
        S* * 3 FETCH (FLAGS ())
        S: a2 OK
        """
