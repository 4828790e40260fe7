@needs-imap-CONDSTORE
Feature: STORE of what has not changed since
  STORE with UNCHANGEDSINCE changes a message if nobody has changed it since, and says by MODIFIED which were left alone
  (RFC 7162 §3.1.3, §3.1.12).

  Background:
    Given the mailbox holds:
      | message | flags |
      | plain   | \Seen |
      | budget  |       |
      | minutes | \Seen |
    And an IMAP session authenticated

  Rule: What has not changed is changed

    @R7162-3.1.3-1 @R7162-3.1.3-2 @MUST
    Scenario Outline: STORE <item> brings the new mod-sequence
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S* * OK [HIGHESTMODSEQ ${highest:number}]
        S: a1 OK
        C: a2 STORE 2 (UNCHANGEDSINCE ${highest}) <item> (\Flagged)
        S* * 2 FETCH (MODSEQ (${*:number > highest}))
        S: a2 OK
        C: a3 FETCH 2 (FLAGS)
        S* * 2 FETCH (FLAGS (\Flagged))
        S: a3 OK
        """

      Examples:
        | item          |
        | +FLAGS        |
        | +FLAGS.SILENT |
        | FLAGS         |
        | FLAGS.SILENT  |

    @R7162-3.1.3-1 @R7162-3.1.3-2 @MUST
    Scenario: UID STORE tells the UID as well
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S* * OK [HIGHESTMODSEQ ${highest:number}]
        S: a1 OK
        C: a2 FETCH 2 (UID)
        S* * 2 FETCH (UID ${uid:number})
        S: a2 OK
        C: a3 UID STORE ${uid} (UNCHANGEDSINCE ${highest}) +FLAGS.SILENT (\Flagged)
        S* * 2 FETCH (UID ${uid} MODSEQ (${*:number > highest}))
        S: a3 OK
        """

  Rule: What has changed is left alone

    @R7162-3.1.3-3 @R7162-3.1.3-4 @R7162-3.1.3-b @MUST
    Scenario: MODIFIED names the message, which keeps its flags
      Given a second IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S* * OK [HIGHESTMODSEQ ${highest:number}]
        S: a1 OK
        C2: b1 STORE 2 +FLAGS.SILENT (\Answered)
        S2: b1 OK
        C: a2 STORE 2 (UNCHANGEDSINCE ${highest}) FLAGS.SILENT (\Flagged)
        S: a2 OK/NO [MODIFIED 2]
        C: a3 FETCH 2 (FLAGS)
        S* * 2 FETCH (FLAGS (\Answered))
        S: a3 OK
        """

    @R7162-3.1.3-3 @R7162-3.1.3-4 @MUST
    Scenario: The session's own change counts as well
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S* * OK [HIGHESTMODSEQ ${highest:number}]
        S: a1 OK
        C: a2 STORE 2 +FLAGS.SILENT (\Answered)
        S: a2 OK
        C: a3 STORE 2 (UNCHANGEDSINCE ${highest}) FLAGS.SILENT (\Flagged)
        S: a3 OK/NO [MODIFIED 2]
        """

    @R7162-3.1.3-b @MUST
    Scenario: MODIFIED of UID STORE names UIDs
      Given a second IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S: a1 OK
        C: a2 STORE 1 +FLAGS.SILENT (\Deleted)
        S: a2 OK
        C: a3 EXPUNGE
        S: a3 OK
        C: a4 FETCH 1 (UID MODSEQ)
        S* * 1 FETCH (UID ${uid:number} MODSEQ (${now:number}))
        S: a4 OK
        C2: ${alive}
        C2: b1 STORE 1 +FLAGS.SILENT (\Answered)
        S2: b1 OK
        C: a5 UID STORE ${uid} (UNCHANGEDSINCE ${now}) FLAGS.SILENT (\Flagged)
        S: a5 OK/NO [MODIFIED ${uid}]
        """

    @R7162-3.1.3-a @R7162-3.1.3-3 @R7162-3.1.3-4 @MUST
    Scenario: The other messages are changed
      Given a second IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S* * OK [HIGHESTMODSEQ ${highest:number}]
        S: a1 OK
        C2: b1 STORE 1 +FLAGS.SILENT (\Answered)
        S2: b1 OK
        C: a2 STORE 1:3 (UNCHANGEDSINCE ${highest}) FLAGS.SILENT (\Flagged)
        S: a2 OK/NO [MODIFIED 1]
        C: a3 FETCH 1:3 (FLAGS)
        S* * 1 FETCH (FLAGS (\Seen \Answered))
        S* * 2 FETCH (FLAGS (\Flagged))
        S* * 3 FETCH (FLAGS (\Flagged))
        S: a3 OK
        """

    @R7162-3.1.3-13 @MUST
    Scenario: A message that is named twice is not found changed by its first change
      Given a second IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S* * OK [HIGHESTMODSEQ ${highest:number}]
        S: a1 OK
        C2: b1 STORE 1 +FLAGS.SILENT (\Answered)
        S2: b1 OK
        C: a2 STORE 3,1:3 (UNCHANGEDSINCE ${highest}) FLAGS.SILENT (\Flagged)
        S: a2 OK/NO [MODIFIED 1]
        """

    @R7162-3.1.3-6 @MUST
    Scenario Outline: With UNCHANGEDSINCE 0 a STORE of \Seen fails for message <number>
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S: a1 OK
        C: a2 STORE <number> (UNCHANGEDSINCE 0) <change>
        S: a2 OK/NO [MODIFIED <number>]
        C: a3 FETCH <number> (FLAGS)
        S* * <number> FETCH (FLAGS (<left>))
        S: a3 OK
        """

      Examples:
        | number | change                | left  |
        | 1      | -FLAGS.SILENT (\Seen) | \Seen |
        | 2      | +FLAGS.SILENT (\Seen) |       |

  Rule: Clients are not troubled without need

    @R7162-3.1.3-8 @SHOULD
    Scenario: A change of another flag is no hindrance to +FLAGS
      Given a second IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S: a1 OK
        C: a2 FETCH 2 (FLAGS MODSEQ)
        S* * 2 FETCH (FLAGS () MODSEQ (${now:number}))
        S: a2 OK
        C2: b1 STORE 2 +FLAGS.SILENT (\Answered)
        S2: b1 OK
        C: a3 STORE 2 (UNCHANGEDSINCE ${now}) +FLAGS.SILENT (\Flagged)
        S: a3 OK
        C: a4 FETCH 2 (FLAGS)
        S* * 2 FETCH (FLAGS (\Answered \Flagged))
        S: a4 OK
        """

    @R7162-3.1.3-3 @R7162-3.1.3-4 @MUST
    Scenario: A change of that very flag is one
      Given a second IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S: a1 OK
        C: a2 FETCH 2 (FLAGS MODSEQ)
        S* * 2 FETCH (FLAGS () MODSEQ (${now:number}))
        S: a2 OK
        C2: b1 STORE 2 +FLAGS.SILENT (\Answered)
        S2: b1 OK
        C: a3 STORE 2 (UNCHANGEDSINCE ${now}) -FLAGS.SILENT (\Answered)
        S: a3 OK/NO [MODIFIED 2]
        C: a4 FETCH 2 (FLAGS)
        S* * 2 FETCH (FLAGS (\Answered))
        S: a4 OK
        """

    @R7162-3.1.3-10 @SHOULD
    Scenario: The flags that it has now come with MODIFIED
      Given a second IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S* * OK [HIGHESTMODSEQ ${highest:number}]
        S: a1 OK
        C2: b1 STORE 2 +FLAGS.SILENT (\Answered)
        S2: b1 OK
        C: a2 STORE 2 (UNCHANGEDSINCE ${highest}) FLAGS.SILENT (\Flagged)
        S* * 2 FETCH (FLAGS (\Answered) MODSEQ (${*:number > highest}))
        S: a2 OK/NO [MODIFIED 2]
        """
