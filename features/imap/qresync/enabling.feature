@needs-imap-QRESYNC
Feature: A client asks for quick resynchronization
  A client that says ENABLE QRESYNC is told of expunges by UID, and may ask what has gone while it was away (RFC 7162 §3.2.2 to §3.2.4).

  Background:
    Given the mailbox holds:
      | message | flags |
      | plain   | \Seen |
      | budget  |       |
      | minutes |       |
    And an IMAP session authenticated

  Rule: QRESYNC does not come alone

    @R7162-3.2.2-1 @SHOULD
    Scenario: A server with QRESYNC announces CONDSTORE
      Then the dialogue is:
        """imap
        C: a1 CAPABILITY
        S* * CAPABILITY QRESYNC CONDSTORE ${*}
        S: a1 OK
        """

    @R7162-3.2.3-1 @MUST
    Scenario: A server with QRESYNC announces ENABLE
      Then the dialogue is:
        """imap
        C: a1 CAPABILITY
        S* * CAPABILITY QRESYNC ENABLE ${*}
        S: a1 OK
        """

  Rule: ENABLE QRESYNC puts VANISHED in the place of EXPUNGE

    @R7162-3.2.3-2 @R7162-3.2.3-3 @MUST
    Scenario Outline: After <command> an expunge is told by VANISHED
      Then the dialogue is:
        """imap
        C: a1 <command>
        S* * ENABLED QRESYNC ${*}
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S? * OK [NOMODSEQ]
        S: a2 OK
        C: a3 FETCH 2 (UID)
        S* * 2 FETCH (UID ${two:number})
        S: a3 OK
        C: a4 STORE 2 +FLAGS.SILENT (\Deleted)
        S: a4 OK
        C: a5 EXPUNGE
        S* * VANISHED ${two}
        S! * ${*:number} EXPUNGE
        S: a5 OK
        """

      Examples:
        | command                  |
        | ENABLE QRESYNC           |
        | ENABLE QRESYNC CONDSTORE |
        | ENABLE CONDSTORE QRESYNC |

    @R7162-3.2.3-3 @R7162-3.2.10-1 @MUST
    Scenario: It stays so in the next mailbox
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 EXAMINE INBOX
        S: a2 OK
        C: a3 SELECT ${mailbox}
        S? * OK [NOMODSEQ]
        S: a3 OK
        C: a4 FETCH 3 (UID)
        S* * 3 FETCH (UID ${three:number})
        S: a4 OK
        C: a5 STORE 3 +FLAGS.SILENT (\Deleted)
        S: a5 OK
        C: a6 EXPUNGE
        S* * VANISHED ${three}
        S! * ${*:number} EXPUNGE
        S: a6 OK
        """

    @R7162-3.2.3-3 @MUST
    Scenario: Another session of the same user, which has not asked for it, is told by EXPUNGE
      Given a second IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S: a2 OK
        C2: b1 STORE 2 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2* * 2 EXPUNGE
        S2! * VANISHED ${*}
        S2: b2 OK
        """

    @R7162-3.2.4-1 @MUST
    Scenario Outline: After ENABLE QRESYNC flags that change by <command> come with UID and mod-sequence
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S? * OK [NOMODSEQ]
        S: a2 OK
        C: a3 <command>
        S* * 2 FETCH (UID ${*:number} FLAGS ${*} MODSEQ (${*:number > 0}))
        S: a3 OK
        """

      Examples:
        | command                                                |
        | STORE 2 +FLAGS (\Flagged)                              |
        | STORE 2 (UNCHANGEDSINCE 9223372036854775807) FLAGS ($A) |
        | FETCH 2 BODY[HEADER.FIELDS (SUBJECT)]                  |

    @R7162-3.2.4-1 @SHOULD
    Scenario: So do flags that another session changes
      Given a second IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S? * OK [NOMODSEQ]
        S: a2 OK
        C2: b1 STORE 3 +FLAGS.SILENT (\Answered)
        S2: b1 OK
        C: a3 NOOP
        S* * 3 FETCH (UID ${*:number} FLAGS (\Answered) MODSEQ (${*:number > 0}))
        S: a3 OK
        """

  Rule: Before ENABLE QRESYNC there is nothing of it

    @R7162-3.2.3-5 @R7162-3.2.5-1 @MUST
    Scenario Outline: Before ENABLE QRESYNC <command> with QRESYNC is answered BAD
      Then the dialogue is:
        """imap
        C: a1 <command> ${mailbox} (QRESYNC (1 1))
        S: a1 BAD
        """

      Examples:
        | command |
        | SELECT  |
        | EXAMINE |

    @R7162-3.2.3-5 @R7162-3.2.5-1 @MUST
    Scenario: ENABLE CONDSTORE alone does not permit it
      Then the dialogue is:
        """imap
        C: a1 ENABLE CONDSTORE
        S: a1 OK
        C: a2 SELECT ${mailbox} (QRESYNC (1 1))
        S: a2 BAD
        """

    @R7162-3.2.3-5 @R7162-3.2.6-2 @MUST
    Scenario: Before ENABLE QRESYNC the modifier VANISHED is answered BAD
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S: a1 OK
        C: a2 UID FETCH 1:* (FLAGS) (CHANGEDSINCE 1 VANISHED)
        S: a2 BAD
        """

  Rule: A mailbox that keeps no mod-sequences is opened as if nothing had changed

    @R7162-3.2.5.1-1 @MUST
    Scenario Outline: Once QRESYNC is enabled <command> brings HIGHESTMODSEQ or NOMODSEQ
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 <command> ${mailbox}
        S? * OK [NOMODSEQ]
        S* * OK [HIGHESTMODSEQ ${*:number > 0}]
        S: a2 OK
        """

      Examples:
        | command |
        | SELECT  |
        | EXAMINE |

    @R7162-3.2.5.1-2 @MUST
    Scenario: Behind NOMODSEQ what the client knows means nothing
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S? * OK [HIGHESTMODSEQ ${*:number}]
        S* * OK [UIDVALIDITY ${validity:number}]
        S: a2 OK
        C: a3 SELECT ${mailbox} (QRESYNC (${validity} 1))
        S! * VANISHED ${*}
        S! * ${*:number} FETCH ${*}
        S: a3 OK
        """
