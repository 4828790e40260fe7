@needs-imap @chapter-imap-1
Feature: DELETE
  A mailbox goes, and what is below it stays (RFC 3501 §6.3.4, RFC 9051 §6.3.5, RFC 5530).

  Rule: DELETE removes a mailbox

    @R3501-6.3.4-a @R9051-6.3.5-a @MUST
    Scenario: A deleted mailbox is gone with its messages
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 DELETE ${mailbox}
        S: a1 OK
        C: a2 LIST "" ${mailbox}
        S! * LIST (${*}) ${*} ${mailbox}
        S: a2 OK
        C: a3 CREATE ${mailbox}
        S: a3 OK
        C: a4 SELECT ${mailbox}
        S* * 0 EXISTS
        S: a4 OK
        """

    @R3501-6.3.4-a @R9051-6.3.5-a @MUST
    Scenario: A deleted mailbox cannot be selected
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C: a2 DELETE ${mailbox}
        S: a2 OK
        C: a3 SELECT ${mailbox}
        S: a3 NO
        """

    @R3501-6.3.4-b @R9051-6.3.5-b @MUST
    Scenario Outline: DELETE <name> is answered with NO
      Given an IMAP session authenticated
      When the client sends: a1 DELETE <name>
      Then the reply is a1 NO

      Examples:
        | name               |
        | INBOX              |
        | ${mailbox}-missing |
        | inBox              |

    @R5530-3-c @R9051-7.1-e @MAY
    Scenario: DELETE of a name that does not exist is refused with NONEXISTENT
      Given an IMAP session authenticated
      When the client sends: a1 DELETE ${mailbox}-missing
      Then the reply is a1 NO [NONEXISTENT]

  Rule: DELETE leaves the mailboxes below alone

    # RFC 9051 §6.3.5 lets a server refuse while there are mailboxes below.
    @R3501-6.3.4-1 @R9051-6.3.5-2 @MUST
    Scenario: The child of a deleted mailbox keeps its messages
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}${delimiter}child
        S? a1 NO
        S: a1 OK
        C: a2 APPEND ${mailbox}${delimiter}child {${plain.size}}
        S: +
        C: ${plain}
        S: a2 OK
        C: a3 DELETE ${mailbox}
        S: a3 OK/NO
        C: a4 STATUS ${mailbox}${delimiter}child (MESSAGES)
        S* * STATUS ${mailbox}${delimiter}child (MESSAGES 1)
        S: a4 OK
        """

    @R3501-6.3.4-d @R9051-6.3.5-d @R3501-7.2.2-a @R9051-7.3.1-a @MUST
    Scenario: A deleted mailbox with a child is a level without messages
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}${delimiter}child
        S? a1 NO
        S: a1 OK
        C: a2 DELETE ${mailbox}
        S? a2 NO
        S: a2 OK
        C: a3 LIST "" ${mailbox}%
        S* * LIST (${*}) ${*} ${mailbox}
        S: a3 OK
        C: a4 SELECT ${mailbox}
        S: a4 NO
        """

    @R3501-6.3.4-c @R9051-6.3.5-c @MUST
    Scenario: A level without messages that has a child cannot be deleted
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}${delimiter}child
        S? a1 NO
        S: a1 OK
        C: a2 DELETE ${mailbox}
        S? a2 NO
        S: a2 OK
        C: a3 DELETE ${mailbox}
        S: a3 NO
        """

    @R9051-6.3.5-4 @needs-imap-IMAP4rev2 @SHOULD
    Scenario: A server that keeps a mailbox for its child says NO
      Given an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}${delimiter}child
        S? a1 NO
        S: a1 OK
        C: a2 UNSELECT
        S: a2 OK
        C: a3 DELETE ${mailbox}
        S? a3 NO
        S: a3 OK
        C: a4 STATUS ${mailbox} (MESSAGES)
        S: a4 NO
        """

    @R9051-6.3.5-5 @needs-imap-IMAP4rev2 @SHOULD
    Scenario: A server that keeps a mailbox for its child names the reason HASCHILDREN
      Given an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}${delimiter}child
        S? a1 NO
        S: a1 OK
        C: a2 UNSELECT
        S: a2 OK
        C: a3 DELETE ${mailbox}
        S? a3 OK
        S: a3 NO [HASCHILDREN]
        """

  Rule: A name made again does not bring old UIDs back

    # Made anew twice: a UIDVALIDITY that is the time in seconds shows only within one of them.
    @R3501-2.3.1-1 @R9051-2.3.1.1-1 @R3501-6.3.3-4 @R9051-6.3.4-9 @MUST
    Scenario: A mailbox made again has another UIDVALIDITY or greater UIDs
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
        C: a4 DELETE ${mailbox}
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
        C: a8 DELETE ${mailbox}
        S? a8 NO
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
