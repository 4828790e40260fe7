@needs-imap-SORT
Feature: The base subject
  What a subject is about is what is left without the signs of answers, of lists and of what was passed on (RFC 5256 §2.1).

  @R5256-2.1-1 @MUST
  Scenario Outline: <subject> stands between Budget A and Budget C
    Given the message first:
      """
      From: ann@example.org
      Subject: Budget A

      one
      """
    And the message between:
      """
      From: ann@example.org
      Subject: <subject>

      two
      """
    And the message last:
      """
      From: ann@example.org
      Subject: Budget C

      three
      """
    And the mailbox holds:
      | message |
      | last    |
      | between |
      | first   |
    And an IMAP session with the mailbox selected
    Then the dialogue is:
      """imap
      C: a1 SORT (SUBJECT) UTF-8 ALL
      S* * SORT 3 2 1
      S: a1 OK
      """

    Examples:
      | subject                            |
      | Re: Budget B                       |
      | RE: fw: FWD: Budget B              |
      | Re : Budget B                      |
      | Re[2]: Budget B                    |
      | [list] Budget B                    |
      | [list][other] Re: [list] Budget B  |
      | [Fwd: Budget B]                    |
      | [Fwd: Re: [x] Budget B (fwd)]      |

    @R5256-7-1
    Examples:
      | subject                            |
      | budget b                           |
      | =?utf-8?Q?Re=3A_Budget_B?=         |
      | =?utf-8?B?QnVkZ2V0IELDpA==?=       |

  @R5256-2.1-1 @MUST
  Scenario Outline: <subject> is no answer, and stands behind Budget
    Given the message about:
      """
      From: ann@example.org
      Subject: Budget

      one
      """
    And the message other:
      """
      From: ann@example.org
      Subject: <subject>

      two
      """
    And the mailbox holds:
      | message |
      | other   |
      | about   |
    And an IMAP session with the mailbox selected
    Then the dialogue is:
      """imap
      C: a1 SORT (SUBJECT) UTF-8 ALL
      S* * SORT 2 1
      S: a1 OK
      """

    Examples:
      | subject        |
      | Reply: Accept  |
      | Re Accept      |
      | Fwdd: Accept   |

  @R5256-2.1-1 @R5256-3-c @MUST
  Scenario Outline: <subject> is about the same as Budget, and stays before it
    Given the message passed:
      """
      From: ann@example.org
      Subject: <subject>

      one
      """
    And the message about:
      """
      From: ann@example.org
      Subject: Budget

      two
      """
    And the mailbox holds:
      | message |
      | passed  |
      | about   |
    And an IMAP session with the mailbox selected
    Then the dialogue is:
      """imap
      C: a1 SORT (SUBJECT) UTF-8 ALL
      S* * SORT 1 2
      S: a1 OK
      """

    Examples:
      | subject                  |
      | Budget (fwd)             |
      | Budget(FWD) (fwd)        |
      | [Fwd: Re: Budget] (fwd)  |
