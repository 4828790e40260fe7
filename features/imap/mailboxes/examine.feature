@needs-imap
Feature: EXAMINE
  EXAMINE opens a mailbox as SELECT does, and lets nothing change (RFC 3501 §6.3.2, RFC 9051 §6.3.3).

  Rule: EXAMINE opens a mailbox

    # INBOX and not a mailbox of the scenario's own: the step that fills one uses EXAMINE.
    @R3501-6.3.2-2 @R9051-6.3.3-2 @MUST
    Scenario: EXAMINE of INBOX reports flags and the number of messages
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 EXAMINE INBOX
        S* * FLAGS ${*}
        S* * ${*:number} EXISTS
        S: a1 OK
        """

  Rule: EXAMINE lets nothing change

    Background:
      Given the mailbox holds:
        | message | flags           |
        | plain   | \Seen           |
        | budget  | \Seen \Answered |
        | minutes |                 |
        | menu    | \Flagged        |

    @R3501-6.3.2-a @R9051-6.3.3-a @MUST
    Scenario: Reading a message of an examined mailbox does not set \Seen
      Given an IMAP session authenticated
      And a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 EXAMINE ${mailbox}
        S: a1 OK
        C: a2 FETCH 3 BODY[]
        S* * 3 FETCH (BODY[] ${*})
        S: a2 OK
        C2: b1 STATUS ${mailbox} (UNSEEN)
        S2* * STATUS ${mailbox} (UNSEEN 2)
        S2: b1 OK
        """

    # The server may answer OK, as long as nothing happens.
    @R3501-6.3.2-a @R9051-6.3.3-a @MUST
    Scenario: STORE in an examined mailbox changes nothing
      Given an IMAP session authenticated
      And a second IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 EXAMINE ${mailbox}
        S: a1 OK
        C: a2 STORE 1 +FLAGS (\Flagged)
        S: a2 OK/NO/BAD
        C2: ${alive}
        C2: b2 FETCH 1 FLAGS
        S2* * 1 FETCH (FLAGS (\Seen))
        S2: b2 OK
        """

    @R3501-6.3.2-a @R9051-6.3.3-a @MUST
    Scenario: EXPUNGE in an examined mailbox removes nothing
      Given an IMAP session authenticated
      And a second IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C2: b1 STORE 1 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C: a1 EXAMINE ${mailbox}
        S* * 4 EXISTS
        S: a1 OK
        C: a2 EXPUNGE
        S: a2 OK/NO/BAD
        C: a3 STATUS ${mailbox} (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 4)
        S: a3 OK
        """
