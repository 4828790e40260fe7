@needs-imap-CONDSTORE
Feature: Mod-sequences
  Each change of flags and each message that comes takes a mod-sequence (RFC 7162 §3.1, §3.1.2.1, §3.1.7).

  Background:
    Given the mailbox holds:
      | message | flags        |
      | plain   | \Seen        |
      | budget  |              |
      | minutes | \Seen $Label |
    And an IMAP session authenticated

  Rule: Every message has one

    @R7162-3.1-1 @R7162-3.1.4.2-a @MUST
    Scenario: FETCH MODSEQ tells it
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S: a1 OK
        C: a2 FETCH 1:3 (MODSEQ)
        S* * 1 FETCH (MODSEQ (${*:number > 0}))
        S* * 2 FETCH (MODSEQ (${*:number > 0}))
        S* * 3 FETCH (MODSEQ (${*:number > 0}))
        S: a2 OK
        """

    @R7162-3.1-1 @R7162-3.1.4.2-a @MUST
    Scenario: In a mailbox that EXAMINE opened too
      Then the dialogue is:
        """imap
        C: a1 EXAMINE ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S: a1 OK
        C: a2 UID FETCH 1:* (MODSEQ)
        S* * 3 FETCH (UID ${*:number} MODSEQ (${*:number > 0}))
        S: a2 OK
        """

    @R7162-3.1-a @MUST
    Scenario: A message that is appended gets one above all others
      Given the message menu
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S* * OK [HIGHESTMODSEQ ${highest:number}]
        S: a1 OK
        C: a2 APPEND ${mailbox} (\Seen) {${menu.size}}
        S: +
        C: ${menu}
        S: a2 OK
        C: ${alive}
        C: a3 FETCH 4 (MODSEQ)
        S* * 4 FETCH (MODSEQ (${*:number > highest}))
        S: a3 OK
        """

    @R7162-3.1-a @MUST
    Scenario: A copy gets one above all others
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S* * OK [HIGHESTMODSEQ ${highest:number}]
        S: a1 OK
        C: a2 COPY 1 ${mailbox}
        S: a2 OK
        C: ${alive}
        C: a3 FETCH 4 (MODSEQ)
        S* * 4 FETCH (MODSEQ (${*:number > highest}))
        S: a3 OK
        """

  Rule: It changes when flags do

    @R7162-3.1-4 @R7162-3.1.3-14 @MUST
    Scenario Outline: STORE <flags> of message <number> gives it another
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S: a1 OK
        C: a2 FETCH <number> (MODSEQ)
        S* * <number> FETCH (MODSEQ (${before:number}))
        S: a2 OK
        C: a3 STORE <number> <flags>
        S: a3 OK
        C: a4 FETCH <number> (MODSEQ)
        S* * <number> FETCH (MODSEQ (${*:number > before}))
        S: a4 OK
        """

      Examples:
        | number | flags                    |
        | 2      | +FLAGS (\Flagged)        |
        | 2      | +FLAGS.SILENT (\Deleted) |
        | 1      | -FLAGS.SILENT (\Seen)    |
        | 3      | -FLAGS ($Label)          |
        | 3      | FLAGS.SILENT (\Draft)    |

    @R7162-3.1-4 @MUST
    Scenario: A FETCH that sets \Seen gives it another
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S: a1 OK
        C: a2 FETCH 2 (MODSEQ)
        S* * 2 FETCH (MODSEQ (${before:number}))
        S: a2 OK
        C: a3 FETCH 2 BODY[TEXT]
        S: a3 OK
        C: a4 FETCH 2 (FLAGS MODSEQ)
        S* * 2 FETCH (FLAGS (\Seen) MODSEQ (${*:number > before}))
        S: a4 OK
        """

    @R7162-3.1-5 @SHOULD
    Scenario Outline: STORE <flags>, which changes nothing, leaves it as it is
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S: a1 OK
        C: a2 FETCH 3 (MODSEQ)
        S* * 3 FETCH (MODSEQ (${before:number}))
        S: a2 OK
        C: a3 STORE 3 <flags>
        S: a3 OK
        C: a4 FETCH 3 (MODSEQ)
        S* * 3 FETCH (MODSEQ (${before}))
        S: a4 OK
        """

      Examples:
        | flags                       |
        | +FLAGS.SILENT (\Seen)       |
        | -FLAGS.SILENT (\Flagged)    |
        | +FLAGS.SILENT ($Label)      |
        | FLAGS.SILENT (\Seen $Label) |

    @R7162-3.1-3 @MUST
    Scenario: Of two changes the second gets the greater one
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S: a1 OK
        C: a2 STORE 2 +FLAGS (\Flagged)
        S: a2 OK
        C: a3 STORE 1 +FLAGS (\Flagged)
        S: a3 OK
        C: a4 FETCH 2 (MODSEQ)
        S* * 2 FETCH (MODSEQ (${first:number}))
        S: a4 OK
        C: a5 FETCH 1 (MODSEQ)
        S* * 1 FETCH (MODSEQ (${*:number > first}))
        S: a5 OK
        """

    @R7162-3.1-2 @MUST
    Scenario: Changes of two sessions get different ones
      Given a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S: a1 OK
        C2: b1 SELECT ${mailbox} (CONDSTORE)
        S2: b1 OK
        C: a2 STORE 2 +FLAGS (\Flagged)
        S: a2 OK
        C2: b2 STORE 1 +FLAGS (\Answered)
        S2: b2 OK
        C: ${alive}
        C: a3 FETCH 2 (MODSEQ)
        S* * 2 FETCH (MODSEQ (${one:number}))
        S: a3 OK
        C: a4 FETCH 1 (MODSEQ)
        S* * 1 FETCH (MODSEQ (${*:number}))
        S! * 1 FETCH (MODSEQ (${one}))
        S: a4 OK
        """

  Rule: HIGHESTMODSEQ is the greatest of the mailbox

    @R7162-3.1.2.1-a @MUST
    Scenario: No message has a greater one
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S* * OK [HIGHESTMODSEQ ${highest:number}]
        S: a1 OK
        C: a2 FETCH 1:3 (MODSEQ)
        S* * 1 FETCH (MODSEQ (${*:number <= highest}))
        S* * 2 FETCH (MODSEQ (${*:number <= highest}))
        S* * 3 FETCH (MODSEQ (${*:number <= highest}))
        S: a2 OK
        """

    @R7162-3.1.2.1-1 @R7162-7-b @MUST
    Scenario: An empty mailbox has one as well
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-empty
        S: a1 OK
        C: a2 SELECT ${mailbox}-empty (CONDSTORE)
        S? * OK [NOMODSEQ]
        S* * 0 EXISTS
        S* * OK [HIGHESTMODSEQ ${*:number > 0}]
        S: a2 OK
        """

    @R7162-3.1.2.1-a @MUST
    Scenario: After a change it is as great as that at least
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S: a1 OK
        C: a2 STORE 2 +FLAGS (\Flagged)
        S* * 2 FETCH (MODSEQ (${changed:number}))
        S: a2 OK
        C: a3 SELECT ${mailbox}
        S* * OK [HIGHESTMODSEQ ${*:number >= changed}]
        S: a3 OK
        """

    @R7162-3.1.7-a @MUST
    Scenario: STATUS tells the same as SELECT
      Then the dialogue is:
        """imap
        C: a1 STATUS ${mailbox} (HIGHESTMODSEQ MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 3 HIGHESTMODSEQ ${highest:number})
        S: a1 OK
        C: a2 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S* * OK [HIGHESTMODSEQ ${highest}]
        S: a2 OK
        """

    @R7162-3.1.7-a @needs-imap-LIST-STATUS @MUST
    Scenario: So does LIST with STATUS
      Then the dialogue is:
        """imap
        C: a1 LIST "" ${mailbox} RETURN (STATUS (HIGHESTMODSEQ))
        S* * STATUS ${mailbox} (HIGHESTMODSEQ ${highest:number})
        S: a1 OK
        C: a2 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S* * OK [HIGHESTMODSEQ ${highest}]
        S: a2 OK
        """

  Rule: They are kept for good

    @R7162-3.1.2-a @MUST
    Scenario: The next session finds them as they were
      Given a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S: a1 OK
        C: a2 STORE 2 +FLAGS (\Flagged)
        S: a2 OK
        C: a3 FETCH 1:2 (MODSEQ)
        S* * 1 FETCH (MODSEQ (${one:number}))
        S* * 2 FETCH (MODSEQ (${two:number}))
        S: a3 OK
        C: ${end}
        C2: b1 SELECT ${mailbox} (CONDSTORE)
        S2: b1 OK
        C2: b2 FETCH 1:2 (MODSEQ)
        S2* * 1 FETCH (MODSEQ (${one}))
        S2* * 2 FETCH (MODSEQ (${two}))
        S2: b2 OK
        """

    @R7162-3.1.2-a @needs-restart @MUST
    Scenario: A restart of the server leaves them as they were
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S: a1 OK
        C: a2 STORE 2 +FLAGS (\Flagged)
        S: a2 OK
        C: a3 FETCH 1:2 (MODSEQ)
        S* * 1 FETCH (MODSEQ (${one:number}))
        S* * 2 FETCH (MODSEQ (${two:number}))
        S: a3 OK
        """
      When the server restarts
      Given a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C2: b1 SELECT ${mailbox} (CONDSTORE)
        S2: b1 OK
        C2: b2 FETCH 1:2 (MODSEQ)
        S2* * 1 FETCH (MODSEQ (${one}))
        S2* * 2 FETCH (MODSEQ (${two}))
        S2: b2 OK
        """
