@needs-imap @chapter-imap-6
Feature: What other sessions remove
  An EXPUNGE comes only when numbers may change (RFC 3501 §5.2, §7.4.1; RFC 9051 §5.2, §7.5.1).

  Background:
    Given the mailbox holds:
      | message | flags |
      | plain   | \Seen |
      | budget  |       |
      | minutes |       |
    And an IMAP session with the mailbox selected
    And a second IMAP session with the mailbox selected

  Rule: Removals are told by EXPUNGE, and only when numbers may change

    @R3501-6.5.1-7 @R9051-7-4 @SHOULD
    Scenario: NOOP tells of a message that another session removed
      Then the dialogue is:
        """imap
        C2: b1 STORE 1 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2: b2 OK
        C: a1 NOOP
        S* * 1 EXPUNGE
        S: a1 OK
        """

    @R3501-7.4.1-1 @R9051-7.5.1-1 @MUST
    Scenario Outline: <command> sends no EXPUNGE for what another session removed
      Then the dialogue is:
        """imap
        C2: b1 STORE 1 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2: b2 OK
        C: a1 <command>
        S! * ${*:number} EXPUNGE
        S: a1 OK/NO
        """

      Examples:
        | command                       |
        | FETCH 2 FLAGS                 |
        | STORE 2 +FLAGS (\Flagged)     |
        | STORE 2 +FLAGS.SILENT (\Seen) |
        | SEARCH ALL                    |
        | FETCH 1:3 (UID FLAGS)         |

    @R3501-7.4.1-1 @R9051-7.5.1-1 @MUST
    Scenario: Nothing about a removal comes while no command is running
      Then the dialogue is:
        """imap
        C2: b1 STORE 1 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2: b2 OK
        S: ${silent 300ms}
        C: a1 SEARCH ALL
        S! * ${*:number} EXPUNGE
        S: a1 OK
        """

    @R3501-7.4.1-1 @R9051-7.5.1-1 @R3501-2.3.1.2-b @R9051-2.3.1.2-b @MUST
    Scenario: Until the removal is told, numbers mean what they meant
      Then the dialogue is:
        """imap
        C: a1 FETCH 3 UID
        S* * 3 FETCH (UID ${uid:number})
        S: a1 OK
        C2: b1 STORE 1 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2: b2 OK
        C: a2 FETCH 3 (UID)
        S* * 3 FETCH (UID ${uid})
        S: a2 OK/NO
        C: ${alive}
        C: a4 FETCH 1:* (UID)
        S* * ${told:number >= 2} FETCH (UID ${uid})
        S: a4 OK
        """

    @R3501-7.4.1-2 @R9051-7.5.1-2 @MAY
    Scenario: A UID command tells of a removal
      Then the dialogue is:
        """imap
        C2: b1 STORE 1 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2: b2 OK
        C: a1 UID FETCH 1:* FLAGS
        S* * 1 EXPUNGE
        S: a1 OK
        """

    @R3501-5.2-a @needs-imap-IMAP4rev1 @MUST
    Scenario: EXISTS never tells of fewer messages than before
      Then the dialogue is:
        """imap
        C2: b1 STORE 1:2 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2: b2 OK
        C: a1 FETCH 3 FLAGS
        S! * 1 EXISTS
        S! * 2 EXISTS
        S: a1 OK/NO
        """
