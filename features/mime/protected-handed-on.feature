@needs-outside @chapter-sec-3
Feature: Signed and encrypted messages on the way
  A server in the middle alters nothing of what is signed, its encoding included: what the next host does not take goes back (RFC 1847 §2.1, RFC 8551 §3.1.3, RFC 6152 §3).

  Rule: What is signed or encrypted is handed on octet by octet

    @R1847-2.1-7 @R1847-2.1-8 @MUST
    Scenario Outline: <what> goes on as it was submitted
      Given the message <message>
      And the message letter:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: untouched ${id}
        MIME-Version: 1.0
        ${between(<message>, "MIME-Version: 1.0${CRLF}")}
        """
      When alice submits the message letter to carol@${elsewhere}
      Then the next hop receives the message letter

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

    @R5321-2.4-7 @SHOULD
    Scenario Outline: A message <what> goes on as it was submitted
      Given the message <message>
      And the message letter:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: untouched ${id}
        MIME-Version: 1.0
        ${between(<message>, "MIME-Version: 1.0${CRLF}")}
        """
      When alice submits the message letter to carol@${elsewhere}
      Then the next hop receives the message letter

      Examples:
        | what                                    | message                |
        | signed in one object, by S/MIME         | smime-opaque           |
        | encrypted by S/MIME                     | smime-encrypted        |
        | encrypted and authenticated by S/MIME   | smime-authenticated    |
        | signed, then encrypted by S/MIME        | smime-signed-encrypted |
        | signed, then encrypted by OpenPGP       | pgp-signed-encrypted   |
        | signed and encrypted at once by OpenPGP | pgp-combined           |

    @R3156-3-a @MUST
    Scenario: A message encrypted by OpenPGP goes on as it was submitted
      Given the message pgp-encrypted
      And the message letter:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: untouched ${id}
        MIME-Version: 1.0
        ${between(pgp-encrypted, "MIME-Version: 1.0${CRLF}")}
        """
      When alice submits the message letter to carol@${elsewhere}
      Then the next hop receives the message letter

  Rule: Eight bits that are signed go to a host that takes them, or back

    # Signers must not make such (RFC 1847 §2.1, RFC 3156 §3), and do.
    @R1847-2.1-8 @MUST
    Scenario Outline: Eight bits signed by <whom> go as they are to a host that takes them
      Given the message <message>
      And the message letter:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: eight bits ${id}
        MIME-Version: 1.0
        ${between(<message>, "MIME-Version: 1.0${CRLF}")}
        """
      When alice submits the message letter to carol@${elsewhere}
      Then the next hop receives the message letter

      Examples:
        | whom    | message         |
        | S/MIME  | smime-eight-bit |
        | OpenPGP | pgp-eight-bit   |

    # A host that gets eight bits which it did not offer to take is another scenario's matter.
    @R1847-2.1-8 @R8551-3.1.3-a @MUST
    Scenario Outline: Eight bits signed by <whom> are not encoded for a host that does not take them
      Given the message <message>
      And the message letter:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: seven bits ${id}
        MIME-Version: 1.0
        ${between(<message>, "MIME-Version: 1.0${CRLF}")}
        """
      And the next hop answers offers no 8BITMIME
      When alice submits the message letter to carol@${elsewhere}
      Then the next hop receives the message letter, or alice a bounce that names carol@${elsewhere}

      Examples:
        | whom    | message         |
        | S/MIME  | smime-eight-bit |
        | OpenPGP | pgp-eight-bit   |

    # The text may be encoded or all of it returned; the signed part is what it was.
    @R1847-2.1-8 @MUST
    Scenario Outline: What is signed by <whom> stays as it is beside a text that is encoded
      Given the message <message>
      And the message signed-part:
        """
        ${between(<message>, "--cut${CRLF}", "${CRLF}--cut")}
        """
      And the message letter:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: beside ${id}
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=outer

        --outer
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        Grüße aus Köln
        --outer
        ${between(<message>, "MIME-Version: 1.0${CRLF}")}
        --outer--
        """
      And the next hop answers offers no 8BITMIME
      When alice submits the message letter to carol@${elsewhere}
      Then the next hop receives the message "${signed-part}", or alice a bounce that names carol@${elsewhere}
      And parsers read in the received message:
        | what | value          |
        | text | Grüße aus Köln |

      Examples:
        | whom    | message      |
        | S/MIME  | smime-signed |
        | OpenPGP | pgp-signed   |

    @R1847-2.1-8 @MUST
    Scenario: A signed message within a message stays as it is beside a text that is encoded
      Given the message pgp-signed
      And the message signed-part:
        """
        ${between(pgp-signed, "--cut${CRLF}", "${CRLF}--cut")}
        """
      And the message letter:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: within ${id}
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=outer

        --outer
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        Grüße aus Köln
        --outer
        Content-Type: message/rfc822

        ${pgp-signed}
        --outer--
        """
      And the next hop answers offers no 8BITMIME
      When alice submits the message letter to carol@${elsewhere}
      Then the next hop receives the message "${signed-part}", or alice a bounce that names carol@${elsewhere}

  Rule: What is returned of it is what it was

    # Seven bits: nothing on the way back gives a reason to encode it (RFC 6522 §3). A server may have a length beyond which it returns less; this message is small.
    @R3461-6.2-1 @R3464-2-c @SHOULD @needs-submission-DSN
    Scenario Outline: The report on <what> gives it back octet by octet
      Given the message <message>
      And the message sealed:
        """
        ${between(<message>, "<begin>", "<end>")}
        """
      And the message letter:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: given back ${id}
        MIME-Version: 1.0
        ${between(<message>, "MIME-Version: 1.0${CRLF}")}
        """
      And the next hop answers RCPT with 550 5.1.1 no such user
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> RET=FULL
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${stuffed(letter)}
        C: .
        S: 250
        """
      Then alice receives the message "${sealed}"
      And the report says of carol@${elsewhere}:
        """
        Action: failed
        """

      Examples:
        | what                             | message         | begin           | end            |
        | what was signed by S/MIME        | smime-signed    | --cut${CRLF}    | ${CRLF}--cut   |
        | parts that S/MIME signed         | smime-parts     | --cut${CRLF}    | ${CRLF}--cut   |
        | what was signed by OpenPGP       | pgp-signed      | --cut${CRLF}    | ${CRLF}--cut   |
        | a message within a signed one    | pgp-nested      | --cut${CRLF}    | ${CRLF}--cut   |
        | what was encrypted by OpenPGP    | pgp-encrypted   | --cut${CRLF}    | ${CRLF}--cut-- |

    @R3461-6.2-1 @R3464-2-c @SHOULD @needs-submission-DSN
    Scenario Outline: The report on an object <what> by S/MIME gives it back octet by octet
      Given the message <message>
      And the message sealed:
        """
        ${between(<message>, "base64${CRLF}", "=${CRLF}")}=
        """
      And the message letter:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: given back ${id}
        MIME-Version: 1.0
        ${between(<message>, "MIME-Version: 1.0${CRLF}")}
        """
      And the next hop answers RCPT with 550 5.1.1 no such user
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> RET=FULL
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S: 250
        """
      Then alice receives the message "${sealed}"
      And the report says of carol@${elsewhere}:
        """
        Action: failed
        """

      Examples:
        | what                            | message             |
        | signed                          | smime-opaque        |
        | encrypted                       | smime-encrypted     |
        | encrypted and authenticated     | smime-authenticated |
