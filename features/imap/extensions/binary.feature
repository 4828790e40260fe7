@needs-imap-BINARY/IMAP4rev2
Feature: BINARY
  The server decodes a part before it sends it (RFC 3516, RFC 9051 §6.4.5, §7.5.2).

  Background:
    Given the mailbox holds:
      | message    |
      | encodings  |
      | two-parts  |
      | invitation |
    And an IMAP session with the mailbox selected

  Rule: BINARY returns the decoded part

    @R3516-4.2-a @R9051-6.4.5-y @MUST @chapter-mime-2
    Scenario: Quoted-printable is decoded
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BINARY.PEEK[1]
        S* * 1 FETCH (BINARY[1] "Grüße aus Köln.${CRLF}")
        S: a1 OK
        """

    @R3516-4.3-1 @SHOULD
    Scenario: Text beyond ASCII that has no NUL comes as a string
      When the client sends: a1 FETCH 1 BINARY.PEEK[1]
      Then the reply is a1 OK
      And the untagged responses have a string for binary data without NUL

    @R3516-4.2-a @R9051-6.4.5-y @MUST @chapter-mime-2
    Scenario: Base64 is decoded, NUL included
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BINARY.PEEK[2]
        S* * 1 FETCH (BINARY[2] "${x00010203040506070809}")
        S: a1 OK
        """

    @R3516-6-1 @R9051-7.5.2-2 @MUST
    Scenario: Text has CRLF line ends
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BINARY.PEEK[4]
        S* * 1 FETCH (BINARY[4] "line one${CRLF}line two${CRLF}")
        S: a1 OK
        """

    @R3516-4.2-a @R9051-6.4.5-y @MUST
    Scenario: A part without an encoding is returned as it is
      Then the dialogue is:
        """imap
        C: a1 FETCH 2 BINARY.PEEK[1]
        S* * 2 FETCH (BINARY[1] "The first part.${CRLF}It has two lines.${CRLF}")
        S: a1 OK
        """

    @R3516-4.2-b @R9051-6.4.5-y @MUST
    Scenario: A substring is counted in decoded octets
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BINARY.PEEK[2]<3.4>
        S* * 1 FETCH (BINARY[2]<3> "${x03040506}")
        S: a1 OK
        """

    @R3516-4.2-b @R9051-6.4.5-y @MUST
    Scenario: A substring that begins behind the end is empty
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BINARY.PEEK[2]<10.4>
        S* * 1 FETCH (BINARY[2]<10> "")
        S: a1 OK
        """

    @R3516-5-1 @MUST
    Scenario: Encoded words in a header stay as they are
      Then the dialogue is:
        """imap
        C: a1 FETCH 3 (BINARY.PEEK[1] BODY.PEEK[HEADER.FIELDS (SUBJECT)])
        S* * 3 FETCH (BODY[HEADER.FIELDS ${*}] "Subject: =?utf-8?B?R3LDvMOfZSBhdXMgS8O2bG4=?=${CRLF}${CRLF}")
        S: a1 OK
        """

  Rule: BINARY.SIZE is the size of the decoded part

    @R3516-4.3-3 @R9051-7.5.2-4 @MUST
    Scenario Outline: BINARY.SIZE[<part>] is <size>
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BINARY.SIZE[<part>]
        S* * 1 FETCH (BINARY.SIZE[<part>] <size>)
        S: a1 OK
        """

      Examples:
        | part | size |
        | 1    | 20   |
        | 4    | 20   |
        | 2    | 10   |

  Rule: BINARY sets \Seen, BINARY.PEEK does not

    @R3516-4.2-c @R9051-6.4.5-z @MUST
    Scenario Outline: After <item> the flags are <flags>
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 <item>
        S: a1 OK
        C: a2 FETCH 1 FLAGS
        S* * 1 FETCH (FLAGS <flags>)
        S: a2 OK
        """

      Examples:
        | item           | flags   |
        | BINARY[1]      | (\Seen) |
        | BINARY.PEEK[1] | ()      |
        | BINARY.SIZE[1] | ()      |

  Rule: An encoding that the server does not know is refused

    @R3516-4.3-2 @R9051-7.5.2-3 @MUST
    Scenario: BINARY of such a part is refused with UNKNOWN-CTE
      When the client sends: a1 FETCH 1 BINARY.PEEK[3]
      Then the reply is a1 NO [UNKNOWN-CTE]

    @R3516-4.3-4 @R9051-7.5.2-5 @MUST
    Scenario: BINARY.SIZE of such a part is refused with UNKNOWN-CTE
      When the client sends: a1 FETCH 1 BINARY.SIZE[3]
      Then the reply is a1 NO [UNKNOWN-CTE]

  Rule: BINARY appends what has NUL in it

    @R3516-4.4-a @R3516-4.4-1 @needs-imap-BINARY @MUST
    Scenario: A message with NUL is appended as literal8 and read back decoded
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-binary
        S: a1 OK
        C: a2 SELECT ${mailbox}-binary
        S: a2 OK
        C: a3 APPEND ${mailbox}-binary ~{${size("MIME-Version: 1.0${CRLF}Content-Type: application/octet-stream${CRLF}Content-Transfer-Encoding: binary${CRLF}${CRLF}a${NUL}b")}}
        S? a3 NO [UNKNOWN-CTE]
        S: +
        C: MIME-Version: 1.0${CRLF}Content-Type: application/octet-stream${CRLF}Content-Transfer-Encoding: binary${CRLF}${CRLF}a${NUL}b
        S? a3 NO [UNKNOWN-CTE]
        S: a3 OK
        C: ${alive}
        C: a5 FETCH 1 BINARY.PEEK[1]
        S* * 1 FETCH (BINARY[1] "a${NUL}b")
        S: a5 OK
        """

    @R3516-6-2 @R3516-6-3 @needs-imap-BINARY @MUST
    Scenario: BODYSTRUCTURE and BODY[] of such a message know nothing of the encoding binary
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-binary
        S: a1 OK
        C: a2 SELECT ${mailbox}-binary
        S: a2 OK
        C: a3 APPEND ${mailbox}-binary ~{${size("MIME-Version: 1.0${CRLF}Content-Type: application/octet-stream${CRLF}Content-Transfer-Encoding: binary${CRLF}${CRLF}a${NUL}b")}}
        S? a3 NO [UNKNOWN-CTE]
        S: +
        C: MIME-Version: 1.0${CRLF}Content-Type: application/octet-stream${CRLF}Content-Transfer-Encoding: binary${CRLF}${CRLF}a${NUL}b
        S? a3 NO [UNKNOWN-CTE]
        S: a3 OK
        C: ${alive}
        C: a5 FETCH 1 (BODYSTRUCTURE BODY.PEEK[1])
        S* * 1 FETCH (BODYSTRUCTURE ("application" "octet-stream" ${*}) BODY[1] ${*:string})
        S! * 1 FETCH (BODYSTRUCTURE ("application" "octet-stream" ${*} "binary" ${*}))
        S! * 1 FETCH (BODY[1] "a${NUL}b")
        S: a5 OK
        """
