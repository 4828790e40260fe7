@needs-imap-LIST-MYRIGHTS
Feature: LIST tells one's rights
  One LIST brings what a client would ask by a MYRIGHTS for each mailbox (RFC 8440).

  Rule: Behind each LIST response comes MYRIGHTS

    @R8440-3-1 @SHOULD
    Scenario: A mailbox of one's own has rights
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 LIST "" ${mailbox} RETURN (MYRIGHTS)
        S* * LIST (${*}) ${*} ${mailbox}
        S* * MYRIGHTS ${mailbox} ${*:string}
        S: a1 OK
        """

    @R8440-3-1 @SHOULD
    Scenario: It tells what MYRIGHTS does
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 MYRIGHTS ${mailbox}
        S* * MYRIGHTS ${mailbox} ${rights:string}
        S: a1 OK
        C: a2 LIST "" ${mailbox} RETURN (MYRIGHTS)
        S* * MYRIGHTS ${mailbox} ${rights}
        S: a2 OK
        """

    @R8440-3-a @MUST
    Scenario: Every mailbox that fits is listed
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 LIST "" (INBOX ${mailbox}) RETURN (MYRIGHTS)
        S* * LIST (${*}) ${*} INBOX
        S* * LIST (${*}) ${*} ${mailbox}
        S: a1 OK
        """

    @R8440-3-b @MUST
    Scenario: What does not exist has none
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a0 CREATE ${mailbox}
        S: a0 OK
        C: a1 SUBSCRIBE ${mailbox}
        S? a1 NO
        S: a1 OK
        C: a2 DELETE ${mailbox}
        S? a2 NO
        S: a2 OK
        C: a3 LIST (SUBSCRIBED) "" ${mailbox} RETURN (MYRIGHTS)
        S! * MYRIGHTS ${*}
        S: a3 OK
        C: a4 UNSUBSCRIBE ${mailbox}
        S: a4 OK
        """
