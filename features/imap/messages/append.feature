@needs-imap
Feature: APPEND
  A client puts a message into a mailbox as it stands (RFC 3501 §6.3.11, RFC 9051 §6.3.12).

  Rule: The message comes back as it went in

    @R3501-6.3.11-a @R9051-6.3.12-a @MUST
    Scenario: Every octet of the literal is kept
      Given the message hello:
        """
        From: alice@example.test
        Subject: hello

        Hello, and a line that ends in spaces:  ${SP}
        and a line with a tab:${TAB}${TAB}

        .
        ..
        a dot and the last line
        """
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {${hello.size}}
        S: +
        C: ${hello}
        S: a1 OK
        C: ${alive}
        C: a3 FETCH 1 BODY.PEEK[]
        S* * 1 FETCH (BODY[] ${hello})
        S: a3 OK
        """

    # “This argument SHOULD be in the format of an [RFC-2822] message”, and NO is for errors in the text (§6.3.11).
    @R3501-6.3.11-a @R9051-6.3.12-a @MUST
    Scenario: A message without a line end at its end does not get one
      Given an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {${size("Subject: x", CRLF, CRLF, "no end")}}
        S: +
        C: Subject: x${CRLF}${CRLF}no end
        S? a1 NO
        S: a1 OK
        C: ${alive}
        C: a3 FETCH 1 (RFC822.SIZE BODY.PEEK[])
        S* * 1 FETCH (RFC822.SIZE 20 BODY[] "Subject: x${CRLF}${CRLF}no end")
        S: a3 OK
        """

    # A server that cannot keep them may encode the message in a way that can be undone: then it is another message.
    @R3501-6.3.11-3 @R9051-6.3.12-4 @SHOULD
    Scenario: 8-bit octets are kept
      Given the message eight-bit
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {${eight-bit.size}}
        S: +
        C: ${eight-bit}
        S: a1 OK
        C: ${alive}
        C: a3 FETCH 1 BODY.PEEK[]
        S* * 1 FETCH (BODY[] ${eight-bit})
        S: a3 OK
        """

    # RFC 5322 §2.1.1 has lines of 998 octets at most: a server may refuse (NO) what is longer.
    @R3501-6.3.11-a @R9051-6.3.12-a @MUST
    Scenario Outline: A message of <size> octets in one line is kept
      Given an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {${size("Subject: x", CRLF, CRLF, "${<size> * "x"}", CRLF)}}
        S: +
        C: Subject: x${CRLF}${CRLF}${<size> * "x"}${CRLF}
        S? a1 NO
        S: a1 OK
        C: ${alive}
        C: a3 FETCH 1 BODY.PEEK[TEXT]
        S* * 1 FETCH (BODY[TEXT] "${<size> * "x"}${CRLF}")
        S: a3 OK
        """

      Examples:
        | size    |
        | 1000    |
        | 10000   |
        | 1000000 |

    @R3501-2.3.1.2-a @R9051-2.3.1.2-a @R3501-2.3.1.1-a @R9051-2.3.1.1-a @R3501-2.3.1-8 @R9051-2.3.1.1-8 @MUST
    Scenario: A message comes to the end of the mailbox, with the highest number and UID
      Given the message menu
      And the mailbox holds:
        | message |
        | plain   |
        | budget  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {${menu.size}}
        S: +
        C: ${menu}
        S: a1 OK
        C: ${alive}
        C: a3 FETCH 1:3 (UID)
        S* * 1 FETCH (UID ${first:number})
        S* * 2 FETCH (UID ${second:number > first})
        S* * 3 FETCH (UID ${third:number > second})
        S: a3 OK
        C: a4 FETCH 3 BODY.PEEK[HEADER.FIELDS (SUBJECT)]
        S* * 3 FETCH (BODY[HEADER.FIELDS ${*}] "${*}Menu of the week${*}")
        S: a4 OK
        """

  Rule: Flags and date are those that APPEND gives

    @R3501-6.3.11-6 @R9051-6.3.12-5 @SHOULD
    Scenario: The flags are set
      Given the message plain
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} (\Seen \Flagged) {${plain.size}}
        S: +
        C: ${plain}
        S: a1 OK
        C: ${alive}
        C: a3 FETCH 1 FLAGS
        S* * 1 FETCH (FLAGS (\Seen \Flagged))
        S: a3 OK
        """

    @R3501-6.3.11-b @R9051-6.3.12-b @MUST
    Scenario Outline: Without flags, <written>, none are set
      Given the message plain
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} <list>{${plain.size}}
        S: +
        C: ${plain}
        S: a1 OK
        C: ${alive}
        C: a3 FETCH 1 FLAGS
        S* * 1 FETCH (FLAGS ())
        S: a3 OK
        """

      Examples:
        | written            | list    |
        | with no list       |         |
        | with an empty list | ()${SP} |

    @R3501-6.3.11-7 @R9051-6.3.12-6 @SHOULD
    Scenario Outline: The internal date is <what> that APPEND gives
      Given the message plain
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} "<date>" {${plain.size}}
        S: +
        C: ${plain}
        S: a1 OK
        C: ${alive}
        C: a3 FETCH 1 INTERNALDATE
        S* * 1 FETCH (INTERNALDATE "<date>")
        S: a3 OK
        """

      Examples:
        | what                     | date                       |
        | the date                 | 17-Jul-1996 02:44:25 +0000 |
        | the date in the zone     | 17-Jul-1996 02:44:25 -0700 |
        | the date in the odd zone | 17-Jul-2016 02:44:25 +0545 |
        | the leap day             | 29-Feb-2020 23:59:59 +0000 |

    # Both spellings are in the grammar, and both may come back; that the date is kept is a SHOULD (§6.3.11).
    @R3501-9-n @R9051-9-n @R3501-6.3.11-7 @R9051-6.3.12-6 @SHOULD
    Scenario Outline: A day with one digit may stand after <what>
      Given the message plain
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} "<filler>3-Jul-2016 12:44:25 +0000" {${plain.size}}
        S: +
        C: ${plain}
        S: a1 OK
        C: ${alive}
        C: a3 FETCH 1 INTERNALDATE
        S* * 1 FETCH (INTERNALDATE " 3-Jul-2016 12:44:25 +0000")
        S: a3 OK
        """

      Examples:
        | what    | filler |
        | a space | ${SP}  |
        | a zero  | 0      |

    @R3501-6.3.11-7 @R9051-6.3.12-6 @needs-imap-IMAP4rev1 @SHOULD
    Scenario: Without a date the internal date is the present, not that of the Date field
      Given the message plain
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {${plain.size}}
        S: +
        C: ${plain}
        S: a1 OK
        C: ${alive}
        C: a3 SEARCH SINCE 1-Jan-2024
        S* * SEARCH 1
        S: a3 OK
        """
