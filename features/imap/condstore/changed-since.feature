@needs-imap-CONDSTORE
Feature: What has changed since
  FETCH with CHANGEDSINCE answers for the messages that have changed since a mod-sequence, and SEARCH MODSEQ finds them
  (RFC 7162 §3.1.4.1, §3.1.5, §3.1.6, §3.1.10; RFC 4731 §3.2).

  Background:
    Given the mailbox holds:
      | message | flags |
      | plain   | \Seen |
      | budget  |       |
      | minutes | \Seen |
    And an IMAP session authenticated

  Rule: CHANGEDSINCE leaves out what has not changed

    @R7162-3.1.4.1-a @R7162-3.1.4.1-b @MUST
    Scenario: The changed message is told with its mod-sequence, the others are not
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S* * OK [HIGHESTMODSEQ ${highest:number}]
        S: a1 OK
        C: a2 STORE 2 +FLAGS.SILENT (\Flagged)
        S: a2 OK
        C: a3 FETCH 1:3 (FLAGS) (CHANGEDSINCE ${highest})
        S* * 2 FETCH (FLAGS (\Flagged) MODSEQ (${*:number > highest}))
        S! * 1 FETCH ${*}
        S! * 3 FETCH ${*}
        S: a3 OK
        """

    @R7162-3.1.4.1-a @R7162-3.1.4.1-b @MUST
    Scenario: UID FETCH tells the UID as well
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S* * OK [HIGHESTMODSEQ ${highest:number}]
        S: a1 OK
        C: a2 STORE 2 +FLAGS.SILENT (\Flagged)
        S: a2 OK
        C: a3 UID FETCH 1:* (FLAGS) (CHANGEDSINCE ${highest})
        S* * 2 FETCH (UID ${*:number} FLAGS (\Flagged) MODSEQ (${*:number > highest}))
        S! * 1 FETCH ${*}
        S! * 3 FETCH ${*}
        S: a3 OK
        """

    @R7162-3.1.4.1-a @MUST
    Scenario: A message with that very mod-sequence has not changed since
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S: a1 OK
        C: a2 FETCH 2 (MODSEQ)
        S* * 2 FETCH (MODSEQ (${now:number}))
        S: a2 OK
        C: a3 FETCH 2 (FLAGS) (CHANGEDSINCE ${now})
        S! * 2 FETCH ${*}
        S: a3 OK
        C: a4 FETCH 2 (FLAGS) (CHANGEDSINCE ${now - 1})
        S* * 2 FETCH (FLAGS () MODSEQ (${now}))
        S: a4 OK
        """

    @R7162-3.1.4.1-a @MUST
    Scenario: What came since has changed since
      Given the message menu
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S* * OK [HIGHESTMODSEQ ${highest:number}]
        S: a1 OK
        C: a2 APPEND ${mailbox} (\Answered) {${menu.size}}
        S: +
        C: ${menu}
        S: a2 OK
        C: ${alive}
        C: a3 FETCH 1:4 (FLAGS) (CHANGEDSINCE ${highest})
        S* * 4 FETCH (FLAGS (\Answered) MODSEQ (${*:number > highest}))
        S! * 1 FETCH ${*}
        S: a3 OK
        """

    @R7162-3.1.4.1-a @MUST
    Scenario: What other sessions changed has changed since
      Given a second IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S* * OK [HIGHESTMODSEQ ${highest:number}]
        S: a1 OK
        C2: b1 STORE 3 -FLAGS.SILENT (\Seen)
        S2: b1 OK
        C: ${alive}
        C: a2 FETCH 1:3 (FLAGS) (CHANGEDSINCE ${highest})
        S* * 3 FETCH (FLAGS () MODSEQ (${*:number > highest}))
        S! * 1 FETCH ${*}
        S: a2 OK
        """

    @R7162-3.1.4.1-b @MUST
    Scenario: A message that is not asked for is not told though it has changed
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S* * OK [HIGHESTMODSEQ ${highest:number}]
        S: a1 OK
        C: a2 STORE 1:2 +FLAGS.SILENT (\Flagged)
        S: a2 OK
        C: a3 FETCH 2:3 (RFC822.SIZE) (CHANGEDSINCE ${highest})
        S* * 2 FETCH (RFC822.SIZE ${budget.size} MODSEQ (${*:number > highest}))
        S! * 1 FETCH ${*}
        S! * 3 FETCH ${*}
        S: a3 OK
        """

  Rule: SEARCH MODSEQ finds what has that mod-sequence or a greater one

    @R7162-3.1.5-a @R7162-3.1.5-3 @needs-imap-IMAP4rev1 @MUST
    Scenario: SEARCH MODSEQ finds the changed message, and ends in its mod-sequence
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S: a1 OK
        C: a2 STORE 2 +FLAGS (\Flagged)
        S* * 2 FETCH (MODSEQ (${changed:number}))
        S: a2 OK
        C: a3 SEARCH MODSEQ ${changed}
        S* * SEARCH 2 (MODSEQ ${changed})
        S: a3 OK
        C: a4 SEARCH MODSEQ ${changed + 1}
        S! * SEARCH 2 ${*}
        S: a4 OK
        """

    @R7162-3.1.5-a @R7162-3.1.5-3 @needs-imap-IMAP4rev1 @MUST
    Scenario: UID SEARCH tells the greatest of all that it found
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S: a1 OK
        C: a2 STORE 1 +FLAGS (\Flagged)
        S* * 1 FETCH (MODSEQ (${changed:number}))
        S: a2 OK
        C: a3 UID SEARCH MODSEQ 1
        S* * SEARCH ${*:number} ${*:number} ${*:number} (MODSEQ ${changed})
        S: a3 OK
        """

    @R7162-3.1.5-3 @needs-imap-IMAP4rev1 @MUST
    Scenario: MODSEQ within other keys brings the mod-sequence of what was found
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S: a1 OK
        C: a2 STORE 1 +FLAGS (\Flagged)
        S: a2 OK
        C: a3 FETCH 2 (MODSEQ)
        S* * 2 FETCH (MODSEQ (${two:number}))
        S: a3 OK
        C: a4 SEARCH OR (UNSEEN MODSEQ 1) KEYWORD NoMessageHasIt
        S* * SEARCH 2 (MODSEQ ${two})
        S: a4 OK
        """

    @R7162-3.1.6-a @needs-imap-IMAP4rev1 @MUST
    Scenario: Where nothing is found there is no mod-sequence
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S: a1 OK
        C: a2 SEARCH MODSEQ 1 DELETED
        S* * SEARCH
        S: a2 OK
        """

    @R7162-3.1.5-1 @R7162-3.1.5-a @needs-imap-IMAP4rev1 @MUST
    Scenario Outline: The entry of a flag may stand before the mod-sequence: <entry>
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S: a1 OK
        C: a2 STORE 2 +FLAGS (\Flagged $Label)
        S* * 2 FETCH (MODSEQ (${changed:number}))
        S: a2 OK
        C: a3 UID SEARCH MODSEQ <entry> all ${changed} 2
        S* * SEARCH ${*:number} (MODSEQ ${changed})
        S: a3 OK
        """

      Examples:
        | entry                  |
        | "/flags/\\\\flagged"   |
        | "/flags/$label"        |

    @R7162-3.1.10-1 @R4731-3.2-1 @needs-imap-ESEARCH @MUST
    Scenario: ESEARCH tells the greatest mod-sequence of what was found
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S: a1 OK
        C: a2 STORE 2 +FLAGS (\Flagged)
        S* * 2 FETCH (MODSEQ (${changed:number}))
        S: a2 OK
        C: a3 SEARCH RETURN (ALL) MODSEQ 1
        S* * ESEARCH (TAG "a3") ALL 1:3 MODSEQ ${changed}
        S: a3 OK
        """

    @R7162-3.1.10-1 @R4731-3.2-1 @needs-imap-ESEARCH @MUST
    Scenario Outline: With <option> alone it is that of message <number>
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S: a1 OK
        C: a2 STORE 2 +FLAGS.SILENT (\Flagged)
        S: a2 OK
        C: a3 FETCH <number> (MODSEQ)
        S* * <number> FETCH (MODSEQ (${its:number}))
        S: a3 OK
        C: a4 SEARCH RETURN (<option>) MODSEQ 1
        S* * ESEARCH (TAG "a4") <option> <number> MODSEQ ${its}
        S: a4 OK
        """

      Examples:
        | option | number |
        | MIN    | 1      |
        | MAX    | 3      |
