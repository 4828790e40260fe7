@needs-imap
Feature: APPEND
  A client puts a message into a mailbox as it stands (RFC 3501 §6.3.11, RFC 3502, RFC 4315, RFC 9051 §6.3.12).

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
        C: a2 NOOP
        S: a2 OK
        C: a3 FETCH 1 BODY.PEEK[]
        S* * 1 FETCH (BODY[] ${hello})
        S: a3 OK
        """

    @R3501-6.3.11-a @R9051-6.3.12-a @MUST @defect-imap-append-adds-newline
    Scenario: A message without a line end at its end does not get one
      Given an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {${size("Subject: x", CRLF, CRLF, "no end")}}
        S: +
        C: Subject: x${CRLF}${CRLF}no end
        S: a1 OK
        C: a2 NOOP
        S: a2 OK
        C: a3 FETCH 1 (RFC822.SIZE BODY.PEEK[])
        S* * 1 FETCH (RFC822.SIZE 20 BODY[] "Subject: x${CRLF}${CRLF}no end")
        S: a3 OK
        """

    @R3501-6.3.11-3 @R9051-6.3.12-4 @MUST @defect-imap-append-strips-eighth-bit
    Scenario: 8-bit octets are kept
      Given the message eight-bit
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {${eight-bit.size}}
        S: +
        C: ${eight-bit}
        S: a1 OK
        C: a2 NOOP
        S: a2 OK
        C: a3 FETCH 1 BODY.PEEK[]
        S* * 1 FETCH (BODY[] ${eight-bit})
        S: a3 OK
        """

    @R3501-6.3.11-a @R9051-6.3.12-a @MUST
    Scenario Outline: A message of <size> octets in one line is kept
      Given an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {${size("Subject: x", CRLF, CRLF, "${<size> * "x"}")}}
        S: +
        C: Subject: x${CRLF}${CRLF}${<size> * "x"}
        S: a1 OK
        C: a2 NOOP
        S: a2 OK
        C: a3 FETCH 1 BODY.PEEK[TEXT]
        S* * 1 FETCH (BODY[TEXT] "${<size> * "x"}")
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
        C: a2 NOOP
        S: a2 OK
        C: a3 FETCH 1:3 (UID)
        S* * 1 FETCH (UID ${first:number})
        S* * 2 FETCH (UID ${second:number > first})
        S* * 3 FETCH (UID ${third:number > second})
        S: a3 OK
        C: a4 FETCH 3 BODY.PEEK[]
        S* * 3 FETCH (BODY[] ${menu})
        S: a4 OK
        """

  Rule: Flags and date are those that APPEND gives

    @R3501-6.3.11-6 @R9051-6.3.12-5 @SHOULD @defect-imap-append-drops-flags
    Scenario: The flags are set
      Given the message plain
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} (\Seen \Flagged) {${plain.size}}
        S: +
        C: ${plain}
        S: a1 OK
        C: a2 NOOP
        S: a2 OK
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
        C: a2 NOOP
        S: a2 OK
        C: a3 FETCH 1 FLAGS
        S* * 1 FETCH (FLAGS ())
        S: a3 OK
        """

      Examples:
        | written            | list       |
        | with no list       |            |
        | with an empty list | ()${SP}    |

    @R3501-6.3.11-7 @R9051-6.3.12-6 @SHOULD @defect-imap-append-ignores-date
    Scenario Outline: The internal date is <what> that APPEND gives
      Given the message plain
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} "<date>" {${plain.size}}
        S: +
        C: ${plain}
        S: a1 OK
        C: a2 NOOP
        S: a2 OK
        C: a3 FETCH 1 INTERNALDATE
        S* * 1 FETCH (INTERNALDATE "<date>")
        S: a3 OK
        """

      Examples:
        | what                       | date                       |
        | the date                   | 17-Jul-1996 02:44:25 +0000 |
        | the date in the zone       | 17-Jul-1996 02:44:25 -0700 |
        | the date in the odd zone   | 17-Jul-2016 02:44:25 +0545 |
        | the leap day               | 29-Feb-2020 23:59:59 +0000 |

    # Both spellings are in the grammar, and both may come back.
    @R3501-9-n @R9051-9-n @MUST
    Scenario Outline: A day with one digit may stand after <what>
      Given the message plain
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} "<filler>3-Jul-2016 12:44:25 +0000" {${plain.size}}
        S: +
        C: ${plain}
        S: a1 OK
        C: a2 NOOP
        S: a2 OK
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
        C: a2 NOOP
        S: a2 OK
        C: a3 SEARCH SINCE 1-Jan-2024
        S* * SEARCH 1
        S: a3 OK
        """

  Rule: A mailbox that does not exist is not made

    # The server may refuse before or after the literal.
    @R3501-6.3.11-9 @R9051-6.3.12-8 @MUST
    Scenario: APPEND to a missing mailbox is refused
      Given the message plain
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox}-missing {${plain.size}}
        S? a1 NO
        S: +
        C: ${plain}
        S: a1 NO
        """

    @R3501-6.3.11-9 @R9051-6.3.12-8 @needs-imap-LITERAL+/LITERAL-/IMAP4rev2 @MUST @defect-imap-append-creates-mailbox
    Scenario: APPEND to a missing mailbox makes none
      Given the message plain
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox}-missing {${plain.size}+}
        C: ${plain}
        S: a1 NO
        C: a2 STATUS ${mailbox}-missing (MESSAGES)
        S: a2 NO
        """

    @R3501-6.3.11-10 @R9051-6.3.12-9 @MUST @defect-imap-append-without-trycreate
    Scenario: TRYCREATE tells the client what it may do
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox}-missing {3}
        S? a1 NO [TRYCREATE]
        S: +
        C: abc
        S: a1 NO [TRYCREATE]
        """

  Rule: An APPEND that fails leaves nothing

    @R3501-6.3.11-c @R9051-6.3.12-c @MUST
    Scenario Outline: APPEND with <mistake> is refused
      Given the message plain
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} <argument> {${plain.size}}
        S? a1 NO/BAD
        S: +
        C: ${plain}
        S: a1 NO/BAD
        """

      Examples:
        | mistake                     | argument                          |
        | a date that is none         | "yesterday"                       |
        | a month that is none        | "17-Foo-2020 12:00:00 +0000"      |
        | a date without a zone       | " 1-Mar-2020 12:00:00"            |

    @R3501-6.3.11-8 @R9051-6.3.12-7 @MUST @defect-imap-append-partial
    Scenario: A message that breaks off is not in the mailbox
      Given the message plain
      And an IMAP session with an empty mailbox selected
      And a second IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {${plain.size}}
        S: +
        C~ Subject: half
        C: ${close}
        C2: b1 NOOP
        S2: b1 OK
        C2: b2 STATUS ${mailbox} (MESSAGES)
        S2* * STATUS ${mailbox} (MESSAGES 0)
        S2: b2 OK
        """

  Rule: The selected mailbox announces the message

    # The sentence about EXISTS is a SHOULD: other scenarios send a NOOP first.
    @R3501-6.3.11-12 @R9051-6.3.12-13 @SHOULD
    Scenario: EXISTS comes with the result of APPEND
      Given the message plain
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {${plain.size}}
        S: +
        C: ${plain}
        S* * 1 EXISTS
        S: a1 OK
        """

    @R3501-7-a @R9051-7-a @R3501-6.1.2-b @R9051-6.1.2-b @MUST
    Scenario: At the latest the next NOOP tells
      Given the message plain
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {${plain.size}}
        S: +
        C: ${plain}
        S: a1 OK
        C: a2 NOOP
        S: a2 OK
        C: a3 FETCH 1 (RFC822.SIZE)
        S* * 1 FETCH (RFC822.SIZE ${plain.size})
        S: a3 OK
        """

  Rule: INBOX takes messages too

    @R3501-6.3.11-a @R9051-6.3.12-a @R3501-5.1-a @R9051-5.1-a @MUST
    Scenario: A message goes into inbox, whatever the case of its name
      Given the message plain
      And alice's inbox is empty
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 APPEND InBox {${plain.size}}
        S: +
        C: ${plain}
        S: a1 OK
        C: a2 EXAMINE INBOX
        S* * 1 EXISTS
        S: a2 OK
        """

  Rule: APPENDUID names the new message

    @R4315-3-1 @R4315-3-a @needs-imap-UIDPLUS @SHOULD @defect-imap-appenduid-wrong
    Scenario: APPENDUID has the UIDVALIDITY of the mailbox and the UID of the message
      Given the message plain
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C: a2 APPEND ${mailbox} {${plain.size}}
        S: +
        C: ${plain}
        S: a2 OK [APPENDUID ${validity:number} ${uid:number}]
        C: a3 SELECT ${mailbox}
        S* * OK [UIDVALIDITY ${validity}]
        S: a3 OK
        C: a4 FETCH 1 (UID)
        S* * 1 FETCH (UID ${uid})
        S: a4 OK
        """

    @R9051-6.3.12-d @needs-imap-IMAP4rev2 @MUST
    Scenario: With IMAP4rev2 APPEND returns APPENDUID
      Given the message plain
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {${plain.size}}
        S: +
        C: ${plain}
        S: a1 OK [APPENDUID ${validity:number} ${uid:number}]
        C: a2 NOOP
        S: a2 OK
        C: a3 FETCH 1 (UID)
        S* * 1 FETCH (UID ${uid})
        S: a3 OK
        """

    @R4315-3-4 @R9051-7.1-5 @needs-imap-UIDPLUS/IMAP4rev2 @MUST
    Scenario: APPENDUID of one message is a number and no range
      Given the message plain
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {${plain.size}}
        S: +
        C: ${plain}
        S: a1 OK [APPENDUID ${validity:number} ${uid:number}]
        """

  Rule: There is a limit to what fits

    @R5530-3-f @R9051-7.1-h @profile-small-quota @SHOULD
    Scenario: A message that exceeds the quota is refused with OVERQUOTA
      Given an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {25000}
        S? a1 NO [OVERQUOTA]
        S: +
        C: ${24998 * "x"}${CRLF}
        S: a1 NO [OVERQUOTA]
        """

    @R3501-6.3.11-8 @R9051-6.3.12-7 @needs-imap-LITERAL+/LITERAL-/IMAP4rev2 @profile-small-quota @MUST
    Scenario: A message that exceeds the quota is not in the mailbox
      Given an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {25000+}
        C: ${24998 * "x"}${CRLF}
        S? * BYE
        S: a1 NO/BAD
        C: a2 STATUS ${mailbox} (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 0)
        S: a2 OK
        """
