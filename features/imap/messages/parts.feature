@needs-imap @chapter-imap-4
Feature: Parts of a message
  Parts are fetched by their numbers (RFC 3501 §6.4.5, RFC 9051 §6.4.5.1).

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

    @R3501-6.4.5-3 @R9051-6.4.5.1-1 @R3501-6.4.5-e @R9051-6.4.5.1-e @MUST
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
        S* * 1 FETCH (BODY[2.HEADER.FIELDS ${*}] "${*}the inner letter${*}")
        S: a1 OK
        """

    @R3501-6.4.5-3 @R9051-6.4.5.1-1 @R3501-6.4.5-d @R9051-6.4.5.1-d @MUST
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
        S* * 1 FETCH (BODY[2.HEADER.FIELDS ${*}] "${*}outer${*}")
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
        C: ${alive}
        """

      Examples:
        | part              |
        | 3                 |
        | 1.1               |
        | 4294967295        |
        | 1.2.3.4.5.6.7.8.9 |
        | 2.HEADER          |
