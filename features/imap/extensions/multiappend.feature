@needs-imap-MULTIAPPEND
Feature: MULTIAPPEND
  One APPEND brings several messages, all or none (RFC 3502).

  Rule: All messages arrive in their order

    @R3502-6.3.11-a @MUST
    Scenario: Two messages come in one command
      Given the message plain
      And the message budget
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {${plain.size}}
        S: +
        C: ${plain} {${budget.size}}
        S: +
        C: ${budget}
        S: a1 OK
        C: ${alive}
        C: a3 FETCH 1:2 BODY.PEEK[]
        S* * 1 FETCH (BODY[] ${plain})
        S* * 2 FETCH (BODY[] ${budget})
        S: a3 OK
        """

    @R3502-6.3.11-6 @SHOULD
    Scenario: Each message has flags of its own
      Given the message plain
      And the message budget
      And the message menu
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} (\Seen) {${plain.size}}
        S: +
        C: ${plain} {${budget.size}}
        S: +
        C: ${budget} (\Flagged \Draft) {${menu.size}}
        S: +
        C: ${menu}
        S: a1 OK
        C: ${alive}
        C: a3 FETCH 1:3 FLAGS
        S* * 1 FETCH (FLAGS (\Seen))
        S* * 2 FETCH (FLAGS ())
        S* * 3 FETCH (FLAGS (\Flagged \Draft))
        S: a3 OK
        """

    @R3502-6.3.11-7 @SHOULD
    Scenario: Each message has a date of its own
      Given the message plain
      And the message budget
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} "17-Jul-1996 02:44:25 -0700" {${plain.size}}
        S: +
        C: ${plain} () "18-Jul-1996 02:44:25 -0700" {${budget.size}}
        S: +
        C: ${budget}
        S: a1 OK
        C: ${alive}
        C: a3 FETCH 1:2 INTERNALDATE
        S* * 1 FETCH (INTERNALDATE "17-Jul-1996 02:44:25 -0700")
        S* * 2 FETCH (INTERNALDATE "18-Jul-1996 02:44:25 -0700")
        S: a3 OK
        """

    @R3502-6.3.11-14 @SHOULD
    Scenario: The selected mailbox announces all of them
      Given the message plain
      And the message budget
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {${plain.size}}
        S: +
        C: ${plain} {${budget.size}}
        S: +
        C: ${budget}
        S* * 2 EXISTS
        S: a1 OK
        """

    # That the code comes is a SHOULD of UIDPLUS (RFC 4315 §3).
    @R3502-6.3.11-b @needs-imap-UIDPLUS @needs-imap-IMAP4rev1 @SHOULD
    Scenario: APPENDUID names all of them, in order
      Given the message plain
      And the message budget
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {${plain.size}}
        S: +
        C: ${plain} {${budget.size}}
        S: +
        C: ${budget}
        S: a1 OK [APPENDUID ${*:number} ${set:text}]
        C: ${alive}
        C: a3 UID SEARCH UID ${set}
        S* * SEARCH ${*:number} ${*:number}
        S: a3 OK
        C: a4 UID FETCH ${set} (RFC822.SIZE)
        S* * 1 FETCH (RFC822.SIZE ${plain.size})
        S* * 2 FETCH (RFC822.SIZE ${budget.size})
        S: a4 OK
        """

  Rule: All or none

    @R3502-6.3.11-8 @R3502-6.3.11-9 @needs-imap-LITERAL+/LITERAL-/IMAP4rev2 @MUST
    Scenario: An empty message cancels the whole command
      Given the message plain
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {${plain.size}+}
        C: ${plain} {0+}
        C:
        S: a1 NO
        C: a2 STATUS ${mailbox} (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 0)
        S: a2 OK
        """

    @R3502-6.3.11-9 @MUST
    Scenario: A connection that breaks in the second message leaves neither
      Given the message plain
      And the message budget
      And an IMAP session with an empty mailbox selected
      And a second IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {${plain.size}}
        S: +
        C: ${plain} {${budget.size}}
        S: +
        C~ Subject: half
        C: ${close}
        C2: ${alive}
        C2: b2 STATUS ${mailbox} (MESSAGES)
        S2* * STATUS ${mailbox} (MESSAGES 0)
        S2: b2 OK
        """

    # The server may refuse at any of the literals.
    @R3502-6.3.11-12 @MUST
    Scenario: Several messages to a missing mailbox are refused with TRYCREATE
      Given the message plain
      And the message budget
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox}-missing {${plain.size}}
        S? a1 NO [TRYCREATE]
        S: +
        C: ${plain} {${budget.size}}
        S? a1 NO [TRYCREATE]
        S: +
        C: ${budget}
        S: a1 NO [TRYCREATE]
        """
