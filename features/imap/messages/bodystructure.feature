@needs-imap @chapter-imap-4 @chapter-mime-3
Feature: BODYSTRUCTURE
  The server takes the MIME structure of a message apart (RFC 3501 §7.4.2, RFC 9051 §7.5.2, RFC 2045, RFC 2046).

  Rule: A single part has seven basic fields

    @R3501-7.4.2-a @R9051-7.5.2-a @R3501-7.4.2-d @R9051-7.5.2-d @R3501-7.4.2-h @R9051-7.5.2-h @MUST
    Scenario: A message without MIME fields is text/plain in 7bit
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY
        S* * 1 FETCH (BODY ("text" "plain" ${*} NIL NIL "7bit" 44 3))
        S: a1 OK
        """

    @R3501-7.4.2-a @R9051-7.5.2-a @R3501-7.4.2-e @R9051-7.5.2-e @R3501-7.4.2-d @R9051-7.5.2-d @MUST
    Scenario: Size and lines are counted as encoded
      Given the mailbox holds:
        | message |
        | menu    |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY
        S* * 1 FETCH (BODY ("text" "plain" ("charset" "iso-8859-1") NIL NIL "quoted-printable" 88 2))
        S: a1 OK
        """

    @R3501-7.4.2-a @R9051-7.5.2-a @MUST
    Scenario: Id and description of a part come back as they are
      Given the mailbox holds:
        | message   |
        | two-parts |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY
        S* * 1 FETCH (BODY (${*} ("image" "png" ("name" "dot.png") "<dot@example.org>" "A small dot" "base64" 96) "mixed" ${*}))
        S: a1 OK
        """

  Rule: A multipart is its parts and a subtype

    @R3501-7.4.2-b @R9051-7.5.2-b @R3501-7.4.2-d @R9051-7.5.2-d @MUST
    Scenario: The parts come first, in order, then the subtype
      Given the mailbox holds:
        | message   |
        | two-parts |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY
        S* * 1 FETCH (BODY (("text" "plain" ("charset" "us-ascii") NIL NIL "7bit" 36 2) ("image" "png" ${*}) "mixed" ${*}))
        S: a1 OK
        """

    @R3501-7.4.2-b @R9051-7.5.2-b @MUST
    Scenario: A multipart in a multipart is a structure among the others
      Given the mailbox holds:
        | message      |
        | nested-parts |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY
        S* * 1 FETCH (BODY ((("text" "plain" ${*} 14 1) (("text" "html" ${*} 15 1) ("image" "gif" NIL "<pixel@example.org>" NIL "base64" 22) "related" ${*}) "alternative" ${*}) ("message" "rfc822" ${*}) "mixed" ${*}))
        S: a1 OK
        """

    @R3501-7.4.2-h @R9051-7.5.2-h @MUST
    Scenario: Parts without a header of their own are text/plain
      Given the mailbox holds:
        | message       |
        | default-parts |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY
        S* * 1 FETCH (BODY (("text" "plain" ${*} NIL NIL "7bit" 19 1) ("text" "plain" ${*} NIL NIL "7bit" 21 1) "mixed" ${*}))
        S: a1 OK
        """

    @R3501-7.4.2-h @R9051-7.5.2-h @R3501-7.4.2-c @R9051-7.5.2-c @MUST
    Scenario: Parts of a digest are messages by default
      Given the mailbox holds:
        | message |
        | digest  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY
        S* * 1 FETCH (BODY (("message" "rfc822" NIL NIL NIL "7bit" 152 (${*} "one of a digest" ${*}) ("text" "plain" ${*} 19 1) 6) "digest" ${*}))
        S: a1 OK
        """

  Rule: An enclosed message has envelope, structure and lines

    @R3501-7.4.2-c @R9051-7.5.2-c @MUST
    Scenario: A MESSAGE/RFC822 part shows what is in it
      Given the mailbox holds:
        | message |
        | letter  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY
        S* * 1 FETCH (BODY (("text" "plain" ${*}) ("message" "rfc822" NIL NIL "the letter" "7bit" 401 ("Mon, 4 Mar 2019 08:00:00 +0000" "the inner letter" (("Cora Copy" NIL "cora" "example.org")) ${*}) (("text" "plain" ${*} 14 1) ("text" "html" ${*} 21 1) "alternative" ${*}) 19) ("application" "octet-stream" NIL NIL NIL "base64" 18) "mixed" ${*}))
        S: a1 OK
        """

    @R3501-7.4.2-c @R9051-7.5.2-c @MUST
    Scenario: A message that is nothing but an enclosed message shows what is in it
      Given the mailbox holds:
        | message          |
        | attached-message |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY
        S* * 1 FETCH (BODY ("message" "rfc822" NIL NIL NIL "7bit" 151 (${*} "the only letter" ${*} "<only@example.org>") ("text" "plain" ${*} 17 1) 6))
        S: a1 OK
        """

    @R3501-7.5-9 @R9051-9-9 @MUST
    Scenario: A message type that is not rfc822 is no enclosed message
      Given the message status:
        """
        From: ann@example.org
        Subject: status
        MIME-Version: 1.0
        Content-Type: message/delivery-status

        Reporting-MTA: dns; example.org
        """
      And the mailbox holds:
        | message |
        | status  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY
        S* * 1 FETCH (BODY ("message" "delivery-status" NIL NIL NIL "7bit" 33))
        S: a1 OK
        """
