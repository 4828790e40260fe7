@needs-imap-SAVEDATE
Feature: SAVEDATE
  When a message came into the mailbox that it is in (RFC 8514).

  Background:
    Given the mailbox holds:
      | message | date                       |
      | plain   | 17-Jul-1996 02:44:25 -0700 |
      | budget  |                            |
    And an IMAP session with the mailbox selected

  Rule: FETCH tells the save date

    # NIL where the mailbox cannot keep it.
    @R8514-4.2-a @MUST
    Scenario: FETCH (SAVEDATE) brings a value for each message
      Then the dialogue is:
        """imap
        C: a1 FETCH 1:2 (SAVEDATE)
        S* * 1 FETCH (SAVEDATE ${*:string})
        S* * 2 FETCH (SAVEDATE ${*:string})
        S: a1 OK
        """

    @R8514-4.2-a @MUST
    Scenario: It stands beside other items
      Then the dialogue is:
        """imap
        C: a1 UID FETCH 1:* (UID savedate INTERNALDATE)
        S* * 1 FETCH (UID ${*:number} SAVEDATE ${*:string} INTERNALDATE "17-Jul-1996 02:44:25 -0700")
        S: a1 OK
        """

    @R8514-3-2 @MUST
    Scenario: The save date stays while flags change and copies are made
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 (SAVEDATE)
        S* * 1 FETCH (SAVEDATE ${saved:string})
        S: a1 OK
        S: ${silent 1100ms}
        C: a2 STORE 1 +FLAGS (\Seen)
        S: a2 OK
        C: a3 COPY 1 ${mailbox}
        S: a3 OK
        C: a4 FETCH 1 (SAVEDATE)
        S* * 1 FETCH (SAVEDATE ${saved})
        S: a4 OK
        """

  Rule: No client sets the save date

    # Where it is not kept, the internal date stands for it.
    @R8514-3-1 @R8514-4.3-a @needs-imap-IMAP4rev1 @MUST
    Scenario: A message that was appended with an old date was saved just now
      Then the dialogue is:
        """imap
        C: a1 SEARCH OR NOT SAVEDATESUPPORTED SAVEDSINCE 1-Jan-2020
        S* * SEARCH 1 2
        S: a1 OK
        C: a2 SEARCH SAVEDATESUPPORTED SAVEDBEFORE 1-Jan-2020
        S* * SEARCH
        S: a2 OK
        C: a3 SEARCH SAVEDATESUPPORTED SAVEDON 17-Jul-1996
        S* * SEARCH
        S: a3 OK
        """

    @R8514-3-1 @R8514-4.3-a @needs-imap-IMAP4rev1 @MUST
    Scenario: A copy was saved when it was made
      Then the dialogue is:
        """imap
        C: a1 COPY 1 ${mailbox}
        S: a1 OK
        C: a2 NOOP
        S: a2 OK
        C: a3 SEARCH 3 SAVEDATESUPPORTED SAVEDBEFORE 1-Jan-2020
        S* * SEARCH
        S: a3 OK
        C: a4 SEARCH 3 OR NOT SAVEDATESUPPORTED SAVEDSINCE 1-Jan-2020
        S* * SEARCH 3
        S: a4 OK
        """

    @R8514-4.3-a @needs-imap-IMAP4rev1 @MUST
    Scenario: Nothing was saved after 2090
      Then the dialogue is:
        """imap
        C: a1 SEARCH SAVEDBEFORE 1-Jan-2090
        S* * SEARCH 1 2
        S: a1 OK
        C: a2 SEARCH SAVEDSINCE 1-Jan-2090
        S* * SEARCH
        S: a2 OK
        """

  Rule: A mailbox keeps save dates, or it does not

    @R8514-4.3-b @needs-imap-IMAP4rev1 @MUST
    Scenario: SAVEDATESUPPORTED finds all messages or none
      Then the dialogue is:
        """imap
        C: a1 SEARCH SAVEDATESUPPORTED NOT SAVEDATESUPPORTED
        S* * SEARCH
        S: a1 OK
        C: a2 SEARCH OR SAVEDATESUPPORTED NOT SAVEDATESUPPORTED
        S* * SEARCH 1 2
        S: a2 OK
        """

    @R8514-4.3-1 @needs-imap-IMAP4rev1 @MUST
    Scenario: Without save dates internal dates are searched
      Then the dialogue is:
        """imap
        C: a1 SEARCH 1 NOT SAVEDATESUPPORTED SAVEDSINCE 1-Jan-2020
        S* * SEARCH
        S: a1 OK
        """
