@needs-imap-SORT
Feature: SORT
  The server finds messages and puts them in an order (RFC 5256).

  Background:
    Given the mailbox holds:
      | message          |
      | lunch            |
      | lunch-anna       |
      | lunch-bea        |
      | lunch-end        |
      | agenda           |
      | agenda-passed-on |
      | undated          |
    And an IMAP session with the mailbox selected

  Rule: What is found comes in ascending order

    @R5256-3-a @MUST
    Scenario Outline: SORT (<criterion>) gives <numbers>
      Then the dialogue is:
        """imap
        C: a1 SORT (<criterion>) UTF-8 ALL
        S* * SORT <numbers>
        S: a1 OK
        """

      @R5256-2.2-a
      Examples:
        | criterion | numbers       |
        | DATE      | 5 6 1 3 2 4 7 |

      @R5256-3-h
      Examples:
        | criterion | numbers       |
        | FROM      | 2 3 1 4 5 6 7 |

      @R5256-3-f @R5256-3-h
      Examples:
        | criterion | numbers       |
        | TO        | 7 4 5 6 2 3 1 |
        | CC        | 2 4 5 6 7 3 1 |

      @R5256-3-j
      Examples:
        | criterion | numbers       |
        | SIZE      | 7 1 2 6 4 5 3 |

      @R5256-2.1-1 @R5256-3-c @R5256-3-f @R5256-7-1
      Examples:
        | criterion | numbers       |
        | SUBJECT   | 7 5 6 1 2 3 4 |

    @R5256-3-i @R5256-3-c @MUST
    Scenario Outline: SORT (<criteria>) gives <numbers>, and leaves equal ones as they are in the mailbox
      Then the dialogue is:
        """imap
        C: a1 SORT (<criteria>) UTF-8 ALL
        S* * SORT <numbers>
        S: a1 OK
        """

      Examples:
        | criteria        | numbers       |
        | REVERSE DATE    | 7 4 2 3 1 6 5 |
        | REVERSE FROM    | 7 6 5 1 4 3 2 |
        | REVERSE SUBJECT | 1 2 3 4 5 6 7 |

    @R5256-3-d @MUST
    Scenario Outline: Of (<criteria>) the first counts first, and SORT gives <numbers>
      Then the dialogue is:
        """imap
        C: a1 SORT (<criteria>) UTF-8 ALL
        S* * SORT <numbers>
        S: a1 OK
        """

      Examples:
        | criteria                     | numbers       |
        | SUBJECT DATE                 | 7 5 6 1 3 2 4 |
        | SUBJECT REVERSE DATE         | 7 6 5 4 2 3 1 |
        | REVERSE SUBJECT REVERSE DATE | 4 2 3 1 6 5 7 |
        | FROM REVERSE SIZE            | 2 3 4 1 5 6 7 |

    @R5256-3-a @MUST
    Scenario Outline: SORT of <keys> gives <numbers>
      Then the dialogue is:
        """imap
        C: a1 SORT (REVERSE DATE) UTF-8 <keys>
        S* * SORT <numbers>
        S: a1 OK
        """

      Examples:
        | keys                 | numbers |
        | FROM carl            | 4 1     |
        | 2:4                  | 4 2 3   |
        | OR TO board 7        | 7 6 5   |
        | SUBJECT lunch NOT 1  | 4 2 3   |
        | SUBJECT "not in any" |         |

    @R5256-3-b @MUST
    Scenario: UID SORT gives UIDs of what sequence numbers name
      Then the dialogue is:
        """imap
        C: a1 STORE 1 +FLAGS.SILENT (\Deleted)
        S: a1 OK
        C: a2 EXPUNGE
        S: a2 OK
        C: a3 FETCH 1,3 (UID)
        S* * 1 FETCH (UID ${anna:number})
        S* * 3 FETCH (UID ${end:number})
        S: a3 OK
        C: a4 UID SORT (REVERSE DATE) UTF-8 1:3 NOT 2
        S* * SORT ${end} ${anna}
        S: a4 OK
        """

    @R7162-3.1.9-1 @needs-imap-CONDSTORE @MUST
    Scenario: A search for mod-sequences tells the greatest of what was found
      Then the dialogue is:
        """imap
        C: a1 STORE 4 +FLAGS (\Flagged)
        S: a1 OK
        C: a2 FETCH 4 (MODSEQ)
        S* * 4 FETCH (MODSEQ (${greatest:number}))
        S: a2 OK
        C: a3 SORT (DATE) UTF-8 MODSEQ 1
        S* * SORT 5 6 1 3 2 4 7 (MODSEQ ${greatest})
        S: a3 OK
        """

    @R5256-5-a @MUST
    Scenario: Names of criteria are taken in any case
      Then the dialogue is:
        """imap
        C: a1 sort (reverse Date) utf-8 fRoM carl
        S* * SORT 4 1
        S: a1 OK
        """

    @R5256-3-1 @MUST
    Scenario: US-ASCII is taken as well
      Then the dialogue is:
        """imap
        C: a1 SORT (DATE) US-ASCII SUBJECT agenda
        S* * SORT 5 6
        S: a1 OK
        """

    @R5256-3-e @MUST
    Scenario: What somebody else removes is not told during SORT
      Given a second IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C2: b2 STORE 1 +FLAGS.SILENT (\Deleted)
        S2: b2 OK
        C2: b3 EXPUNGE
        S2: b3 OK
        C: a1 SORT (SIZE) UTF-8 ALL
        S! * ${*:number} EXPUNGE
        S: a1 OK/NO
        """

    @R5256-2.2-1 @R5256-2.2-2 @SHOULD
    Scenario Outline: What says <date> was sent between <before> and <after>
      Given the message before:
        """
        From: ann@example.org
        Date: 5 Feb 2018 <before> +0000

        one
        """
      And the message odd:
        """
        From: ann@example.org
        Date: 5 Feb 2018 <date>

        two
        """
      And the message after:
        """
        From: ann@example.org
        Date: 5 Feb 2018 <after> +0000

        three
        """
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-odd
        S: a1 OK
        C: a2 APPEND ${mailbox}-odd {${after.size}}
        S: +
        C: ${after}
        S: a2 OK
        C: a3 APPEND ${mailbox}-odd {${odd.size}}
        S: +
        C: ${odd}
        S: a3 OK
        C: a4 APPEND ${mailbox}-odd {${before.size}}
        S: +
        C: ${before}
        S: a4 OK
        C: a5 SELECT ${mailbox}-odd
        S: a5 OK
        C: a6 SORT (DATE) UTF-8 ALL
        S* * SORT 3 2 1
        S: a6 OK
        """

      Examples:
        | date           | before   | after    |
        | 18:00:00 +9999 | 17:59:00 | 18:01:00 |
        | 18:00:00 NOZ   | 17:59:00 | 18:01:00 |

  Rule: What is no SORT is refused

    @R5256-3-k @MUST
    Scenario: A charset that nobody knows is refused with NO
      Then the dialogue is:
        """imap
        C: a1 SORT (DATE) X-NO-SUCH-CHARSET SUBJECT agenda
        S! * SORT ${*}
        S: a1 NO
        """

    @R5256-3-k @MUST
    Scenario Outline: SORT <arguments> is refused with BAD
      When the client sends: a1 SORT <arguments>
      Then the reply is a1 BAD

      Examples:
        | arguments             |
        | (DATE) UTF-8          |
        | (DATE)                |
        | () UTF-8 ALL          |
        | (REVERSE) UTF-8 ALL   |
        | (NOSUCH) UTF-8 ALL    |
        | DATE UTF-8 ALL        |
        | (DATE) UTF-8 NOSUCH   |

    @R5256-3-k @MUST
    Scenario: SORT needs a mailbox
      Given an IMAP session authenticated
      When the client sends: a1 SORT (DATE) UTF-8 ALL
      Then the reply is a1 BAD/NO
