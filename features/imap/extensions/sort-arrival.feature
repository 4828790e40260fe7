@needs-imap-SORT
Feature: SORT by arrival
  When a message came is its internal date, with the time of day, and counts for one that does not say when it was sent (RFC 5256 §2.2, §3).

  Background:
    Given the mailbox holds:
      | message | date                       |
      | lunch   | 09-Feb-2018 03:00:00 +0000 |
      | agenda  | 08-Feb-2018 23:00:00 -0500 |
      | undated | 02-Feb-2018 12:00:00 +0000 |
    And an IMAP session with the mailbox selected

  @R5256-3-g @MUST
  Scenario: ARRIVAL goes by day and time, in one zone
    Then the dialogue is:
      """imap
      C: a1 SORT (ARRIVAL) UTF-8 ALL
      S* * SORT 3 1 2
      S: a1 OK
      """

  @R5256-2.2-b @MUST
  Scenario: What does not say when it was sent was sent when it came
    Then the dialogue is:
      """imap
      C: a1 SORT (DATE) UTF-8 ALL
      S* * SORT 2 3 1
      S: a1 OK
      """
