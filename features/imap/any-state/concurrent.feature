@needs-imap @chapter-imap-6
Feature: Working at the same time
  Several sessions work on one mailbox, one session sends several commands (RFC 3501 §5.5, RFC 9051 §5.5).

  Background:
    Given the mailbox holds:
      | message | flags |
      | plain   | \Seen |
      | budget  |       |
      | minutes |       |
    And an IMAP session with the mailbox selected
    And a second IMAP session with the mailbox selected

  Rule: A mailbox that others have open can be worked on

    @R3501-2.3.2-a @R9051-2.3.2-a @MUST
    Scenario: Two sessions set flags of one message, and both stay
      Then the dialogue is:
        """imap
        C: a1 STORE 2 +FLAGS.SILENT (\Flagged)
        S: a1 OK
        C2: b1 STORE 2 +FLAGS.SILENT (\Answered)
        S2: b1 OK
        C: ${alive}
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
        C: ${alive}
        C: a3 FETCH 3:5 (UID BODY.PEEK[HEADER.FIELDS (SUBJECT)])
        S* * 3 FETCH (UID ${three:number})
        S* * 4 FETCH (UID ${four:number > three} BODY[HEADER.FIELDS ${*}] "${*}Menu of the week${*}")
        S* * 5 FETCH (UID ${five:number > four} BODY[HEADER.FIELDS ${*}] "${*}folded${*}")
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
        C: ${alive}
        S? * BYE
        S? a1 NO
        """

  Rule: Commands may be sent without waiting

    @R3501-5.5-5 @R9051-5.5-4 @MUST
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
        C: a5 STATUS ${mailbox}-copy (MESSAGES)
        S* * STATUS ${mailbox}-copy (MESSAGES 1)
        S: a5 OK
        C: a6 STATUS ${mailbox} (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 2)
        S: a6 OK
        """

    # In whatever order: none of them affects another (§5.5).
    @R3501-2.2.2-a @R9051-2.2.2-a @MUST
    Scenario: Every pipelined command gets its own result
      Then the dialogue is:
        """imap
        C: a1 STATUS INBOX (UIDNEXT)
        C: a2 CAPABILITY
        C: a3 STATUS INBOX (MESSAGES)
        C: a4 SEARCH ALL
        C: a5 LIST "" INBOX
        S: a1 OK
        S: a2 OK
        S: a3 OK
        S: a4 OK
        S: a5 OK
        """
