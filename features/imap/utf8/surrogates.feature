@needs-imap-UTF8=ACCEPT @needs-imap-IMAP4rev1
Feature: Surrogates
  What a client that has not enabled UTF-8 may be shown of messages with headers in it (RFC 6855 §7, RFC 6857, RFC 6858).

  Rule: A surrogate says what it can

    # What is no surrogate but a notice in the place of the message (RFC 6855 §7) has a subject of its own.
    @R6855-7-1 @R6858-2.3-a @SHOULD
    Scenario: The subject of a surrogate is in encoded words
      Given the message umlauts:
        """
        From: Sender <${sender}>
        Subject: Grüße ${id}

        Mit Umlauten: äöü.
        """
      And the mailbox holds:
        | message |
        | umlauts |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 ENVELOPE
        S? a1 NO/BAD
        S! * 1 FETCH (ENVELOPE (${*:string} NIL ${*}))
        S! * 1 FETCH (ENVELOPE (${*:string} "Gr${*}" ${*}))
        S! * 1 FETCH (ENVELOPE (${*:string} "?${*}" ${*}))
        S: a1 OK
        """

    @R6858-2.1-b @SHOULD
    Scenario Outline: No address of a surrogate is one that may be somebody else's: <address>
      Given the message abroad:
        """
        From: Sender <sender@example.org>
        To: <address>
        Subject: Grüße ${id}

        Text.
        """
      And the mailbox holds:
        | message |
        | abroad  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 ENVELOPE
        S? a1 NO/BAD
        S! * 1 FETCH (ENVELOPE (NIL ${*} ((${*} "example.org")) NIL NIL NIL NIL))
        S: a1 OK
        """

      Examples:
        | address                |
        | jörg@example.org       |
        | "Jörg" <jö@example.org> |

    # Date, sender and id need no UTF-8: who is shown one of them is shown the others. A notice has a sender of its own.
    @R6855-7-1 @SHOULD
    Scenario: What needs no UTF-8 in a header stays as it is
      Given the message mixed:
        """
        From: Sender <sender@example.org>
        Date: Wed, 6 Mar 2019 00:30:00 +0900
        Message-ID: <mixed@example.org>
        Subject: Grüße ${id}

        Mit Umlauten: äöü.
        """
      And the mailbox holds:
        | message |
        | mixed   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 ENVELOPE
        S? a1 NO/BAD
        S! * 1 FETCH (ENVELOPE (NIL ${*:string} (("Sender" NIL "sender" "example.org")) ${*}))
        S! * 1 FETCH (ENVELOPE (${*:string} ${*:string} (("Sender" NIL "sender" "example.org")) ${*} NIL))
        S! * 1 FETCH (ENVELOPE (${*:string} ${*:string} NIL ${*} "<mixed@example.org>"))
        S: a1 OK
        """

    # RFC 6858 §3; who makes surrogates by RFC 6857 has no such code.
    @R6858-3-a @MAY
    Scenario: FETCH tells by DOWNGRADED which messages it has shown as surrogates
      Given the message umlauts:
        """
        From: Sender <${sender}>
        Subject: Grüße ${id}

        Mit Umlauten: äöü.
        """
      And the mailbox holds:
        | message |
        | umlauts |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 UID FETCH 1:* (UID)
        S* * 1 FETCH (UID ${uid:number})
        S: a1 OK
        C: a2 UID FETCH 1:* (ENVELOPE)
        S: a2 OK [DOWNGRADED ${uid}]
        """
