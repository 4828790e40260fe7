@needs-imap
Feature: THREAD
  The server finds messages and puts them together into conversations (RFC 5256).

  Background:
    Given the mailbox holds:
      | message          | date                       |
      | lunch            | 10-Feb-2018 10:00:00 +0000 |
      | lunch-anna       | 09-Feb-2018 03:00:00 +0000 |
      | lunch-bea        | 11-Feb-2018 10:00:00 +0000 |
      | lunch-end        | 08-Feb-2018 23:00:00 -0500 |
      | agenda           | 12-Feb-2018 10:00:00 +0000 |
      | agenda-passed-on | 07-Feb-2018 10:00:00 +0000 |
      | undated          | 02-Feb-2018 12:00:00 +0000 |
    And an IMAP session with the mailbox selected

  Rule: By subject all that is about the same is below the first of it

    @R5256-3-o @needs-imap-THREAD=ORDEREDSUBJECT @MUST
    Scenario Outline: THREAD ORDEREDSUBJECT of <keys>
      Then the dialogue is:
        """imap
        C: a1 THREAD ORDEREDSUBJECT UTF-8 <keys>
        S* * THREAD <threads>
        S: a1 OK
        """

      Examples:
        | keys             | threads                 |
        | ALL              | (5 6)(7)(1 (3)(2)(4))   |
        | 2:4              | (3 (2)(4))              |
        | OR 3 6           | (6)(3)                  |

    @R5256-3-m @needs-imap-THREAD=ORDEREDSUBJECT @MUST
    Scenario: Where nothing fits there is an empty answer
      Then the dialogue is:
        """imap
        C: a1 THREAD ORDEREDSUBJECT US-ASCII SUBJECT "not in any"
        S* * THREAD
        S: a1 OK
        """

  Rule: By references an answer is below what it answers

    @R5256-3-p @R5256-3-t @R5256-3-v @needs-imap-THREAD=REFERENCES @MUST
    Scenario: Conversations with their answers
      Then the dialogue is:
        """imap
        C: a1 THREAD REFERENCES UTF-8 ALL
        S* * THREAD (5 6)(7)(1 (3)(2 4))
        S: a1 OK
        """

    @R5256-3-r @R5256-3-m @needs-imap-THREAD=REFERENCES @MUST
    Scenario: Answers to what is not among them stay together
      Then the dialogue is:
        """imap
        C: a1 THREAD REFERENCES UTF-8 2:4
        S* * THREAD ((3)(2 4))
        S: a1 OK
        """

    @R5256-3-m @R5256-3-2 @needs-imap-THREAD=REFERENCES @MUST
    Scenario Outline: THREAD REFERENCES of <keys>
      Then the dialogue is:
        """imap
        C: a1 THREAD REFERENCES <charset> <keys>
        S* * THREAD <threads>
        S: a1 OK
        """

      Examples:
        | keys                 | charset  | threads  |
        | FROM carl            | UTF-8    | (1 4)    |
        | TO board             | US-ASCII | (5 6)    |
        | 4                    | US-ASCII | (4)      |
        | SUBJECT "not in any" | UTF-8    |          |

    @R5256-3-l @needs-imap-THREAD=REFERENCES @MUST
    Scenario: UID THREAD gives UIDs of what sequence numbers name
      Then the dialogue is:
        """imap
        C: a1 STORE 1 +FLAGS.SILENT (\Deleted)
        S: a1 OK
        C: a2 EXPUNGE
        S: a2 OK
        C: a3 FETCH 4:5 (UID)
        S* * 4 FETCH (UID ${fourth:number})
        S* * 5 FETCH (UID ${fifth:number})
        S: a3 OK
        C: a4 UID THREAD REFERENCES UTF-8 4:5
        S* * THREAD (${fourth} ${fifth})
        S: a4 OK
        """

    @R5256-5-a @needs-imap-THREAD=REFERENCES @MUST
    Scenario: Names are taken in any case
      Then the dialogue is:
        """imap
        C: a1 thread references utf-8 tO board
        S* * THREAD (5 6)
        S: a1 OK
        """

    @R5256-3-n @needs-imap-THREAD=REFERENCES @MUST
    Scenario: What somebody else removes is not told during THREAD
      Given a second IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C2: b2 STORE 1 +FLAGS.SILENT (\Deleted)
        S2: b2 OK
        C2: b3 EXPUNGE
        S2: b3 OK
        C: a1 THREAD REFERENCES UTF-8 ALL
        S! * ${*:number} EXPUNGE
        S: a1 OK/NO
        """

  Rule: What is no THREAD is refused

    @R5256-3-k @needs-imap-THREAD=REFERENCES @MUST
    Scenario: A charset that nobody knows is refused with NO
      Then the dialogue is:
        """imap
        C: a1 THREAD REFERENCES X-NO-SUCH-CHARSET SUBJECT agenda
        S! * THREAD ${*}
        S: a1 NO
        """

    @R5256-3-k @needs-imap-THREAD=REFERENCES @MUST
    Scenario Outline: THREAD <arguments> is refused with BAD
      When the client sends: a1 THREAD <arguments>
      Then the reply is a1 BAD

      Examples:
        | arguments               |
        | REFERENCES UTF-8        |
        | REFERENCES              |
        | NOSUCH UTF-8 ALL        |
        | REFERENCES UTF-8 NOSUCH |
