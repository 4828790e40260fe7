@needs-imap-ESEARCH/IMAP4rev2
Feature: Extended SEARCH
  A client says what it wants to know about what was found (RFC 4731, RFC 9051 §6.4.4, §7.3.4).

  Background:
    Given the mailbox holds:
      | message    | flags |
      | plain      | \Seen |
      | budget     | \Seen |
      | minutes    |       |
      | invitation | \Seen |
      | menu       |       |
    And an IMAP session with the mailbox selected

  Rule: Result options choose what comes back

    @R4731-3.1-a @R9051-6.4.4-v @R4731-3.1-6 @R9051-6.4.4-10 @MUST
    Scenario Outline: RETURN (<options>) returns <result>
      Then the dialogue is:
        """imap
        C: a1 SEARCH RETURN (<options>) SEEN
        S* * ESEARCH (TAG "a1") <result>
        S! * SEARCH ${*}
        S: a1 OK
        """

      Examples:
        | options           | result                        |
        | MIN               | MIN 1                         |
        | MAX               | MAX 4                         |
        | COUNT             | COUNT 3                       |
        | MIN MAX           | MIN 1 MAX 4                   |
        | count Min         | COUNT 3 MIN 1                 |
        | ALL               | ALL 1:2,4                     |
        | COUNT ALL         | ALL 1:2,4 COUNT 3             |
        | MIN MAX COUNT ALL | MIN 1 MAX 4 COUNT 3 ALL 1:2,4 |

    @R4731-3.1-b @R9051-6.4.4-w @MUST
    Scenario: RETURN () means RETURN (ALL)
      Then the dialogue is:
        """imap
        C: a1 SEARCH RETURN () SEEN
        S* * ESEARCH (TAG "a1") ALL 1:2,4
        S! * SEARCH ${*}
        S: a1 OK
        """

    @R9051-7.3.4-4 @R4731-3.1-a @R9051-6.4.4-v @MUST
    Scenario: A set contains no message that did not match
      Then the dialogue is:
        """imap
        C: a1 SEARCH RETURN (ALL) OR 1 3:5
        S* * ESEARCH (TAG "a1") ALL 1,3:5
        S: a1 OK
        """

    @R9051-6.4.4-3 @needs-imap-IMAP4rev2 @MUST
    Scenario: An unknown option is answered with BAD
      When the client sends: a1 SEARCH RETURN (X-UNHEARD-OF) SEEN
      Then the reply is a1 BAD

  Rule: Where nothing is found, there is an answer all the same

    @R4731-3.1-1 @R9051-6.4.4-5 @R4731-3.1-2 @R9051-6.4.4-6 @R4731-3.1-4 @R9051-6.4.4-8 @MUST
    Scenario Outline: RETURN (<options>) without a match has no <options> in it
      Then the dialogue is:
        """imap
        C: a1 SEARCH RETURN (<options>) DELETED
        S* * ESEARCH (TAG "a1")
        S! * ESEARCH (TAG "a1") <options> ${*}
        S: a1 OK
        """

      Examples:
        | options |
        | MIN     |
        | MAX     |
        | ALL     |

    @R4731-3.1-5 @R9051-6.4.4-9 @MUST
    Scenario: COUNT is 0 without a match
      Then the dialogue is:
        """imap
        C: a1 SEARCH RETURN (COUNT) DELETED
        S* * ESEARCH (TAG "a1") COUNT 0
        S: a1 OK
        """

  Rule: UID SEARCH answers in UIDs

    @R4731-3.1-7 @R9051-6.4.9-1 @MUST
    Scenario: The response has the UID indicator and UIDs in it
      Then the dialogue is:
        """imap
        C: a1 FETCH 1:4 UID
        S* * 1 FETCH (UID ${one:number})
        S* * 2 FETCH (UID ${two:number})
        S* * 4 FETCH (UID ${four:number})
        S: a1 OK
        C: a2 UID SEARCH RETURN (MIN MAX ALL COUNT) SEEN
        S* * ESEARCH (TAG "a2") UID MIN ${one} MAX ${four} COUNT 3 ALL ${one},${two},${four}
        S: a2 OK
        """

    @R3501-7.2.1-4 @needs-imap-IMAP4rev1 @MUST
    Scenario: Without RETURN the old answer comes
      Then the dialogue is:
        """imap
        C: a1 SEARCH SEEN
        S* * SEARCH 1 2 4
        S! * ESEARCH ${*}
        S: a1 OK
        """
