@needs-imap @chapter-imap-5 @chapter-imap-3
Feature: State over time
  A client that comes back finds what it left, under the same UIDs (RFC 3501 §2.3.1.1, §5.2; RFC 9051 §2.3.1.1).

  Rule: UIDVALIDITY and UIDs last

    @R3501-6.3.1-d @R9051-6.3.2-d @SHOULD
    Scenario: UIDVALIDITY is the same in the next session
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session authenticated
      And a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox}
        S* * OK [UIDVALIDITY ${validity:number}]
        S: a1 OK
        C: ${end}
        C2: b1 SELECT ${mailbox}
        S2* * OK [UIDVALIDITY ${validity}]
        S2: b1 OK
        """

    @R3501-2.3.1-7 @R9051-2.3.1.1-7 @SHOULD
    Scenario: UIDs are the same in the next session
      Given the mailbox holds:
        | message |
        | plain   |
        | budget  |
      And an IMAP session with the mailbox selected
      And a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 FETCH 1:2 UID
        S* * 1 FETCH (UID ${one:number})
        S* * 2 FETCH (UID ${two:number})
        S: a1 OK
        C: ${end}
        C2: b1 SELECT ${mailbox}
        S2: b1 OK
        C2: b2 FETCH 1:2 UID
        S2* * 1 FETCH (UID ${one})
        S2* * 2 FETCH (UID ${two})
        S2: b2 OK
        """

    @R3501-2.3.1-6 @R9051-2.3.1.1-6 @needs-restart @MUST
    Scenario: UIDs and UIDVALIDITY survive a restart of the server, or UIDVALIDITY grows
      Given the mailbox holds:
        | message |
        | plain   |
        | plain   |
        | plain   |
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox}
        S* * OK [UIDVALIDITY ${validity:number}]
        S: a1 OK
        C: a2 STORE 1 +FLAGS.SILENT (\Deleted)
        S: a2 OK
        C: a3 EXPUNGE
        S: a3 OK
        C: a4 FETCH 1:2 UID
        S* * 1 FETCH (UID ${one:number})
        S* * 2 FETCH (UID ${two:number})
        S: a4 OK
        """
      When the server restarts
      Given a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C2: b1 SELECT ${mailbox}
        S2? * OK [UIDVALIDITY ${*:number > validity}]
        S2* * OK [UIDVALIDITY ${validity}]
        S2: b1 OK
        C2: b2 FETCH 1:2 UID
        S2* * 1 FETCH (UID ${one})
        S2* * 2 FETCH (UID ${two})
        S2: b2 OK
        """

    @R3501-2.3.2-a @R9051-2.3.2-a @R3501-6.3.11-a @R9051-6.3.12-a @needs-restart @needs-imap-IMAP4rev1 @MUST
    @chapter-system-1
    Scenario: Messages, flags and subscriptions survive a restart of the server
      Given the mailbox holds:
        | message | flags    |
        | plain   | \Flagged |
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SUBSCRIBE ${mailbox}
        S: a1 OK
        """
      When the server restarts
      Given a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C2: b1 SELECT ${mailbox}
        S2: b1 OK
        C2: b2 FETCH 1 (FLAGS BODY.PEEK[HEADER.FIELDS (SUBJECT)])
        S2* * 1 FETCH (FLAGS (\Flagged) BODY[HEADER.FIELDS ${*}] "${*}plain words${*}")
        S2: b2 OK
        C2: b3 LSUB "" ${mailbox}
        S2* * LSUB (${*}) ${*} ${mailbox}
        S2: b3 OK
        C2: b4 UNSUBSCRIBE ${mailbox}
        S2: b4 OK
        """

    @R4315-3-6 @R9051-7.1-8 @SHOULD
    Scenario: SELECT does not say UIDNOTSTICKY
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox}
        S! * NO [UIDNOTSTICKY]
        S: a1 OK
        """

  Rule: UIDNEXT tells whether something came

    @R3501-2.3.1-5 @R9051-2.3.1.1-5 @MUST
    Scenario: UIDNEXT stays while flags change and messages go
      Given the mailbox holds:
        | message |
        | plain   |
        | budget  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 STATUS ${mailbox} (UIDNEXT)
        S* * STATUS ${mailbox} (UIDNEXT ${next:number})
        S: a1 OK
        C: a2 STORE 1 +FLAGS.SILENT (\Deleted \Seen)
        S: a2 OK
        C: a3 EXPUNGE
        S: a3 OK
        C: a4 STATUS ${mailbox} (UIDNEXT)
        S* * STATUS ${mailbox} (UIDNEXT ${next})
        S: a4 OK
        """

    @R3501-2.3.1-5 @R9051-2.3.1.1-5 @MUST
    Scenario: UIDNEXT moves when a message comes, even one that goes again
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 STATUS ${mailbox} (UIDNEXT)
        S* * STATUS ${mailbox} (UIDNEXT ${next:number})
        S: a1 OK
        C: a2 COPY 1 ${mailbox}
        S: a2 OK
        C: ${alive}
        C: a4 STORE 2 +FLAGS.SILENT (\Deleted)
        S: a4 OK
        C: a5 EXPUNGE
        S: a5 OK
        C: a6 STATUS ${mailbox} (UIDNEXT)
        S* * STATUS ${mailbox} (UIDNEXT ${later:number > next})
        S: a6 OK
        """

    @R3501-6.3.1-c @R9051-6.3.2-c @MUST
    Scenario: A message that comes after STATUS has a UID of at least UIDNEXT
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 STATUS ${mailbox} (UIDNEXT)
        S* * STATUS ${mailbox} (UIDNEXT ${next:number})
        S: a1 OK
        C: a2 COPY 1 ${mailbox}
        S: a2 OK
        C: ${alive}
        C: a4 FETCH 2 UID
        S* * 2 FETCH (UID ${uid:number >= next})
        S: a4 OK
        """

  Rule: A client's cache stays valid

    @R3501-6.4.5-1 @R9051-6.4.5-1 @R9051-2.3.1.1-10 @MUST @chapter-imap-5
    Scenario: A message that was read once reads the same for another session, later
      Given the mailbox holds:
        | message   |
        | two-parts |
      And an IMAP session with the mailbox selected
      And a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 UID FETCH 1:* (INTERNALDATE RFC822.SIZE ENVELOPE BODY.PEEK[])
        S* * 1 FETCH (UID ${uid:number} INTERNALDATE ${date:string} ENVELOPE ${envelope:text} BODY[] ${whole:string})
        S: a1 OK
        C: ${end}
        C2: b1 SELECT ${mailbox}
        S2: b1 OK
        C2: b2 UID FETCH ${uid} (INTERNALDATE ENVELOPE BODY.PEEK[])
        S2* * 1 FETCH (UID ${uid} INTERNALDATE ${date} ENVELOPE ${envelope} BODY[] ${whole})
        S2: b2 OK
        """
