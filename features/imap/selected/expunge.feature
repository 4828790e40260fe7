@needs-imap
Feature: EXPUNGE and UID EXPUNGE
  Marked messages are removed, and the numbers of the others close up
  (RFC 3501 §6.4.3, §7.4.1; RFC 4315; RFC 9051 §6.4.3, §6.4.9, §7.5.1).

  Rule: EXPUNGE removes what is marked

    @R3501-6.4.3-a @R9051-6.4.3-a @MUST
    Scenario: The marked messages go, the others stay
      Given the mailbox holds:
        | message | flags    |
        | plain   | \Deleted |
        | budget  |          |
        | minutes | \Deleted |
        | menu    |          |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 EXPUNGE
        S: a1 OK
        C: a2 FETCH 1:* BODY.PEEK[HEADER.FIELDS (SUBJECT)]
        S* * 1 FETCH (BODY[HEADER.FIELDS ${*}] "${*}Budget for the spring${*}")
        S* * 2 FETCH (BODY[HEADER.FIELDS ${*}] "${*}Menu of the week${*}")
        S! * 3 FETCH ${*}
        S: a2 OK
        """

    @R3501-6.4.3-a @R9051-6.4.3-a @MUST
    Scenario: Without a marked message EXPUNGE does nothing and succeeds
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 EXPUNGE
        S! * ${*:number} EXPUNGE
        S: a1 OK
        """

    @R3501-6.4.3-a @R9051-6.4.3-a @MUST
    Scenario: The messages are gone for other sessions
      Given the mailbox holds:
        | message | flags    |
        | plain   | \Deleted |
        | budget  |          |
      And an IMAP session with the mailbox selected
      And a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 EXPUNGE
        S: a1 OK
        C2: b1 SELECT ${mailbox}
        S2* * 1 EXISTS
        S2: b1 OK
        """

  Rule: Each removal is told, and renumbers what comes after

    # Servers may go up or down through the mailbox: RFC 3501 §7.4.1.
    @R3501-6.4.3-b @R9051-6.4.3-b @MUST
    Scenario: A removed message is told by its number
      Given the mailbox holds:
        | message | flags    |
        | plain   |          |
        | budget  | \Deleted |
        | minutes |          |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 EXPUNGE
        S* * 2 EXPUNGE
        S: a1 OK
        """

    @R3501-7.4.1-a @R9051-7.5.1-a @R3501-2.3.1.2-b @R9051-2.3.1.2-b @MUST
    Scenario: Each EXPUNGE counts as if the ones before were gone
      Given the mailbox holds:
        | message | flags    |
        | plain   | \Deleted |
        | budget  |          |
        | minutes | \Deleted |
        | menu    | \Deleted |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 EXPUNGE
        S* * ${first:number <= 4} EXPUNGE
        S* * ${second:number <= 3} EXPUNGE
        S* * ${third:number <= 2} EXPUNGE
        S: a1 OK
        C: a2 FETCH 1:* (UID)
        S* * 1 FETCH (UID ${*:number})
        S! * 2 FETCH ${*}
        S: a2 OK
        """

    @R3501-7.4.1-a @R9051-7.5.1-a @MUST
    Scenario: Of two neighbours at the beginning, the last EXPUNGE names the first
      Given the mailbox holds:
        | message | flags    |
        | plain   | \Deleted |
        | budget  | \Deleted |
        | minutes |          |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 EXPUNGE
        S* * ${first:number <= 2} EXPUNGE
        S* * 1 EXPUNGE
        S: a1 OK
        """

    @R3501-2.3.1.2-b @R9051-2.3.1.2-b @MUST
    Scenario: UIDs do not close up
      Given the mailbox holds:
        | message | flags    |
        | plain   | \Deleted |
        | budget  |          |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 2 UID
        S* * 2 FETCH (UID ${uid:number})
        S: a1 OK
        C: a2 EXPUNGE
        S: a2 OK
        C: a3 FETCH 1 UID
        S* * 1 FETCH (UID ${uid})
        S: a3 OK
        """

  Rule: The UID of a removed message never comes back

    @R3501-2.3.1-1 @R9051-2.3.1.1-1 @R3501-2.3.1-5 @R9051-2.3.1.1-5 @R9051-2.3.1.1-11 @MUST
    Scenario: A new message gets a new UID, though the last one was removed
      Given the message menu
      And the mailbox holds:
        | message | flags    |
        | plain   |          |
        | budget  | \Deleted |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 2 UID
        S* * 2 FETCH (UID ${gone:number})
        S: a1 OK
        C: a2 EXPUNGE
        S: a2 OK
        C: a3 APPEND ${mailbox} {${menu.size}}
        S: +
        C: ${menu}
        S: a3 OK
        C: ${alive}
        C: a5 FETCH 2 UID
        S* * 2 FETCH (UID ${new:number > gone})
        S: a5 OK
        """

  Rule: UID EXPUNGE removes only what it names

    @R4315-2.1-a @R9051-6.4.9-f @needs-imap-UIDPLUS/IMAP4rev2 @MUST
    Scenario: A marked message that is not named stays
      Given the mailbox holds:
        | message | flags    |
        | plain   | \Deleted |
        | budget  | \Deleted |
        | minutes |          |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 2 UID
        S* * 2 FETCH (UID ${uid:number})
        S: a1 OK
        C: a2 UID EXPUNGE ${uid}
        S* * 2 EXPUNGE
        S! * 1 EXPUNGE
        S: a2 OK
        C: a3 STATUS ${mailbox} (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 2)
        S: a3 OK
        """

    @R4315-2.1-a @R9051-6.4.9-f @needs-imap-UIDPLUS/IMAP4rev2 @MUST
    Scenario: A named message that is not marked stays
      Given the mailbox holds:
        | message | flags    |
        | plain   | \Deleted |
        | budget  |          |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 UID EXPUNGE 1:*
        S* * 1 EXPUNGE
        S: a1 OK
        C: a2 STATUS ${mailbox} (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 1)
        S: a2 OK
        """

    @R4315-2.1-a @R9051-6.4.9-f @needs-imap-UIDPLUS/IMAP4rev2 @MUST
    Scenario: UIDs that do not exist are passed over
      Given the mailbox holds:
        | message | flags    |
        | plain   | \Deleted |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 UID
        S* * 1 FETCH (UID ${uid:number})
        S: a1 OK
        C: a2 UID EXPUNGE ${uid + 100}:${uid + 200}
        S! * ${*:number} EXPUNGE
        S: a2 OK
        """
