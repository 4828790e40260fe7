@needs-imap
Feature: SELECT
  SELECT opens a mailbox and reports what is in it (RFC 3501 §6.3.1, §6.3.2, §7.1, §7.2.6; RFC 9051 §6.3.2, §6.3.3, §7.1, §7.3.5).

  Background:
    Given the mailbox holds:
      | message | flags           |
      | plain   | \Seen           |
      | budget  | \Seen \Answered |
      | minutes |                 |
      | menu    | \Flagged        |

  Rule: Opening a mailbox reports its state

    @R3501-6.3.1-2 @R3501-6.3.1-3 @R9051-6.3.2-3 @R3501-7.3.2-a @needs-imap-IMAP4rev1 @MUST
    Scenario: SELECT reports all that RFC 3501 demands, before its OK
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox}
        S* * FLAGS ${*}
        S* * 4 EXISTS
        S* * ${*:number} RECENT
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
        S* * ${*:number} RECENT
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

    @R3501-6.3.1-b @needs-imap-IMAP4rev1 @MUST
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

    @R3501-7.1-b @R9051-7.1-b @SHOULD
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
        C: ${end}
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

    @R3501-6.3.2-4 @R9051-6.3.3-3 @MUST
    Scenario: EXAMINE ends with READ-ONLY
      Given an IMAP session authenticated
      When the client sends: a1 EXAMINE ${mailbox}
      Then the reply is a1 OK [READ-ONLY]
