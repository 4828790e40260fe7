@needs-imap @chapter-mime-3
Feature: A multipart as the server itself reads it
  Whoever takes a message apart follows the syntax of multiparts; IMAP shows how the server does it (RFC 2046 §5.1).

  Rule: Delimiters are lines that begin with the boundary

    @R2046-5.1.2-1 @MUST
    Scenario: The boundary of the outer multipart ends an inner one
      Given the mailbox holds:
        | message         |
        | unclosed-inside |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY
        S* * 1 FETCH (BODY ((("text" "plain" ${*}) "mixed" ${*}) ("text" "html" ${*}) "mixed" ${*}))
        S: a1 OK
        """

    @R2046-5.1.1-9 @R2046-5.1.1-13 @MUST
    Scenario: White space behind a boundary counts for nothing
      Given the mailbox holds:
        | message         |
        | boundary-spaces |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY
        S* * 1 FETCH (BODY (("text" "plain" ${*} 59 ${*}) "mixed" ${*}))
        S: a1 OK
        """

    @R2046-5.1.1-10 @MUST
    Scenario: Preamble and epilogue are no parts
      Given the mailbox holds:
        | message  |
        | preamble |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY
        S* * 1 FETCH (BODY (("text" "plain" ${*}) "mixed" ${*}))
        S: a1 OK
        """

    @R2046-5.1.1-8 @MUST
    Scenario: A boundary in quotes is taken without them
      Given the mailbox holds:
        | message         |
        | quoted-boundary |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY
        S* * 1 FETCH (BODY (("text" "plain" ${*} 14 ${*}) "mixed" ${*}))
        S: a1 OK
        """

  Rule: A multipart of an unknown subtype is a multipart

    @R2046-5.1.7-1 @MUST
    Scenario: An unknown subtype has parts like any other
      Given the mailbox holds:
        | message           |
        | unknown-multipart |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY
        S* * 1 FETCH (BODY (("text" "plain" ${*}) ("text" "html" ${*}) "x-unheard-of" ${*}))
        S: a1 OK
        """
