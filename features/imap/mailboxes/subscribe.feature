@needs-imap
Feature: SUBSCRIBE, UNSUBSCRIBE and LSUB
  The server keeps a list of the mailboxes that the user wants to see (RFC 3501 §6.3.6, §6.3.7, §6.3.9;
  RFC 9051 §6.3.7, §6.3.8).

  Rule: SUBSCRIBE and UNSUBSCRIBE change the list

    @R3501-6.3.6-a @R9051-6.3.7-a @R3501-6.3.9-a @needs-imap-IMAP4rev1 @MUST
    Scenario: LSUB shows a subscribed mailbox and no other
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-yes
        S: a1 OK
        C: a2 CREATE ${mailbox}-no
        S: a2 OK
        C: a3 SUBSCRIBE ${mailbox}-yes
        S: a3 OK
        C: a4 UNSUBSCRIBE ${mailbox}-no
        S: a4 OK/NO
        C: a5 LSUB "" ${mailbox}*
        S* * LSUB (${*}) ${*} ${mailbox}-yes
        S! * LSUB (${*}) ${*} ${mailbox}-no
        S: a5 OK
        C: a6 UNSUBSCRIBE ${mailbox}-yes
        S: a6 OK
        """

    @R3501-6.3.7-a @R9051-6.3.8-a @needs-imap-IMAP4rev1 @MUST
    Scenario: LSUB does not show a mailbox any more after UNSUBSCRIBE
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C: a2 SUBSCRIBE ${mailbox}
        S: a2 OK
        C: a3 UNSUBSCRIBE ${mailbox}
        S: a3 OK
        C: a4 LSUB "" ${mailbox}*
        S! * LSUB (${*}) ${*} ${mailbox}
        S: a4 OK
        """

    @R3501-6.3.6-a @R9051-6.3.7-a @needs-imap-IMAP4rev1 @MUST
    Scenario: Another session sees the subscription
      Given an IMAP session authenticated
      And a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C: a2 SUBSCRIBE ${mailbox}
        S: a2 OK
        C2: b1 LSUB "" ${mailbox}
        S2* * LSUB (${*}) ${*} ${mailbox}
        S2: b1 OK
        C: a3 UNSUBSCRIBE ${mailbox}
        S: a3 OK
        """

    @R9051-6.3.7-a @R9051-6.3.8-a @needs-imap-IMAP4rev2 @MUST
    Scenario: To subscribe or unsubscribe twice is no error
      Given an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SUBSCRIBE ${mailbox}
        S: a1 OK
        C: a2 SUBSCRIBE ${mailbox}
        S: a2 OK
        C: a3 UNSUBSCRIBE ${mailbox}
        S: a3 OK
        C: a4 UNSUBSCRIBE ${mailbox}
        S: a4 OK
        """

    @R3501-6.3.6-1 @R9051-6.3.7-1 @MAY
    Scenario: SUBSCRIBE checks that the mailbox exists
      Given an IMAP session authenticated
      When the client sends: a1 SUBSCRIBE ${mailbox}-missing
      Then the reply is a1 NO

  Rule: A subscription outlives its mailbox

    # What may not go is the subscription; whether LSUB shows it while there is no mailbox is left open, so the mailbox comes back.
    @R3501-6.3.6-2 @needs-imap-IMAP4rev1 @MUST
    Scenario: LSUB shows a subscribed mailbox that was deleted and made again
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C: a2 SUBSCRIBE ${mailbox}
        S: a2 OK
        C: a3 DELETE ${mailbox}
        S: a3 OK
        C: a4 CREATE ${mailbox}
        S: a4 OK
        C: a5 LSUB "" ${mailbox}
        S* * LSUB (${*}) ${*} ${mailbox}
        S: a5 OK
        C: a6 UNSUBSCRIBE ${mailbox}
        S: a6 OK
        """

    @R9051-6.3.7-2 @needs-imap-IMAP4rev2 @SHOULD
    Scenario: LIST (SUBSCRIBED) shows a subscribed mailbox that was deleted
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C: a2 SUBSCRIBE ${mailbox}
        S: a2 OK
        C: a3 DELETE ${mailbox}
        S: a3 OK
        C: a4 LIST (SUBSCRIBED) "" ${mailbox}
        S* * LIST (\Subscribed ${*}) ${*} ${mailbox}
        S: a4 OK
        C: a5 UNSUBSCRIBE ${mailbox}
        S: a5 OK
        """

  Rule: LSUB with % shows the levels above

    @R3501-6.3.9-2 @needs-imap-IMAP4rev1 @MUST
    Scenario: The parent of a subscribed mailbox is shown with \Noselect
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C: a2 UNSUBSCRIBE ${mailbox}
        S: a2 OK/NO
        C: a3 CREATE ${mailbox}${delimiter}child
        S? a3 NO
        S: a3 OK
        C: a4 SUBSCRIBE ${mailbox}${delimiter}child
        S: a4 OK
        C: a5 LSUB "" ${mailbox}%
        S* * LSUB (\Noselect ${*}) ${*} ${mailbox}
        S! * LSUB (${*}) ${*} ${mailbox}${delimiter}child
        S: a5 OK
        C: a6 UNSUBSCRIBE ${mailbox}${delimiter}child
        S: a6 OK
        """

    @R3501-6.3.9-1 @needs-imap-IMAP4rev1 @MAY
    Scenario: LSUB leaves out what LIST says of a mailbox
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}${delimiter}child
        S? a1 NO
        S: a1 OK
        C: a2 SUBSCRIBE ${mailbox}${delimiter}child
        S: a2 OK
        C: a3 LSUB "" ${mailbox}${delimiter}child
        S! * LSUB (\HasNoChildren ${*}) ${*}
        S: a3 OK
        C: a4 UNSUBSCRIBE ${mailbox}${delimiter}child
        S: a4 OK
        """
