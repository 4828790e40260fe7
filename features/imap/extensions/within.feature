@needs-imap-WITHIN @needs-imap-IMAP4rev1
Feature: WITHIN
  How old a message is, in seconds (RFC 5032).

  Background:
    Given the mailbox holds:
      | message | flags | date                       |
      | plain   | \Seen | 17-Jul-1996 02:44:25 -0700 |
      | budget  |       |                            |
      | minutes |       | 17-Jul-2020 23:59:59 +0000 |
    And an IMAP session with the mailbox selected

  Rule: OLDER and YOUNGER compare the internal date with the time of the server

    # A day is far more than any test takes; 2,000,000,000 seconds are more than 63 years, 500,000,000 more than 15.
    @R5032-2-a @MUST
    Scenario Outline: <key> finds <numbers>
      Then the dialogue is:
        """imap
        C: a1 SEARCH <key>
        S* * SEARCH <numbers>
        S: a1 OK
        """

      Examples:
        | key              | numbers |
        | OLDER 86400      | 1 3     |
        | OLDER 500000000  | 1       |
        | OLDER 2000000000 |         |

    @R5032-2-b @MUST
    Scenario Outline: <key> finds <numbers>
      Then the dialogue is:
        """imap
        C: a1 SEARCH <key>
        S* * SEARCH <numbers>
        S: a1 OK
        """

      Examples:
        | key                | numbers |
        | YOUNGER 86400      | 2       |
        | YOUNGER 500000000  | 2 3     |
        | YOUNGER 2000000000 | 1 2 3   |

    # What came this moment is no hour old, in whichever zone and on whichever day it is.
    @R5032-2-c @MUST
    Scenario: It is exact to a second, and goes by no calendar
      Then the dialogue is:
        """imap
        C: a1 SEARCH OLDER 3600
        S* * SEARCH 1 3
        S: a1 OK
        C: a2 SEARCH YOUNGER 3600
        S* * SEARCH 2
        S: a2 OK
        """

    # Two seconds are over by then, and one is not enough to tell.
    @R5032-2-c @MUST
    Scenario: What came two seconds ago is older than one
      Then the dialogue is:
        """imap
        C: a1 NOOP
        S: a1 OK
        S: ${silent 2s}
        C: a2 SEARCH OLDER 1
        S* * SEARCH 1 2 3
        S: a2 OK
        """

  Rule: They are keys like all others

    @R5032-3-a @MUST
    Scenario Outline: <key> finds <numbers>
      Then the dialogue is:
        """imap
        C: a1 SEARCH <key>
        S* * SEARCH <numbers>
        S: a1 OK
        """

      Examples:
        | key                               | numbers |
        | NOT YOUNGER 86400                 | 1 3     |
        | UNSEEN OLDER 86400                | 3       |
        | OR YOUNGER 86400 OLDER 500000000  | 1 2     |
        | (OLDER 86400 YOUNGER 500000000)   | 3       |
        | older 86400 younger 500000000     | 3       |
        | 1:2 OLDER 86400                   | 1       |

    @R5032-3-a @needs-imap-ESEARCH @MUST
    Scenario: What they find is told as it is asked for
      Then the dialogue is:
        """imap
        C: a1 SEARCH RETURN (MIN MAX COUNT) OLDER 86400
        S* * ESEARCH (TAG "a1") MIN 1 MAX 3 COUNT 2
        S: a1 OK
        """

    @R3501-2.2.2-2 @R9051-2.2.2-2 @SHOULD
    Scenario Outline: <key> is no key
      When the client sends: a1 SEARCH <key>
      Then the reply is a1 BAD

      Examples:
        | key        |
        | OLDER      |
        | OLDER 0    |
        | OLDER -1   |
        | YOUNGER 1d |
