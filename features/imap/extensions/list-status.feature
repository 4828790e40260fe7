@needs-imap
Feature: LIST with STATUS, and special uses
  One LIST can bring the status of many mailboxes, and tell what they are for (RFC 5819, RFC 6154, RFC 9051 §6.3.9.2).

  Rule: RETURN (STATUS) brings the status of what is listed

    @R5819-2-1 @R9051-6.3.9.2-3 @needs-imap-LIST-STATUS/IMAP4rev2 @MUST
    Scenario: Each mailbox comes with its STATUS
      Given the mailbox holds:
        | message | flags |
        | plain   | \Seen |
        | budget  |       |
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-empty
        S: a1 OK
        C: a2 LIST "" ${mailbox}* RETURN (STATUS (MESSAGES UNSEEN))
        S* * LIST (${*}) ${*} ${mailbox}
        S* * STATUS ${mailbox} (MESSAGES 2 UNSEEN 1)
        S* * LIST (${*}) ${*} ${mailbox}-empty
        S* * STATUS ${mailbox}-empty (MESSAGES 0 UNSEEN 0)
        S: a2 OK
        """

    @R5819-2-2 @R9051-6.3.9.2-4 @needs-imap-LIST-STATUS/IMAP4rev2 @MUST
    Scenario: A level that is no mailbox has no STATUS
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}${delimiter}child
        S? a1 NO
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S? a2 OK
        S: a2 NO
        C: a3 LIST "" ${mailbox}* RETURN (STATUS (MESSAGES))
        S* * STATUS ${mailbox}${delimiter}child (MESSAGES 0)
        S! * STATUS ${mailbox} ${*}
        S: a3 OK
        """

    @R5819-2-1 @R9051-6.3.9.2-3 @needs-imap-LIST-STATUS/IMAP4rev2 @MUST
    Scenario: What the pattern does not match has no STATUS either
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-one
        S: a1 OK
        C: a2 CREATE ${mailbox}-two
        S: a2 OK
        C: a3 LIST "" ${mailbox}-one RETURN (STATUS (MESSAGES))
        S* * STATUS ${mailbox}-one (MESSAGES 0)
        S! * STATUS ${mailbox}-two ${*}
        S: a3 OK
        """

  Rule: Special uses are shown to those who ask

    @R6154-2-3 @R6154-2-a @needs-imap-SPECIAL-USE @MUST
    Scenario: LIST (SPECIAL-USE) leaves out mailboxes without a special use
      Given an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 LIST (SPECIAL-USE) "" *
        S! * LIST (${*}) ${*} ${mailbox}
        S: a1 OK
        """

    @R5258-3-5 @needs-imap-SPECIAL-USE @needs-imap-LIST-EXTENDED @MUST
    Scenario: What is subscribed and has no special use does not fit both
      Given an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SUBSCRIBE ${mailbox}
        S: a1 OK
        C: a2 LIST (SUBSCRIBED SPECIAL-USE) "" ${mailbox}
        S! * LIST (${*}) ${*} ${mailbox}
        S: a2 OK
        C: a3 UNSUBSCRIBE ${mailbox}
        S: a3 OK
        """

    @R6154-2-4 @needs-imap-SPECIAL-USE @MUST
    Scenario: RETURN (SPECIAL-USE) shows all mailboxes
      Given an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 LIST "" ${mailbox} RETURN (SPECIAL-USE)
        S* * LIST (${*}) ${*} ${mailbox}
        S: a1 OK
        """

    @R6154-3-a @R6154-2-4 @R6154-2-a @needs-imap-SPECIAL-USE @needs-imap-CREATE-SPECIAL-USE @MUST
    Scenario Outline: A mailbox made for <use> is found by its use
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox} (USE (<use>))
        S? a1 NO
        S: a1 OK
        C: a2 LIST "" ${mailbox} RETURN (SPECIAL-USE)
        S* * LIST (<use> ${*}) ${*} ${mailbox}
        S: a2 OK
        C: a3 LIST (SPECIAL-USE) "" ${mailbox}
        S* * LIST (<use> ${*}) ${*} ${mailbox}
        S: a3 OK
        """

      Examples:
        | use      |
        | \Archive |
        | \Drafts  |
        | \Junk    |
        | \Sent    |
        | \Trash   |

    @R6154-3-5 @needs-imap-CREATE-SPECIAL-USE @MUST
    Scenario: A use that does not exist makes CREATE fail, and no mailbox is made
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox} (USE (\Unheard))
        S: a1 NO
        C: a2 STATUS ${mailbox} (MESSAGES)
        S: a2 NO
        """

    @R6154-3-6 @needs-imap-CREATE-SPECIAL-USE @SHOULD
    Scenario: A use that does not exist is refused with USEATTR
      Given an IMAP session authenticated
      When the client sends: a1 CREATE ${mailbox} (USE (\Unheard))
      Then the reply is a1 NO [USEATTR]
