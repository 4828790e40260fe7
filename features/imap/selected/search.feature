@needs-imap @needs-imap-IMAP4rev1 @chapter-imap-2
Feature: SEARCH
  The server finds messages by flags, sizes and numbers (RFC 3501 §6.4.4, §7.2.5; RFC 9051 §6.4.4).

  Background:
    Given the mailbox holds:
      | message    | flags           |
      | plain      | \Seen           |
      | budget     | \Seen \Answered |
      | minutes    | \Flagged        |
      | invitation | \Draft          |
      | menu       | \Deleted \Seen  |
    And an IMAP session with the mailbox selected

  Rule: SEARCH answers with the numbers of what it found

    @R3501-6.4.4-2 @MUST
    Scenario: Where nothing is found, the answer has no numbers
      Then the dialogue is:
        """imap
        C: a1 SEARCH UNSEEN SEEN
        S* * SEARCH
        S: a1 OK
        """

    @R3501-6.4.4-2 @R3501-6.4.4-d @R9051-6.4.4-d @MUST
    Scenario: ALL finds every message
      Then the dialogue is:
        """imap
        C: a1 SEARCH ALL
        S* * SEARCH 1 2 3 4 5
        S: a1 OK
        """

  Rule: Sizes are compared in octets

    @R3501-6.4.4-p @R9051-6.4.4-p @MUST
    Scenario: LARGER leaves out the size itself
      Then the dialogue is:
        """imap
        C: a1 FETCH 2 RFC822.SIZE
        S* * 2 FETCH (RFC822.SIZE ${size:number})
        S: a1 OK
        C: a2 SEARCH 1:3 LARGER ${size}
        S* * SEARCH 3
        S: a2 OK
        C: a3 SEARCH 1:3 LARGER ${size - 1}
        S* * SEARCH 2 3
        S: a3 OK
        """

    @R3501-6.4.4-p @R9051-6.4.4-p @MUST
    Scenario: SMALLER leaves out the size itself
      Then the dialogue is:
        """imap
        C: a1 FETCH 2 RFC822.SIZE
        S* * 2 FETCH (RFC822.SIZE ${size:number})
        S: a1 OK
        C: a2 SEARCH 1:3 SMALLER ${size}
        S* * SEARCH 1
        S: a2 OK
        C: a3 SEARCH 1:3 SMALLER ${size + 1}
        S* * SEARCH 1 2
        S: a3 OK
        """

  Rule: Numbers are keys too

    @R3501-6.4.4-c @R9051-6.4.4-c @MUST
    Scenario Outline: The set <set> finds <numbers>
      Then the dialogue is:
        """imap
        C: a1 SEARCH <set>
        S* * SEARCH <numbers>
        S: a1 OK
        """

      Examples:
        | set     | numbers |
        | 2       | 2       |
        | 2:4     | 2 3 4   |
        | 1,3,5   | 1 3 5   |
        | 4:*     | 4 5     |
        | NOT 2:4 | 1 5     |
        | *       | 5       |
        | 4:2     | 2 3 4   |

    @R3501-6.4.4-q @R9051-6.4.4-q @MUST
    Scenario: UID finds messages by their UIDs, and answers with numbers
      Then the dialogue is:
        """imap
        C: a1 FETCH 2:3 UID
        S* * 2 FETCH (UID ${two:number})
        S* * 3 FETCH (UID ${three:number})
        S: a1 OK
        C: a2 SEARCH UID ${two},${three}
        S* * SEARCH 2 3
        S: a2 OK
        C: a3 SEARCH UID ${three + 1}:*
        S* * SEARCH 4 5
        S: a3 OK
        """

  Rule: Keys are joined by AND, OR and NOT

    @R3501-6.4.4-a @R9051-6.4.4-a @R3501-6.4.4-r @R9051-6.4.4-r @R3501-6.4.4-s @R9051-6.4.4-s @R3501-6.4.4-t
    @R9051-6.4.4-t
    @R9051-6.4.4-t
    @R9051-6.4.4-t
    @R9051-6.4.4-t
    @R9051-6.4.4-t
    @R9051-6.4.4-t
    @R9051-6.4.4-t
    @R9051-6.4.4-t
    @R9051-6.4.4-t @MUST
    Scenario Outline: <keys> finds <numbers>
      Then the dialogue is:
        """imap
        C: a1 SEARCH <keys>
        S* * SEARCH <numbers>
        S: a1 OK
        """

      Examples:
        | keys                                | numbers |
        | SEEN ANSWERED                       | 2       |
        | SEEN UNDELETED                      | 1 2     |
        | NOT SEEN                            | 3 4     |
        | NOT NOT SEEN                        | 1 2 5   |
        | OR FLAGGED DRAFT UNSEEN             | 3 4     |
        | OR FLAGGED SEEN ANSWERED            | 2       |
        | (SEEN)                              | 1 2 5   |
        | NOT (SEEN ANSWERED)                 | 1 3 4 5 |
        | ((SEEN) (UNDELETED))                | 1 2     |
        | ALL NOT ALL                         |         |
        | OR FLAGGED DRAFT                    | 3 4     |
        | OR OR FLAGGED DRAFT DELETED         | 3 4 5   |
        | OR FLAGGED OR DRAFT DELETED         | 3 4 5   |
        | NOT OR SEEN FLAGGED                 | 4       |
        | OR NOT SEEN DELETED                 | 3 4 5   |
        | OR (SEEN ANSWERED) (FLAGGED UNSEEN) | 2 3     |
        | OR 1 NOT (OR 2:3 (SEEN DELETED))    | 1 4     |

    @M-robust-imap-nesting @SHOULD @hostile @strain
    Scenario: A key in a thousand parentheses is found or refused
      Then the dialogue is:
        """imap
        C: a1 SEARCH ${1000 * "("}SEEN${1000 * ")"}
        S: a1 OK/NO/BAD
        C: ${alive}
        """

    @M-robust-imap-nesting @SHOULD @hostile @strain
    Scenario: A thousand times NOT is found or refused
      Then the dialogue is:
        """imap
        C: a1 SEARCH ${1000 * "NOT "}SEEN
        S: a1 OK/NO/BAD
        C: ${alive}
        """

  Rule: SEARCH changes nothing

    @R3501-6.4.5-q @R9051-6.4.5-q @MUST
    Scenario: Searching in bodies does not set \Seen
      Then the dialogue is:
        """imap
        C: a1 SEARCH BODY coffee
        S: a1 OK
        C: a2 FETCH 3 FLAGS
        S* * 3 FETCH (FLAGS (\Flagged))
        S: a2 OK
        """
