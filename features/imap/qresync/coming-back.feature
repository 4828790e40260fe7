@needs-imap-QRESYNC
Feature: A client that comes back
  SELECT and EXAMINE with QRESYNC tell what has changed and what has gone since the client was here, and the client has to ask for nothing more
  (RFC 7162 §3.2.5). A mailbox that keeps no mod-sequences says so by NOMODSEQ.

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

  Rule: It is told what SELECT tells, and what it has missed

    @R7162-3.2.5-2 @MUST
    Scenario Outline: <command> with QRESYNC tells all that it tells without
      Then the dialogue is:
        """imap
        C: e1 ENABLE QRESYNC
        S: e1 OK
        C: a1 <command> ${mailbox} (QRESYNC (${validity} ${highest}))
        S* * FLAGS ${*}
        S* * 4 EXISTS
        S* * OK [UIDVALIDITY ${validity}]
        S* * OK [UIDNEXT ${next}]
        S* * OK [HIGHESTMODSEQ ${*:number >= highest}]
        S: a1 OK
        """

      Examples:
        | command |
        | SELECT  |
        | EXAMINE |

    @R7162-3.2.5.1-3 @R7162-3.2-3 @MUST
    Scenario Outline: <command> with QRESYNC tells which flags have changed and what has gone
      Then the dialogue is:
        """imap
        C2: b1 STORE 1,3 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 STORE 2 +FLAGS.SILENT (\Answered)
        S2: b2 OK
        C2: b3 EXPUNGE
        S2: b3 OK
        C: e1 ENABLE QRESYNC
        S: e1 OK
        C: a1 <command> ${mailbox} (QRESYNC (${validity} ${highest}))
        S* * VANISHED (EARLIER) ${one},${three},${*}
        S* * 1 FETCH (UID ${two} FLAGS (\Answered) MODSEQ (${*:number > highest}))
        S! * VANISHED (EARLIER) ${two},${*}
        S! * VANISHED (EARLIER) ${four},${*}
        S! * VANISHED ${*:number}
        S! * ${*:number} EXPUNGE
        S: a1 OK
        """

      Examples:
        | command |
        | SELECT  |
        | EXAMINE |

    @R7162-3.2-3 @MUST
    Scenario: Several expunges, by EXPUNGE and by CLOSE, are all told
      Then the dialogue is:
        """imap
        C2: b1 STORE 1 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2: b2 OK
        C2: b3 STORE 2 +FLAGS.SILENT (\Deleted)
        S2: b3 OK
        C2: b4 CLOSE
        S2: b4 OK
        C: e1 ENABLE QRESYNC
        S: e1 OK
        C: a1 SELECT ${mailbox} (QRESYNC (${validity} ${highest}))
        S* * 2 EXISTS
        S* * VANISHED (EARLIER) ${one},${three},${*}
        S! * VANISHED (EARLIER) ${two},${*}
        S! * VANISHED (EARLIER) ${four},${*}
        S: a1 OK
        """

    @R7162-3.2-3 @MUST
    Scenario: A message that came while it was away and is still there is not called gone
      Given the message menu
      Then the dialogue is:
        """imap
        C2: b1 APPEND ${mailbox} {${menu.size}}
        S2: +
        C2: ${menu}
        S2: b1 OK
        C2: b2 STORE 4 +FLAGS.SILENT (\Deleted)
        S2: b2 OK
        C2: b3 EXPUNGE
        S2: b3 OK
        C: e1 ENABLE QRESYNC
        S: e1 OK
        C: a1 SELECT ${mailbox} (QRESYNC (${validity} ${highest}))
        S* * 4 EXISTS
        S* * VANISHED (EARLIER) ${four},${*}
        S! * VANISHED (EARLIER) ${next},${*}
        S: a1 OK
        """

    @R7162-3.2-3 @MUST
    Scenario: An emptied mailbox tells that all has gone
      Then the dialogue is:
        """imap
        C2: b1 STORE 1:4 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2: b2 OK
        C: e1 ENABLE QRESYNC
        S: e1 OK
        C: a1 SELECT ${mailbox} (QRESYNC (${validity} ${highest}))
        S* * 0 EXISTS
        S* * VANISHED (EARLIER) ${one},${two},${three},${four},${*}
        S! * ${*:number} FETCH ${*}
        S: a1 OK
        """

    @R7162-3.2-3 @MUST
    Scenario: CONDSTORE may stand beside it
      Then the dialogue is:
        """imap
        C2: b1 STORE 2 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2: b2 OK
        C: e1 ENABLE QRESYNC
        S: e1 OK
        C: a1 SELECT ${mailbox} (CONDSTORE QRESYNC (${validity} ${highest}))
        S* * VANISHED (EARLIER) ${two},${*}
        S: a1 OK
        """

    @R7162-3.2.11-a @R7162-3.2.5-2 @MUST
    Scenario: CLOSED comes when another mailbox was selected
      Then the dialogue is:
        """imap
        C: e1 ENABLE QRESYNC
        S: e1 OK
        C: a1 SELECT INBOX
        S: a1 OK
        C: a2 SELECT ${mailbox} (QRESYNC (${validity} ${highest}))
        S* * OK [CLOSED]
        S* * 4 EXISTS
        S: a2 OK
        """

  Rule: The client may say which messages it knows

    @R7162-3.2-3 @MUST
    Scenario: What has changed or gone of those is told
      Then the dialogue is:
        """imap
        C2: b1 STORE 2,3 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2: b2 OK
        C2: b3 STORE 1:2 +FLAGS.SILENT (\Flagged)
        S2: b3 OK
        C: e1 ENABLE QRESYNC
        S: e1 OK
        C: a1 SELECT ${mailbox} (QRESYNC (${validity} ${highest} ${two},${four}))
        S* * VANISHED (EARLIER) ${two},${*}
        S* * 2 FETCH (UID ${four} FLAGS (\Flagged) MODSEQ (${*:number > highest}))
        S! * VANISHED (EARLIER) ${four},${*}
        S: a1 OK
        """

    @R7162-3.2.6-6 @SHOULD
    Scenario: Of the others nothing is told
      Then the dialogue is:
        """imap
        C2: b1 STORE 2,3 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2: b2 OK
        C2: b3 STORE 1:2 +FLAGS.SILENT (\Flagged)
        S2: b3 OK
        C: e1 ENABLE QRESYNC
        S: e1 OK
        C: a1 SELECT ${mailbox} (QRESYNC (${validity} ${highest} ${two},${four}))
        S* * VANISHED (EARLIER) ${two},${*}
        S! * VANISHED (EARLIER) ${three},${*}
        S! * 1 FETCH ${*}
        S: a1 OK
        """

    @R7162-3.2-3 @MUST
    Scenario: A set that goes far beyond the last message is no mistake
      Then the dialogue is:
        """imap
        C2: b1 STORE 4 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2: b2 OK
        C: e1 ENABLE QRESYNC
        S: e1 OK
        C: a1 SELECT ${mailbox} (QRESYNC (${validity} ${highest} 1:4294967295))
        S* * VANISHED (EARLIER) ${four},${*}
        S! * VANISHED (EARLIER) ${three},${*}
        S: a1 OK
        """

    @R7162-3.2-3 @MUST
    Scenario Outline: With message numbers that <fit> what has gone behind them is told
      Then the dialogue is:
        """imap
        C2: b1 STORE <gone> +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2: b2 OK
        C: e1 ENABLE QRESYNC
        S: e1 OK
        C: a1 SELECT ${mailbox} (QRESYNC (${validity} ${highest} 1:${four} (<numbers> <uids>)))
        S* * VANISHED (EARLIER) <told>,${*}
        S! * VANISHED (EARLIER) ${four},${*}
        S: a1 OK
        """

      Examples:
        | fit                | gone | numbers | uids                            | told    |
        | still fit          | 3    | 1:2     | ${one},${two}                   | ${three} |
        | fit no more        | 1    | 3:4     | ${three},${four}                | ${one}   |
        | partly still fit   | 2    | 1,3:4   | ${one},${three},${four}         | ${two}   |

    @R7162-3.2-3 @MUST
    Scenario: Message numbers may come without the set of all that is known
      Then the dialogue is:
        """imap
        C2: b1 STORE 3 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2: b2 OK
        C: e1 ENABLE QRESYNC
        S: e1 OK
        C: a1 SELECT ${mailbox} (QRESYNC (${validity} ${highest} (1:4 ${one},${two},${three},${four})))
        S* * VANISHED (EARLIER) ${three},${*}
        S! * VANISHED (EARLIER) ${four},${*}
        S: a1 OK
        """

  Rule: What it says must be understood before the mailbox is opened

    @R3501-2.2.2-3 @R9051-2.2.2-3 @SHOULD
    Scenario Outline: <what> is answered BAD
      Then the dialogue is:
        """imap
        C: e1 ENABLE QRESYNC
        S: e1 OK
        C: a1 SELECT ${mailbox} (QRESYNC <parameter>)
        S: a1 BAD
        """

      Examples:
        | what                       | parameter                          |
        | * among the known UIDs     | (${validity} ${highest} 1:*)       |
        | No mod-sequence            | (${validity})                      |
        | UIDVALIDITY 0              | (0 ${highest})                     |
        | Half of the match data     | (${validity} ${highest} 1:4 (1:4)) |
        | A parameter without a list | ${validity} ${highest}             |

  Rule: Where UIDVALIDITY is another, the rest means nothing

    @R7162-3.2.5-3 @MUST
    Scenario: With another UIDVALIDITY nothing but the mailbox is told
      Then the dialogue is:
        """imap
        C2: b1 STORE 1,3 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 STORE 2 +FLAGS.SILENT (\Answered)
        S2: b2 OK
        C2: b3 EXPUNGE
        S2: b3 OK
        C: e1 ENABLE QRESYNC
        S: e1 OK
        C: a1 SELECT ${mailbox} (QRESYNC (${validity + 1} ${highest} 1:${four}))
        S* * 2 EXISTS
        S* * OK [UIDVALIDITY ${validity}]
        S! * VANISHED ${*}
        S! * ${*:number} FETCH ${*}
        S: a1 OK
        """

    @R7162-3.2.5-3 @MUST
    Scenario: A mailbox that was made anew tells nothing of its messages' predecessors
      Given the message menu
      Then the dialogue is:
        """imap
        C2: b1 CLOSE
        S2: b1 OK
        C2: b2 DELETE ${mailbox}
        S2: b2 OK
        C2: b3 CREATE ${mailbox}
        S2: b3 OK
        C2: b4 APPEND ${mailbox} {${menu.size}}
        S2: +
        C2: ${menu}
        S2: b4 OK
        C: e1 ENABLE QRESYNC
        S: e1 OK
        C: a1 SELECT ${mailbox} (QRESYNC (${validity} ${highest} 1:${four}))
        S? * OK [UIDVALIDITY ${validity}]
        S* * 1 EXISTS
        S! * VANISHED ${*}
        S! * ${*:number} FETCH ${*}
        S: a1 OK
        """

  Rule: However many have gone

    @R7162-3.2-3 @MUST
    Scenario: Of thousands of messages those are told that have gone, and no others
      Then the dialogue is:
        """imap
        C2: b1 COPY 1:* ${mailbox}
        S2: b1 OK
        C2: b2 COPY 1:* ${mailbox}
        S2: b2 OK
        C2: b3 COPY 1:* ${mailbox}
        S2: b3 OK
        C2: b4 COPY 1:* ${mailbox}
        S2: b4 OK
        C2: b5 COPY 1:* ${mailbox}
        S2: b5 OK
        C2: b6 COPY 1:* ${mailbox}
        S2: b6 OK
        C2: b7 COPY 1:* ${mailbox}
        S2: b7 OK
        C2: b8 COPY 1:* ${mailbox}
        S2: b8 OK
        C2: b9 COPY 1:* ${mailbox}
        S2: b9 OK
        C: e1 ENABLE QRESYNC
        S: e1 OK
        C: a1 EXAMINE ${mailbox}
        S* * 2048 EXISTS
        S* * OK [HIGHESTMODSEQ ${known:number}]
        S: a1 OK
        C: a2 FETCH 1000,1001,1499,1500,2047,2048 (UID)
        S* * 1000 FETCH (UID ${last-there:number})
        S* * 1001 FETCH (UID ${first-gone:number})
        S* * 1499 FETCH (UID ${last-gone:number})
        S* * 1500 FETCH (UID ${there-again:number})
        S* * 2047 FETCH (UID ${one-gone:number})
        S* * 2048 FETCH (UID ${the-last:number})
        S: a2 OK
        C2: b10 STORE 2,1001:1499,2047 +FLAGS.SILENT (\Deleted)
        S2: b10 OK
        C2: b11 EXPUNGE
        S2: b11 OK
        C: a3 SELECT ${mailbox} (QRESYNC (${validity} ${known} 1:${the-last}))
        S* * 1547 EXISTS
        S* * VANISHED (EARLIER) ${two},${first-gone},${last-gone},${one-gone},${*}
        S! * VANISHED (EARLIER) ${last-there},${*}
        S! * VANISHED (EARLIER) ${there-again},${*}
        S! * VANISHED (EARLIER) ${the-last},${*}
        S: a3 OK
        """
