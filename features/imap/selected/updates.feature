@needs-imap @chapter-imap-6
Feature: Several sessions on one mailbox
  What one session does the others learn, at the moments when they may be told
  (RFC 3501 §5.2, §7, §7.4.1; RFC 9051 §5.2, §7, §7.5.1).

  Background:
    Given the mailbox holds:
      | message | flags |
      | plain   | \Seen |
      | budget  |       |
      | minutes |       |
    And an IMAP session with the mailbox selected
    And a second IMAP session with the mailbox selected

  Rule: New messages are told by EXISTS

    # At once, that is: “if a mailbox size change is observed during the processing of a command” (§5.2).
    @R3501-5.2-3 @R9051-5.2-1 @R3501-7-a @R9051-7-a @R3501-6.1.2-b @R9051-6.1.2-b @SHOULD @chapter-imap-7
    Scenario: NOOP tells of a message that another session appended
      Given the message menu
      Then the dialogue is:
        """imap
        C2: b1 APPEND ${mailbox} {${menu.size}}
        S2: +
        C2: ${menu}
        S2: b1 OK
        C: a1 NOOP
        S* * 4 EXISTS
        S: a1 OK
        """

    @R3501-2.3.1.2-a @R9051-2.3.1.2-a @MUST
    Scenario: The new message can be read under the next number
      Given the message menu
      Then the dialogue is:
        """imap
        C2: b1 APPEND ${mailbox} {${menu.size}}
        S2: +
        C2: ${menu}
        S2: b1 OK
        C: ${alive}
        C: a2 FETCH 4 BODY.PEEK[HEADER.FIELDS (SUBJECT)]
        S* * 4 FETCH (BODY[HEADER.FIELDS ${*}] "${*}Menu of the week${*}")
        S: a2 OK
        """

    @R3501-5.2-3 @R9051-5.2-1 @R3501-7-a @R9051-7-a @needs-imap-IMAP4rev1 @MUST
    Scenario Outline: After <command> and NOOP the new message can be read
      Given the message menu
      Then the dialogue is:
        """imap
        C2: b1 APPEND ${mailbox} {${menu.size}}
        S2: +
        C2: ${menu}
        S2: b1 OK
        C: a1 <command>
        S: a1 OK
        C: ${alive}
        C: a3 FETCH 4 BODY.PEEK[HEADER.FIELDS (SUBJECT)]
        S* * 4 FETCH (BODY[HEADER.FIELDS ${*}] "${*}Menu of the week${*}")
        S: a3 OK
        """

      Examples:
        | command                |
        | CHECK                  |
        | FETCH 1 FLAGS          |
        | STORE 1 +FLAGS (\Seen) |
        | SEARCH ALL             |

    @R3501-6.1.2-b @R9051-6.1.2-b @SHOULD @chapter-imap-6
    Scenario: A message that another session copies into the mailbox is told
      Then the dialogue is:
        """imap
        C2: b1 COPY 1 ${mailbox}
        S2: b1 OK
        C: ${alive}
        S* * 4 EXISTS
        """

  Rule: Changed flags are told by FETCH

    @R3501-5.2-4 @R9051-5.2-2 @R3501-6.5.1-7 @R9051-7-4 @SHOULD
    Scenario: NOOP tells of flags that another session set
      Then the dialogue is:
        """imap
        C2: b1 STORE 2 +FLAGS (\Flagged)
        S2: b1 OK
        C: a1 NOOP
        S* * 2 FETCH (FLAGS (\Flagged))
        S: a1 OK
        """

    @R3501-2.3.2-a @R9051-2.3.2-a @MUST
    Scenario: Flags that another session set are there when they are fetched
      Then the dialogue is:
        """imap
        C2: b1 STORE 2 FLAGS (\Answered)
        S2: b1 OK
        C: ${alive}
        C: a2 FETCH 2 FLAGS
        S* * 2 FETCH (FLAGS (\Answered))
        S: a2 OK
        """

    # “If the server chooses to send unsolicited FETCH responses”: that it does is a SHOULD.
    @R9051-7.5.2-19 @needs-imap-IMAP4rev2 @SHOULD
    Scenario: With IMAP4rev2 an unasked FETCH has the UID in it
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE IMAP4rev2
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S: a2 OK
        C: a3 FETCH 2 UID
        S* * 2 FETCH (UID ${uid:number})
        S: a3 OK
        C2: b1 STORE 2 +FLAGS (\Flagged)
        S2: b1 OK
        C: ${alive}
        S* * 2 FETCH (UID ${uid} FLAGS (\Flagged))
        """
