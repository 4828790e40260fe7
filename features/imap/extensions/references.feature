@needs-imap-THREAD=REFERENCES
Feature: Who answers whom
  A conversation is put together from Message-ID, References, In-Reply-To and subjects (RFC 5256 §3).

  Background:
    Given the message first:
      """
      From: ann@example.org
      Date: 1 Feb 2018 10:00:00 +0000
      Subject: One
      Message-ID: <first@example.org>

      one
      """
    And the message second:
      """
      From: ben@example.org
      Date: 2 Feb 2018 10:00:00 +0000
      Subject: Two
      Message-ID: <second@example.org>
      References: <first@example.org>

      two
      """

  @R5256-3-4 @MUST
  Scenario: An identifier is the same with quotes and without
    Given the message quoted:
      """
      From: ann@example.org
      Date: 1 Feb 2018 10:00:00 +0000
      Subject: Zero
      Message-ID: <"first"@example.org>

      zero
      """
    And the mailbox holds:
      | message |
      | quoted  |
      | second  |
    And an IMAP session with the mailbox selected
    Then the dialogue is:
      """imap
      C: a1 THREAD REFERENCES UTF-8 ALL
      S* * THREAD (1 2)
      S: a1 OK
      """

  @R5256-3-p @R5256-3-q @R5256-3-r @R5256-3-s @MUST
  Scenario Outline: A third message, <what>
    Given the message third:
      """
      From: cora@example.org
      Date: 3 Feb 2018 10:00:00 +0000
      Subject: <subject>
      <fields>

      three
      """
    And the mailbox holds:
      | message |
      | second  |
      | third   |
      | first   |
    And an IMAP session with the mailbox selected
    Then the dialogue is:
      """imap
      C: a1 THREAD REFERENCES UTF-8 ALL
      S* * THREAD <threads>
      S: a1 OK
      """

    Examples:
      | what                                           | subject | fields                                                                       | threads   |
      | that answers the second                        | Three   | References: <first@example.org> <second@example.org>                         | (3 1 2)   |
      | that answers the first                         | Three   | In-Reply-To: <first@example.org>                                             | (3 (1)(2)) |
      | that says so to nobody's address               | Three   | In-Reply-To: ann@example.org                                                 | (3 1)(2)  |
      | whose References have no identifier            | Three   | References: none${CRLF}In-Reply-To: <second@example.org>                     | (3 1 2)   |
      | whose In-Reply-To says otherwise               | Three   | References: <first@example.org>${CRLF}In-Reply-To: <second@example.org>      | (3 (1)(2)) |
      | whose References are cut short                 | Three   | References: <second@example.org>                                             | (3 1 2)   |
      | with one in between that is not here           | Three   | References: <second@example.org> <gone@example.org>                          | (3 1 2)   |
      | with the identifier of the second              | Three   | Message-ID: <second@example.org>                                             | (3 1)(2)  |
      | that answers itself                            | Three   | Message-ID: <third@example.org>${CRLF}References: <third@example.org>        | (3 1)(2)  |

    @R5256-3-t
    Examples:
      | what                                           | subject | fields                                                                       | threads   |
      | that is an answer by its subject alone         | Re: One | X-Nothing: else                                                              | (3 (1)(2)) |
      | that was passed on                             | [Fwd: One] | X-Nothing: else                                                           | (3 (1)(2)) |
      | about the same, and no answer                  | One     | X-Nothing: else                                                              | ((3 1)(2)) |

  @R5256-3-u @MUST
  Scenario: Messages without a subject are not about the same
    Given the message third:
      """
      From: cora@example.org
      Date: 3 Feb 2018 10:00:00 +0000

      three
      """
    And the message fourth:
      """
      From: cora@example.org
      Date: 4 Feb 2018 10:00:00 +0000
      Subject: Re:

      four
      """
    And the mailbox holds:
      | message |
      | third   |
      | fourth  |
    And an IMAP session with the mailbox selected
    Then the dialogue is:
      """imap
      C: a1 THREAD REFERENCES UTF-8 ALL
      S* * THREAD (1)(2)
      S: a1 OK
      """
