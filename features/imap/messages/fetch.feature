@needs-imap @chapter-imap-4
Feature: FETCH
  A client reads as much of a message as it wants (RFC 3501 §6.4.5, §7.4.2; RFC 9051 §6.4.5, §7.5.2).

  Background:
    Given the mailbox holds:
      | message   | flags          |
      | plain     | \Seen \Flagged |
      | two-parts |                |
      | minutes   | \Answered      |
    And an IMAP session with the mailbox selected

  Rule: Items that describe a message

    @R3501-6.4.5-r @R9051-6.4.5-r @MUST
    Scenario: FLAGS are the flags
      Then the dialogue is:
        """imap
        C: a1 FETCH 1:3 FLAGS
        S* * 1 FETCH (FLAGS (\Seen \Flagged))
        S* * 2 FETCH (FLAGS ())
        S* * 3 FETCH (FLAGS (\Answered))
        S: a1 OK
        """

    # “Otherwise, the internal date … is set to the current date and time by default”: of a SHOULD (§2.3.3, §6.3.11).
    @R3501-6.4.5-s @R9051-6.4.5-s @SHOULD
    Scenario: INTERNALDATE is the time of arrival, not the Date field
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 INTERNALDATE
        S* * 1 FETCH (INTERNALDATE ${*:string})
        S! * 1 FETCH (INTERNALDATE "${*}5-Mar-2019 ${*}")
        S: a1 OK
        """

    @R3501-6.4.5-v @R9051-6.4.5-v @R3501-2.3.4-a @R9051-2.3.4-a @MUST
    Scenario: RFC822.SIZE counts every octet, line ends as two
      Then the dialogue is:
        """imap
        C: a1 FETCH 1:3 RFC822.SIZE
        S* * 1 FETCH (RFC822.SIZE ${plain.size})
        S* * 2 FETCH (RFC822.SIZE ${two-parts.size})
        S* * 3 FETCH (RFC822.SIZE ${minutes.size})
        S: a1 OK
        """

    @R9051-2.3.4-1 @needs-imap-IMAP4rev2 @SHOULD
    Scenario: RFC822.SIZE is the size of what BODY[] returns
      Then the dialogue is:
        """imap
        C: a1 FETCH 2 (RFC822.SIZE BODY.PEEK[])
        S* * 2 FETCH (RFC822.SIZE ${two-parts.size} BODY[] ${two-parts})
        S: a1 OK
        """

    @R3501-6.4.5-x @R9051-6.4.5-x @R3501-2.3.1-9 @R9051-2.3.1.2-1 @MUST
    Scenario: UID is a number that rises from message to message
      Then the dialogue is:
        """imap
        C: a1 FETCH 1:3 UID
        S* * 1 FETCH (UID ${one:number > 0})
        S* * 2 FETCH (UID ${two:number > one})
        S* * 3 FETCH (UID ${three:number > two})
        S: a1 OK
        """

    @R3501-2.3.1-2 @R9051-2.3.1.1-2 @MUST
    Scenario: The UID of a message stays the same
      Then the dialogue is:
        """imap
        C: a1 FETCH 2 UID
        S* * 2 FETCH (UID ${uid:number})
        S: a1 OK
        C: a2 STORE 1 +FLAGS.SILENT (\Deleted)
        S: a2 OK
        C: a3 EXPUNGE
        S: a3 OK
        C: a4 FETCH 1 UID
        S* * 1 FETCH (UID ${uid})
        S: a4 OK
        """

    @R3501-6.4.5-r @R9051-6.4.5-r @R3501-6.4.5-x @R9051-6.4.5-x @MUST
    Scenario: Several items come in one answer, in whatever order
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 (UID FLAGS RFC822.SIZE INTERNALDATE)
        S* * 1 FETCH (FLAGS (\Seen \Flagged) UID ${*:number} INTERNALDATE ${*:string})
        S* * 1 FETCH (RFC822.SIZE ${*:number})
        S: a1 OK
        """

  Rule: Macros stand for lists of items

    @R3501-6.4.5-a @R9051-6.4.5-a @MUST
    Scenario: FAST is FLAGS, INTERNALDATE and RFC822.SIZE
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 FAST
        S* * 1 FETCH (FLAGS (\Seen \Flagged) INTERNALDATE ${*:string} RFC822.SIZE ${*:number})
        S: a1 OK
        """

    @R3501-6.4.5-a @R9051-6.4.5-a @MUST
    Scenario: ALL is FAST and ENVELOPE
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 ALL
        S* * 1 FETCH (FLAGS (\Seen \Flagged) INTERNALDATE ${*:string} RFC822.SIZE ${*:number} ENVELOPE (${*}))
        S: a1 OK
        """

    @R3501-6.4.5-a @R9051-6.4.5-a @MUST
    Scenario: FULL is ALL and BODY
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 FULL
        S* * 1 FETCH (FLAGS (\Seen \Flagged) INTERNALDATE ${*:string} RFC822.SIZE ${*:number} ENVELOPE (${*}))
        S* * 1 FETCH (BODY ("text" "plain" ${*}))
        S: a1 OK
        """

    # “A macro must be used by itself”: a rule for the client; the server's part is “SHOULD enforce the syntax” (§2.2.2).
    @R3501-2.2.2-2 @R9051-2.2.2-2 @SHOULD
    Scenario Outline: <items> is no list of items
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 <items>
        S: a1 BAD/NO
        """

      Examples:
        | items      |
        | (FAST UID) |
        | (ALL FULL) |

  Rule: The whole message

    @R3501-6.4.5-c @R9051-6.4.5-c @MUST
    Scenario: BODY[] is the message as it is
      Then the dialogue is:
        """imap
        C: a1 FETCH 1:2 BODY.PEEK[]
        S* * 1 FETCH (BODY[] ${plain})
        S* * 2 FETCH (BODY[] ${two-parts})
        S: a1 OK
        """

    @R3501-6.4.5-t @needs-imap-IMAP4rev1 @MUST
    Scenario: RFC822 is the message as it is, under its own name
      Then the dialogue is:
        """imap
        C: a1 FETCH 2 RFC822
        S* * 2 FETCH (RFC822 ${two-parts})
        S: a1 OK
        """

    @R3501-6.4.5-1 @R9051-2.3.1.1-10 @R9051-6.4.5-1 @MUST
    Scenario: What was fetched once is the same when it is fetched again
      Then the dialogue is:
        """imap
        C: a1 FETCH 2 (INTERNALDATE RFC822.SIZE ENVELOPE)
        S* * 2 FETCH (INTERNALDATE ${date:string} RFC822.SIZE ${size:number} ENVELOPE ${envelope:text})
        S: a1 OK
        C: a2 STORE 2 FLAGS (\Flagged \Seen)
        S: a2 OK
        C: a3 FETCH 2 (INTERNALDATE RFC822.SIZE ENVELOPE)
        S* * 2 FETCH (INTERNALDATE ${date} RFC822.SIZE ${size} ENVELOPE ${envelope})
        S: a3 OK
        """

  Rule: Reading sets \Seen, peeking does not

    @R3501-6.4.5-p @R9051-6.4.5-p @MUST
    Scenario Outline: <item> sets \Seen
      Then the dialogue is:
        """imap
        C: a1 FETCH 2 <item>
        S: a1 OK
        C: a2 FETCH 2 FLAGS
        S* * 2 FETCH (FLAGS (\Seen))
        S: a2 OK
        """

      Examples:
        | item                          |
        | BODY[]                        |
        | BODY[TEXT]                    |
        | BODY[HEADER]                  |
        | BODY[1]                       |
        | BODY[1.MIME]                  |
        | BODY[HEADER.FIELDS (SUBJECT)] |
        | BODY[]<0.10>                  |

    @R3501-6.4.5-t @R3501-6.4.5-w @needs-imap-IMAP4rev1 @MUST
    Scenario Outline: <item> sets \Seen as well
      Then the dialogue is:
        """imap
        C: a1 FETCH 2 <item>
        S: a1 OK
        C: a2 FETCH 2 FLAGS
        S* * 2 FETCH (FLAGS (\Seen))
        S: a2 OK
        """

      Examples:
        | item        |
        | RFC822      |
        | RFC822.TEXT |

    @R3501-6.4.5-q @R9051-6.4.5-q @MUST
    Scenario Outline: <item> does not set \Seen
      Then the dialogue is:
        """imap
        C: a1 FETCH 2 <item>
        S: a1 OK
        C: a2 FETCH 2 FLAGS
        S* * 2 FETCH (FLAGS ())
        S: a2 OK
        """

      Examples:
        | item                               |
        | BODY.PEEK[]                        |
        | BODY.PEEK[TEXT]                    |
        | BODY.PEEK[1]                       |
        | BODY.PEEK[HEADER.FIELDS (SUBJECT)] |
        | BODYSTRUCTURE                      |
        | ENVELOPE                           |
        | FULL                               |

    @R3501-6.4.5-u @needs-imap-IMAP4rev1 @MUST
    Scenario: RFC822.HEADER does not set \Seen
      Then the dialogue is:
        """imap
        C: a1 FETCH 2 RFC822.HEADER
        S: a1 OK
        C: a2 FETCH 2 FLAGS
        S* * 2 FETCH (FLAGS ())
        S: a2 OK
        """

    @R3501-6.4.5-5 @R9051-6.4.5-3 @SHOULD
    Scenario: A FETCH that sets \Seen reports the new flags
      Then the dialogue is:
        """imap
        C: a1 FETCH 2 BODY[TEXT]
        S* * 2 FETCH (FLAGS (\Seen))
        S: a1 OK
        """
