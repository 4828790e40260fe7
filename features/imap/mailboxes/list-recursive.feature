@needs-imap-LIST-EXTENDED/IMAP4rev2
Feature: LIST and levels
  Children are told of, and parents shown for their children (RFC 5258, RFC 9051 §6.3.9).

  Rule: CHILDREN tells about the levels below

    @R5258-4-2 @R9051-6.3.9.5-2 @R5258-3.2-2 @R9051-6.3.9.2-2 @MUST
    Scenario: RETURN (CHILDREN) says which mailbox has children
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C: a2 CREATE ${mailbox}${delimiter}child
        S? a2 NO
        S: a2 OK
        C: a3 LIST "" ${mailbox}* RETURN (CHILDREN)
        S* * LIST (\HasChildren ${*}) ${*} ${mailbox}
        S* * LIST (${*}) ${*} ${mailbox}${delimiter}child
        S! * LIST (\HasChildren ${*}) ${*} ${mailbox}${delimiter}child
        S: a3 OK
        """

  Rule: RECURSIVEMATCH shows the parents of what matches

    @R5258-3.1-a @R9051-6.3.9.1-a @MUST
    Scenario: A parent that is not subscribed is shown for its subscribed child, with CHILDINFO
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
        C: a5 LIST (SUBSCRIBED RECURSIVEMATCH) "" ${mailbox}%
        S* * LIST (${*}) ${*} ${mailbox} (${*} CHILDINFO (SUBSCRIBED) ${*})
        S: a5 OK
        C: a6 UNSUBSCRIBE ${mailbox}${delimiter}child
        S: a6 OK
        """

    @R5258-3.5-1 @R9051-6.3.9.6-1 @R5258-3.5-2 @needs-imap-LIST-EXTENDED @MUST
    Scenario: Without RECURSIVEMATCH such a parent is not shown, and there is no CHILDINFO
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
        C: a5 LIST (SUBSCRIBED) "" ${mailbox}*
        S* * LIST (\Subscribed ${*}) ${*} ${mailbox}${delimiter}child
        S! * LIST (\Noselect ${*}) ${*} ${mailbox}
        S! * LIST ${*} (${*} CHILDINFO ${*})
        S: a5 OK
        C: a6 UNSUBSCRIBE ${mailbox}${delimiter}child
        S: a6 OK
        """

    @R5258-3.5-4 @R9051-6.3.9.6-3 @SHOULD
    Scenario: A parent is not shown by reason of a child that is shown itself
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
        C: a5 LIST (SUBSCRIBED RECURSIVEMATCH) "" ${mailbox}*
        S* * LIST (\Subscribed ${*}) ${*} ${mailbox}${delimiter}child
        S! * LIST (${*}) ${*} ${mailbox}
        S: a5 OK
        C: a6 UNSUBSCRIBE ${mailbox}${delimiter}child
        S: a6 OK
        """

    # Only a server on which a mailbox may exist without its parent shows such a level.
    @R5258-3.5-3 @R9051-6.3.9.6-2 @SHOULD
    Scenario: A level that is no mailbox is shown as \NonExistent \HasChildren
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}${delimiter}child
        S? a1 NO
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S? a2 OK
        S: a2 NO
        C: a3 LIST () "" ${mailbox}% RETURN (CHILDREN)
        S* * LIST (\NonExistent \HasChildren ${*}) ${*} ${mailbox}
        S: a3 OK
        """
