@needs-imap @needs-imap-IMAP4rev1 @chapter-imap-2
Feature: SEARCH in texts
  Addresses, subjects, fields and bodies are searched for substrings (RFC 3501 §6.4.4, RFC 9051 §6.4.4).

  Background:
    Given the mailbox holds:
      | message    |
      | plain      |
      | budget     |
      | minutes    |
      | invitation |
      | menu       |
      | two-parts  |
    And an IMAP session with the mailbox selected

  Rule: A string is found anywhere in the field, in any case

    @R3501-6.4.4-b @R3501-6.4.4-k @R9051-6.4.4-k @MUST
    Scenario Outline: <key> finds <numbers> by address
      Then the dialogue is:
        """imap
        C: a1 SEARCH <key>
        S* * SEARCH <numbers>
        S: a1 OK
        """

      Examples:
        | key                  | numbers     |
        | FROM "Ann Author"    | 1 2 6       |
        | FROM ann@example.org | 1 2 6       |
        | FROM kitchen         | 5           |
        | FROM example         | 1 2 3 4 5 6 |
        | FROM nobody          |             |
        | TO team              | 2 3         |
        | TO bert@example.org  | 1 2 6       |
        | CC cora              | 2           |
        | CC "Cora Copy"       | 2           |
        | BCC dora             | 3           |
        | TO dora              |             |
        | FROM team            |             |
        | FROM aUTHOR          | 1 2 6       |

    @R3501-6.4.4-b @R3501-6.4.4-l @R9051-6.4.4-l @MUST
    Scenario Outline: <key> finds <numbers> by subject
      Then the dialogue is:
        """imap
        C: a1 SEARCH <key>
        S* * SEARCH <numbers>
        S: a1 OK
        """

      Examples:
        | key                             | numbers |
        | SUBJECT budget                  | 2       |
        | SUBJECT THE                     | 2 3 5   |
        | SUBJECT "of the"                | 3 5     |
        | SUBJECT figures                 |         |
        | SUBJECT "Budget for the spring" | 2       |

    @R9051-6.4.4-19 @needs-imap-IMAP4rev2 @SHOULD
    Scenario: With IMAP4rev2 as well a string is found in any case
      Then the dialogue is:
        """imap
        C: a1 SEARCH SUBJECT BUDGET
        S* * SEARCH 2
        S: a1 OK
        """

    @R3501-6.4.4-m @R9051-6.4.4-m @MUST
    Scenario Outline: <key> finds <numbers> by a field
      Then the dialogue is:
        """imap
        C: a1 SEARCH <key>
        S* * SEARCH <numbers>
        S: a1 OK
        """

      Examples:
        | key                               | numbers |
        | HEADER X-Priority 2               | 2       |
        | HEADER Message-ID "<menu@example" | 5       |
        | HEADER X-Nobody ""                |         |
        | HEADER X-Priority 3               |         |
        | HEADER x-priority ""              | 2       |
        | HEADER X-Empty ""                 | 3       |
        | HEADER References ""              | 3       |
        | HEADER Subject budget             | 2       |

    @R3501-6.4.4-n @R9051-6.4.4-n @R3501-6.4.4-b @MUST
    Scenario Outline: <key> finds <numbers> by the body
      Then the dialogue is:
        """imap
        C: a1 SEARCH <key>
        S* * SEARCH <numbers>
        S: a1 OK
        """

      Examples:
        | key                       | numbers |
        | BODY zebra                | 2       |
        | BODY figures              | 2 3     |
        | BODY "no more"            | 1       |
        | BODY "first part"         | 6       |
        | BODY ZEBRA                | 2       |
        | BODY spring               |         |
        | BODY "nowhere to be seen" |         |

    @R3501-6.4.4-o @R9051-6.4.4-o @MUST
    Scenario Outline: <key> finds <numbers> by header and body
      Then the dialogue is:
        """imap
        C: a1 SEARCH <key>
        S* * SEARCH <numbers>
        S: a1 OK
        """

      Examples:
        | key             | numbers |
        | TEXT budget     | 2 3     |
        | TEXT X-Priority | 2       |
        | TEXT dora       | 3       |
        | TEXT zebra      | 2       |

  Rule: Encodings are looked through

    # RFC 3501 asks for decoding in charsets other than US-ASCII only, so a charset is named. A server may not know it.
    @R3501-6.4.4-5 @R9051-6.4.4-13 @MUST
    Scenario Outline: <what> is found, decoded
      Then the dialogue is:
        """imap
        C: a1 SEARCH CHARSET UTF-8 <key> {${size("<text>")}}
        S? a1 NO
        S: +
        C: <text>
        S* * SEARCH <number>
        S: a1 OK
        """

      Examples:
        | what                               | key     | text         | number |
        | a subject in an encoded word       | SUBJECT | Köln         | 4      |
        | a name in an encoded word          | FROM    | Jörg         | 4      |
        | a word in base64                   | BODY    | Straße       | 4      |
        | another word in base64             | BODY    | zähnchen     | 4      |
        | a word in quoted-printable Latin-1 | BODY    | brûlée       | 5      |
        | words across a soft line break     | BODY    | to be broken | 5      |

    @R9051-6.4.4-13 @R9051-6.4.4-16 @needs-imap-IMAP4rev2 @MUST
    Scenario: With IMAP4rev2 strings are UTF-8 without a charset
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE IMAP4rev2
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S: a2 OK
        C: a3 SEARCH SUBJECT "Köln"
        S* * ESEARCH (TAG "a3") ALL 4
        S: a3 OK
        """

  Rule: A charset is known or refused

    @R3501-6.4.4-6 @R9051-6.4.4-14 @MUST
    Scenario: US-ASCII is known
      Then the dialogue is:
        """imap
        C: a1 SEARCH CHARSET US-ASCII SUBJECT budget
        S* * SEARCH 2
        S: a1 OK
        """

    @R9051-6.4.4-14 @needs-imap-IMAP4rev2 @MUST
    Scenario: UTF-8 is known
      Then the dialogue is:
        """imap
        C: a1 SEARCH CHARSET UTF-8 SUBJECT budget
        S* * SEARCH 2
        S: a1 OK
        """

    @R3501-6.4.4-7 @R9051-6.4.4-17 @MUST
    Scenario: An unknown charset is refused with NO
      When the client sends: a1 SEARCH CHARSET X-UNHEARD-OF SUBJECT budget
      Then the reply is a1 NO

    @R3501-6.4.4-8 @R9051-6.4.4-18 @SHOULD
    Scenario: An unknown charset is refused with BADCHARSET
      When the client sends: a1 SEARCH CHARSET X-UNHEARD-OF SUBJECT budget
      Then the reply is a1 NO [BADCHARSET ${*}]

  Rule: Not everything is text

    @R3501-6.4.4-3 @R9051-6.4.4-11 @MAY
    Scenario: The octets of a picture are not searched
      Then the dialogue is:
        """imap
        C: a1 SEARCH BODY IHDR
        S* * SEARCH
        S: a1 OK
        """
