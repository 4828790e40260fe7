@needs-imap-QRESYNC
Feature: Each removal takes a mod-sequence
  What EXPUNGE, UID EXPUNGE, MOVE and CLOSE remove gets a mod-sequence of the mailbox, under which it is remembered, and the client learns it
  where that is safe (RFC 7162 §3.2, §3.2.7 to §3.2.9; RFC 6851 §4.4). A mailbox that keeps no mod-sequences says so by NOMODSEQ, and these
  scenarios end there.

  Background:
    Given the mailbox holds:
      | message | flags |
      | plain   | \Seen |
      | budget  |       |
      | minutes |       |
      | menu    |       |
    And an IMAP session authenticated

  Rule: The result of a removal has HIGHESTMODSEQ

    @R7162-3.2.7-1 @R7162-3.2.7-3 @MUST
    Scenario: EXPUNGE raises the mod-sequence of the mailbox, and tells it
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S? * OK [NOMODSEQ]
        S: a2 OK
        C: a3 STORE 2 +FLAGS (\Deleted)
        S* * 2 FETCH (MODSEQ (${marked:number}))
        S: a3 OK
        C: a4 EXPUNGE
        S: a4 OK [HIGHESTMODSEQ ${after:number > marked}]
        C: a5 SELECT ${mailbox}
        S* * OK [HIGHESTMODSEQ ${*:number >= after}]
        S: a5 OK
        """

    @R7162-3.2.9-1 @R7162-3.2.9-3 @needs-imap-UIDPLUS @MUST
    Scenario: UID EXPUNGE raises the mod-sequence of the mailbox, and tells it
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S? * OK [NOMODSEQ]
        S: a2 OK
        C: a3 STORE 2:3 +FLAGS (\Deleted)
        S* * 2 FETCH (UID ${two:number} MODSEQ (${marked:number}))
        S: a3 OK
        C: a4 UID EXPUNGE ${two}
        S: a4 OK [HIGHESTMODSEQ ${after:number > marked}]
        C: a5 SELECT ${mailbox}
        S* * OK [HIGHESTMODSEQ ${*:number >= after}]
        S: a5 OK
        """

    @R6851-4.4-4 @needs-imap-MOVE @MUST
    Scenario Outline: <command> tells the mod-sequence that it took
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 CREATE ${mailbox}-other
        S: a2 OK
        C: a3 SELECT ${mailbox}
        S? * OK [NOMODSEQ]
        S: a3 OK
        C: a4 STORE 2 +FLAGS (\Flagged)
        S* * 2 FETCH (UID ${two:number} MODSEQ (${marked:number}))
        S: a4 OK
        C: a5 <command> ${mailbox}-other
        S? * OK [HIGHESTMODSEQ ${*:number > marked}]
        S: a5 OK [HIGHESTMODSEQ ${*:number > marked}]
        """

      Examples:
        | command         |
        | MOVE 2          |
        | UID MOVE ${two} |

    @R7162-3.2.8-1 @MUST
    Scenario: CLOSE raises the mod-sequence of the mailbox
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S? * OK [NOMODSEQ]
        S: a2 OK
        C: a3 STORE 2 +FLAGS (\Deleted)
        S* * 2 FETCH (MODSEQ (${marked:number}))
        S: a3 OK
        C: a4 CLOSE
        S: a4 OK
        C: a5 SELECT ${mailbox}
        S* * 3 EXISTS
        S* * OK [HIGHESTMODSEQ ${*:number > marked}]
        S: a5 OK
        """

  Rule: What went is remembered with its UID

    @R7162-3.2.7-2 @R7162-3.2-1 @MUST
    Scenario: What EXPUNGE removed is told to a client that comes back
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S? * OK [NOMODSEQ]
        S* * OK [UIDVALIDITY ${validity:number}]
        S: a2 OK
        C: a3 STORE 2 +FLAGS (\Deleted)
        S* * 2 FETCH (UID ${two:number} MODSEQ (${marked:number}))
        S: a3 OK
        C: a4 EXPUNGE
        S: a4 OK
        C: a5 SELECT ${mailbox} (QRESYNC (${validity} ${marked}))
        S* * VANISHED (EARLIER) ${two},${*}
        S: a5 OK
        """

    @R7162-3.2.9-2 @R7162-3.2-1 @needs-imap-UIDPLUS @MUST
    Scenario: What UID EXPUNGE removed is told to a client that comes back
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S? * OK [NOMODSEQ]
        S* * OK [UIDVALIDITY ${validity:number}]
        S: a2 OK
        C: a3 STORE 2:3 +FLAGS (\Deleted)
        S* * 2 FETCH (UID ${two:number})
        S* * 3 FETCH (UID ${three:number} MODSEQ (${marked:number}))
        S: a3 OK
        C: a4 UID EXPUNGE ${three}
        S: a4 OK
        C: a5 SELECT ${mailbox} (QRESYNC (${validity} ${marked}))
        S* * VANISHED (EARLIER) ${three},${*}
        S! * VANISHED (EARLIER) ${two},${*}
        S: a5 OK
        """

    @R7162-3.2.8-2 @R7162-3.2-1 @MUST
    Scenario: What CLOSE removed is told to a client that comes back
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S? * OK [NOMODSEQ]
        S* * OK [UIDVALIDITY ${validity:number}]
        S: a2 OK
        C: a3 STORE 2 +FLAGS (\Deleted)
        S* * 2 FETCH (UID ${two:number} MODSEQ (${marked:number}))
        S: a3 OK
        C: a4 CLOSE
        S: a4 OK
        C: a5 SELECT ${mailbox} (QRESYNC (${validity} ${marked}))
        S* * VANISHED (EARLIER) ${two},${*}
        S: a5 OK
        """

    @R6851-4.4-2 @R6851-4.4-3 @R7162-3.2-1 @needs-imap-MOVE @MUST
    Scenario: What MOVE took away is told to a client that comes back
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 CREATE ${mailbox}-other
        S: a2 OK
        C: a3 SELECT ${mailbox}
        S? * OK [NOMODSEQ]
        S* * OK [UIDVALIDITY ${validity:number}]
        S* * OK [HIGHESTMODSEQ ${highest:number}]
        S: a3 OK
        C: a4 FETCH 2 (UID)
        S* * 2 FETCH (UID ${two:number})
        S: a4 OK
        C: a5 MOVE 2 ${mailbox}-other
        S: a5 OK
        C: a6 SELECT ${mailbox} (QRESYNC (${validity} ${highest}))
        S* * OK [HIGHESTMODSEQ ${*:number > highest}]
        S* * VANISHED (EARLIER) ${two},${*}
        S: a6 OK
        """

    @R6851-4.4-5 @needs-imap-MOVE @MUST
    Scenario: A message that was moved has a greater mod-sequence than those that were there
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 CREATE ${mailbox}-other
        S: a2 OK
        C: a3 SELECT ${mailbox}-other
        S? * OK [NOMODSEQ]
        S: a3 OK
        C: a4 SELECT ${mailbox}
        S? * OK [NOMODSEQ]
        S: a4 OK
        C: a5 COPY 1 ${mailbox}-other
        S: a5 OK
        C: a6 COPY 2 ${mailbox}-other
        S: a6 OK
        C: a7 MOVE 3 ${mailbox}-other
        S: a7 OK
        C: a8 SELECT ${mailbox}-other
        S: a8 OK
        C: a9 FETCH 1:3 (MODSEQ)
        S* * 1 FETCH (MODSEQ (${one:number}))
        S* * 2 FETCH (MODSEQ (${two:number}))
        S* * 3 FETCH (MODSEQ (${*:number > two}))
        S! * 3 FETCH (MODSEQ (${*:number <= one}))
        S: a9 OK
        """

    @R7162-3.2-1 @needs-restart @MUST
    Scenario: A restart of the server forgets nothing of what went
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S? * OK [NOMODSEQ]
        S* * OK [UIDVALIDITY ${validity:number}]
        S: a2 OK
        C: a3 STORE 2 +FLAGS (\Deleted)
        S* * 2 FETCH (UID ${two:number} MODSEQ (${marked:number}))
        S: a3 OK
        C: a4 EXPUNGE
        S: a4 OK [HIGHESTMODSEQ ${after:number}]
        """
      When the server restarts
      Given a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C2: b1 ENABLE QRESYNC
        S2: b1 OK
        C2: b2 SELECT ${mailbox} (QRESYNC (${validity} ${marked}))
        S2? * OK [UIDVALIDITY ${*:number > validity}]
        S2* * OK [HIGHESTMODSEQ ${*:number >= after}]
        S2* * VANISHED (EARLIER) ${two},${*}
        S2: b2 OK
        """
