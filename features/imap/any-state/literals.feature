@needs-imap
Feature: Literals
  A literal is counted, whatever is in it (RFC 3501 §4.3, §7.5, §9; RFC 9051 §4.3, §7.6, §9).

  Rule: A literal is counted, whatever is in it

    @R3501-4.3-b @R9051-4.3-b @needs-imap-IMAP4rev1 @MUST
    Scenario: An empty literal is asked for and means the empty string
      Given the mailbox holds:
        | message |
        | plain   |
        | minutes |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SEARCH HEADER References {0}
        S: +
        C:
        S* * SEARCH 2
        S: a1 OK
        """

    @R3501-9-m @R9051-9-m @MUST
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
        C: ${alive}
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
    @R3501-2.2.2-b @R9051-2.2.2-b @SHOULD
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
    @M-robust-imap-literal @SHOULD @hostile @strain
    Scenario: A literal of four gigabytes in LOGIN is refused at once
      Given an IMAP session greeted
      Then the dialogue is:
        """imap
        C: a1 LOGIN {4294967295}
        S? * BYE
        S: a1 NO/BAD
        """

    @M-robust-imap-literal @SHOULD @hostile @strain
    Scenario: A literal of four gigabytes in SELECT is refused at once
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SELECT {4294967295}
        S? * BYE
        S: a1 NO/BAD
        """
