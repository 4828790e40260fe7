@needs-delivery @chapter-sec-3
Feature: Signed and encrypted messages
  A signature holds only over the octets that were signed: such messages travel untouched (RFC 1847 §2.1, RFC 3156 §3, RFC 5321 §4.5.2).

  Rule: What is signed is carried octet by octet

    # Seven bits, and in them what programs on the way change: dots, From, dashes, white space at the ends of lines, 998 octets, empty lines at the end.
    @R1847-2.1-7 @R1847-2.1-8 @R5321-4.5.2-c @MUST
    Scenario Outline: <what> arrives as it was sent
      Given alice's inbox is empty
      When alice is sent the message <message>
      Then alice receives the message <message>

      Examples:
        | what                                                   | message       |
        | A message signed by S/MIME                             | smime-signed  |
        | A message of several parts, signed by S/MIME           | smime-parts   |
        | A signed message within one, by S/MIME                 | smime-nested  |
        | A message signed by OpenPGP                            | pgp-signed    |
        | A message whose signed part has no line end at its end | pgp-unended   |
        | A message whose signed part repeats its header         | pgp-header    |
        | A message of several parts, signed by OpenPGP          | pgp-parts     |
        | A signed message within one, by OpenPGP                | pgp-nested    |
        | A signed message to which a list has added its footer  | pgp-on-a-list |

    # Signers must not make such (RFC 1847 §2.1, RFC 3156 §3), and do.
    @R6152-3-a @R1847-2.1-8 @MUST @needs-delivery-8BITMIME
    Scenario Outline: Eight bits signed by <whom> arrive as they were sent
      Given alice's inbox is empty
      When alice is sent the message <message>
      Then alice receives the message <message>

      Examples:
        | whom    | message         |
        | S/MIME  | smime-eight-bit |
        | OpenPGP | pgp-eight-bit   |

  Rule: What is encrypted is carried octet by octet

    @R3156-3-a @R5321-4.5.2-c @MUST
    Scenario Outline: A message <what> by OpenPGP arrives as it was sent
      Given alice's inbox is empty
      When alice is sent the message <message>
      Then alice receives the message <message>

      Examples:
        | what                         | message              |
        | encrypted                    | pgp-encrypted        |
        | signed, then encrypted       | pgp-signed-encrypted |
        | signed and encrypted at once | pgp-combined         |

    @R5321-4.5.2-c @MUST
    Scenario Outline: A message <what> by S/MIME arrives as it was sent
      Given alice's inbox is empty
      When alice is sent the message <message>
      Then alice receives the message <message>

      Examples:
        | what                               | message                |
        | signed in one object               | smime-opaque           |
        | encrypted                          | smime-encrypted        |
        | encrypted and authenticated        | smime-authenticated    |
        | signed, then encrypted             | smime-signed-encrypted |

  Rule: The header says what is signed or encrypted, and with what

    @R5321-4.5.2-c @SHOULD
    Scenario Outline: The header of <what> arrives as it was sent
      Given alice's inbox is empty
      When alice is sent the message <message>
      Then alice receives the message <message>
      And the received message ends with the message <message>

      Examples:
        | what                               | message         |
        | a message signed by OpenPGP        | pgp-signed      |
        | a message encrypted by OpenPGP     | pgp-encrypted   |
        | a message signed by S/MIME         | smime-signed    |
        | an object signed by S/MIME         | smime-opaque    |
        | a message encrypted by S/MIME      | smime-encrypted |

  Rule: However it comes, it is the same

    @R1847-2.1-8 @R2033-4-a @MUST @needs-lmtp
    Scenario Outline: What is signed by <whom> arrives by LMTP as it was sent
      Given the message <message>
      And the message letter:
        """
        From: <${sender}>
        Subject: by LMTP ${id}
        MIME-Version: 1.0
        ${between(<message>, "MIME-Version: 1.0${CRLF}")}
        """
      And an LMTP session after DATA
      When the dialogue is:
        """lmtp
        C~ ${stuffed(letter)}
        C: .
        S: 250
        """
      Then alice receives the message letter

      Examples:
        | whom    | message      |
        | S/MIME  | smime-signed |
        | OpenPGP | pgp-signed   |

    @R1847-2.1-8 @R3030-2-b @MUST @needs-smtp-CHUNKING
    Scenario Outline: What is signed by <whom> arrives as it was sent, in chunks of which one begins with a dot
      Given the message <message>
      And the message letter:
        """
        From: <${sender}>
        Subject: in chunks ${id}
        MIME-Version: 1.0
        ${between(<message>, "MIME-Version: 1.0${CRLF}")}
        """
      And an SMTP session after RCPT
      When the dialogue is:
        """smtp
        C: BDAT ${size(between(letter, "", ".a dot"))}
        C~ ${between(letter, "", ".a dot")}
        S: 250
        C: BDAT ${size(".a dot", between(letter, ".a dot"))} LAST
        C~ .a dot${between(letter, ".a dot")}
        S: 250
        """
      Then alice receives the message letter

      Examples:
        | whom    | message      |
        | S/MIME  | smime-signed |
        | OpenPGP | pgp-signed   |
