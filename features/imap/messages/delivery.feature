@needs-imap
Feature: From SMTP to IMAP and POP3
  What SMTP delivered is read by IMAP and POP3, octet by octet, and the same (RFC 3501 §2.3.3, RFC 1939, RFC 5321).

  Rule: Delivered mail appears in INBOX

    @R3501-7-a @R9051-7-a @MUST @chapter-agent-1 @chapter-imap-7
    Scenario: A session that has INBOX open is told by NOOP
      Given alice's inbox is empty
      And an IMAP session with INBOX selected
      And any message news
      When alice is sent the message news
      Then alice receives the message news
      And the dialogue is:
        """imap
        C: a1 NOOP
        S* * 1 EXISTS
        S: a1 OK
        """

    # Trace fields stand before the message; what the sender wrote follows unchanged.
    @R3501-6.4.5-c @R9051-6.4.5-c @MUST @chapter-agent-1 @chapter-smtp-5
    Scenario: The body is read as it was sent
      Given alice's inbox is empty
      And the message news:
        """
        From: ${sender}
        To: ${alice}
        Subject: news ${id}

        .a dot at the beginning
        ..two dots
        .
        and spaces at the end  ${SP}
        """
      When alice is sent the message news
      Then alice receives the message news
      Given an IMAP session with INBOX selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 (BODY.PEEK[TEXT] BODY.PEEK[HEADER.FIELDS (SUBJECT)])
        S* * 1 FETCH (BODY[TEXT] ".a dot at the beginning${CRLF}..two dots${CRLF}.${CRLF}and spaces at the end   ${CRLF}")
        S* * 1 FETCH (BODY[HEADER.FIELDS ${*}] "Subject: news ${id}${CRLF}${CRLF}")
        S: a1 OK
        """

    @R3501-2.3.3-1 @SHOULD
    Scenario: The internal date is the time of delivery, not that of the Date field
      Given alice's inbox is empty
      And the message old:
        """
        From: ${sender}
        To: ${alice}
        Subject: old ${id}
        Date: Mon, 3 Jan 1994 12:00:00 +0000

        Written long ago.
        """
      When alice is sent the message old
      Then alice receives the message old
      Given an IMAP session with INBOX selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 (INTERNALDATE BODY.PEEK[HEADER.FIELDS (DATE)])
        S* * 1 FETCH (BODY[HEADER.FIELDS ${*}] "Date: Mon, 3 Jan 1994 12:00:00 +0000${CRLF}${CRLF}")
        S! * 1 FETCH (INTERNALDATE "${*}-1994 ${*}")
        S: a1 OK
        """

    # \Seen: “Message has been read” (§2.3.2). Nobody has.
    @R3501-6.3.10-f @R9051-6.3.11-f @SHOULD
    Scenario: Delivered mail is unseen
      Given alice's inbox is empty
      And any message news
      When alice is sent the message news
      Then alice receives the message news
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 STATUS INBOX (MESSAGES UNSEEN)
        S* * STATUS INBOX (MESSAGES 1 UNSEEN 1)
        S: a1 OK
        """

    @R3501-2.3.1.1-a @R9051-2.3.1.1-a @MUST
    Scenario: Messages that are delivered one after the other get rising UIDs
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
        | menu    |
      And an IMAP session with INBOX selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1:3 (UID)
        S* * 1 FETCH (UID ${one:number})
        S* * 2 FETCH (UID ${two:number > one})
        S* * 3 FETCH (UID ${three:number > two})
        S: a1 OK
        """
