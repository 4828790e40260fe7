@needs-imap @needs-imap-IMAP4rev1 @chapter-imap-2
Feature: SEARCH by flags
  Messages are found by flags, set or not (RFC 3501 §6.4.4, RFC 9051 §6.4.4).

  Background:
    Given the mailbox holds:
      | message    | flags           |
      | plain      | \Seen           |
      | budget     | \Seen \Answered |
      | minutes    | \Flagged        |
      | invitation | \Draft          |
      | menu       | \Deleted \Seen  |
    And an IMAP session with the mailbox selected

  Rule: Flags are found, set or not

    @R3501-6.4.4-e @R9051-6.4.4-e @MUST
    Scenario Outline: <key> finds <numbers>, which have the flag
      Then the dialogue is:
        """imap
        C: a1 SEARCH <key>
        S* * SEARCH <numbers>
        S: a1 OK
        """

      Examples:
        | key      | numbers |
        | ANSWERED | 2       |
        | DELETED  | 5       |
        | DRAFT    | 4       |
        | FLAGGED  | 3       |
        | SEEN     | 1 2 5   |

    @R3501-6.4.4-f @R9051-6.4.4-f @MUST
    Scenario Outline: <key> finds <numbers>, which do not have the flag
      Then the dialogue is:
        """imap
        C: a1 SEARCH <key>
        S* * SEARCH <numbers>
        S: a1 OK
        """

      Examples:
        | key        | numbers |
        | UNANSWERED | 1 3 4 5 |
        | UNDELETED  | 1 2 3 4 |
        | UNFLAGGED  | 1 2 4 5 |
        | UNSEEN     | 3 4     |
        | UNDRAFT    | 1 2 3 5 |

    @R3501-6.4.4-g @R9051-6.4.4-g @R3501-7.5-3 @R9051-9-3 @SHOULD
    Scenario: KEYWORD finds the messages with a keyword, UNKEYWORD the others, in any case
      Then the dialogue is:
        """imap
        C: a1 STORE 2,4 +FLAGS.SILENT (Project)
        S: a1 OK
        C: a2 SEARCH KEYWORD Project
        S* * SEARCH 2 4
        S: a2 OK
        C: a3 SEARCH UNKEYWORD project
        S* * SEARCH 1 3 5
        S: a3 OK
        """

    # A server may have dropped the keyword; what KEYWORD does not find, UNKEYWORD has to.
    @R3501-6.4.4-g @R9051-6.4.4-g @MUST
    Scenario: KEYWORD and UNKEYWORD share the messages out
      Then the dialogue is:
        """imap
        C: a1 STORE 2,4 +FLAGS.SILENT (Project)
        S: a1 OK/NO/BAD
        C: a2 SEARCH OR KEYWORD Project UNKEYWORD Project
        S* * SEARCH 1 2 3 4 5
        S: a2 OK
        C: a3 SEARCH KEYWORD Project UNKEYWORD Project
        S* * SEARCH
        S: a3 OK
        """

    @R3501-6.4.4-g @R9051-6.4.4-g @MUST
    Scenario: A keyword that no message has finds nothing
      Then the dialogue is:
        """imap
        C: a1 SEARCH KEYWORD NobodyHasThis
        S* * SEARCH
        S: a1 OK
        """

    @R3501-6.4.4-h @MUST
    Scenario: OLD is what is not RECENT, NEW is RECENT without SEEN
      Then the dialogue is:
        """imap
        C: a1 SEARCH OR RECENT OLD
        S* * SEARCH 1 2 3 4 5
        S: a1 OK
        C: a2 SEARCH RECENT OLD
        S* * SEARCH
        S: a2 OK
        C: a3 SEARCH NEW SEEN
        S* * SEARCH
        S: a3 OK
        C: a4 SEARCH OR (NEW) OR (OLD) (RECENT SEEN)
        S* * SEARCH 1 2 3 4 5
        S: a4 OK
        """
