@needs-imap
Feature: Atoms, quoted strings and literals
  A string may be an atom where the grammar says so, stand in quotes, or follow its length as a literal
  (RFC 3501 §4, §7.5, §9; RFC 9051 §4, §7.6, §9).

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
        | spelling         | name               |
        | an atom          | ${mailbox}         |
        | a quoted string  | ${quoted(mailbox)} |

    @R3501-4.3-a @R9051-4.3-a @R3501-7.5-a @R9051-7.6-a @R3501-9-m @R9051-9-m @MUST @defect-imap-literal-only-in-append
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

    @R3501-9-d @R9051-9-d @needs-imap-IMAP4rev1 @MUST @defect-imap-quoted-escapes-kept
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

  Rule: A literal is counted, whatever is in it

    @R3501-4.3-b @R9051-4.3-b @needs-imap-IMAP4rev1 @MUST @defect-imap-empty-literal-hangs
    Scenario: An empty literal is asked for and means the empty string
      Given the mailbox holds:
        | message |
        | plain   |
        | minutes |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SEARCH HEADER X-Empty {0}
        S: +
        C:
        S* * SEARCH 2
        S: a1 OK
        """

    @R3501-9-m @R9051-9-m @MUST @defect-imap-literal-braces
    Scenario: Braces, quotes and line ends inside a literal are no syntax
      Given the message braces:
        """
        From: ann@example.org
        Subject: braces

        a9 LOGOUT
        text {10}
        "unfinished (
        .
        """
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {${braces.size}}
        S: +
        C: ${braces}
        S: a1 OK
        C: a2 NOOP
        S: a2 OK
        C: a3 FETCH 1 BODY.PEEK[]
        S* * 1 FETCH (BODY[] ${braces})
        S: a3 OK
        """

    @R3501-9-m @R9051-9-m @needs-imap-IMAP4rev1 @MUST
    Scenario: Octets that come in pieces make the same literal
      Given the mailbox holds:
        | message |
        | plain   |
        | budget  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SEARCH SUBJECT {6}
        S: +
        C~ bud
        C~ g
        C~ et${CR}
        C~ ${LF}
        S* * SEARCH 2
        S: a1 OK
        """

  Rule: A command that is refused before its literal takes no literal

    # RFC 3501 §2.2.1: the server refuses instead of asking for the octets. One that asks first is right as well.
    @R3501-2.2.2-b @R9051-2.2.2-b @MUST
    Scenario: An unknown command with a literal is answered with BAD
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 FROBNICATE {5}
        S? a1 BAD
        S: +
        C: hello
        S: a1 BAD
        """

    # The server may refuse by NO or BAD, or hang up with BYE; it must not wait for 4 GB.
    @M-robust-imap-literal @SHOULD @hostile
    Scenario: A literal of four gigabytes in LOGIN is refused at once
      Given an IMAP session greeted
      Then the dialogue is:
        """imap
        C: a1 LOGIN {4294967295}
        S? * BYE
        S: a1 NO/BAD
        """

    @M-robust-imap-literal @SHOULD @hostile
    Scenario: A literal of four gigabytes in SELECT is refused at once
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SELECT {4294967295}
        S? * BYE
        S: a1 NO/BAD
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
