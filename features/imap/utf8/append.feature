@needs-imap-UTF8=ACCEPT
Feature: APPEND of headers in UTF-8
  A client that has enabled UTF-8 may append messages with headers in it; one that has not is refused (RFC 6855 §4).

  Background:
    Given the message umlauts:
      """
      From: Jörg <${sender}>
      To: jörg@bücher.test
      Subject: Grüße ${id}

      Mit Umlauten: äöü.
      """
    And an IMAP session authenticated

  Rule: After ENABLE UTF8=ACCEPT headers may be in UTF-8

    # RFC 9755, which takes the place of RFC 6855, has no form of its own for such messages: they come as others do.
    @R6855-4-a @MUST
    Scenario: A message with a header in UTF-8 is taken, as it stands or by UTF8
      Given a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE UTF8=ACCEPT
        S: a1 OK
        C: a2 CREATE ${mailbox}
        S: a2 OK
        C: a3 APPEND ${mailbox} {${umlauts.size}}
        S: +
        C: ${umlauts}
        S? a3 OK
        S: a3 NO/BAD
        C2: b1 ENABLE UTF8=ACCEPT
        S2: b1 OK
        C2: b2 APPEND ${mailbox} UTF8 (~{${umlauts.size}}
        S2: +
        C2~ ${umlauts}
        C2: )
        S2: b2 OK
        """

    # A server without that form says BAD before the literal, or behind it where it reads a command to its end first.
    @R6855-4-b @MUST
    Scenario: What comes by UTF8 is there as it was given
      Then the dialogue is:
        """imap
        C: a1 ENABLE UTF8=ACCEPT
        S: a1 OK
        C: a2 CREATE ${mailbox}
        S: a2 OK
        C: a3 APPEND ${mailbox} UTF8 (~{${umlauts.size}}
        S? a3 BAD
        S: +
        C~ ${umlauts}
        C: )
        S? a3 BAD
        S: a3 OK
        C: a4 SELECT ${mailbox}
        S* * 1 EXISTS
        S: a4 OK
        C: a5 FETCH 1 (RFC822.SIZE BODY.PEEK[])
        S* * 1 FETCH (RFC822.SIZE ${umlauts.size} BODY[] ${umlauts})
        S: a5 OK
        """

    # That flags and date are set is a SHOULD (RFC 3501 §6.3.11).
    @R6855-4-b @SHOULD
    Scenario: Flags and a date may stand before UTF8
      Then the dialogue is:
        """imap
        C: a1 ENABLE UTF8=ACCEPT
        S: a1 OK
        C: a2 CREATE ${mailbox}
        S: a2 OK
        C: a3 APPEND ${mailbox} (\Flagged) "17-Jul-1996 02:44:25 -0700" UTF8 (~{${umlauts.size}}
        S? a3 BAD
        S: +
        C~ ${umlauts}
        C: )
        S? a3 BAD
        S: a3 OK
        C: a4 SELECT ${mailbox}
        S* * 1 EXISTS
        S: a4 OK
        C: a5 FETCH 1 (FLAGS INTERNALDATE)
        S* * 1 FETCH (FLAGS (\Flagged) INTERNALDATE "17-Jul-1996 02:44:25 -0700")
        S: a5 OK
        """

    @R6855-4-b @MUST
    Scenario: A message of ASCII may come by UTF8, too
      Given any message hello
      Then the dialogue is:
        """imap
        C: a1 ENABLE UTF8=ACCEPT
        S: a1 OK
        C: a2 CREATE ${mailbox}
        S: a2 OK
        C: a3 APPEND ${mailbox} UTF8 (~{${hello.size}}
        S? a3 BAD
        S: +
        C~ ${hello}
        C: )
        S? a3 BAD
        S: a3 OK
        C: a4 SELECT ${mailbox}
        S* * 1 EXISTS
        S: a4 OK
        C: a5 FETCH 1 (BODY.PEEK[])
        S* * 1 FETCH (BODY[] ${hello})
        S: a5 OK
        """

    @R6855-4-b @MUST @needs-imap-MULTIAPPEND
    Scenario: Of several messages each may come by UTF8
      Given any message hello
      Then the dialogue is:
        """imap
        C: a1 ENABLE UTF8=ACCEPT
        S: a1 OK
        C: a2 CREATE ${mailbox}
        S: a2 OK
        C: a3 APPEND ${mailbox} UTF8 (~{${umlauts.size}}
        S? a3 BAD
        S: +
        C~ ${umlauts}
        C: ) (\Seen) {${hello.size}}
        S: +
        C~ ${hello}
        C:  UTF8 (~{${umlauts.size}}
        S: +
        C~ ${umlauts}
        C: )
        S? a3 BAD
        S: a3 OK
        C: a4 SELECT ${mailbox}
        S* * 3 EXISTS
        S: a4 OK
        C: a5 FETCH 1:3 (BODY.PEEK[])
        S* * 1 FETCH (BODY[] ${umlauts})
        S* * 2 FETCH (BODY[] ${hello})
        S* * 3 FETCH (BODY[] ${umlauts})
        S: a5 OK
        """

  Rule: Before it they may not

    @R6855-4-2 @needs-imap-IMAP4rev1 @MUST
    Scenario: A message with a header in UTF-8 is answered NO
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C: a2 APPEND ${mailbox} {${umlauts.size}}
        S? a2 NO
        S: +
        C: ${umlauts}
        S: a2 NO
        C: a3 STATUS ${mailbox} (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 0)
        S: a3 OK
        """

    @R6855-4-2 @needs-imap-IMAP4rev1 @MUST @hostile
    Scenario: One with other octets beyond ASCII in its header is, too
      Given the message latin:
        """
        From: Sender <${sender}>
        Subject: Gr${xFC}n ${id}

        Text.
        """
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C: a2 APPEND ${mailbox} {${latin.size}}
        S? a2 NO
        S: +
        C: ${latin}
        S: a2 NO
        C: a3 STATUS ${mailbox} (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 0)
        S: a3 OK
        """
