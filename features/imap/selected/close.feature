@needs-imap
Feature: CLOSE, UNSELECT and CHECK
  A mailbox is closed with or without removing what is marked (RFC 3501 §6.4.1, §6.4.2; RFC 3691; RFC 9051 §6.4.1, §6.4.2).

  Background:
    Given the mailbox holds:
      | message | flags    |
      | plain   | \Deleted |
      | budget  |          |
      | minutes | \Deleted |

  Rule: CLOSE removes the marked messages and leaves the mailbox

    @R3501-6.4.2-a @R9051-6.4.1-a @MUST
    Scenario: CLOSE removes the messages with \Deleted
      Given an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 CLOSE
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S* * 1 EXISTS
        S: a2 OK
        C: a3 FETCH 1 BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)]
        S* * 1 FETCH (BODY[HEADER.FIELDS ${*}] "${*}<budget@example.org>${*}")
        S: a3 OK
        """

    @R3501-6.4.2-a @R9051-6.4.1-a @MUST
    Scenario: After CLOSE no mailbox is selected
      Given an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 CLOSE
        S: a1 OK
        C: a2 FETCH 1 FLAGS
        S: a2 BAD/NO
        """

    @R3501-6.4.2-b @R9051-6.4.1-b @MUST
    Scenario: CLOSE sends no EXPUNGE
      Given an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 CLOSE
        S! * ${*:number} EXPUNGE
        S: a1 OK
        """

    @R3501-6.4.2-c @R9051-6.4.1-c @MUST
    Scenario: CLOSE after EXAMINE succeeds and removes nothing
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 EXAMINE ${mailbox}
        S: a1 OK
        C: a2 CLOSE
        S: a2 OK
        C: a3 STATUS ${mailbox} (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 3)
        S: a3 OK
        """

  Rule: UNSELECT leaves the mailbox and removes nothing

    @R3691-2-a @R9051-6.4.2-a @needs-imap-UNSELECT/IMAP4rev2 @MUST
    Scenario: UNSELECT keeps the messages with \Deleted
      Given an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 UNSELECT
        S: a1 OK
        C: a2 STATUS ${mailbox} (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 3)
        S: a2 OK
        """

    @R3691-2-a @R9051-6.4.2-a @needs-imap-UNSELECT/IMAP4rev2 @MUST
    Scenario: After UNSELECT no mailbox is selected
      Given an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 UNSELECT
        S: a1 OK
        C: a2 FETCH 1 FLAGS
        S: a2 BAD/NO
        """

    # RFC 3691 §2 lists BAD as the result; RFC 3501 §3 leaves NO open for a wrong state, §2.2.2 makes BAD a SHOULD.
    @R3691-2-b @R9051-6.4.2-b @needs-imap-UNSELECT/IMAP4rev2 @SHOULD
    Scenario: UNSELECT without a mailbox is answered with BAD
      Given an IMAP session authenticated
      When the client sends: a1 UNSELECT
      Then the reply is a1 BAD

    @R3691-2-b @R9051-6.4.2-b @needs-imap-UNSELECT/IMAP4rev2 @SHOULD
    Scenario: UNSELECT with an argument is answered with BAD
      Given an IMAP session with the mailbox selected
      When the client sends: a1 UNSELECT ${mailbox}
      Then the reply is a1 BAD

  Rule: CHECK asks the server to keep house

    @R3501-6.4.1-a @needs-imap-IMAP4rev1 @MUST
    Scenario: CHECK succeeds and removes nothing
      Given an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 CHECK
        S! * ${*:number} EXPUNGE
        S: a1 OK
        C: a2 SEARCH DELETED
        S* * SEARCH 1 3
        S: a2 OK
        """
