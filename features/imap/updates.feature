@needs-imap @chapter-imap-6
Feature: Several sessions on one mailbox
  What one session does the others learn, at the moments when they may be told
  (RFC 3501 §5.2, §7, §7.4.1; RFC 9051 §5.2, §7, §7.5.1).

  Background:
    Given the mailbox holds:
      | message | flags |
      | plain   | \Seen |
      | budget  |       |
      | minutes |       |
    And an IMAP session with the mailbox selected
    And a second IMAP session with the mailbox selected

  Rule: New messages are told by EXISTS

    @R3501-5.2-3 @R9051-5.2-1 @R3501-7-a @R9051-7-a @R3501-6.1.2-b @R9051-6.1.2-b @MUST @chapter-imap-7
    @defect-imap-noop-blind
    Scenario: NOOP tells of a message that another session appended
      Given the message menu
      Then the dialogue is:
        """imap
        C2: b1 APPEND ${mailbox} {${menu.size}}
        S2: +
        C2: ${menu}
        S2: b1 OK
        C: a1 NOOP
        S* * 4 EXISTS
        S: a1 OK
        """

    @R3501-2.3.1.2-a @R9051-2.3.1.2-a @MUST
    Scenario: The new message can be read under the next number
      Given the message menu
      Then the dialogue is:
        """imap
        C2: b1 APPEND ${mailbox} {${menu.size}}
        S2: +
        C2: ${menu}
        S2: b1 OK
        C: a1 NOOP
        S: a1 OK
        C: a2 FETCH 4 BODY.PEEK[]
        S* * 4 FETCH (BODY[] ${menu})
        S: a2 OK
        """

    @R3501-5.2-3 @R9051-5.2-1 @R3501-7-a @R9051-7-a @needs-imap-IMAP4rev1 @MUST
    Scenario Outline: After <command> and NOOP the new message can be read
      Given the message menu
      Then the dialogue is:
        """imap
        C2: b1 APPEND ${mailbox} {${menu.size}}
        S2: +
        C2: ${menu}
        S2: b1 OK
        C: a1 <command>
        S: a1 OK
        C: a2 NOOP
        S: a2 OK
        C: a3 FETCH 4 (RFC822.SIZE)
        S* * 4 FETCH (RFC822.SIZE ${menu.size})
        S: a3 OK
        """

      Examples:
        | command                 |
        | CHECK                   |
        | FETCH 1 FLAGS           |
        | STORE 1 +FLAGS (\Seen)  |
        | SEARCH ALL              |

    @R3501-6.1.2-b @R9051-6.1.2-b @MUST @chapter-imap-6
    Scenario: A message that another session copies into the mailbox is told
      Then the dialogue is:
        """imap
        C2: b1 COPY 1 ${mailbox}
        S2: b1 OK
        C: a1 NOOP
        S* * 4 EXISTS
        S: a1 OK
        """

  Rule: Changed flags are told by FETCH

    @R3501-5.2-4 @R9051-5.2-2 @R3501-6.5.1-7 @R9051-7-4 @SHOULD @defect-imap-flag-changes-untold
    Scenario: NOOP tells of flags that another session set
      Then the dialogue is:
        """imap
        C2: b1 STORE 2 +FLAGS (\Flagged)
        S2: b1 OK
        C: a1 NOOP
        S* * 2 FETCH (FLAGS (\Flagged))
        S: a1 OK
        """

    @R3501-2.3.2-a @R9051-2.3.2-a @MUST
    Scenario: Flags that another session set are there when they are fetched
      Then the dialogue is:
        """imap
        C2: b1 STORE 2 FLAGS (\Answered)
        S2: b1 OK
        C: a1 NOOP
        S: a1 OK
        C: a2 FETCH 2 FLAGS
        S* * 2 FETCH (FLAGS (\Answered))
        S: a2 OK
        """

    @R9051-7.5.2-19 @needs-imap-IMAP4rev2 @MUST
    Scenario: With IMAP4rev2 an unasked FETCH has the UID in it
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE IMAP4rev2
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S: a2 OK
        C: a3 FETCH 2 UID
        S* * 2 FETCH (UID ${uid:number})
        S: a3 OK
        C2: b1 STORE 2 +FLAGS (\Flagged)
        S2: b1 OK
        C: a4 NOOP
        S* * 2 FETCH (UID ${uid} FLAGS (\Flagged))
        S: a4 OK
        """

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

    @R3501-7.4.1-1 @R9051-7.5.1-1 @MUST @defect-imap-expunge-during-fetch
    Scenario Outline: <command> sends no EXPUNGE for what another session removed
      Then the dialogue is:
        """imap
        C2: b1 STORE 1 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2: b2 OK
        C: a1 <command>
        S! * ${n:number} EXPUNGE
        S: a1 OK/NO
        """

      Examples:
        | command                       |
        | FETCH 2 FLAGS                 |
        | FETCH 1:3 (UID FLAGS)         |
        | STORE 2 +FLAGS (\Flagged)     |
        | STORE 2 +FLAGS.SILENT (\Seen) |
        | SEARCH ALL                    |

    @R3501-7.4.1-1 @R9051-7.5.1-1 @MUST @defect-imap-expunge-unasked
    Scenario: Nothing about a removal comes while no command is running
      Then the dialogue is:
        """imap
        C2: b1 STORE 1 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2: b2 OK
        S: ${silent 300ms}
        C: a1 SEARCH ALL
        S! * ${n:number} EXPUNGE
        S: a1 OK
        """

    @R3501-7.4.1-1 @R9051-7.5.1-1 @R3501-2.3.1.2-b @R9051-2.3.1.2-b @MUST @defect-imap-renumbered-before-expunge
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
        C: a3 NOOP
        S: a3 OK
        C: a4 FETCH 2 (UID)
        S* * 2 FETCH (UID ${uid})
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

    @R3501-5.2-a @needs-imap-IMAP4rev1 @MUST @defect-imap-exists-shrinks
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

  Rule: A mailbox that others have open can be worked on

    @R3501-2.3.2-a @R9051-2.3.2-a @MUST
    Scenario: Two sessions set flags of one message, and both stay
      Then the dialogue is:
        """imap
        C: a1 STORE 2 +FLAGS.SILENT (\Flagged)
        S: a1 OK
        C2: b1 STORE 2 +FLAGS.SILENT (\Answered)
        S2: b1 OK
        C: a2 NOOP
        S: a2 OK
        C: a3 FETCH 2 FLAGS
        S* * 2 FETCH (FLAGS (\Flagged \Answered))
        S: a3 OK
        """

    @R3501-2.3.1-8 @R9051-2.3.1.1-8 @R3501-2.3.1.1-a @R9051-2.3.1.1-a @MUST
    Scenario: Messages that two sessions append get different UIDs, in order
      Given the message menu
      And the message folded
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {${menu.size}}
        S: +
        C: ${menu}
        S: a1 OK
        C2: b1 APPEND ${mailbox} {${folded.size}}
        S2: +
        C2: ${folded}
        S2: b1 OK
        C: a2 NOOP
        S: a2 OK
        C: a3 FETCH 3:5 (UID RFC822.SIZE)
        S* * 3 FETCH (UID ${three:number})
        S* * 4 FETCH (UID ${four:number > three} RFC822.SIZE ${menu.size})
        S* * 5 FETCH (UID ${five:number > four} RFC822.SIZE ${folded.size})
        S: a3 OK
        """

    # The server may refuse to delete a mailbox in use, or close the other session; it must not fall over.
    @M-robust-imap-deleted-open @SHOULD
    Scenario: A mailbox is deleted while another session has it open
      Then the dialogue is:
        """imap
        C2: b1 CLOSE
        S2: b1 OK
        C2: b2 DELETE ${mailbox}
        S2: b2 OK/NO
        C: a1 NOOP
        S? * BYE
        S: a1 OK/NO
        """

  Rule: Commands may be sent without waiting

    @R3501-5.5-5 @R9051-5.5-4 @MUST @defect-imap-pipelined-out-of-order
    Scenario: Of two STOREs that are sent together the second counts
      Then the dialogue is:
        """imap
        C: a1 STORE 1 FLAGS (\Flagged)
        C: a2 STORE 1 FLAGS (\Draft)
        S: a1 OK
        S: a2 OK
        C: a3 FETCH 1 FLAGS
        S* * 1 FETCH (FLAGS (\Draft))
        S: a3 OK
        """

    # RFC 3501 §5.5 lists this sequence as a valid one.
    @R3501-5.5-5 @R9051-5.5-4 @MUST
    Scenario: STORE, COPY and EXPUNGE that are sent together are done in order
      Given an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-copy
        S: a1 OK
        C: a2 STORE 2 FLAGS (\Deleted \Flagged)
        C: a3 COPY 2 ${mailbox}-copy
        C: a4 EXPUNGE
        S: a2 OK
        S: a3 OK
        S: a4 OK
        C: a5 SELECT ${mailbox}-copy
        S: a5 OK
        C: a6 FETCH 1 FLAGS
        S* * 1 FETCH (FLAGS (\Deleted \Flagged))
        S: a6 OK
        C: a7 STATUS ${mailbox} (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 2)
        S: a7 OK
        """

    @R3501-2.2.2-a @R9051-2.2.2-a @R3501-5.5-5 @R9051-5.5-4 @MUST
    Scenario: Every pipelined command gets its own result
      Then the dialogue is:
        """imap
        C: a1 NOOP
        C: a2 CAPABILITY
        C: a3 STATUS INBOX (MESSAGES)
        C: a4 SEARCH ALL
        C: a5 NOOP
        S: a1 OK
        S: a2 OK
        S: a3 OK
        S: a4 OK
        S: a5 OK
        """
