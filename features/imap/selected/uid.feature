@needs-imap @chapter-imap-5
Feature: UID commands
  UID FETCH, STORE, COPY and SEARCH name messages by UIDs (RFC 3501 §6.4.8, RFC 9051 §6.4.9).

  # The first message is removed, so that no number is a UID and a sequence number of the same message.
  Background:
    Given the mailbox holds:
      | message | flags    |
      | plain   | \Deleted |
      | budget  | \Seen    |
      | minutes |          |
      | menu    |          |
    And an IMAP session with the mailbox selected

  Rule: The numbers are UIDs

    @R3501-6.4.8-a @R9051-6.4.9-a @R3501-6.4.8-e @R9051-6.4.9-e @MUST
    Scenario: UID FETCH reads the message with the UID, and answers with its sequence number
      Then the dialogue is:
        """imap
        C: a1 EXPUNGE
        S: a1 OK
        C: a2 FETCH 2 UID
        S* * 2 FETCH (UID ${uid:number})
        S: a2 OK
        C: a3 UID FETCH ${uid} BODY.PEEK[HEADER.FIELDS (SUBJECT)]
        S* * 2 FETCH (UID ${uid} BODY[HEADER.FIELDS ${*}] "${*}Minutes of the meeting${*}")
        S: a3 OK
        """

    @R3501-6.4.8-a @R9051-6.4.9-a @MUST
    Scenario: UID STORE changes the message with the UID
      Then the dialogue is:
        """imap
        C: a1 EXPUNGE
        S: a1 OK
        C: a2 FETCH 2 UID
        S* * 2 FETCH (UID ${uid:number})
        S: a2 OK
        C: a3 UID STORE ${uid} +FLAGS (\Flagged)
        S: a3 OK
        C: a4 FETCH 1:3 FLAGS
        S* * 1 FETCH (FLAGS (\Seen))
        S* * 2 FETCH (FLAGS (\Flagged))
        S* * 3 FETCH (FLAGS ())
        S: a4 OK
        """

    @R3501-6.4.8-a @R9051-6.4.9-a @MUST
    Scenario: UID COPY copies the message with the UID
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-copy
        S: a1 OK
        C: a2 EXPUNGE
        S: a2 OK
        C: a3 FETCH 2 UID
        S* * 2 FETCH (UID ${uid:number})
        S: a3 OK
        C: a4 UID COPY ${uid} ${mailbox}-copy
        S: a4 OK
        C: a5 SELECT ${mailbox}-copy
        S* * 1 EXISTS
        S: a5 OK
        C: a6 FETCH 1 BODY.PEEK[HEADER.FIELDS (SUBJECT)]
        S* * 1 FETCH (BODY[HEADER.FIELDS ${*}] "${*}Minutes of the meeting${*}")
        S: a6 OK
        """

    @R3501-6.4.8-c @R9051-6.4.9-c @needs-imap-IMAP4rev1 @MUST
    Scenario: UID SEARCH returns UIDs
      Then the dialogue is:
        """imap
        C: a1 EXPUNGE
        S: a1 OK
        C: a2 FETCH 1:2 UID
        S* * 1 FETCH (UID ${one:number})
        S* * 2 FETCH (UID ${two:number})
        S: a2 OK
        C: a3 UID SEARCH 1:2
        S* * SEARCH ${one} ${two}
        S: a3 OK
        """

    @R3501-6.4.8-c @R9051-6.4.9-c @R3501-6.4.4-q @R9051-6.4.4-q @needs-imap-IMAP4rev1 @MUST
    Scenario: UID SEARCH intersects sequence numbers and UIDs
      Then the dialogue is:
        """imap
        C: a1 EXPUNGE
        S: a1 OK
        C: a2 FETCH 1:3 UID
        S* * 1 FETCH (UID ${*:number})
        S* * 2 FETCH (UID ${two:number})
        S* * 3 FETCH (UID ${three:number})
        S: a2 OK
        C: a3 UID SEARCH 1:2 UID ${two}:${three}
        S* * SEARCH ${two}
        S: a3 OK
        """

  Rule: A FETCH response to a UID command has the UID in it

    @R3501-6.4.8-1 @R9051-6.4.9-2 @MUST
    Scenario: UID FETCH returns the UID unasked
      Then the dialogue is:
        """imap
        C: a1 UID FETCH 1:* FLAGS
        S* * 1 FETCH (UID ${one:number} FLAGS (\Deleted))
        S* * 2 FETCH (UID ${two:number > one} FLAGS (\Seen))
        S* * 3 FETCH (UID ${three:number > two} FLAGS ())
        S* * 4 FETCH (UID ${four:number > three} FLAGS ())
        S: a1 OK
        """

    @R3501-6.4.8-1 @R9051-6.4.9-2 @MUST
    Scenario: UID STORE returns the UID with the flags
      Then the dialogue is:
        """imap
        C: a1 FETCH 3 UID
        S* * 3 FETCH (UID ${uid:number})
        S: a1 OK
        C: a2 UID STORE ${uid} +FLAGS (\Flagged)
        S* * 3 FETCH (UID ${uid} FLAGS (\Flagged))
        S: a2 OK
        """

  Rule: UIDs that do not exist are passed over

    @R3501-6.4.8-b @R9051-6.4.9-b @MUST
    Scenario Outline: <command> of UIDs that nobody has succeeds
      Then the dialogue is:
        """imap
        C: a1 FETCH 4 UID
        S* * 4 FETCH (UID ${last:number})
        S: a1 OK
        C: a2 <command> ${last + 10}:${last + 20}<rest>
        S! * ${*:number} FETCH ${*}
        S: a2 OK
        """

      Examples:
        | command        | rest               |
        | UID FETCH      | ${SP}FLAGS         |
        | UID STORE      | ${SP}FLAGS (\Seen) |
        | UID COPY       | ${SP}INBOX         |
        | UID SEARCH UID |                    |

    @R3501-6.4.8-b @R9051-6.4.9-b @MUST
    Scenario: A range across a gap finds what is there
      Then the dialogue is:
        """imap
        C: a1 FETCH 2:4 UID
        S* * 2 FETCH (UID ${two:number})
        S* * 3 FETCH (UID ${*:number})
        S* * 4 FETCH (UID ${four:number})
        S: a1 OK
        C: a2 STORE 3 +FLAGS.SILENT (\Deleted)
        S: a2 OK
        C: a3 EXPUNGE
        S: a3 OK
        C: a4 UID FETCH ${two}:${four} (UID)
        S* * 1 FETCH (UID ${two})
        S* * 2 FETCH (UID ${four})
        S: a4 OK
        """

    @R3501-6.4.8-d @R9051-6.4.9-d @R3501-9-a @R9051-9-a @MUST
    Scenario: A range from beyond the last UID to * contains the last message
      Then the dialogue is:
        """imap
        C: a1 FETCH 4 UID
        S* * 4 FETCH (UID ${last:number})
        S: a1 OK
        C: a2 UID FETCH ${last + 100}:* (FLAGS)
        S* * 4 FETCH (UID ${last})
        S! * 3 FETCH ${*}
        S: a2 OK
        """
