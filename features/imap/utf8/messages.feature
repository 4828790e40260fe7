@needs-imap-UTF8=ACCEPT
Feature: Headers in UTF-8
  Who has enabled UTF-8 reads them as they are; who has not is shown nothing that ASCII cannot say (RFC 6855 §7, §8, RFC 6858).

  Background:
    Given the message umlauts:
      """
      From: Jörg <jörg@bücher.test>
      To: Anna <anna@example.org>, Zoë <zoe@example.org>
      Subject: Grüße ${id}
      Comments: Ärger
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8; name="Grüße.txt"
      Content-Disposition: inline; filename="Grüße.txt"

      Mit Umlauten: äöü.
      """
    And the mailbox holds:
      | message |
      | umlauts |

  Rule: With UTF8=ACCEPT enabled they come as they are

    @R6855-3-d @MUST
    Scenario Outline: <item> has them as they are
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE UTF8=ACCEPT
        S: a1 OK
        C: a2 EXAMINE ${mailbox}
        S* * 1 EXISTS
        S: a2 OK
        C: a3 FETCH 1 (<item>)
        S* * 1 FETCH (<name> "${*}Grüße ${id}${*}")
        S: a3 OK
        """

      Examples:
        | item                                | name                         |
        | BODY.PEEK[HEADER]                   | BODY[HEADER]                 |
        | BODY.PEEK[HEADER.FIELDS (Subject)]  | BODY[HEADER.FIELDS (Subject)] |

    @R6855-3-d @MUST
    Scenario: The whole message is octet by octet what it was
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE UTF8=ACCEPT
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S* * 1 EXISTS
        S: a2 OK
        C: a3 FETCH 1 (RFC822.SIZE BODY.PEEK[])
        S* * 1 FETCH (RFC822.SIZE ${umlauts.size} BODY[] ${umlauts})
        S: a3 OK
        """

    @R6855-3-d @MUST
    Scenario: ENVELOPE and BODYSTRUCTURE say what stands in them
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE UTF8=ACCEPT
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S* * 1 EXISTS
        S: a2 OK
        C: a3 FETCH 1 (ENVELOPE BODYSTRUCTURE)
        S* * 1 FETCH (ENVELOPE (NIL "Grüße ${id}" (("Jörg" NIL "jörg" "bücher.test")) ${*} (("Anna" NIL "anna" "example.org") ("Zoë" NIL "zoe" "example.org")) NIL NIL NIL NIL))
        S* * 1 FETCH (BODYSTRUCTURE ("text" "plain" (${*} "name" "Grüße.txt" ${*}) ${*}))
        S: a3 OK
        """

  Rule: Without it nothing beyond ASCII comes of a header

    # The message may be hidden, refused, or shown as a surrogate (RFC 6855 §7).
    @R6855-8-a @R6855-3-3 @needs-imap-IMAP4rev1 @MUST
    Scenario Outline: <item> has nothing of them
      Given an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 (<item>)
        S? a1 NO/BAD
        S! * 1 FETCH (<name> "${*}Grü${*}")
        S! * 1 FETCH (<name> "${*}Är${*}")
        S! * 1 FETCH (<name> "${*}Jö${*}")
        S! * 1 FETCH (<name> "${*}bü${*}")
        S! * 1 FETCH (<name> "${*}Zo${xC3AB}${*}")
        S: a1 OK
        """

      Examples:
        | item                                     | name                               |
        | BODY.PEEK[HEADER]                        | BODY[HEADER]                       |
        | BODY.PEEK[HEADER.FIELDS (From Subject)]  | BODY[HEADER.FIELDS (From Subject)] |
        | BODY.PEEK[HEADER.FIELDS.NOT (Date)]      | BODY[HEADER.FIELDS.NOT (Date)]     |

    @R6855-8-a @needs-imap-IMAP4rev1 @MUST
    Scenario: ENVELOPE has nothing of them
      Given an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 ENVELOPE
        S? a1 NO/BAD
        S! * 1 FETCH (ENVELOPE (${*} "${*}Grü${*}" ${*}))
        S! * 1 FETCH (ENVELOPE (NIL ${*:string} (("${*}Jö${*}" ${*})) ${*}))
        S! * 1 FETCH (ENVELOPE (NIL ${*:string} ((${*} "${*}jö${*}" ${*:string})) ${*}))
        S! * 1 FETCH (ENVELOPE (NIL ${*:string} ((${*} "${*}bü${*}")) ${*}))
        S: a1 OK
        """

    @R6855-8-a @needs-imap-IMAP4rev1 @MUST
    Scenario: BODYSTRUCTURE has nothing of them
      Given an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODYSTRUCTURE
        S? a1 NO/BAD
        S! * 1 FETCH (BODYSTRUCTURE ("text" "plain" (${*} "name" "${*}Grü${*}" ${*}) ${*}))
        S! * 1 FETCH (BODYSTRUCTURE ("text" "plain" ${*} ("inline" (${*} "filename" "${*}Grü${*}" ${*})) ${*}))
        S: a1 OK
        """

  Rule: What is stored is the message and not its surrogate

    @R6855-3-d @MUST
    Scenario: A copy that was made without UTF-8 is the message itself
      Given an IMAP session with the mailbox selected
      And a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 COPY 1 ${mailbox}
        S? a1 NO/BAD
        S: a1 OK
        C2: b1 ENABLE UTF8=ACCEPT
        S2: b1 OK
        C2: b2 SELECT ${mailbox}
        S2* * 2 EXISTS
        S2: b2 OK
        C2: b3 FETCH 2 (BODY.PEEK[])
        S2* * 2 FETCH (BODY[] ${umlauts})
        S2: b3 OK
        """
