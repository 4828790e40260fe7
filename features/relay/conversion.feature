@needs-outside
Feature: Converted for a host
  What a host does not take as it is goes to it in another encoding, or comes back; nothing is lost by that (RFC 6152 §3, RFC 3030 §3).

  Rule: A conversion loses nothing

    # It may be returned as well: RFC 6152 §3 leaves the choice.
    @R6152-3-e @MUST
    Scenario: What such a host gets has lost nothing
      Given the message hello:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: nothing lost ${id}
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=outer

        --outer
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        Grüße aus Köln = schön
        --outer
        Content-Type: image/png; name=dot.png
        Content-Disposition: attachment; filename=dot.png
        Content-Transfer-Encoding: base64

        iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==
        --outer--
        """
      And the next hop answers offers no 8BITMIME
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message "nothing lost ${id}", or alice a bounce that names carol@${elsewhere}
      And parsers read in the received message:
        | what       | value                   |
        | text       | Grüße aus Köln = schön  |
        | attachment | image/png dot.png 70    |

    @R6152-3-f @MUST
    Scenario: What such a host gets says in MIME how it is encoded
      Given the message hello:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: encoded ${id}
        MIME-Version: 1.0
        Content-Type: text/plain; charset=iso-8859-1
        Content-Transfer-Encoding: 8bit

        Gr${xFC}${xDF}e =E9 aus K${xF6}ln
        """
      And the next hop answers offers no 8BITMIME
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message "encoded ${id}", or alice a bounce that names carol@${elsewhere}
      And parsers read in the received message:
        | what | value                |
        | text | Grüße =E9 aus Köln   |

    # A signature is over these very octets (RFC 1847 §2.1). A host that gets them though it did not offer it is another scenario's matter.
    @R1847-2.1-8 @MUST
    Scenario: A signed part is not encoded anew
      Given the message hello:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: signed ${id}
        MIME-Version: 1.0
        Content-Type: multipart/signed; protocol="application/pgp-signature"; micalg=pgp-sha256; boundary=s

        --s
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        Grüße
        --s
        Content-Type: application/pgp-signature

        -----BEGIN PGP SIGNATURE-----

        iQ==
        -----END PGP SIGNATURE-----
        --s--
        """
      And the next hop answers offers no 8BITMIME
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message "signed ${id}", or alice a bounce that names carol@${elsewhere}
      And the received message does not contain: Gr=C3=BC
      And the received message does not contain: R3LDvMOfZQ

    # Encoded or not: a reader finds the octets that were encrypted.
    @R6152-3-e @MUST
    Scenario: What is encrypted has lost nothing
      Given the message hello:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: sealed ${id}
        MIME-Version: 1.0
        Content-Type: multipart/encrypted; protocol="application/x-sealed"; boundary=e

        --e
        Content-Type: application/x-sealed

        Version: 1
        --e
        Content-Type: application/octet-stream; name=sealed.bin
        Content-Disposition: attachment; filename=sealed.bin
        Content-Transfer-Encoding: 8bit

        ${xE9F0F1}=${xFAFBFC}
        --e--
        """
      And the next hop answers offers no 8BITMIME
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message "sealed ${id}", or alice a bounce that names carol@${elsewhere}
      And parsers read in the received message:
        | what       | value                                 |
        | attachment | application/octet-stream sealed.bin 7 |

  Rule: Binary goes in an encoding to hosts that do not take it

    @R3030-3-9 @R3030-3-10 @R3030-3-12 @MUST @needs-submission-BINARYMIME
    Scenario Outline: A host of <eight or seven> bits gets all of it, encoded once
      Given the message letter:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: all of it ${id}
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=outer
        Content-Transfer-Encoding: binary

        --outer
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: binary

        Grüße ${1200 * "a"} und Ende
        --outer
        Content-Type: application/octet-stream; name=odd.bin
        Content-Disposition: attachment; filename=odd.bin
        Content-Transfer-Encoding: binary

        a${LF}b${CR}c${NUL}d
        --outer
        Content-Type: image/png; name=dot.png
        Content-Disposition: attachment; filename=dot.png
        Content-Transfer-Encoding: base64

        iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==
        --outer--
        """
      And the next hop answers <behaviour>
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> BODY=BINARYMIME
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: BDAT ${letter.size} LAST
        C~ ${letter}
        S: 250
        """
      Then the next hop receives the message "all of it ${id}", or alice a bounce that names carol@${elsewhere}
      And parsers read in the received message:
        | what       | value                              |
        | text       | Grüße aaaa                         |
        | text       | aaaa und Ende                      |
        | attachment | application/octet-stream odd.bin 7 |
        | attachment | image/png dot.png 70               |

      Examples:
        | eight or seven | behaviour          |
        | eight          | all                |
        | seven          | offers no 8BITMIME |

    @R3030-3-11 @R5322-2.1.1-1 @R5321-2.3.8-3 @MUST @needs-submission-BINARYMIME
    Scenario Outline: A host of <eight or seven> bits gets lines of text
      Given the message letter:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: lines ${id}
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=outer
        Content-Transfer-Encoding: binary

        --outer
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: binary

        Grüße ${1200 * "a"} und Ende
        --outer
        Content-Type: application/octet-stream; name=odd.bin
        Content-Disposition: attachment; filename=odd.bin
        Content-Transfer-Encoding: binary

        a${LF}b${CR}c${NUL}d
        --outer
        Content-Type: image/png; name=dot.png
        Content-Disposition: attachment; filename=dot.png
        Content-Transfer-Encoding: base64

        iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==
        --outer--
        """
      And the next hop answers <behaviour>
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> BODY=BINARYMIME
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: BDAT ${letter.size} LAST
        C~ ${letter}
        S: 250
        """
      Then the next hop receives the message "lines ${id}", or alice a bounce that names carol@${elsewhere}
      And the next hop has nothing to complain of

      Examples:
        | eight or seven | behaviour          |
        | eight          | all                |
        | seven          | offers no 8BITMIME |

  Rule: What only says that it is binary is returned

    @R3030-3-14 @SHOULD @needs-submission-BINARYMIME
    Scenario: Content that says binary, of which MAIL did not
      Given the message hello:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: says binary ${id}
        MIME-Version: 1.0
        Content-Type: application/octet-stream
        Content-Transfer-Encoding: binary

        Nobody was told.
        """
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}
