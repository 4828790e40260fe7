@needs-imap-QRESYNC
Feature: VANISHED tells what goes from the selected mailbox
  It has UIDs where EXPUNGE has a number, and comes when EXPUNGE might come (RFC 7162 §3.2.10). A mailbox that keeps no mod-sequences says so by
  NOMODSEQ, and these scenarios end there.

  Background:
    Given the mailbox holds:
      | message | flags |
      | plain   | \Seen |
      | budget  |       |
      | minutes |       |
      | menu    |       |
    And an IMAP session authenticated
    And a second IMAP session with the mailbox selected

  Rule: Every expunge is told by VANISHED without EARLIER

    @R7162-3.2.10-1 @R7162-3.2.10-2 @MUST
    Scenario: EXPUNGE tells the UIDs of all that it removes
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S? * OK [NOMODSEQ]
        S: a2 OK
        C: a3 FETCH 1:4 (UID)
        S* * 1 FETCH (UID ${one:number})
        S* * 3 FETCH (UID ${three:number})
        S* * 4 FETCH (UID ${four:number})
        S: a3 OK
        C: a4 STORE 1,3:4 +FLAGS.SILENT (\Deleted)
        S: a4 OK
        C: a5 EXPUNGE
        S* * VANISHED ${one},${three},${four}
        S! * VANISHED (EARLIER) ${*}
        S! * ${*:number} EXPUNGE
        S: a5 OK
        """

    @R7162-3.2.10-1 @R7162-3.2.10-2 @needs-imap-UIDPLUS @MUST
    Scenario: UID EXPUNGE tells the UIDs of what it removes, and no others
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S? * OK [NOMODSEQ]
        S: a2 OK
        C: a3 FETCH 1:4 (UID)
        S* * 1 FETCH (UID ${one:number})
        S* * 2 FETCH (UID ${two:number})
        S: a3 OK
        C: a4 STORE 1:2 +FLAGS.SILENT (\Deleted)
        S: a4 OK
        C: a5 UID EXPUNGE ${two}:4294967295
        S* * VANISHED ${two}
        S! * VANISHED ${one},${*}
        S! * VANISHED (EARLIER) ${*}
        S: a5 OK
        """

    @R6851-4.4-1 @needs-imap-MOVE @SHOULD
    Scenario Outline: <command> tells the UID of what it takes away
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 CREATE ${mailbox}-other
        S: a2 OK
        C: a3 SELECT ${mailbox}
        S? * OK [NOMODSEQ]
        S: a3 OK
        C: a4 FETCH 2 (UID)
        S* * 2 FETCH (UID ${two:number})
        S: a4 OK
        C: a5 <command> ${mailbox}-other
        S* * VANISHED ${two}
        S! * ${*:number} EXPUNGE
        S: a5 OK
        """

      Examples:
        | command         |
        | MOVE 2          |
        | UID MOVE ${two} |

    @R7162-3.2.10-1 @SHOULD
    Scenario: NOOP tells by VANISHED what another session removed
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S? * OK [NOMODSEQ]
        S: a2 OK
        C: a3 FETCH 2 (UID)
        S* * 2 FETCH (UID ${two:number})
        S: a3 OK
        C2: b1 STORE 2 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2: b2 OK
        C: a4 NOOP
        S* * VANISHED ${two}
        S! * ${*:number} EXPUNGE
        S! * VANISHED (EARLIER) ${*}
        S: a4 OK
        """

    @R7162-3.2.10-1 @needs-imap-IDLE @SHOULD
    Scenario: A client that idles is told by VANISHED
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S? * OK [NOMODSEQ]
        S: a2 OK
        C: a3 FETCH 2 (UID)
        S* * 2 FETCH (UID ${two:number})
        S: a3 OK
        C: a4 IDLE
        S: +
        C2: b1 STORE 2 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2: b2 OK
        S* * VANISHED ${two}
        C: DONE
        S! * ${*:number} EXPUNGE
        S: a4 OK
        """

    @R7162-3.2.10.2-3 @MUST
    Scenario: The numbers close up behind what has vanished
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S? * OK [NOMODSEQ]
        S: a2 OK
        C: a3 FETCH 4 (UID)
        S* * 4 FETCH (UID ${four:number})
        S: a3 OK
        C: a4 STORE 1:2 +FLAGS.SILENT (\Deleted)
        S: a4 OK
        C: a5 EXPUNGE
        S: a5 OK
        C: a6 FETCH 2 (UID)
        S* * 2 FETCH (UID ${four})
        S: a6 OK
        """

  Rule: It tells only of messages that the client knows

    @R7162-3.2.10.2-4 @MUST
    Scenario: What went before the mailbox was selected is not told
      Then the dialogue is:
        """imap
        C2: b1 STORE 2 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2: b2 OK
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S? * OK [NOMODSEQ]
        S! * VANISHED ${*}
        S: a2 OK
        C: a3 NOOP
        S! * VANISHED ${*}
        S: a3 OK
        """

    @R7162-3.2.10.2-4 @MUST
    Scenario: What was told once is not told again
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S? * OK [NOMODSEQ]
        S: a2 OK
        C: a3 FETCH 2:3 (UID)
        S* * 2 FETCH (UID ${two:number})
        S* * 3 FETCH (UID ${three:number})
        S: a3 OK
        C: a4 STORE 2 +FLAGS.SILENT (\Deleted)
        S: a4 OK
        C: a5 EXPUNGE
        S* * VANISHED ${two}
        S: a5 OK
        C: a6 STORE 2 +FLAGS.SILENT (\Deleted)
        S: a6 OK
        C: a7 EXPUNGE
        S* * VANISHED ${three}
        S! * VANISHED ${two},${*}
        S: a7 OK
        """

  Rule: It comes only when numbers may change

    @R7162-3.2.10.2-5 @MUST
    Scenario Outline: <command> tells nothing of what another session removed
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S: a2 OK
        C2: b1 STORE 1 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2: b2 OK
        C: a3 <command>
        S! * VANISHED ${*}
        S: a3 OK/NO
        """

      Examples:
        | command                       |
        | FETCH 2:4 (FLAGS)             |
        | STORE 2 +FLAGS (\Flagged)     |
        | STORE 2 +FLAGS.SILENT (\Seen) |
        | SEARCH ALL                    |

    @R7162-3.2.10.2-5 @MUST
    Scenario: Nothing comes while no command is running
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S: a2 OK
        C2: b1 STORE 1 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2: b2 OK
        S: ${silent 300ms}
        C: a3 FETCH 2 (FLAGS)
        S! * VANISHED ${*}
        S: a3 OK/NO
        """

    @R7162-3.2.10.2-7 @MUST
    Scenario Outline: A UID SEARCH that has message numbers tells nothing of it: <keys>
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S: a2 OK
        C2: b1 STORE 1 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2: b2 OK
        C: a3 UID SEARCH <keys>
        S! * VANISHED ${*}
        S: a3 OK/NO
        """

      Examples:
        | keys                  |
        | 2:4                   |
        | UNDELETED NOT (OR 2 3) |

    @R7162-3.2.10.2-6 @MAY
    Scenario Outline: <command> may tell of it
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S? * OK [NOMODSEQ]
        S: a2 OK
        C: a3 FETCH 1 (UID)
        S* * 1 FETCH (UID ${one:number})
        S: a3 OK
        C2: b1 STORE 1 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2: b2 OK
        C: a4 <command>
        S* * VANISHED ${one}
        S: a4 OK/NO
        """

      Examples:
        | command                          |
        | UID FETCH 1:* (FLAGS)            |
        | UID STORE 1:* +FLAGS.SILENT ($A) |
        | UID SEARCH ALL                   |

    @R7162-3.2-4 @MUST
    Scenario: While it has to wait, HIGHESTMODSEQ stays below what else is told
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S? * OK [NOMODSEQ]
        S: a2 OK
        C2: b1 CLOSE
        S2: b1 OK
        C2: b2 ENABLE QRESYNC
        S2: b2 OK
        C2: b3 SELECT ${mailbox}
        S2: b3 OK
        C2: b4 STORE 1 +FLAGS.SILENT (\Deleted)
        S2: b4 OK
        C2: b5 EXPUNGE
        S2: b5 OK [HIGHESTMODSEQ ${gone:number}]
        C: a3 STORE 2 +FLAGS (\Flagged)
        S? a3 NO
        S? a3 OK [HIGHESTMODSEQ ${*:number < gone}]
        S* * 2 FETCH (FLAGS (\Flagged) MODSEQ (${*:number > gone}))
        S* * OK [HIGHESTMODSEQ ${*:number < gone}]
        S: a3 OK
        """

    @R7162-3.2-3 @R7162-3.2-4 @MUST
    Scenario: A client whose connection is lost while it waits is told when it comes back
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S? * OK [NOMODSEQ]
        S* * OK [UIDVALIDITY ${validity:number}]
        S* * OK [HIGHESTMODSEQ ${highest:number}]
        S: a2 OK
        C: a3 FETCH 1:2 (UID)
        S* * 1 FETCH (UID ${one:number})
        S* * 2 FETCH (UID ${two:number})
        S: a3 OK
        C2: b1 STORE 1 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2: b2 OK
        C: a4 STORE 2 +FLAGS.SILENT (\Flagged)
        S: a4 OK/NO
        C: ${reset}
        C2: b3 CLOSE
        S2: b3 OK
        C2: b4 ENABLE QRESYNC
        S2: b4 OK
        C2: b5 SELECT ${mailbox} (QRESYNC (${validity} ${highest}))
        S2* * VANISHED (EARLIER) ${one},${*}
        S2! * VANISHED (EARLIER) ${two},${*}
        S2: b5 OK
        """
