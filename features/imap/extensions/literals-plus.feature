@needs-imap-LITERAL+/LITERAL-/IMAP4rev2
Feature: Non-synchronising literals
  A client may send the octets of a literal without waiting (RFC 7888, RFC 9051 §4.3).

  Rule: No continuation is asked for

    @R7888-3-a @R7888-3-b @R7888-3-3 @MUST
    Scenario: A command with a non-synchronising literal is answered without a +
      Given an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 STATUS {${mailbox.size}+}
        C: ${mailbox} (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 0)
        S: a1 OK
        """

    @R7888-3-a @R7888-3-b @MUST
    Scenario: A message is appended in one go
      Given the message plain
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} (\Seen) {${plain.size}+}
        C: ${plain}
        S: a1 OK
        C: ${alive}
        C: a3 FETCH 1 BODY.PEEK[]
        S* * 1 FETCH (BODY[] ${plain})
        S: a3 OK
        """

    @R7888-3-b @needs-imap-IMAP4rev1 @MUST
    Scenario: An empty literal is an empty string
      Given the mailbox holds:
        | message |
        | plain   |
        | minutes |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SEARCH HEADER References {0+}
        C:
        S* * SEARCH 2
        S: a1 OK
        """

    @R7888-3-b @needs-imap-IMAP4rev1 @MUST
    Scenario: Both kinds of literals may stand in one command
      Given the mailbox holds:
        | message |
        | plain   |
        | budget  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SEARCH FROM {3+}
        C: Ann SUBJECT {6}
        S: +
        C: Budget
        S* * SEARCH 2
        S: a1 OK
        """

    @R7888-3-2 @R7888-3-3 @MUST
    Scenario: The octets after a command that is refused are no command
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 FROBNICATE {9+}
        C: a8 LOGOUT
        S: a1 BAD/NO
        C: ${alive}
        """

    @R7888-3-1 @R9051-4.3-2 @MUST
    Scenario: The server sends no such literals itself
      Given the mailbox holds:
        | message   |
        | two-parts |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 (BODY.PEEK[1] BODY.PEEK[])
        S* * 1 FETCH (BODY[1] "The first part.${CRLF}It has two lines.${CRLF}" BODY[] ${*})
        S: a1 OK
        """

  Rule: LITERAL- has a limit

    @R7888-3-b @needs-imap-LITERAL- @MUST @else-profile-literal-minus
    Scenario: With LITERAL- 4096 octets may come without waiting
      Given an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {4096+}
        C: Subject: long${CRLF}${CRLF}${4079 * "x"}
        S? a1 NO
        S: a1 OK
        """

    # RFC 7888 §4: the server may also read the octets and refuse by NO, or hang up with BYE; it is the BAD that has the code.
    @R7888-5-3 @needs-imap-LITERAL- @MUST @else-profile-literal-minus
    Scenario: With LITERAL- a longer one in APPEND is refused with TOOBIG
      Given an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {4097+}
        C: Subject: long${CRLF}${CRLF}${4080 * "x"}
        S? * BYE
        S? a1 NO
        S: a1 BAD [TOOBIG]
        """

    @R7888-5-4 @needs-imap-LITERAL- @SHOULD @else-profile-literal-minus
    Scenario: A server that hangs up for a longer one says TOOBIG
      Given an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {4097+}
        C: Subject: long${CRLF}${CRLF}${4080 * "x"}
        S? a1 NO/BAD
        S: * BYE [TOOBIG]
        """

    @R7888-5-5 @MUST
    Scenario: LITERAL+ and LITERAL- are not announced together
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CAPABILITY
        S* * CAPABILITY ${*}
        S! * CAPABILITY ${*} LITERAL+ LITERAL- ${*}
        S: a1 OK
        """
