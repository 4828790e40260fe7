@needs-imap
Feature: COPY
  Messages are copied from one mailbox to another (RFC 3501 §6.4.7, RFC 4315, RFC 9051 §6.4.7).

  Background:
    Given the mailbox holds:
      | message | flags          |
      | plain   | \Seen \Flagged |
      | budget  | \Answered      |
      | minutes |                |
    And an IMAP session with the mailbox selected

  Rule: COPY leaves the source as it is

    @R3501-6.4.7-a @R9051-6.4.7-a @MUST
    Scenario: The copies come to the end of the destination, octet by octet, in order
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-copy
        S: a1 OK
        C: a2 COPY 3 ${mailbox}-copy
        S: a2 OK
        C: a3 COPY 1:2 ${mailbox}-copy
        S: a3 OK
        C: a4 SELECT ${mailbox}-copy
        S* * 3 EXISTS
        S: a4 OK
        C: a5 FETCH 1:3 BODY.PEEK[]
        S* * 1 FETCH (BODY[] ${minutes})
        S* * 2 FETCH (BODY[] ${plain})
        S* * 3 FETCH (BODY[] ${budget})
        S: a5 OK
        C: a6 STATUS ${mailbox} (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 3)
        S: a6 OK
        """

    @R3501-6.4.7-1 @R3501-2.3.3-2 @R9051-2.3.3-1 @R9051-6.4.7-1 @SHOULD
    Scenario: A copy keeps flags and internal date
      Given the message menu
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-copy
        S: a1 OK
        C: a2 APPEND ${mailbox} "17-Jul-1996 02:44:25 -0700" {${menu.size}}
        S: +
        C: ${menu}
        S: a2 OK
        C: ${alive}
        C: a4 FETCH 4 INTERNALDATE
        S* * 4 FETCH (INTERNALDATE ${date:string})
        S: a4 OK
        C: a5 COPY 1,4 ${mailbox}-copy
        S: a5 OK
        C: a6 EXAMINE ${mailbox}-copy
        S: a6 OK
        C: a7 FETCH 1:2 (FLAGS INTERNALDATE)
        S* * 1 FETCH (FLAGS (\Seen \Flagged))
        S* * 2 FETCH (INTERNALDATE ${date})
        S: a7 OK
        """

    @R3501-6.4.7-a @R9051-6.4.7-a @R3501-2.3.1.1-a @R9051-2.3.1.1-a @MUST
    Scenario: A copy within a mailbox is a new message
      Then the dialogue is:
        """imap
        C: a1 FETCH 3 UID
        S* * 3 FETCH (UID ${last:number})
        S: a1 OK
        C: a2 COPY 1 ${mailbox}
        S: a2 OK
        C: ${alive}
        C: a4 FETCH 4 (UID BODY.PEEK[HEADER.FIELDS (SUBJECT)])
        S* * 4 FETCH (UID ${uid:number > last} BODY[HEADER.FIELDS ${*}] "${*}plain words${*}")
        S: a4 OK
        """

  Rule: The destination has to be there

    @R3501-6.4.7-2 @R3501-6.4.7-3 @SHOULD
    Scenario: COPY to a mailbox that does not exist fails and makes none
      Then the dialogue is:
        """imap
        C: a1 COPY 1 ${mailbox}-missing
        S: a1 NO
        C: a2 STATUS ${mailbox}-missing (MESSAGES)
        S: a2 NO
        """

    @R9051-6.4.7-2 @R9051-6.4.7-3 @needs-imap-IMAP4rev2 @MUST
    Scenario: With IMAP4rev2 COPY to a mailbox that does not exist fails and makes none
      Then the dialogue is:
        """imap
        C: a1 COPY 1 ${mailbox}-missing
        S: a1 NO
        C: a2 STATUS ${mailbox}-missing (MESSAGES)
        S: a2 NO
        """

    # A server that makes the mailbox breaks a SHOULD only (RFC 3501): it has no NO to put the code in.
    @R3501-6.4.7-4 @R9051-6.4.7-4 @MUST
    Scenario: The refusal says TRYCREATE
      Then the dialogue is:
        """imap
        C: a1 COPY 1 ${mailbox}-missing
        S? a1 OK
        S: a1 NO [TRYCREATE]
        """

    @R3501-6.4.7-5 @R9051-6.4.7-5 @MUST
    Scenario: A COPY that names a message too many copies nothing, or what is there
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-copy
        S: a1 OK
        C: a2 COPY 2:9 ${mailbox}-copy
        S? a2 OK
        S: a2 NO/BAD
        C: a3 STATUS ${mailbox}-copy (MESSAGES)
        S* * STATUS ${mailbox}-copy (MESSAGES 0)
        S: a3 OK
        """

  Rule: COPYUID names sources and copies

    @R4315-3-1 @R4315-3-b @needs-imap-UIDPLUS @SHOULD
    Scenario: COPYUID has UIDVALIDITY, the UID of the source and that of the copy
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-copy
        S: a1 OK
        C: a2 FETCH 2 UID
        S* * 2 FETCH (UID ${source:number})
        S: a2 OK
        C: a3 COPY 2 ${mailbox}-copy
        S: a3 OK [COPYUID ${validity:number} ${source} ${copy:number}]
        C: a4 SELECT ${mailbox}-copy
        S* * OK [UIDVALIDITY ${validity}]
        S: a4 OK
        C: a5 FETCH 1 UID
        S* * 1 FETCH (UID ${copy})
        S: a5 OK
        """

    @R9051-6.4.7-b @needs-imap-IMAP4rev2 @MUST
    Scenario: With IMAP4rev2 COPY returns COPYUID
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-copy
        S: a1 OK
        C: a2 FETCH 2 UID
        S* * 2 FETCH (UID ${source:number})
        S: a2 OK
        C: a3 COPY 2 ${mailbox}-copy
        S: a3 OK [COPYUID ${*:number} ${source} ${*:number}]
        """

    # That the code comes is a SHOULD of UIDPLUS (RFC 4315 §3).
    @R4315-3-c @needs-imap-UIDPLUS/IMAP4rev2 @needs-imap-IMAP4rev1 @SHOULD
    Scenario: The sets of COPYUID are in the order of the copies, without *
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-copy
        S: a1 OK
        C: a2 FETCH 1:3 UID
        S* * 1 FETCH (UID ${one:number})
        S* * 2 FETCH (UID ${two:number})
        S* * 3 FETCH (UID ${three:number})
        S: a2 OK
        C: a3 COPY 1:* ${mailbox}-copy
        S: a3 OK [COPYUID ${validity:number} ${one},${two},${three} ${copies:text}]
        C: a4 EXAMINE ${mailbox}-copy
        S* * OK [UIDVALIDITY ${validity}]
        S: a4 OK
        C: a5 FETCH 1:3 UID
        S* * 1 FETCH (UID ${first:number})
        S* * 2 FETCH (UID ${second:number})
        S* * 3 FETCH (UID ${third:number})
        S: a5 OK
        C: a6 UID SEARCH UID ${copies}
        S* * SEARCH ${first} ${second} ${third}
        S: a6 OK
        """

    # RFC 4315 §3, example: no copy, no code.
    @R3501-6.4.8-b @R9051-6.4.9-b @R4315-3-c @needs-imap-UIDPLUS/IMAP4rev2 @MUST
    Scenario: A UID COPY that copies nothing succeeds
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-copy
        S: a1 OK
        C: a2 FETCH 3 UID
        S* * 3 FETCH (UID ${last:number})
        S: a2 OK
        C: a3 UID COPY ${last + 10}:${last + 20} ${mailbox}-copy
        S: a3 OK
        C: a4 STATUS ${mailbox}-copy (MESSAGES)
        S* * STATUS ${mailbox}-copy (MESSAGES 0)
        S: a4 OK
        """
