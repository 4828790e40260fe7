@needs-imap @chapter-imap-4
Feature: Header and text of a message
  Header, text and single fields are fetched by name (RFC 3501 §6.4.5, RFC 9051 §6.4.5, §6.4.5.1).

  Rule: HEADER and TEXT cut the message at its first empty line

    @R3501-6.4.5-f @R9051-6.4.5.1-f @R3501-6.4.5-k @R9051-6.4.5.1-k @MUST
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

    @R3501-6.4.5-g @R9051-6.4.5.1-g @R3501-6.4.5-f @R9051-6.4.5.1-f @MUST
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

    @R3501-6.4.5-h @R9051-6.4.5.1-h @MUST
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
