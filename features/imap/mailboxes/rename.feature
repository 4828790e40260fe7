@needs-imap @chapter-imap-1
Feature: RENAME
  A mailbox gets another name and keeps what is in it (RFC 3501 §6.3.5, RFC 9051 §6.3.6, RFC 5530).

  Rule: RENAME keeps the messages

    @R3501-6.3.5-a @R9051-6.3.6-a @MUST
    Scenario: The messages are found under the new name, and nothing under the old
      Given the mailbox holds:
        | message |
        | plain   |
        | budget  |
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 RENAME ${mailbox} ${mailbox}-new
        S: a1 OK
        C: a2 SELECT ${mailbox}-new
        S* * 2 EXISTS
        S: a2 OK
        C: a3 FETCH 1 BODY.PEEK[HEADER.FIELDS (SUBJECT)]
        S* * 1 FETCH (BODY[HEADER.FIELDS ${*}] "${*}plain words${*}")
        S: a3 OK
        C: a4 STATUS ${mailbox} (MESSAGES)
        S: a4 NO
        """

    @R3501-6.3.5-1 @R9051-6.3.6-2 @MUST
    Scenario: The mailboxes below go along
      Given the message budget
      And the mailbox holds:
        | message |
        | plain   |
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}${delimiter}child
        S? a1 NO
        S: a1 OK
        C: a2 APPEND ${mailbox}${delimiter}child {${budget.size}}
        S: +
        C: ${budget}
        S: a2 OK
        C: a3 RENAME ${mailbox} ${mailbox}-new
        S: a3 OK
        C: a4 STATUS ${mailbox}-new${delimiter}child (MESSAGES)
        S* * STATUS ${mailbox}-new${delimiter}child (MESSAGES 1)
        S: a4 OK
        C: a5 STATUS ${mailbox}${delimiter}child (MESSAGES)
        S: a5 NO
        """

    @R3501-6.3.5-2 @R9051-6.3.6-3 @SHOULD
    Scenario: RENAME makes the levels above the new name
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C: a2 RENAME ${mailbox} ${mailbox}-new${delimiter}two${delimiter}three
        S: a2 OK
        C: a3 LIST "" ${mailbox}-new${delimiter}%
        S* * LIST (${*}) ${*} ${mailbox}-new${delimiter}two
        S: a3 OK
        """

  Rule: RENAME takes a name that exists to one that does not

    @R3501-6.3.5-b @R9051-6.3.6-b @MUST
    Scenario: RENAME of a mailbox that does not exist is answered with NO
      Given an IMAP session authenticated
      When the client sends: a1 RENAME ${mailbox}-missing ${mailbox}-new
      Then the reply is a1 NO

    @R3501-6.3.5-b @R9051-6.3.6-b @MUST
    Scenario: RENAME to a name that is taken is answered with NO, and both keep their messages
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-taken
        S: a1 OK
        C: a2 RENAME ${mailbox} ${mailbox}-taken
        S: a2 NO
        C: a3 STATUS ${mailbox} (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 1)
        S: a3 OK
        C: a4 STATUS ${mailbox}-taken (MESSAGES)
        S* * STATUS ${mailbox}-taken (MESSAGES 0)
        S: a4 OK
        """

    @R3501-9-i @R9051-9-i @MUST
    Scenario: RENAME to INBOX is answered with NO
      Given an IMAP session with an empty mailbox selected
      When the client sends: a1 RENAME ${mailbox} INBOX
      Then the reply is a1 NO

    @R5530-3-c @R9051-7.1-e @MAY
    Scenario: RENAME of a mailbox that does not exist is refused with NONEXISTENT
      Given an IMAP session authenticated
      When the client sends: a1 RENAME ${mailbox}-missing ${mailbox}-new
      Then the reply is a1 NO [NONEXISTENT]

    @R5530-3-b @R9051-7.1-d @MAY
    Scenario: RENAME to a name that is taken is refused with ALREADYEXISTS
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C: a2 CREATE ${mailbox}-taken
        S: a2 OK
        C: a3 RENAME ${mailbox} ${mailbox}-taken
        S: a3 NO [ALREADYEXISTS]
        """

    # Where would it go? A server may say NO or BAD, and then the mailbox has to stay; or it makes a new level above (RFC 3501
    # §6.3.5), and then the messages have to be there.
    @M-robust-imap-rename @SHOULD
    Scenario: A mailbox that is not renamed into itself keeps its messages
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 RENAME ${mailbox} ${mailbox}${delimiter}child
        S? a1 OK
        S: a1 NO/BAD
        C: a2 STATUS ${mailbox} (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 1)
        S: a2 OK
        """

    @M-robust-imap-rename @SHOULD
    Scenario: A mailbox that is renamed into itself has its messages there
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 RENAME ${mailbox} ${mailbox}${delimiter}child
        S? a1 NO/BAD
        S: a1 OK
        C: a2 STATUS ${mailbox}${delimiter}child (MESSAGES)
        S* * STATUS ${mailbox}${delimiter}child (MESSAGES 1)
        S: a2 OK
        """

  Rule: Renaming INBOX moves its messages and leaves INBOX

    # RFC 9051 §6.3.6: some servers refuse.
    @R3501-6.3.5-c @R9051-6.3.6-c @MUST
    Scenario: The messages move, and INBOX is there, empty
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 RENAME INBOX ${mailbox}
        S? a1 NO
        S: a1 OK
        C: a2 STATUS ${mailbox} (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 2)
        S: a2 OK
        C: a3 SELECT INBOX
        S* * 0 EXISTS
        S: a3 OK
        """

    # A server without mailboxes below INBOX refuses CREATE; that is no fault.
    @R3501-6.3.5-d @R9051-6.3.6-d @MUST
    Scenario: Mailboxes below INBOX stay there
      Given alice's inbox is empty
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE INBOX${delimiter}${id}
        S? a1 NO
        S: a1 OK
        C: a2 RENAME INBOX ${mailbox}
        S? a2 NO
        S: a2 OK
        C: a3 STATUS INBOX${delimiter}${id} (MESSAGES)
        S* * STATUS INBOX${delimiter}${id} (MESSAGES 0)
        S: a3 OK
        C: a4 DELETE INBOX${delimiter}${id}
        S: a4 OK
        """

  Rule: RENAME does not bring UIDs back

    # Made anew twice: a UIDVALIDITY that is the time in seconds shows only within one of them.
    @R3501-6.3.5-4 @R9051-6.3.6-5 @MUST
    Scenario: A mailbox made under the old name has another UIDVALIDITY or greater UIDs
      Given the message plain
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C: a2 APPEND ${mailbox} {${plain.size}}
        S: +
        C: ${plain}
        S: a2 OK
        C: a3 STATUS ${mailbox} (UIDNEXT UIDVALIDITY)
        S* * STATUS ${mailbox} (UIDNEXT ${next:number} UIDVALIDITY ${validity:number})
        S: a3 OK
        C: a4 RENAME ${mailbox} ${mailbox}-new
        S: a4 OK
        C: a5 CREATE ${mailbox}
        S: a5 OK
        C: a6 APPEND ${mailbox} {${plain.size}}
        S: +
        C: ${plain}
        S: a6 OK
        C: a7 STATUS ${mailbox} (UIDNEXT UIDVALIDITY)
        S* * STATUS ${mailbox} (UIDNEXT ${next2:number} UIDVALIDITY ${validity2:number})
        S! * STATUS ${mailbox} (UIDVALIDITY ${validity} UIDNEXT ${again:number <= next})
        S: a7 OK
        C: a8 RENAME ${mailbox} ${mailbox}-newer
        S: a8 OK
        C: a9 CREATE ${mailbox}
        S: a9 OK
        C: a10 APPEND ${mailbox} {${plain.size}}
        S: +
        C: ${plain}
        S: a10 OK
        C: a11 STATUS ${mailbox} (UIDNEXT UIDVALIDITY)
        S! * STATUS ${mailbox} (UIDVALIDITY ${validity2} UIDNEXT ${again2:number <= next2})
        S: a11 OK
        """
