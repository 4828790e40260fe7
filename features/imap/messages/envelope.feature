@needs-imap @chapter-imap-4
Feature: ENVELOPE
  The server takes a header apart (RFC 3501 §7.4.2, RFC 9051 §7.5.2, RFC 5322 §3.4, §3.6).

  Rule: Ten fields in a fixed order

    @R3501-7.4.2-i @R9051-7.5.2-i @R3501-7.4.2-j @R9051-7.5.2-j @MUST
    Scenario: Date, subject, six lists of addresses, in-reply-to and message-id
      Given the mailbox holds:
        | message |
        | minutes |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 ENVELOPE
        S* * 1 FETCH (ENVELOPE ("Wed, 6 Mar 2019 00:30:00 +0900" "Minutes of the meeting" (("Bert Reader" NIL "bert" "example.org")) (("Bert Reader" NIL "bert" "example.org")) (("Bert Reader" NIL "bert" "example.org")) ((NIL NIL "team" "example.org")) NIL (("Dora Dark" NIL "dora" "example.org")) "<budget@example.org>" "<minutes@example.org>"))
        S: a1 OK
        """

    @R3501-7.4.2-j @R9051-7.5.2-j @MUST
    Scenario: A list has an address structure for each address
      Given the mailbox holds:
        | message |
        | budget  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 ENVELOPE
        S* * 1 FETCH (ENVELOPE (${*} (("Bert Reader" NIL "bert" "example.org") (NIL NIL "team" "example.org")) (("Cora Copy" NIL "cora" "example.org")) NIL NIL "<budget@example.org>"))
        S: a1 OK
        """

  Rule: What is not there is NIL, and From stands in for Sender and Reply-To

    @R3501-7.4.2-l @R9051-7.5.2-l @MUST
    Scenario: Fields that the header lacks are NIL
      Given the mailbox holds:
        | message |
        | sparse  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 ENVELOPE
        S* * 1 FETCH (ENVELOPE (NIL NIL ${*:text}))
        S* * 1 FETCH (ENVELOPE (${*} NIL NIL NIL NIL NIL))
        S: a1 OK
        """

    @R3501-7.4.2-m @R9051-7.5.2-m @MUST
    Scenario: Sender and reply-to are those of From where the header leaves them empty
      Given the mailbox holds:
        | message |
        | sparse  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 ENVELOPE
        S* * 1 FETCH (ENVELOPE (${*} (("Ann Author" NIL "ann" "example.org")) (("Ann Author" NIL "ann" "example.org")) (("Ann Author" NIL "ann" "example.org")) NIL NIL NIL NIL NIL))
        S: a1 OK
        """

    @R3501-7.4.2-m @R9051-7.5.2-m @MUST
    Scenario: Sender and reply-to are those of From where the header lacks them
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 ENVELOPE
        S* * 1 FETCH (ENVELOPE (${*} (("Ann Author" NIL "ann" "example.org")) (("Ann Author" NIL "ann" "example.org")) (("Ann Author" NIL "ann" "example.org")) (("Bert Reader" NIL "bert" "example.org")) NIL NIL NIL ${*}))
        S: a1 OK
        """

  Rule: All forms of address are understood

    @R3501-7.4.2-j @R9051-7.5.2-j @MUST
    Scenario: Quoted names keep their commas and lose their quotes
      Given the mailbox holds:
        | message   |
        | addresses |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 ENVELOPE
        S* * 1 FETCH (ENVELOPE (${*} (("Author, Ann" NIL "ann" "example.org") (${*} NIL "bert" "example.org")) ((NIL NIL "secretary" "example.org")) ${*}))
        S: a1 OK
        """

    # Quoting is removed from phrase and local-part: RFC 3501 §9, addr-name, addr-mailbox.
    @R3501-7.4.2-j @R9051-7.5.2-j @MUST
    Scenario: Escapes in a name and quotes around a local part are removed
      Given the message odd:
        """
        From: "Q. \"Quote\" R." <"odd one"@example.org>
        Subject: odd

        Odd.
        """
      And the mailbox holds:
        | message |
        | odd     |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 ENVELOPE
        S* * 1 FETCH (ENVELOPE (NIL "odd" (("Q. \"Quote\" R." NIL "odd one" "example.org")) ${*}))
        S: a1 OK
        """

    @R3501-7.4.2-k @R9051-7.5.2-k @MUST
    Scenario: A group begins with its name and ends with NILs
      Given the mailbox holds:
        | message   |
        | addresses |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 ENVELOPE
        S* * 1 FETCH (ENVELOPE (${*} ((NIL NIL "Team" NIL) ("Cora Copy" NIL "cora" "example.org") (NIL NIL "dora" "example.org") (NIL NIL NIL NIL) (NIL NIL "eve" "[192.0.2.1]")) ((NIL NIL "Nobody" NIL) (NIL NIL NIL NIL)) ${*}))
        S: a1 OK
        """

    @R3501-7.4.2-j @R9051-7.5.2-j @MUST
    Scenario: An obsolete source route does not become part of the mailbox
      Given the mailbox holds:
        | message   |
        | addresses |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 ENVELOPE
        S* * 1 FETCH (ENVELOPE (${*} ((${*:string} ${*:string} "far" "example.org")) ${*} "<addresses@example.org>"))
        S: a1 OK
        """

  Rule: Text is handed on as it stands

    @R3501-7.4.2-i @R9051-7.5.2-i @MUST
    Scenario: Encoded words are not decoded
      Given the mailbox holds:
        | message    |
        | invitation |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 ENVELOPE
        S* * 1 FETCH (ENVELOPE (${*} "=?utf-8?B?R3LDvMOfZSBhdXMgS8O2bG4=?=" (("=?utf-8?Q?J=C3=B6rg?=" NIL "joerg" "example.org")) ${*}))
        S: a1 OK
        """

    @R5322-2.2.3-a @R3501-7.4.2-i @R9051-7.5.2-i @SHOULD
    Scenario: A folded subject is unfolded
      Given the mailbox holds:
        | message |
        | folded  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 ENVELOPE
        S* * 1 FETCH (ENVELOPE ("Tue, 5 Mar 2019 10:00:00 +0000" "a subject that is folded" ${*}))
        S: a1 OK
        """

    @R3501-9-d @R9051-9-d @MUST
    Scenario: Quotes and backslashes in a subject survive
      Given the message odd:
        """
        From: ann@example.org
        Subject: say "hello" to C:\dir

        Odd.
        """
      And the mailbox holds:
        | message |
        | odd     |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 ENVELOPE
        S* * 1 FETCH (ENVELOPE (NIL "say \"hello\" to C:\\dir" ${*}))
        S: a1 OK
        """

    # Nobody may write such a header; a server still has to answer with something that can be read.
    @M-robust-imap-broken-message @SHOULD @hostile
    Scenario Outline: A header with <mistake> still has an envelope
      Given the message broken:
        """
        From: <line>
        Subject: broken

        Broken.
        """
      And the mailbox holds:
        | message |
        | broken  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 ENVELOPE
        S* * 1 FETCH (ENVELOPE (NIL "broken" ${*}))
        S: a1 OK
        """

      Examples:
        | mistake                  | line                          |
        | an open quote            | "Ann <ann@example.org>        |
        | an open comment          | ann@example.org (Ann          |
        | an open angle            | Ann <ann@example.org          |
        | nothing but commas       | ,,,,,                         |
        | an open group            | Team: ann@example.org         |
        | two at signs             | ann@bert@example.org          |
        | 8-bit octets             | Jörg <joerg@example.org>      |
        | a thousand addresses     | ${1000 * "ann@example.org, "} |
        | brackets within brackets | ${500 * "("}ann@example.org   |
