@needs-imap-ACL @needs-imap-RIGHTS
Feature: What somebody may do with messages is what the list says
  Bob reads, marks, removes and adds messages in a mailbox of alice's as far as he has the rights to it (RFC 4314 §4). What this server ties together or
  never gives is not asked for; nor is a change of flags that nobody else would see, where the mailbox is READ-ONLY for that (§5.2).

  Background:
    Given the mailbox holds:
      | message | flags    |
      | plain   |          |
      | budget  | \Deleted |

  Rule: A mailbox is opened by who may read it

    @R4314-2.1-b @MUST
    Scenario Outline: With r <command> is carried out
      Given bob has the rights lr in the mailbox
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C2: b1 <command> ${quoted(shared)}<rest>
        S2* * <told>
        S2: b1 OK
        """

      Examples:
        | command | rest            | told                             |
        | SELECT  |                 | 2 EXISTS                         |
        | EXAMINE |                 | 2 EXISTS                         |
        | STATUS  | ${SP}(MESSAGES) | STATUS ${shared} (MESSAGES 2)    |

    @R4314-4-g @R4314-4-1 @MUST
    Scenario Outline: Without r <command> is refused
      Given bob has the rights li in the mailbox
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C2: b1 <command> ${quoted(shared)}<rest>
        S2: b1 NO
        """

      Examples:
        | command | rest            |
        | SELECT  |                 |
        | EXAMINE |                 |
        | STATUS  | ${SP}(MESSAGES) |

    @R4314-5.2-4 @MUST
    Scenario: Who may change nothing is told that it is READ-ONLY
      Given bob has the rights lr in the mailbox
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C2: b1 SELECT ${quoted(shared)}
        S2: b1 OK [READ-ONLY]
        """

    @R4314-5.2-5 @SHOULD
    Scenario Outline: Who has <right> is told that it is READ-WRITE
      Given bob has the rights lr<right> in the mailbox
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C2: b1 SELECT ${quoted(shared)}
        S2: b1 OK [READ-WRITE]
        """

      Examples:
        | right |
        | i     |
        | e     |

  Rule: PERMANENTFLAGS are the flags that one may change

    @R4314-5.1.1-2 @MUST
    Scenario: With w alone neither \Seen nor \Deleted is among them
      Given bob has the rights lrw in the mailbox
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C2: b1 SELECT ${quoted(shared)}
        S2! * OK [PERMANENTFLAGS (${*} \Deleted ${*})]
        S2! * OK [PERMANENTFLAGS (${*} \Seen ${*})]
        S2: b1 OK
        """

    @R4314-5.1.1-2 @MUST
    Scenario: With t alone \Deleted is, and \Flagged is not
      Given bob has the rights lrt in the mailbox
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C2: b1 SELECT ${quoted(shared)}
        S2* * OK [PERMANENTFLAGS (${*} \Deleted ${*})]
        S2! * OK [PERMANENTFLAGS (${*} \Flagged ${*})]
        S2: b1 OK
        """

  Rule: STORE changes what one may change

    @R4314-4-13 @MUST
    Scenario Outline: With <right> <flag> can be set
      Given bob has the rights lr<right> in the mailbox
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C2: b1 SELECT ${quoted(shared)}
        S2? b1 OK [READ-ONLY]
        S2: b1 OK
        C2: b2 STORE 1 +FLAGS (<flag>)
        S2: b2 OK
        C2: b3 FETCH 1 (FLAGS)
        S2* * 1 FETCH (FLAGS (<flag>))
        S2: b3 OK
        """

      Examples:
        | right | flag     |
        | s     | \Seen    |
        | t     | \Deleted |
        | w     | \Flagged |

    @R4314-4-13 @MUST
    Scenario Outline: Without <right> <flag> is not set
      Given bob has the rights lr<others> in the mailbox
      And a second IMAP session authenticated as bob
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C2: b1 SELECT ${quoted(shared)}
        S2: b1 OK
        C2: b2 STORE 1 +FLAGS (<flag>)
        S2: b2 OK/NO
        C: a1 FETCH 1 (FLAGS)
        S* * 1 FETCH (FLAGS ())
        S: a1 OK
        """

      Examples:
        | right | flag      | others |
        | t     | \Deleted  | sw     |
        | w     | \Flagged  | st     |
        | w     | \Answered | st     |

    @R4314-4-14 @SHOULD
    Scenario: STORE of several flags does what it may
      Given bob has the rights lrt in the mailbox
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C2: b1 SELECT ${quoted(shared)}
        S2? b1 OK [READ-ONLY]
        S2: b1 OK
        C2: b2 STORE 1 +FLAGS (\Deleted \Flagged)
        S2: b2 OK
        C2: b3 FETCH 1 (FLAGS)
        S2* * 1 FETCH (FLAGS (\Deleted))
        S2: b3 OK
        """

    @R4314-4-12 @MUST
    Scenario: Without s to read a message does not mark it
      Given bob has the rights lrw in the mailbox
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C2: b1 SELECT ${quoted(shared)}
        S2: b1 OK
        C2: b2 FETCH 1 (BODY[TEXT])
        S2: b2 OK
        C2: b3 FETCH 1 (FLAGS)
        S2* * 1 FETCH (FLAGS ())
        S2: b3 OK
        """

  Rule: EXPUNGE takes e

    @R4314-4-f @MUST
    Scenario: With e what is marked goes
      Given bob has the rights lret in the mailbox
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C2: b1 SELECT ${quoted(shared)}
        S2? b1 OK [READ-ONLY]
        S2: b1 OK
        C2: b2 STORE 2 +FLAGS (\Deleted)
        S2: b2 OK
        C2: b3 EXPUNGE
        S2* * 2 EXPUNGE
        S2: b3 OK
        """

    @R4314-4-f @MUST
    Scenario: Without e it stays
      Given bob has the rights lrt in the mailbox
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C2: b1 SELECT ${quoted(shared)}
        S2: b1 OK
        C2: b2 STORE 2 +FLAGS (\Deleted)
        S2: b2 OK/NO
        C2: b3 EXPUNGE
        S2! * ${*:number} EXPUNGE
        S2: b3 NO
        """

    @R4314-4-11 @MUST
    Scenario: Without e CLOSE closes and removes nothing
      Given bob has the rights lrt in the mailbox
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C2: b1 SELECT ${quoted(shared)}
        S2: b1 OK
        C2: b2 STORE 2 +FLAGS (\Deleted)
        S2: b2 OK/NO
        C2: b3 CLOSE
        S2: b3 OK
        C2: b4 EXAMINE ${quoted(shared)}
        S2* * 2 EXISTS
        S2: b4 OK
        """

    @R6851-4.2-a @needs-imap-MOVE/IMAP4rev2 @MUST
    Scenario: Without e MOVE is refused and leaves the message where it is
      Given bob has the rights lrt in the mailbox
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C2: b1 SELECT ${quoted(shared)}
        S2: b1 OK
        C2: b2 MOVE 1 INBOX
        S2! * ${*:number} EXPUNGE
        S2: b2 NO
        """

  Rule: Messages are put where one may insert

    @R4314-4-8 @MUST
    Scenario: With i APPEND and COPY put a message there
      Given any message one
      And bob has the rights lri in the mailbox
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C2: b1 APPEND ${quoted(shared)} {${one.size}}
        S2: +
        C2: ${one}
        S2: b1 OK
        C2: b2 SELECT ${quoted(shared)}
        S2* * 3 EXISTS
        S2: b2 OK
        C2: b3 COPY 1 ${quoted(shared)}
        S2: b3 OK
        C2: b4 STATUS ${quoted(shared)} (MESSAGES)
        S2* * STATUS ${shared} (MESSAGES 4)
        S2: b4 OK
        """

    @R4314-4-8 @MUST
    Scenario: Without i APPEND is refused
      Given any message one
      And bob has the rights lrs in the mailbox
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C2: b1 APPEND ${quoted(shared)} {${one.size}}
        S2? b1 NO
        S2: +
        C2: ${one}
        S2: b1 NO
        """

    @R4314-4-8 @MUST
    Scenario: Without i COPY is refused
      Given bob has the rights lrs in the mailbox
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C2: b1 SELECT ${quoted(shared)}
        S2: b1 OK
        C2: b2 COPY 1 ${quoted(shared)}
        S2: b2 NO
        C2: b3 STATUS ${quoted(shared)} (MESSAGES)
        S2* * STATUS ${shared} (MESSAGES 2)
        S2: b3 OK
        """

    @R4314-4-9 @R4314-4-10 @MUST
    Scenario: A copy keeps no \Deleted where t is missing
      Given bob has the rights lri in the mailbox
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C2: b1 SELECT ${quoted(shared)}
        S2: b1 OK
        C2: b2 COPY 2 ${quoted(shared)}
        S2: b2 OK
        C2: b3 EXAMINE ${quoted(shared)}
        S2: b3 OK
        C2: b4 FETCH 3 (FLAGS)
        S2* * 3 FETCH (FLAGS ())
        S2: b4 OK
        """

    @R4314-4-9 @R4314-4-10 @MUST
    Scenario: APPEND keeps the flags that one may set
      Given any message one
      And bob has the rights lrit in the mailbox
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C2: b1 APPEND ${quoted(shared)} (\Deleted \Flagged) {${one.size}}
        S2: +
        C2: ${one}
        S2: b1 OK
        C2: b2 EXAMINE ${quoted(shared)}
        S2: b2 OK
        C2: b3 FETCH 3 (FLAGS)
        S2* * 3 FETCH (FLAGS (\Deleted))
        S2: b3 OK
        """

    @R4315-3-2 @needs-imap-UIDPLUS/IMAP4rev2 @SHOULD
    Scenario: Who may not read is told no UID of what he puts there
      Given any message one
      And bob has the rights li in the mailbox
      And an IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C: b1 APPEND ${quoted(shared)} {${one.size}}
        S: +
        C: ${one}
        S: b1 OK
        """
      And every line of the last reply is a status that does not say [APPENDUID]
