@needs-imap
Feature: MOVE
  Messages go from one mailbox to another in one step (RFC 6851, RFC 9051 §6.4.8).

  Background:
    Given the mailbox holds:
      | message | flags          | date                       |
      | plain   | \Seen \Flagged | 17-Jul-1996 02:44:25 -0700 |
      | budget  | \Answered      | 18-Jul-1996 02:44:25 -0700 |
      | minutes |                | 19-Jul-1996 02:44:25 -0700 |
    And an IMAP session with the mailbox selected

  Rule: MOVE takes messages from one mailbox to the other in one step

    @R6851-3.3-a @R9051-6.4.8-a @R6851-3.3-3 @R9051-6.4.8-3 @needs-imap-MOVE/IMAP4rev2 @MUST
    Scenario: Moved messages are in the destination and not in the source
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-moved
        S: a1 OK
        C: a2 MOVE 1,3 ${mailbox}-moved
        S: a2 OK
        C: a3 FETCH 1:* BODY.PEEK[]
        S* * 1 FETCH (BODY[] ${budget})
        S! * 2 FETCH ${*}
        S: a3 OK
        C: a4 SELECT ${mailbox}-moved
        S* * 2 EXISTS
        S: a4 OK
        C: a5 FETCH 1:2 BODY.PEEK[]
        S* * 1 FETCH (BODY[] ${plain})
        S* * 2 FETCH (BODY[] ${minutes})
        S: a5 OK
        """

    @R6851-3.3-2 @needs-imap-MOVE/IMAP4rev2 @SHOULD
    Scenario: No message stays in both mailboxes
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-moved
        S: a1 OK
        C: a2 MOVE 1:3 ${mailbox}-moved
        S: a2 OK
        C: a3 STATUS ${mailbox}-moved (MESSAGES)
        S* * STATUS ${mailbox}-moved (MESSAGES 3)
        S: a3 OK
        C: a4 SELECT ${mailbox}
        S* * 0 EXISTS
        S: a4 OK
        """

    @R6851-3.3-b @R9051-6.4.8-b @needs-imap-MOVE/IMAP4rev2 @MUST
    Scenario: MOVE tells of the messages that leave
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-moved
        S: a1 OK
        C: a2 MOVE 2 ${mailbox}-moved
        S* * 2 EXPUNGE
        S: a2 OK
        """

    @R6851-3.3-1 @R9051-6.4.8-2 @needs-imap-MOVE/IMAP4rev2 @MUST
    Scenario: MOVE reports no flags, and the moved message is not \Deleted
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-moved
        S: a1 OK
        C: a2 MOVE 1 ${mailbox}-moved
        S! * ${*:number} FETCH (FLAGS (\Deleted ${*}))
        S: a2 OK
        C: a3 SELECT ${mailbox}-moved
        S: a3 OK
        C: a4 FETCH 1 FLAGS
        S! * 1 FETCH (FLAGS (\Deleted ${*}))
        S: a4 OK
        """

    @R9051-6.4.8-1 @needs-imap-IMAP4rev2 @SHOULD
    Scenario: MOVE keeps flags and internal date
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-moved
        S: a1 OK
        C: a2 MOVE 1 ${mailbox}-moved
        S: a2 OK
        C: a3 EXAMINE ${mailbox}-moved
        S: a3 OK
        C: a4 FETCH 1 (FLAGS INTERNALDATE)
        S* * 1 FETCH (FLAGS (\Seen \Flagged) INTERNALDATE "17-Jul-1996 02:44:25 -0700")
        S: a4 OK
        """

    # A server of IMAP4rev1 that makes the mailbox breaks a SHOULD only, as with COPY.
    @R6851-3.3-c @R9051-6.4.8-8 @needs-imap-MOVE/IMAP4rev2 @MUST
    Scenario: MOVE to a mailbox that does not exist says TRYCREATE
      Then the dialogue is:
        """imap
        C: a1 MOVE 1 ${mailbox}-missing
        S? a1 OK
        S: a1 NO [TRYCREATE]
        """

    @R9051-6.4.8-6 @R9051-6.4.8-7 @needs-imap-IMAP4rev2 @MUST
    Scenario: MOVE to a mailbox that does not exist fails, makes none and removes nothing
      Then the dialogue is:
        """imap
        C: a1 MOVE 1 ${mailbox}-missing
        S! * 1 EXPUNGE
        S: a1 NO
        C: a2 STATUS ${mailbox}-missing (MESSAGES)
        S: a2 NO
        """

    @R6851-4.3-1 @needs-imap-MOVE @needs-imap-UIDPLUS @SHOULD
    Scenario: UID MOVE returns COPYUID, before or in its result
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-moved
        S: a1 OK
        C: a2 FETCH 2 UID
        S* * 2 FETCH (UID ${source:number})
        S: a2 OK
        C: a3 UID MOVE ${source} ${mailbox}-moved
        S? a3 OK [COPYUID ${validity:number} ${source} ${copy:number}]
        S* * OK [COPYUID ${validity:number} ${source} ${copy:number}]
        S: a3 OK
        """

    @R6851-4.3-a @needs-imap-MOVE @needs-imap-UIDPLUS @SHOULD
    Scenario: COPYUID comes in an untagged OK, before EXPUNGE makes the number invalid
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-moved
        S: a1 OK
        C: a2 MOVE 2 ${mailbox}-moved
        S* * OK [COPYUID ${*:number} ${*:number} ${*:number}]
        S: a2 OK
        """

    @R9051-6.4.8-9 @needs-imap-IMAP4rev2 @MUST
    Scenario: With IMAP4rev2 COPYUID comes in an untagged OK
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-moved
        S: a1 OK
        C: a2 MOVE 2 ${mailbox}-moved
        S* * OK [COPYUID ${*:number} ${*:number} ${*:number}]
        S: a2 OK
        """

    @R6851-3.2-a @R9051-6.4.9-g @needs-imap-MOVE/IMAP4rev2 @MUST
    Scenario: In UID MOVE the numbers are UIDs
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-moved
        S: a1 OK
        C: a2 STORE 1 +FLAGS.SILENT (\Deleted)
        S: a2 OK
        C: a3 EXPUNGE
        S: a3 OK
        C: a4 FETCH 2 UID
        S* * 2 FETCH (UID ${uid:number})
        S: a4 OK
        C: a5 UID MOVE ${uid} ${mailbox}-moved
        S* * 2 EXPUNGE
        S: a5 OK
        C: a6 SELECT ${mailbox}-moved
        S: a6 OK
        C: a7 FETCH 1 BODY.PEEK[]
        S* * 1 FETCH (BODY[] ${minutes})
        S: a7 OK
        """
