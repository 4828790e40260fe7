@needs-imap
Feature: Atoms, quoted strings and literals
  A string may be an atom where the grammar says so, stand in quotes, or follow its length as a literal
  (RFC 3501 §4, §9; RFC 9051 §4, §9).

  Rule: The three spellings mean the same

    @R3501-4.3-a @R9051-4.3-a @R3501-9-e @R9051-9-e @MUST
    Scenario Outline: A mailbox name written as <spelling> is the same name
      Given an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 STATUS <name> (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 0)
        S: a1 OK
        """

      Examples:
        | spelling        | name               |
        | an atom         | ${mailbox}         |
        | a quoted string | ${quoted(mailbox)} |

    @R3501-4.3-a @R9051-4.3-a @R3501-7.5-a @R9051-7.6-a @R3501-9-m @R9051-9-m @MUST
    Scenario: A mailbox name as a literal is the same name, and its octets are asked for with +
      Given an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 STATUS {${mailbox.size}}
        S: +
        C: ${mailbox} (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 0)
        S: a1 OK
        """

    @R3501-9-d @R9051-9-d @needs-imap-IMAP4rev1 @MUST
    Scenario: Quotes and backslashes in a quoted string are escaped with a backslash
      Given the message odd:
        """
        From: ann@example.org
        Subject: say "hello" to C:\dir

        Odd characters.
        """
      And the mailbox holds:
        | message |
        | odd     |
        | plain   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SEARCH SUBJECT "say \"hello\" to C:\\dir"
        S* * SEARCH 1
        S: a1 OK
        """

    @R3501-4.3-a @R9051-4.3-a @R3501-9-m @R9051-9-m @needs-imap-IMAP4rev1 @MUST
    Scenario: A search string as a literal is the same string
      Given the mailbox holds:
        | message |
        | plain   |
        | budget  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SEARCH SUBJECT {6}
        S: +
        C: budget
        S* * SEARCH 2
        S: a1 OK
        """

    @R3501-9-m @R9051-9-m @MUST
    Scenario: Field names in a section may be quoted or literals
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY.PEEK[HEADER.FIELDS ("Subject" {4}
        S: +
        C: Date)]
        S* * 1 FETCH (BODY[HEADER.FIELDS ${*}] "Date: Tue, 5 Mar 2019 10:00:00 +0000${CRLF}Subject: plain words${CRLF}${CRLF}")
        S: a1 OK
        """

    @R3501-9-m @R9051-9-m @needs-imap-IMAP4rev1 @MUST
    Scenario: Several literals may stand in one command
      Given the mailbox holds:
        | message |
        | plain   |
        | budget  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SEARCH FROM {3}
        S: +
        C: Ann SUBJECT {6}
        S: +
        C: Budget TEXT {5}
        S: +
        C: zebra
        S* * SEARCH 2
        S: a1 OK
        """

  Rule: NIL is a word like others where a name is expected

    @R3501-4.5-a @R9051-4.5-a @MUST
    Scenario: A mailbox called NIL can be asked for
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 STATUS NIL (MESSAGES)
        S: a1 OK/NO
        """

    @R3501-4.5-a @R9051-4.5-a @needs-imap-IMAP4rev1 @MUST
    Scenario: SEARCH looks for the word NIL
      Given the message nil:
        """
        From: ann@example.org
        Subject: nothing, NIL, nought

        Nothing.
        """
      And the mailbox holds:
        | message |
        | nil     |
        | plain   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SEARCH SUBJECT NIL
        S* * SEARCH 1
        S: a1 OK
        """

  Rule: An atom may contain a closing bracket

    @R3501-9-e @R9051-9-e @needs-imap-IMAP4rev1 @MUST
    Scenario: A search string with ] is an atom
      Given the message bracket:
        """
        From: ann@example.org
        Subject: a list]item

        Brackets.
        """
      And the mailbox holds:
        | message |
        | bracket |
        | plain   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SEARCH SUBJECT list]item
        S* * SEARCH 1
        S: a1 OK
        """
