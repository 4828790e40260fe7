@needs-imap-CONDSTORE
Feature: A client shows that it knows mod-sequences
  Every message has a mod-sequence, which grows when its flags change (RFC 7162 §3.1). From the first command that speaks of one the
  server tells them without being asked. A mailbox that keeps none says so by NOMODSEQ (§3.1.2.2), and these scenarios end there.

  Background:
    Given the mailbox holds:
      | message | flags |
      | plain   | \Seen |
      | budget  |       |

  Rule: Each of these commands enables CONDSTORE

    @R7162-3.1-7 @MUST
    Scenario Outline: After <command> STORE tells the mod-sequence beside the flags
      Given an IMAP session authenticated
      And a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C2: b1 EXAMINE ${mailbox} (CONDSTORE)
        S2? * OK [NOMODSEQ]
        S2: b1 OK
        C: a1 SELECT ${mailbox}
        S: a1 OK
        C: a2 <command>
        S: a2 OK
        C: a3 STORE 2 +FLAGS (\Flagged)
        S* * 2 FETCH (FLAGS (\Flagged) MODSEQ (${*:number > 0}))
        S: a3 OK
        """

      Examples:
        | command                                                       |
        | STATUS INBOX (HIGHESTMODSEQ)                                  |
        | FETCH 1 (MODSEQ)                                              |
        | UID FETCH 1:* (UID MODSEQ)                                    |
        | SEARCH MODSEQ 1                                               |
        | FETCH 1 (FLAGS) (CHANGEDSINCE 9223372036854775807)            |
        | STORE 1 (UNCHANGEDSINCE 9223372036854775807) +FLAGS.SILENT () |

    @R7162-3.1-7 @needs-imap-ENABLE @MUST
    Scenario: After ENABLE CONDSTORE STORE tells the mod-sequence beside the flags
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE CONDSTORE
        S* * ENABLED CONDSTORE
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S? * OK [NOMODSEQ]
        S: a2 OK
        C: a3 STORE 2 +FLAGS (\Flagged)
        S* * 2 FETCH (FLAGS (\Flagged) MODSEQ (${*:number > 0}))
        S: a3 OK
        """

    @R7162-3.1.8-1 @R7162-3.1-7 @MUST
    Scenario: After SELECT with CONDSTORE STORE tells the mod-sequence beside the flags
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S: a1 OK
        C: a2 STORE 2 +FLAGS (\Flagged)
        S* * 2 FETCH (FLAGS (\Flagged) MODSEQ (${*:number > 0}))
        S: a2 OK
        """

    @R7162-3.1.8-1 @R7162-3.1-7 @MUST
    Scenario: It stays so in the next mailbox
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 EXAMINE INBOX (CONDSTORE)
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S? * OK [NOMODSEQ]
        S: a2 OK
        C: a3 STORE 2 +FLAGS (\Flagged)
        S* * 2 FETCH (FLAGS (\Flagged) MODSEQ (${*:number > 0}))
        S: a3 OK
        """

    @R7162-3.1.4.2-1 @SHOULD
    Scenario: The UID comes as well
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S: a1 OK
        C: a2 STORE 2 +FLAGS (\Flagged)
        S* * 2 FETCH (UID ${*:number} FLAGS (\Flagged) MODSEQ (${*:number > 0}))
        S: a2 OK
        """

    @R7162-3.1.4.2-1 @SHOULD
    Scenario: A FETCH that sets \Seen tells UID and mod-sequence
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S: a1 OK
        C: a2 FETCH 2 BODY[HEADER.FIELDS (SUBJECT)]
        S* * 2 FETCH (UID ${*:number} FLAGS (\Seen) MODSEQ (${*:number > 0}))
        S: a2 OK
        """

  Rule: The first such command tells where the selected mailbox stands

    @R7162-3.1-8 @MUST
    Scenario Outline: In a selected mailbox the first <command> brings HIGHESTMODSEQ
      Given an IMAP session authenticated
      And a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C2: b1 EXAMINE ${mailbox} (CONDSTORE)
        S2? * OK [NOMODSEQ]
        S2: b1 OK
        C: a1 SELECT ${mailbox}
        S: a1 OK
        C: a2 <command>
        S* * OK [HIGHESTMODSEQ ${*:number > 0}]
        S: a2 OK
        """

      Examples:
        | command                                                       |
        | STATUS INBOX (HIGHESTMODSEQ)                                  |
        | FETCH 1 (MODSEQ)                                              |
        | SEARCH MODSEQ 1                                               |
        | FETCH 1 (FLAGS) (CHANGEDSINCE 1)                              |
        | STORE 1 (UNCHANGEDSINCE 9223372036854775807) +FLAGS.SILENT () |

  Rule: SELECT and EXAMINE tell where the mailbox stands

    @R7162-3.1.2-1 @R7162-3.1.2.1-1 @MUST
    Scenario Outline: Once CONDSTORE is enabled <command> brings HIGHESTMODSEQ or NOMODSEQ
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 STATUS INBOX (HIGHESTMODSEQ)
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

    @R7162-3.1.2-1 @R7162-3.1.2.1-1 @MUST
    Scenario Outline: <command> with CONDSTORE brings HIGHESTMODSEQ or NOMODSEQ
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 <command> ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S* * OK [HIGHESTMODSEQ ${*:number > 0}]
        S: a1 OK
        """

      Examples:
        | command |
        | SELECT  |
        | EXAMINE |

    @R7162-3.2.11-a @MUST
    Scenario Outline: CLOSED tells that <command> has left another mailbox
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox}
        S: a1 OK
        C: a2 <command> INBOX
        S* * OK [CLOSED]
        S: a2 OK
        """

      Examples:
        | command |
        | SELECT  |
        | EXAMINE |

  Rule: A mailbox that keeps no mod-sequences refuses what needs them

    @R7162-3.1.2.2-2 @MUST
    Scenario Outline: Behind NOMODSEQ <command> is answered BAD
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [HIGHESTMODSEQ ${*:number}]
        S: a1 OK
        C: a2 <command>
        S: a2 BAD
        """

      Examples:
        | command                                            |
        | FETCH 1 (FLAGS) (CHANGEDSINCE 1)                   |
        | FETCH 1 (MODSEQ)                                   |
        | SEARCH MODSEQ 1                                    |
        | STORE 1 (UNCHANGEDSINCE 1) +FLAGS.SILENT (\Seen)   |

    @R7162-3.1.7-1 @MUST
    Scenario: STATUS tells 0 of it
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [HIGHESTMODSEQ ${*:number}]
        S: a1 OK
        C: a2 EXAMINE INBOX
        S: a2 OK
        C: a3 STATUS ${mailbox} (HIGHESTMODSEQ)
        S* * STATUS ${mailbox} (HIGHESTMODSEQ 0)
        S: a3 OK
        """

  Rule: Words and numbers are taken as the grammar has them

    @R7162-7-1 @MUST
    Scenario Outline: <command> is the same in small letters
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 select ${mailbox} (condstore)
        S? * OK [NOMODSEQ]
        S: a1 OK
        C: a2 <command>
        S: a2 OK
        """

      Examples:
        | command                                                       |
        | fetch 1 (modseq)                                              |
        | fetch 1 (flags) (changedsince 1)                              |
        | search modseq 1                                               |
        | store 1 (unchangedsince 9223372036854775807) +flags.silent () |
        | status INBOX (highestmodseq)                                  |

    @R7162-7-e @MUST
    Scenario Outline: <command> takes a mod-sequence of 63 bits
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S: a1 OK
        C: a2 <command>
        S: a2 OK
        """

      Examples:
        | command                                                            |
        | FETCH 1 (FLAGS) (CHANGEDSINCE 9223372036854775807)                 |
        | UID FETCH 1:* (FLAGS) (CHANGEDSINCE 9223372036854775806)           |
        | SEARCH MODSEQ 9223372036854775807                                  |
        | STORE 1 (UNCHANGEDSINCE 9223372036854775807) +FLAGS.SILENT (\Seen) |
