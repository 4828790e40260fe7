@needs-imap
Feature: Keywords
  Flags that clients make (RFC 3501 §2.3.2, §7.1; RFC 9051 §2.3.2, §7.1).

  Background:
    Given the mailbox holds:
      | message | flags          |
      | plain   | \Seen          |
      | budget  | \Seen \Flagged |
      | minutes |                |
    And an IMAP session with the mailbox selected

  Rule: Keywords are flags that clients make

    # A server without \* in PERMANENTFLAGS may drop it, but RFC 9051 §2.3.2 asks for keywords by a SHOULD.
    @R3501-7.1-a @R9051-7.1-a @SHOULD
    Scenario: A new keyword is kept where PERMANENTFLAGS has \*
      Then the dialogue is:
        """imap
        C: a1 STORE 3 +FLAGS (Urgent)
        S? a1 NO
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S: a2 OK
        C: a3 FETCH 3 FLAGS
        S* * 3 FETCH (FLAGS (Urgent))
        S: a3 OK
        """

    # “Except as noted otherwise, all alphabetic characters are case-insensitive” (§9): said of what the grammar spells out.
    @R3501-7.5-3 @R9051-9-3 @SHOULD
    Scenario: A keyword is the same in any case
      Then the dialogue is:
        """imap
        C: a1 STORE 3 +FLAGS (Urgent)
        S? a1 NO
        S: a1 OK
        C: a2 STORE 3 -FLAGS (URGENT)
        S: a2 OK
        C: a3 FETCH 3 FLAGS
        S* * 3 FETCH (FLAGS ())
        S: a3 OK
        """

    @R9051-2.3.2-2 @needs-imap-IMAP4rev2 @SHOULD
    Scenario Outline: The keyword <keyword> is kept and found
      Then the dialogue is:
        """imap
        C: a1 STORE 3 +FLAGS (<keyword>)
        S: a1 OK
        C: a2 SEARCH RETURN (ALL) KEYWORD <keyword>
        S* * ESEARCH (TAG "a2") ALL 3
        S: a2 OK
        """

      Examples:
        | keyword    |
        | $MDNSent   |
        | $Forwarded |
        | $Junk      |
        | $NotJunk   |
        | $Phishing  |

    @R9051-2.3.2-d @needs-imap-IMAP4rev2 @SHOULD
    Scenario: The keyword $Forwarded survives a COPY where clients may make keywords
      Then the dialogue is:
        """imap
        C: a1 STORE 3 +FLAGS ($Forwarded)
        S? a1 NO
        S: a1 OK
        C: a2 CREATE ${mailbox}-copy
        S: a2 OK
        C: a3 COPY 3 ${mailbox}-copy
        S: a3 OK
        C: a4 SELECT ${mailbox}-copy
        S: a4 OK
        C: a5 FETCH 1 FLAGS
        S* * 1 FETCH (FLAGS ($Forwarded))
        S: a5 OK
        """

    @R3501-7.5-14 @R9051-9-14 @MUST
    Scenario: Nobody makes flags with a backslash
      Then the dialogue is:
        """imap
        C: a1 STORE 3 +FLAGS (\Unheard)
        S: a1 OK/NO/BAD
        C: a2 FETCH 3 FLAGS
        S! * 3 FETCH (FLAGS (\Unheard ${*}))
        S: a2 OK
        """
