@needs-imap @needs-imap-IMAP4rev1 @chapter-imap-2
Feature: SEARCH by dates
  BEFORE, ON and SINCE go by the day of arrival, SENTBEFORE, SENTON and SENTSINCE by the Date field
  (RFC 3501 §6.4.4, RFC 9051 §6.4.4).

  Rule: The internal date is compared by its day

    # In the middle of the day no zone from -1200 to +1100 moves the message to another one.
    @R3501-6.4.4-i @R9051-6.4.4-i @MUST
    Scenario Outline: <key> finds <numbers>
      Given the mailbox holds:
        | message | date                       |
        | plain   | 14-Mar-2019 12:00:00 +0000 |
        | budget  | 15-Mar-2019 12:00:00 +0000 |
        | minutes | 16-Mar-2019 12:00:00 +0000 |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SEARCH <key>
        S* * SEARCH <numbers>
        S: a1 OK
        """

      Examples:
        | key                                  | numbers |
        | ON 15-Mar-2019                       | 2       |
        | BEFORE 15-Mar-2019                   | 1       |
        | SINCE 17-Mar-2019                    |         |
        | BEFORE 14-Mar-2019                   |         |
        | BEFORE 17-Mar-2019                   | 1 2 3   |
        | ON 1-Mar-2019                        |         |
        | NOT ON 15-Mar-2019                   | 1 3     |
        | ON 15-mar-2019                       | 2       |
        | SINCE 1-Jan-1970                     | 1 2 3   |
        | BEFORE 1-Jan-2038                    | 1 2 3   |
        | SINCE 15-Mar-2019                    | 2 3     |
        | SINCE 14-Mar-2019                    | 1 2 3   |
        | SINCE 15-Mar-2019 BEFORE 16-Mar-2019 | 2       |

    @R3501-9-k @R9051-9-k @MUST
    Scenario: A date may stand in quotes
      Given the mailbox holds:
        | message | date                       |
        | plain   | 14-Mar-2019 12:00:00 +0000 |
        | budget  | 15-Mar-2019 12:00:00 +0000 |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SEARCH ON "15-Mar-2019"
        S* * SEARCH 2
        S: a1 OK
        """

    @R3501-6.4.4-i @R9051-6.4.4-i @MUST
    Scenario: A day may be written with one digit or two
      Given the mailbox holds:
        | message | date                       |
        | plain   | 04-Mar-2019 12:00:00 +0000 |
        | budget  | 05-Mar-2019 12:00:00 +0000 |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SEARCH ON 5-Mar-2019
        S* * SEARCH 2
        S: a1 OK
        C: a2 SEARCH ON 05-Mar-2019
        S* * SEARCH 2
        S: a2 OK
        """

    @R3501-6.4.4-i @R9051-6.4.4-i @MUST
    Scenario: The time of day does not count
      Given the mailbox holds:
        | message | date                       |
        | plain   | 15-Mar-2019 10:00:00 +0000 |
        | budget  | 15-Mar-2019 14:00:00 +0000 |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SEARCH ON 15-Mar-2019
        S* * SEARCH 1 2
        S: a1 OK
        C: a2 SEARCH BEFORE 15-Mar-2019
        S* * SEARCH
        S: a2 OK
        """

    # "Disregarding time and timezone" means the day that the internal date shows; a server that keeps the instant only shows it
    # in a zone of its own, so INTERNALDATE and SEARCH are compared with each other.
    @R3501-6.4.4-i @R9051-6.4.4-i @MUST
    Scenario Outline: At <time> the day that INTERNALDATE shows is the day that ON finds
      Given the mailbox holds:
        | message | date   |
        | plain   | <time> |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 INTERNALDATE
        S* * 1 FETCH (INTERNALDATE "${day:number}-Mar-2019 ${*}")
        S: a1 OK
        C: a2 SEARCH ON ${day}-Mar-2019
        S* * SEARCH 1
        S: a2 OK
        C: a3 SEARCH BEFORE ${day}-Mar-2019
        S* * SEARCH
        S: a3 OK
        """

      Examples:
        | time                       |
        | 15-Mar-2019 23:59:59 -0800 |
        | 15-Mar-2019 00:00:00 +1200 |
        | 15-Mar-2019 00:00:01 +0000 |
        | 15-Mar-2019 23:59:59 +0000 |

  Rule: The Date field is compared as it is written

    @R3501-6.4.4-j @R9051-6.4.4-j @MUST
    Scenario Outline: <key> finds <numbers> by Date
      Given the mailbox holds:
        | message    | date                       |
        | plain      | 01-Jan-2020 12:00:00 +0000 |
        | budget     | 01-Jan-2020 12:00:00 +0000 |
        | minutes    | 01-Jan-2020 12:00:00 +0000 |
        | invitation | 01-Jan-2020 12:00:00 +0000 |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SEARCH <key>
        S* * SEARCH <numbers>
        S: a1 OK
        """

      # The second is dated Tue 23:30 -0800 (Wednesday in UTC), the third Wed 00:30 +0900 (Tuesday in UTC).
      Examples:
        | key                   | numbers |
        | SENTON 5-Mar-2019     | 1 2     |
        | SENTON 6-Mar-2019     | 3       |
        | SENTBEFORE 6-Mar-2019 | 1 2     |
        | SENTON 7-Mar-2019     | 4       |
        | SENTSINCE 8-Mar-2019  |         |
        | SENTBEFORE 5-Mar-2019 |         |
        | SENTON 1-Jan-2020     |         |
        | SENTSINCE 6-Mar-2019  | 3 4     |

    # RFC 3501 does not say what a message without Date is; SEARCH has to survive it.
    @M-robust-imap-broken-message @SHOULD
    Scenario: A message without a Date field does no harm
      Given the mailbox holds:
        | message |
        | sparse  |
        | plain   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SEARCH SENTON 5-Mar-2019
        S* * SEARCH 2
        S: a1 OK
        """
