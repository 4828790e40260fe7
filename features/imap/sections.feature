@needs-imap @chapter-imap-4
Feature: Sections of a message
  Headers, texts and parts are fetched by name and number (RFC 3501 §6.4.5, RFC 9051 §6.4.5, §6.4.5.1).

  Rule: HEADER and TEXT cut the message at its first empty line

    @R3501-6.4.5-f @R9051-6.4.5.1-f @R3501-6.4.5-k @R9051-6.4.5.1-k @MUST @defect-imap-header-without-blank-line
    Scenario: HEADER ends with the empty line, TEXT begins after it
      Given the message head:
        """
        From: ann@example.org
        Subject: cut here

        """
      And the message whole:
        """
        From: ann@example.org
        Subject: cut here

        The text.
        """
      And the mailbox holds:
        | message |
        | whole   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 (BODY.PEEK[HEADER] BODY.PEEK[TEXT])
        S* * 1 FETCH (BODY[HEADER] ${head} BODY[TEXT] "The text.${CRLF}")
        S: a1 OK
        """

    @R3501-6.4.5-u @R3501-6.4.5-w @needs-imap-IMAP4rev1 @MUST
    Scenario: RFC822.HEADER and RFC822.TEXT are the same two pieces
      Given the message head:
        """
        From: ann@example.org
        Subject: cut here

        """
      And the message whole:
        """
        From: ann@example.org
        Subject: cut here

        The text.
        """
      And the mailbox holds:
        | message |
        | whole   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 (RFC822.HEADER RFC822.TEXT)
        S* * 1 FETCH (RFC822.HEADER ${head} RFC822.TEXT "The text.${CRLF}")
        S: a1 OK
        """

    @R3501-6.4.5-f @R9051-6.4.5.1-f @MUST
    Scenario: A message without a body has a header and an empty text
      Given the message bodyless:
        """
        From: ann@example.org
        Subject: no body

        """
      And the mailbox holds:
        | message  |
        | bodyless |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 (BODY.PEEK[HEADER] BODY.PEEK[TEXT])
        S* * 1 FETCH (BODY[HEADER] ${bodyless} BODY[TEXT] "")
        S: a1 OK
        """

  Rule: HEADER.FIELDS selects fields by their names

    @R3501-6.4.5-g @R9051-6.4.5.1-g @R3501-6.4.5-f @R9051-6.4.5.1-f @MUST @defect-imap-header-fields-case-sensitive
    Scenario: The listed fields come in any case, folded as they are, with an empty line at the end
      Given the mailbox holds:
        | message |
        | folded  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY.PEEK[HEADER.FIELDS (subject X-MIXED-case)]
        S* * 1 FETCH (BODY[HEADER.FIELDS ${*}] "Subject: a subject that is${CRLF} folded${CRLF}X-Mixed-CASE: kept${CRLF}${CRLF}")
        S: a1 OK
        """

    @R3501-6.4.5-g @R9051-6.4.5.1-g @MUST
    Scenario: A field that stands twice comes twice, in order
      Given the mailbox holds:
        | message |
        | folded  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY.PEEK[HEADER.FIELDS (RECEIVED)]
        S* * 1 FETCH (BODY[HEADER.FIELDS ${*}] "Received: from one${CRLF}Received: from two${CRLF}${CRLF}")
        S: a1 OK
        """

    @R3501-6.4.5-g @R9051-6.4.5.1-g @MUST
    Scenario: A name that is only the beginning of a field's name matches nothing
      Given the mailbox holds:
        | message |
        | folded  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY.PEEK[HEADER.FIELDS (Subj Received-By)]
        S* * 1 FETCH (BODY[HEADER.FIELDS ${*}] "${CRLF}")
        S: a1 OK
        """

    @R3501-6.4.5-h @R9051-6.4.5.1-h @MUST @defect-imap-header-fields-not-inverted
    Scenario: HEADER.FIELDS.NOT returns the other fields
      Given the mailbox holds:
        | message |
        | folded  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY.PEEK[HEADER.FIELDS.NOT (date from TO received x-mixed-case message-id)]
        S* * 1 FETCH (BODY[HEADER.FIELDS.NOT ${*}] "Subject: a subject that is${CRLF} folded${CRLF}${CRLF}")
        S: a1 OK
        """

  Rule: Parts have numbers

    @R3501-6.4.5-d @R9051-6.4.5.1-d @MUST
    Scenario: A message that is no multipart has a part 1
      Given the mailbox holds:
        | message |
        | budget  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY.PEEK[1]
        S* * 1 FETCH (BODY[1] "The figures are on the second page. Mind the zebra crossing.${CRLF}")
        S: a1 OK
        """

    @R3501-6.4.5-d @R9051-6.4.5.1-d @R3501-7.4.2-5 @R9051-4.3-9 @R9051-7.5.2-10 @MUST
    Scenario: The parts of a multipart are numbered in order, without preamble and epilogue
      Given the message dot:
        """
        iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YA
        AAAASUVORK5CYII=
        """
      And the mailbox holds:
        | message   |
        | two-parts |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 (BODY.PEEK[1] BODY.PEEK[2])
        S* * 1 FETCH (BODY[1] "The first part.${CRLF}It has two lines.${CRLF}" BODY[2] ${dot})
        S: a1 OK
        """

    @R3501-6.4.5-j @R9051-6.4.5.1-j @MUST
    Scenario: MIME is the header of a part
      Given the mailbox holds:
        | message   |
        | two-parts |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY.PEEK[1.MIME]
        S* * 1 FETCH (BODY[1.MIME] "Content-Type: text/plain; charset=us-ascii${CRLF}${CRLF}")
        S: a1 OK
        """

    @R3501-6.4.5-3 @R9051-6.4.5.1-1 @R3501-6.4.5-e @R9051-6.4.5.1-e @MUST @defect-imap-nested-parts-misnumbered
    Scenario: The parts of an enclosed message are numbered below it
      Given the mailbox holds:
        | message |
        | letter  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 (BODY.PEEK[1] BODY.PEEK[2.1] BODY.PEEK[2.2] BODY.PEEK[3])
        S* * 1 FETCH (BODY[1] "Look what came.${CRLF}" BODY[2.1] "Inner words.${CRLF}")
        S* * 1 FETCH (BODY[2.2] "<p>Inner words.</p>${CRLF}" BODY[3] "AAECAwQFBgcICQ==${CRLF}")
        S: a1 OK
        """

    @R3501-6.4.5-i @R9051-6.4.5.1-i @MUST
    Scenario: HEADER and TEXT of an enclosed message are its own
      Given the message innerhead:
        """
        Date: Mon, 4 Mar 2019 08:00:00 +0000
        From: Cora Copy <cora@example.org>
        Subject: the only letter
        Message-ID: <only@example.org>

        """
      And the message inner:
        """
        Date: Mon, 4 Mar 2019 08:00:00 +0000
        From: Cora Copy <cora@example.org>
        Subject: the only letter
        Message-ID: <only@example.org>

        The only words.
        """
      And the mailbox holds:
        | message          |
        | attached-message |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 (BODY.PEEK[1] BODY.PEEK[1.HEADER] BODY.PEEK[1.TEXT])
        S* * 1 FETCH (BODY[1] ${inner} BODY[1.HEADER] ${innerhead} BODY[1.TEXT] "The only words.${CRLF}")
        S: a1 OK
        """

    @R3501-6.4.5-e @R9051-6.4.5.1-e @R3501-6.4.5-d @R9051-6.4.5.1-d @MUST
    Scenario: An enclosed message that is no multipart has a part 1 of its own
      Given the mailbox holds:
        | message          |
        | attached-message |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY.PEEK[1.1]
        S* * 1 FETCH (BODY[1.1] "The only words.${CRLF}")
        S: a1 OK
        """

    @R3501-6.4.5-i @R9051-6.4.5.1-i @R3501-6.4.5-g @R9051-6.4.5.1-g @MUST
    Scenario: HEADER.FIELDS of an enclosed message are its own
      Given the mailbox holds:
        | message |
        | letter  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY.PEEK[2.HEADER.FIELDS (SUBJECT)]
        S* * 1 FETCH (BODY[2.HEADER.FIELDS ${*}] "Subject: the inner letter${CRLF}${CRLF}")
        S: a1 OK
        """

    @R3501-6.4.5-3 @R9051-6.4.5.1-1 @R3501-6.4.5-d @R9051-6.4.5.1-d @MUST @defect-imap-nested-parts-misnumbered
    Scenario: The parts of a multipart in a multipart are numbered below it
      Given the mailbox holds:
        | message      |
        | nested-parts |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 (BODY.PEEK[1.1] BODY.PEEK[1.2.1] BODY.PEEK[1.2.2] BODY.PEEK[1.2.2.MIME])
        S* * 1 FETCH (BODY[1.1] "Plain words.${CRLF}" BODY[1.2.1] "<p>Words.</p>${CRLF}")
        S* * 1 FETCH (BODY[1.2.2] "R0lGODlhAQABAAAAACw=${CRLF}")
        S* * 1 FETCH (BODY[1.2.2.MIME] "Content-Type: image/gif${CRLF}Content-ID: <pixel@example.org>${CRLF}Content-Transfer-Encoding: base64${CRLF}${CRLF}")
        S: a1 OK
        """

    @R3501-6.4.5-e @R9051-6.4.5.1-e @R3501-6.4.5-i @R9051-6.4.5.1-i @MUST
    Scenario: A message in a message in a message is reached by numbers
      Given the mailbox holds:
        | message      |
        | nested-parts |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 (BODY.PEEK[2.1.1] BODY.PEEK[2.1.TEXT] BODY.PEEK[2.1.HEADER] BODY.PEEK[2.HEADER.FIELDS (SUBJECT)])
        S* * 1 FETCH (BODY[2.1.1] "The innermost words.${CRLF}" BODY[2.1.TEXT] "The innermost words.${CRLF}")
        S* * 1 FETCH (BODY[2.1.HEADER] "From: Dora Dark <dora@example.org>${CRLF}Subject: innermost${CRLF}${CRLF}")
        S* * 1 FETCH (BODY[2.HEADER.FIELDS ${*}] "Subject: outer${CRLF}${CRLF}")
        S: a1 OK
        """

    # RFC 3501 does not say what a part that is not there gets: NIL, an empty string, or NO.
    @M-robust-imap-missing-part @SHOULD
    Scenario Outline: A part <part> that is not there does no harm
      Given the mailbox holds:
        | message   |
        | two-parts |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY.PEEK[<part>]
        S: a1 OK/NO/BAD
        C: a2 NOOP
        S: a2 OK
        """

      Examples:
        | part                |
        | 3                   |
        | 1.1                 |
        | 4294967295          |
        | 1.2.3.4.5.6.7.8.9   |
        | 2.HEADER            |

  Rule: A substring of a section is counted in octets

    @R3501-6.4.5-l @R9051-6.4.5-l @R3501-6.4.5-n @R9051-6.4.5-n @MUST @defect-imap-partial-length-off
    Scenario Outline: <partial> of the text is <octets>
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY.PEEK[TEXT]<partial>
        S* * 1 FETCH (BODY[TEXT]<origin> "<octets>")
        S: a1 OK
        """

      Examples:
        | partial       | origin | octets                                                      |
        | <0.5>         | <0>    | Plain                                                       |
        | <6.5>         | <6>    | words                                                       |
        | <13.4>        | <13>   | n${CRLF}t                                                   |
        | <0.1>         | <0>    | P                                                           |
        | <28.14>       | <28>   | ${CRLF}and no more.                                         |
        | <30.100>      | <30>   | and no more.${CRLF}                                         |
        | <0.4294967295> | <0>   | Plain words on${CRLF}three lines,${CRLF}and no more.${CRLF} |

    @R3501-6.4.5-m @R9051-6.4.5-m @MUST @defect-imap-partial-beyond-end
    Scenario Outline: <partial>, which begins behind the end, is an empty string
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY.PEEK[]<partial>
        S* * 1 FETCH (BODY[]<origin> "")
        S: a1 OK
        """

      Examples:
        | partial      | origin   |
        | <211.10>     | <211>    |
        | <99999.1>    | <99999>  |

    @R3501-7.4.2-3 @R9051-7.5.2-8 @MUST
    Scenario: Nothing is cut where the client did not ask for it
      Given the mailbox holds:
        | message |
        | minutes |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY.PEEK[]
        S* * 1 FETCH (BODY[] ${minutes})
        S! * 1 FETCH (BODY[]<0> ${*})
        S: a1 OK
        """

    @R3501-6.4.5-o @R9051-6.4.5-o @MUST @defect-imap-partial-before-subsetting
    Scenario: Of HEADER.FIELDS the selected lines are counted
      Given the mailbox holds:
        | message |
        | folded  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY.PEEK[HEADER.FIELDS (TO)]<4.5>
        S* * 1 FETCH (BODY[HEADER.FIELDS ${*}]<4> "bert@")
        S: a1 OK
        """

    @R3501-6.4.5-l @R9051-6.4.5-l @MUST
    Scenario: Two substrings of one section can be fetched at once
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 (BODY.PEEK[TEXT]<0.5> BODY.PEEK[TEXT]<6.5>)
        S* * 1 FETCH (BODY[TEXT]<0> "Plain" BODY[TEXT]<6> "words")
        S: a1 OK
        """
