@needs-imap-QRESYNC
Feature: UID FETCH tells what has vanished since
  The modifier VANISHED beside CHANGEDSINCE brings VANISHED (EARLIER) for those of the named UIDs that have gone (RFC 7162 §3.2.6, §3.2.10.1).

  Background:
    Given the mailbox holds:
      | message | flags |
      | plain   | \Seen |
      | budget  |       |
      | minutes |       |
      | menu    |       |
    And a client knows the mailbox
    And an IMAP session authenticated
    And a second IMAP session with the mailbox selected

  Rule: What has gone is told

    @R7162-3.2.6-6 @R7162-3.2-1 @MUST
    Scenario Outline: With (<modifiers>) it tells what has gone and what has changed since
      Then the dialogue is:
        """imap
        C2: b1 STORE 1,3 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 STORE 4 +FLAGS.SILENT (\Answered)
        S2: b2 OK
        C2: b3 EXPUNGE
        S2: b3 OK
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S: a2 OK
        C: a3 UID FETCH 1:${four} (FLAGS) (<modifiers>)
        S* * VANISHED (EARLIER) ${one},${three},${*}
        S* * 2 FETCH (UID ${four} FLAGS (\Answered) MODSEQ (${*:number > highest}))
        S! * 1 FETCH ${*}
        S! * VANISHED (EARLIER) ${two},${*}
        S! * VANISHED (EARLIER) ${four},${*}
        S: a3 OK
        """

      Examples:
        | modifiers                         |
        | CHANGEDSINCE ${highest} VANISHED  |
        | VANISHED CHANGEDSINCE ${highest}  |

    @R7162-3.2.6-6 @MUST
    Scenario: With mod-sequence 1 all is told that has gone
      Then the dialogue is:
        """imap
        C2: b1 STORE 2 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2: b2 OK
        C2: b3 STORE 2 +FLAGS.SILENT (\Deleted)
        S2: b3 OK
        C2: b4 EXPUNGE
        S2: b4 OK
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S: a2 OK
        C: a3 UID FETCH 1:${four} (UID) (CHANGEDSINCE 1 VANISHED)
        S* * VANISHED (EARLIER) ${two},${three},${*}
        S! * VANISHED (EARLIER) ${one},${*}
        S! * VANISHED (EARLIER) ${four},${*}
        S: a3 OK
        """

    @R7162-3.2.6-6 @MUST
    Scenario: What is not named is not told
      Then the dialogue is:
        """imap
        C2: b1 STORE 1,3 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2: b2 OK
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S: a2 OK
        C: a3 UID FETCH ${three} (FLAGS) (CHANGEDSINCE 1 VANISHED)
        S* * VANISHED (EARLIER) ${three}
        S! * VANISHED (EARLIER) ${one},${*}
        S: a3 OK
        """

    @R7162-3.2.10-3 @MUST
    Scenario: What is told without EARLIER is not what went before
      Then the dialogue is:
        """imap
        C2: b1 STORE 1 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2: b2 OK
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S: a2 OK
        C2: b3 STORE 1 +FLAGS.SILENT (\Deleted)
        S2: b3 OK
        C2: b4 EXPUNGE
        S2: b4 OK
        C: a3 UID FETCH 1:${four} (UID) (CHANGEDSINCE ${highest} VANISHED)
        S* * VANISHED (EARLIER) ${one},${*}
        S! * VANISHED ${one},${*}
        S: a3 OK
        """

  Rule: It is for UID FETCH with CHANGEDSINCE alone

    @R7162-3.2.6-1 @MUST
    Scenario: FETCH with VANISHED is answered BAD
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S: a2 OK
        C: a3 FETCH 1:4 (FLAGS) (CHANGEDSINCE ${highest} VANISHED)
        S: a3 BAD
        """

    @R7162-3.2.6-4 @MUST
    Scenario: VANISHED without CHANGEDSINCE is answered BAD
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S: a2 OK
        C: a3 UID FETCH 1:${four} (FLAGS) (VANISHED)
        S: a3 BAD
        """
