@needs-imap-SEARCHRES/IMAP4rev2
Feature: The saved search result
  SEARCH RETURN (SAVE) keeps what it found, and $ stands for it (RFC 5182, RFC 9051 §6.4.4.1).

  Background:
    Given the mailbox holds:
      | message    | flags |
      | plain      | \Seen |
      | budget     |       |
      | minutes    | \Seen |
      | invitation |       |
      | menu       | \Seen |
    And an IMAP session with the mailbox selected

  Rule: $ stands for what was found

    @R5182-2.1-a @R9051-6.4.4.1-a @MUST
    Scenario: FETCH takes $ for sequence numbers
      Then the dialogue is:
        """imap
        C: a1 SEARCH RETURN (SAVE) SEEN
        S! * SEARCH ${*}
        S: a1 OK
        C: a2 FETCH $ (RFC822.SIZE)
        S* * 1 FETCH (RFC822.SIZE ${plain.size})
        S* * 3 FETCH (RFC822.SIZE ${minutes.size})
        S* * 5 FETCH (RFC822.SIZE ${menu.size})
        S! * 2 FETCH ${*}
        S! * 4 FETCH ${*}
        S: a2 OK
        """

    @R5182-2.1-a @R9051-6.4.4.1-a @MUST
    Scenario: What SEARCH saved UID FETCH takes, and the other way round
      Then the dialogue is:
        """imap
        C: a1 SEARCH RETURN (SAVE) UNSEEN
        S: a1 OK
        C: a2 UID FETCH $ (RFC822.SIZE)
        S* * 2 FETCH (UID ${*:number} RFC822.SIZE ${budget.size})
        S* * 4 FETCH (UID ${*:number} RFC822.SIZE ${invitation.size})
        S! * 1 FETCH ${*}
        S: a2 OK
        C: a3 UID SEARCH RETURN (SAVE) SEEN
        S: a3 OK
        C: a4 FETCH $ (RFC822.SIZE)
        S* * 1 FETCH (RFC822.SIZE ${plain.size})
        S* * 3 FETCH (RFC822.SIZE ${minutes.size})
        S! * 2 FETCH ${*}
        S: a4 OK
        """

    @R5182-2.1-a @R9051-6.4.4.1-a @MUST
    Scenario: STORE and COPY take $
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-copy
        S: a1 OK
        C: a2 SEARCH RETURN (SAVE) UNSEEN
        S: a2 OK
        C: a3 STORE $ +FLAGS.SILENT (\Flagged)
        S: a3 OK
        C: a4 COPY $ ${mailbox}-copy
        S: a4 OK
        C: a5 SEARCH RETURN (ALL) FLAGGED
        S* * ESEARCH (TAG "a5") ALL 2,4
        S: a5 OK
        C: a6 STATUS ${mailbox}-copy (MESSAGES)
        S* * STATUS ${mailbox}-copy (MESSAGES 2)
        S: a6 OK
        """

    @R5182-2.1-a @R9051-6.4.4.1-a @MUST
    Scenario: SEARCH takes $ as a key
      Then the dialogue is:
        """imap
        C: a1 SEARCH RETURN (SAVE) SEEN
        S: a1 OK
        C: a2 SEARCH RETURN (ALL) $ 2:5
        S* * ESEARCH (TAG "a2") ALL 3,5
        S: a2 OK
        C: a3 SEARCH RETURN (ALL) OR $ 2
        S* * ESEARCH (TAG "a3") ALL 1:3,5
        S: a3 OK
        """

    @R5182-2.3-1 @R9051-6.4.4.2-1 @MUST
    Scenario: A command with $ may be sent along with the search
      Then the dialogue is:
        """imap
        C: a1 SEARCH RETURN (SAVE) UNSEEN
        C: a2 FETCH $ (RFC822.SIZE)
        S: a1 OK
        S* * 2 FETCH (RFC822.SIZE ${budget.size})
        S* * 4 FETCH (RFC822.SIZE ${invitation.size})
        S: a2 OK
        """

    @R5182-2.1-d @R9051-6.4.4.1-d @MUST
    Scenario: An empty $ is no error
      Then the dialogue is:
        """imap
        C: a1 SEARCH RETURN (SAVE) DELETED
        S: a1 OK
        C: a2 FETCH $ FLAGS
        S! * ${*:number} FETCH ${*}
        S: a2 OK
        """

  Rule: Only a search that saves changes $

    @R5182-2.1-2 @R9051-6.4.4.1-1 @MUST
    Scenario: A search without SAVE, or with a syntax error, leaves $ alone
      Then the dialogue is:
        """imap
        C: a1 SEARCH RETURN (SAVE) UNSEEN
        S: a1 OK
        C: a2 SEARCH RETURN (COUNT) SEEN
        S: a2 OK
        C: a3 SEARCH RETURN (SAVE) SMELLY
        S? a3 NO
        S: a3 BAD
        C: a4 SEARCH RETURN (ALL) $
        S* * ESEARCH (TAG "a4") ALL 2,4
        S: a4 OK
        """

    @R5182-2.1-c @R9051-6.4.4.1-c @MUST
    Scenario: A search with SAVE that gets NO empties $
      Then the dialogue is:
        """imap
        C: a1 SEARCH RETURN (SAVE) UNSEEN
        S: a1 OK
        C: a2 SEARCH RETURN (SAVE) CHARSET X-UNHEARD-OF SUBJECT x
        S: a2 NO
        C: a3 SEARCH RETURN (COUNT) $
        S* * ESEARCH (TAG "a3") COUNT 0
        S: a3 OK
        """

    @R5182-2.1-b @R9051-6.4.4.1-b @MUST
    Scenario: SELECT empties $
      Then the dialogue is:
        """imap
        C: a1 SEARCH RETURN (SAVE) UNSEEN
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S: a2 OK
        C: a3 SEARCH RETURN (COUNT) $
        S* * ESEARCH (TAG "a3") COUNT 0
        S: a3 OK
        """

    @R5182-2.1-3 @R9051-6.4.4.1-2 @MUST
    Scenario: $ follows an EXPUNGE
      Then the dialogue is:
        """imap
        C: a1 SEARCH RETURN (SAVE) SEEN
        S: a1 OK
        C: a2 STORE 1:2 +FLAGS.SILENT (\Deleted)
        S: a2 OK
        C: a3 EXPUNGE
        S: a3 OK
        C: a4 SEARCH RETURN (ALL) $
        S* * ESEARCH (TAG "a4") ALL 1,3
        S: a4 OK
        """

  Rule: SAVE goes with the other options

    @R5182-2.4-a @R9051-6.4.4.1-e @MUST
    Scenario Outline: RETURN (<options>) saves <saved>
      Then the dialogue is:
        """imap
        C: a1 SEARCH RETURN (<options>) SEEN
        S* * ESEARCH (TAG "a1") <result>
        S: a1 OK
        C: a2 SEARCH RETURN (ALL) $
        S* * ESEARCH (TAG "a2") ALL <saved>
        S: a2 OK
        """

      Examples:
        | options        | result        | saved |
        | SAVE MIN       | MIN 1         | 1     |
        | MAX SAVE       | MAX 5         | 5     |
        | SAVE MIN MAX   | MIN 1 MAX 5   | 1,5   |
        | SAVE COUNT     | COUNT 3       | 1,3,5 |
        | SAVE ALL       | ALL 1,3,5     | 1,3,5 |
        | SAVE MIN COUNT | MIN 1 COUNT 3 | 1,3,5 |

    @R5182-2.1-1 @needs-imap-SEARCHRES @MUST
    Scenario: A server with SEARCHRES announces ESEARCH
      Then the dialogue is:
        """imap
        C: a1 CAPABILITY
        S* * CAPABILITY ${*} ESEARCH ${*}
        S: a1 OK
        """
