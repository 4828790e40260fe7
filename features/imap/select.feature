@needs-imap
Feature: SELECT and EXAMINE
  SELECT opens a mailbox and reports what is in it; EXAMINE does the same and lets nothing change
  (RFC 3501 §6.3.1, §6.3.2, §7.1, §7.2.6; RFC 9051 §6.3.2, §6.3.3, §7.1, §7.3.5).

  Background:
    Given the mailbox holds:
      | message | flags           |
      | plain   | \Seen           |
      | budget  | \Seen \Answered |
      | minutes |                 |
      | menu    | \Flagged        |

  Rule: Opening a mailbox reports its state

    @R3501-6.3.1-2 @R3501-6.3.1-3 @R9051-6.3.2-3 @R3501-7.3.2-a @needs-imap-IMAP4rev1 @MUST
    @defect-imap-select-without-uidnext
    Scenario: SELECT reports all that RFC 3501 demands, before its OK
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox}
        S* * FLAGS ${*}
        S* * 4 EXISTS
        S* * ${recent:number} RECENT
        S* * OK [UNSEEN 3]
        S* * OK [PERMANENTFLAGS ${*}]
        S* * OK [UIDNEXT ${next:number > 0}]
        S* * OK [UIDVALIDITY ${validity:number > 0}]
        S: a1 OK
        """

    @R3501-6.3.2-2 @R3501-7.3.2-a @needs-imap-IMAP4rev1 @MUST
    Scenario: EXAMINE reports all that RFC 3501 demands, before its OK
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 EXAMINE ${mailbox}
        S* * FLAGS ${*}
        S* * 4 EXISTS
        S* * ${recent:number} RECENT
        S* * OK [UNSEEN 3]
        S* * OK [PERMANENTFLAGS ${*}]
        S* * OK [UIDNEXT ${next:number > 0}]
        S* * OK [UIDVALIDITY ${validity:number > 0}]
        S: a1 OK
        """

    @R3501-6.3.1-a @R9051-6.3.2-a @MUST
    Scenario: EXISTS is the number of messages
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox}
        S* * 4 EXISTS
        S: a1 OK
        """

    @R3501-6.3.1-b @needs-imap-IMAP4rev1 @MUST @defect-imap-unseen-counts
    Scenario: UNSEEN is the number of the first unseen message, not their count
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox}
        S* * OK [UNSEEN 3]
        S: a1 OK
        """

    @R3501-6.3.1-g @needs-imap-IMAP4rev1 @needs-imap-ESEARCH @MUST
    Scenario: RECENT is the number of messages that SEARCH RECENT finds
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox}
        S* * ${recent:number} RECENT
        S: a1 OK
        C: a2 SEARCH RETURN (COUNT) RECENT
        S* * ESEARCH (TAG "a2") COUNT ${recent}
        S: a2 OK
        """

    @R3501-6.3.1-c @R9051-6.3.2-c @MUST
    Scenario: UIDNEXT is above the UID of every message
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox}
        S* * OK [UIDNEXT ${next:number}]
        S: a1 OK
        C: a2 UID FETCH * (FLAGS)
        S* * 4 FETCH (UID ${last:number < next})
        S: a2 OK
        """

  Rule: The flags of a mailbox are made known

    @R3501-7.2.6-a @R9051-7.3.5-a @MUST
    Scenario: FLAGS lists the flags that the protocol defines
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox}
        S* * FLAGS (\Answered \Flagged \Deleted \Seen \Draft ${*})
        S: a1 OK
        """

    @R3501-2.3.2-2 @R9051-2.3.2-1 @MAY
    Scenario: Clients may make new keywords
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox}
        S* * OK [PERMANENTFLAGS (\* ${*})]
        S: a1 OK
        """

    @R3501-7.1-b @R9051-7.1-b @SHOULD @defect-imap-flags-not-permanent
    Scenario Outline: The flag <flag>, which PERMANENTFLAGS lists, is still set in a later session
      Given an IMAP session authenticated
      And a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox}
        S* * OK [PERMANENTFLAGS (<flag> ${*})]
        S: a1 OK
        C: a2 STORE 3 FLAGS (<flag>)
        S: a2 OK
        C: a3 LOGOUT
        S: a3 OK
        S: ${closed}
        C2: b1 EXAMINE ${mailbox}
        S2: b1 OK
        C2: b2 FETCH 3 FLAGS
        S2* * 3 FETCH (FLAGS (<flag>))
        S2: b2 OK
        """

      Examples:
        | flag      |
        | \Answered |
        | \Flagged  |
        | \Deleted  |
        | \Seen     |
        | \Draft    |

  Rule: The result says whether the mailbox may be changed

    @R3501-6.3.1-5 @R9051-6.3.2-8 @SHOULD
    Scenario: SELECT of one's own mailbox ends with READ-WRITE
      Given an IMAP session authenticated
      When the client sends: a1 SELECT ${mailbox}
      Then the reply is a1 OK [READ-WRITE]

    @R3501-6.3.2-4 @R9051-6.3.3-3 @MUST @defect-imap-examine-read-write
    Scenario: EXAMINE ends with READ-ONLY
      Given an IMAP session authenticated
      When the client sends: a1 EXAMINE ${mailbox}
      Then the reply is a1 OK [READ-ONLY]

  Rule: EXAMINE lets nothing change

    @R3501-6.3.2-a @R9051-6.3.3-a @MUST @defect-imap-examine-sets-seen
    Scenario: Reading a message of an examined mailbox does not set \Seen
      Given an IMAP session authenticated
      And a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 EXAMINE ${mailbox}
        S: a1 OK
        C: a2 FETCH 3 BODY[]
        S* * 3 FETCH (BODY[] ${minutes})
        S: a2 OK
        C2: b1 STATUS ${mailbox} (UNSEEN)
        S2* * STATUS ${mailbox} (UNSEEN 2)
        S2: b1 OK
        """

    # The server may answer OK, as long as nothing happens.
    @R3501-6.3.2-a @R9051-6.3.3-a @MUST @defect-imap-examine-stores
    Scenario: STORE in an examined mailbox changes nothing
      Given an IMAP session authenticated
      And a second IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 EXAMINE ${mailbox}
        S: a1 OK
        C: a2 STORE 1 +FLAGS (\Flagged)
        S: a2 OK/NO/BAD
        C2: b1 NOOP
        S2: b1 OK
        C2: b2 FETCH 1 FLAGS
        S2* * 1 FETCH (FLAGS (\Seen))
        S2: b2 OK
        """

    @R3501-6.3.2-a @R9051-6.3.3-a @MUST @defect-imap-examine-expunges
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

  Rule: One mailbox at a time

    @R3501-6.3.1-e @R9051-6.3.2-e @MUST @defect-imap-failed-select-keeps-mailbox
    Scenario: A SELECT that fails leaves no mailbox selected
      Given an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox}-missing
        S: a1 NO
        C: a2 FETCH 1 FLAGS
        S: a2 BAD/NO
        """

    @R3501-6.3.1-f @R9051-6.3.2-f @MUST
    Scenario Outline: <command> of a mailbox that does not exist is answered with NO
      Given an IMAP session authenticated
      When the client sends: a1 <command> ${mailbox}-missing
      Then the reply is a1 NO

      Examples:
        | command |
        | SELECT  |
        | EXAMINE |

    @R3501-6.4.2-d @R9051-6.4.1-d @MUST
    Scenario Outline: <command> of another mailbox removes nothing from the first
      Given an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 STORE 1:2 +FLAGS.SILENT (\Deleted)
        S: a1 OK
        C: a2 <command> INBOX
        S: a2 OK
        C: a3 STATUS ${mailbox} (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 4)
        S: a3 OK
        """

      Examples:
        | command |
        | SELECT  |
        | EXAMINE |

    @R3501-6.3.1-e @R9051-6.3.2-e @MUST
    Scenario: Numbers belong to the mailbox that was selected last
      Given an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-two
        S: a1 OK
        C: a2 COPY 4 ${mailbox}-two
        S: a2 OK
        C: a3 SELECT ${mailbox}-two
        S* * 1 EXISTS
        S: a3 OK
        C: a4 FETCH 1 BODY.PEEK[HEADER.FIELDS (SUBJECT)]
        S* * 1 FETCH (BODY[HEADER.FIELDS ${*}] "Subject: Menu of the week${CRLF}${CRLF}")
        S: a4 OK
        """

  Rule: INBOX is there in any case

    @R3501-5.1-a @R9051-5.1-a @R3501-7.5-15 @R9051-9-15 @MUST @defect-imap-inbox-case
    Scenario Outline: SELECT <name> opens INBOX
      Given an IMAP session authenticated
      When the client sends: a1 SELECT <name>
      Then the reply is a1 OK

      Examples:
        | name    |
        | INBOX   |
        | inbox   |
        | iNbOx   |
        | "InBoX" |

    @R3501-5.1-a @R9051-5.1-a @R3501-7.5-15 @R9051-9-15 @MUST @defect-imap-inbox-case
    Scenario: INBOX as a literal in mixed case opens INBOX
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SELECT {5}
        S: +
        C: inBOx
        S: a1 OK
        """

  Rule: IMAP4rev2 has LIST and CLOSED instead of RECENT and UNSEEN

    @R9051-6.3.2-2 @R9051-6.3.2-3 @R9051-6.3.2-4 @R9051-6.3.3-2 @needs-imap-IMAP4rev2 @MUST
    Scenario Outline: <command> with IMAP4rev2 reports all that RFC 9051 demands
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE IMAP4rev2
        S: a1 OK
        C: a2 <command> ${mailbox}
        S* * FLAGS ${*}
        S* * 4 EXISTS
        S* * LIST (${*}) ${*} ${mailbox}
        S* * OK [PERMANENTFLAGS ${*}]
        S* * OK [UIDNEXT ${next:number > 0}]
        S* * OK [UIDVALIDITY ${validity:number > 0}]
        S: a2 OK
        """

      Examples:
        | command |
        | SELECT  |
        | EXAMINE |

    @R9051-6.3.2-5 @needs-imap-IMAP4rev2 @MUST
    Scenario: The attributes in the LIST response of SELECT are right
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE IMAP4rev2
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S* * LIST (${*}) ${*} ${mailbox}
        S! * LIST (\NonExistent ${*}) ${*}
        S! * LIST (\Noselect ${*}) ${*}
        S! * LIST (\HasChildren ${*}) ${*}
        S: a2 OK
        """

    @R9051-6.3.2-7 @needs-imap-IMAP4rev2 @MUST
    Scenario: SELECT of another mailbox sends CLOSED in between
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE IMAP4rev2
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S: a2 OK
        C: a3 SELECT INBOX
        S* * OK [CLOSED]
        S: a3 OK
        """
