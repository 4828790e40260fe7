@needs-imap @chapter-imap-4 @chapter-mime-3
Feature: BODYSTRUCTURE and its extension data
  What follows the basic fields, and what a broken message gives (RFC 3501 §7.4.2, RFC 9051 §7.5.2).

  Rule: BODYSTRUCTURE adds extension data in a fixed order, BODY never

    # Extension data may be left out from the end.
    @R3501-7.4.2-10 @R9051-7.5.2-17 @R3501-7.4.2-g @R9051-7.5.2-g @MUST
    Scenario: After a single part come MD5, disposition, language and location
      Given the mailbox holds:
        | message   |
        | two-parts |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODYSTRUCTURE
        S* * 1 FETCH (BODYSTRUCTURE (${*} ("image" "png" ("name" "dot.png") "<dot@example.org>" "A small dot" "base64" 96 "Q2hlY2sgSW50ZWdyaXR5IQ==" ("attachment" ("filename" "dot.png")) ("en" "de") "http://example.org/dot.png") "mixed" ${*}))
        S: a1 OK
        """

    @R3501-7.4.2-7 @R9051-7.5.2-12 @R3501-7.4.2-f @R9051-7.5.2-f @MUST
    Scenario: After a multipart come its parameters
      Given the mailbox holds:
        | message   |
        | two-parts |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODYSTRUCTURE
        S* * 1 FETCH (BODYSTRUCTURE (${*} "mixed" ("boundary" "border") ${*}))
        S: a1 OK
        """

    @R3501-7.4.2-10 @R9051-7.5.2-17 @R3501-7.4.2-g @R9051-7.5.2-g @MUST
    Scenario: Disposition and language of a text come after its lines
      Given the message inline:
        """
        From: ann@example.org
        Subject: inline
        MIME-Version: 1.0
        Content-Type: text/plain; charset=us-ascii
        Content-Disposition: inline
        Content-Language: en

        Inline words.
        """
      And the mailbox holds:
        | message |
        | inline  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODYSTRUCTURE
        S* * 1 FETCH (BODYSTRUCTURE ("text" "plain" ("charset" "us-ascii") NIL NIL "7bit" 15 1 NIL ("inline" NIL) ${*:text}))
        S: a1 OK
        """

    @R3501-7.5-7 @R9051-9-7 @R3501-7.5-8 @R9051-9-8 @MUST
    Scenario: BODY ends after the basic fields, and after the subtype
      Given the mailbox holds:
        | message   |
        | two-parts |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY
        S* * 1 FETCH (BODY (("text" "plain" ("charset" "us-ascii") NIL NIL "7bit" 36 2) ("image" "png" ("name" "dot.png") "<dot@example.org>" "A small dot" "base64" 96) "mixed"))
        S: a1 OK
        """

    @R3501-7.4.2-9 @R9051-7.5.2-16 @MUST
    Scenario: Nothing follows the location
      Given the mailbox holds:
        | message   |
        | two-parts |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODYSTRUCTURE
        S! * 1 FETCH (BODYSTRUCTURE (${*} ("image" "png" ${*} "http://example.org/dot.png" ${*:string} ${*}) ${*}))
        S: a1 OK
        """

    @R9051-7.5.2-13 @needs-imap-IMAP4rev2 @R2231-6-1 @SHOULD
    Scenario: A parameter in pieces is put together
      Given the mailbox holds:
        | message |
        | pieces  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODYSTRUCTURE
        S* * 1 FETCH (BODYSTRUCTURE ("application" "octet-stream" ("name" "one-two-three") ${*}))
        S: a1 OK
        """

  Rule: Broken structures do no harm

    @M-robust-imap-broken-message @SHOULD @hostile
    Scenario: A multipart without its last boundary still has its parts
      Given the message open:
        """
        From: ann@example.org
        Subject: open
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=open

        --open
        Content-Type: text/plain

        One.

        --open
        Content-Type: text/html

        <p>Two.</p>
        """
      And the mailbox holds:
        | message |
        | open    |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY
        S* * 1 FETCH (BODY (("text" "plain" ${*}) ("text" "html" ${*}) "mixed" ${*}))
        S: a1 OK
        """

    @M-robust-imap-broken-message @SHOULD @hostile
    Scenario Outline: A message with <mistake> still has a structure
      Given the message broken:
        """
        From: ann@example.org
        Subject: broken
        MIME-Version: 1.0
        Content-Type: <type>

        Broken.
        """
      And the mailbox holds:
        | message |
        | broken  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 (BODYSTRUCTURE BODY.PEEK[TEXT])
        S* * 1 FETCH (BODYSTRUCTURE (${*}) BODY[TEXT] "Broken.${CRLF}")
        S: a1 OK
        """

      Examples:
        | mistake                        | type                            |
        | a type that is no type         | text                            |
        | an empty type                  | ;                               |
        | a multipart without a boundary | multipart/mixed                 |
        | a boundary that never comes    | multipart/mixed; boundary=never |
        | an open quote in a parameter   | text/plain; charset="utf-8      |
        | a parameter without a value    | text/plain; charset             |
        | a parameter without a name     | text/plain; ="x"                |
        | a thousand parameters          | text/plain${1000 * "; a=b"}     |
