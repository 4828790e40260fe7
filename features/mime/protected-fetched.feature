@chapter-sec-3
Feature: Signed and encrypted messages as they are read
  A reader that verifies a signature gets the signed part by itself, its header and its body, and puts them together again (RFC 9051 §6.4.5.1, RFC 1939 §5).

  Rule: The signed part is its header and its body

    @R3501-6.4.5-c @R9051-6.4.5-c @MUST @needs-imap
    Scenario Outline: <What> comes whole as it was put in
      Given the message <message>
      And the mailbox holds:
        | message   |
        | <message> |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY.PEEK[]
        S* * 1 FETCH (BODY[] ${<message>})
        S: a1 OK
        """

      Examples:
        | What                                     | message             |
        | What was signed by S/MIME                | smime-signed        |
        | What was signed by OpenPGP               | pgp-signed          |
        | What was signed by S/MIME in one object  | smime-opaque        |
        | What was encrypted by S/MIME             | smime-authenticated |
        | What was encrypted by OpenPGP            | pgp-encrypted       |

    @R3501-6.4.5-j @R9051-6.4.5.1-j @R3501-6.4.5-d @R9051-6.4.5.1-d @MUST @chapter-imap-4 @needs-imap
    Scenario Outline: Header and body of <what> are together what was signed
      Given the message <message>
      And the mailbox holds:
        | message   |
        | <message> |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 (BODY.PEEK[1.MIME] BODY.PEEK[1])
        S* * 1 FETCH (BODY[1.MIME] "${between(<message>, "--cut${CRLF}", "${CRLF}${CRLF}")}${CRLF}${CRLF}")
        S* * 1 FETCH (BODY[1] ${between(between(<message>, "--cut${CRLF}", "${CRLF}--cut"), "${CRLF}${CRLF}")})
        S: a1 OK
        """

      Examples:
        | what                              | message         |
        | a text that S/MIME signed         | smime-signed    |
        | eight bits that S/MIME signed     | smime-eight-bit |
        | parts that S/MIME signed          | smime-parts     |
        | a message that S/MIME signed      | smime-nested    |
        | a text that OpenPGP signed        | pgp-signed      |
        | eight bits that OpenPGP signed    | pgp-eight-bit   |
        | a signed text without a line end  | pgp-unended     |
        | parts that OpenPGP signed         | pgp-parts       |
        | a message that OpenPGP signed     | pgp-nested      |

    # Signers protect Subject and the like by repeating them there (RFC 9788).
    @R2046-5.1-4 @SHOULD @needs-imap
    Scenario: The header of a signed part has its fields that do not begin with Content-
      Given the message pgp-header
      And the mailbox holds:
        | message    |
        | pgp-header |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY.PEEK[1.MIME]
        S* * 1 FETCH (BODY[1.MIME] "${between(pgp-header, "--cut${CRLF}", "${CRLF}${CRLF}")}${CRLF}${CRLF}")
        S: a1 OK
        """

    @R3501-6.4.5-d @R9051-6.4.5.1-d @MUST @chapter-imap-4 @needs-imap
    Scenario Outline: The part behind <what> is <control>
      Given the message <message>
      And the mailbox holds:
        | message   |
        | <message> |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY.PEEK[2]
        S* * 1 FETCH (BODY[2] "<begin>${between(<message>, "<begin>", "${CRLF}--cut--")}")
        S: a1 OK
        """

      Examples:
        | what                       | control          | message       | begin                         |
        | a text that S/MIME signed  | the signature    | smime-signed  | MII                           |
        | a text that OpenPGP signed | the signature    | pgp-signed    | -----BEGIN PGP SIGNATURE----- |
        | the version of OpenPGP     | what is encrypted | pgp-encrypted | -----BEGIN PGP MESSAGE-----   |

    # Part 1 is the signed multipart, 1.2 the message in it, whose own parts are numbered below it.
    @R3501-6.4.5-3 @R9051-6.4.5.1-1 @R3501-6.4.5-j @R9051-6.4.5.1-j @MUST @needs-imap
    Scenario Outline: What was signed within a message that <whom> signed is its header and its body
      Given the mailbox holds:
        | message   |
        | <message> |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 (BODY.PEEK[1.2.1.MIME] BODY.PEEK[1.2.1])
        S* * 1 FETCH (BODY[1.2.1.MIME] "Content-Type: text/plain; charset=us-ascii${CRLF}${CRLF}")
        S* * 1 FETCH (BODY[1.2.1] "Plain words, signed.${CRLF}")
        S: a1 OK
        """

      Examples:
        | whom    | message      |
        | S/MIME  | smime-nested |
        | OpenPGP | pgp-nested   |

  Rule: The structure says what is signed or encrypted, and with what

    @R3501-7.4.2-a @R9051-7.5.2-a @R3501-7.4.2-b @R9051-7.5.2-b @R3501-7.4.2-f @R9051-7.5.2-f @MUST @needs-imap
    Scenario Outline: A message signed by <whom> has two parts, and the parameters of its signature
      Given the mailbox holds:
        | message   |
        | <message> |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODYSTRUCTURE
        S* * 1 FETCH (BODYSTRUCTURE (("text" "plain" ${*} "7bit" ${*}) ("application" "<signature>" ${*}) "signed" (${*} "protocol" "application/<signature>" ${*}) ${*}))
        S* * 1 FETCH (BODYSTRUCTURE (${*} "signed" (${*} "micalg" "<micalg>" ${*}) ${*}))
        S: a1 OK
        """

      Examples:
        | whom    | message      | signature       | micalg     |
        | S/MIME  | smime-signed | pkcs7-signature | sha-256    |
        | OpenPGP | pgp-signed   | pgp-signature   | pgp-sha256 |

    @R3501-7.4.2-a @R9051-7.5.2-a @R3501-7.4.2-b @R9051-7.5.2-b @R3501-7.4.2-f @R9051-7.5.2-f @MUST @needs-imap
    Scenario: A message encrypted by OpenPGP has two parts, and the parameter of its protocol
      Given the mailbox holds:
        | message       |
        | pgp-encrypted |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODYSTRUCTURE
        S* * 1 FETCH (BODYSTRUCTURE (("application" "pgp-encrypted" ${*}) ("application" "octet-stream" ${*}) "encrypted" (${*} "protocol" "application/pgp-encrypted" ${*}) ${*}))
        S: a1 OK
        """

    @R3501-7.4.2-a @R9051-7.5.2-a @MUST @needs-imap
    Scenario Outline: An object of S/MIME says that it is <what>
      Given the mailbox holds:
        | message   |
        | <message> |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODYSTRUCTURE
        S* * 1 FETCH (BODYSTRUCTURE ("application" "pkcs7-mime" (${*} "smime-type" "<type>" ${*}) NIL NIL "base64" ${*}))
        S: a1 OK
        """

      Examples:
        | what                        | message             | type               |
        | signed                      | smime-opaque        | signed-data        |
        | encrypted                   | smime-encrypted     | enveloped-data     |
        | encrypted and authenticated | smime-authenticated | authEnveloped-data |

    @R3501-7.4.2-b @R9051-7.5.2-b @R3501-7.4.2-c @R9051-7.5.2-c @MUST @needs-imap
    Scenario Outline: A signed message within one that <whom> signed has its own structure
      Given the mailbox holds:
        | message   |
        | <message> |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY
        S* * 1 FETCH (BODY ((("text" "plain" ${*}) ("message" "rfc822" ${*} (("text" "plain" ${*}) ("application" "<signature>" ${*}) "signed" ${*}) ${*}) "mixed" ${*}) ("application" "<signature>" ${*}) "signed" ${*}))
        S: a1 OK
        """

      Examples:
        | whom    | message      | signature       |
        | S/MIME  | smime-nested | pkcs7-signature |
        | OpenPGP | pgp-nested   | pgp-signature   |

  Rule: POP3 sends what was signed as it is stored

    @R1939-5-g @R1939-3-e @MUST @chapter-pop-2 @needs-pop3
    Scenario Outline: The lines that <whom> signed come as they are
      Given alice's inbox holds:
        | message   |
        | <message> |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: RETR 1
        S: +OK
        S* content-type:text/plain;
        S* ${TAB}charset=us-ascii;  format=fixed
        S* From the first line on every octet is signed.
        S* .
        S* ..
        S* .a dot at the beginning
        S* --${SP}
        S* - -- a line that begins with a dash
        S* trailing spaces ${SP}${SP}
        S* a tab at the end${TAB}
        S* >From a line that is quoted already
        S* =20 and =3D are no encoding here, =
        S* ${998 * "x"}
        S* ${SP}${TAB}
        S* The end, and two empty lines.
        S* <end>
        """

      Examples:
        | whom    | message      | end                         |
        | S/MIME  | smime-signed | --cut--                     |
        | OpenPGP | pgp-signed   | -----END PGP SIGNATURE----- |

    # No RFC ties the two protocols together.
    @M-robust-one-store @SHOULD @chapter-agent-1 @needs-pop3 @needs-imap
    Scenario Outline: What <what> is the same by POP3 and by IMAP
      Given the message <message>
      And alice's inbox is empty
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 APPEND INBOX {${<message>.size}}
        S: +
        C: ${<message>}
        S: a1 OK
        C: ${end}
        """
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: STAT
        S: +OK 1
        C: RETR 1
        S: +OK
        S| ${<message>}
        """

      Examples:
        | what                                | message                |
        | S/MIME signed                       | smime-parts            |
        | S/MIME signed in one object         | smime-opaque           |
        | S/MIME signed, then encrypted       | smime-signed-encrypted |
        | OpenPGP signed                      | pgp-parts              |
        | OpenPGP signed without a line end   | pgp-unended            |
        | OpenPGP encrypted                   | pgp-encrypted          |
        | OpenPGP signed, then encrypted      | pgp-signed-encrypted   |
