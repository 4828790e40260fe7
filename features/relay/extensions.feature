@needs-outside
Feature: What a host offers, and what it does not
  A client uses what the answer to EHLO offers, and does without what it does not (RFC 5321 §2.2.1, §4.1.1.1; RFC 1870, RFC 2920, RFC 6152, RFC 6531).

  Rule: Keywords mean the same in any case of letters

    @R5321-4.1.1.1-6 @MUST
    Scenario: A host that offers 8bitmime in small letters gets eight bits as they are
      Given the message hello:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: small letters ${id}
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        Grüße aus Köln
        """
      And the next hop answers:
        """smtp
        S: 220 ${next-hop} ESMTP
        C? HELO ${*}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250-8bitmime
        S: 250 Size 1000000
        …
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

  Rule: What nobody knows is passed over

    @R5321-2.2.1-1 @MUST
    Scenario: A host that offers what no RFC knows gets the message
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop} ESMTP
        C? HELO ${*}
        C: EHLO ${*}
        S: 250-${next-hop} at your service, whoever you are
        S: 250-XSECRET one two three
        S: 250-SIZELESS
        S: 250-FUTURE9 mechanism=none
        S: 250-SIZE
        S: 250-ENHANCEDSTATUSCODES
        S: 250-ENHANCEDSTATUSCODES
        S: 250 HELP
        …
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the next hop has nothing to complain of

  Rule: SIZE is said where it is known

    @R1870-6-1 @SHOULD
    Scenario: The declared size is not smaller than the message
      Given the message hello:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: large ${id}

        ${300 * "A line of this message that is as long as every other line of it.${CRLF}"}
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the next hop has nothing to complain of

    @R1870-6.2-1 @SHOULD
    Scenario: After 452 to MAIL the client resets or takes its leave
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop} ESMTP
        C? HELO ${*}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250 SIZE 1000000
        C: MAIL FROM:${*}
        S: 452 4.3.1 no room
        C? RSET
        C: QUIT
        S: 221 2.0.0 bye
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the dialogue at the next hop takes place

    @R1870-6.2-2 @SHOULD @needs-timing-retry
    Scenario: After 452 to MAIL the message is sent later
      Given any message hello from alice
      And the next hop answers MAIL with 452 4.3.1 no room one time, then all
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

    @R1870-6.2-3 @SHOULD
    Scenario: After 552 to MAIL the client resets or takes its leave
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop} ESMTP
        C? HELO ${*}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250 SIZE 1000000
        C: MAIL FROM:${*}
        S: 552 5.3.4 too large
        C? RSET
        C: QUIT
        S: 221 2.0.0 bye
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the dialogue at the next hop takes place

    @R1870-6.2-4 @SHOULD
    Scenario: A message that is larger than the host takes comes back
      Given the message hello:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: large ${id}

        ${300 * "A line of this message that is as long as every other line of it.${CRLF}"}
        """
      And the next hop answers offers SIZE 10000
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}

    @R1870-6.2-5 @MUST @needs-timing-retry
    Scenario Outline: A host that has no room at <what> for a size that it has accepted gets the message later
      Given any message hello from alice
      And the next hop answers <what> with 452 4.3.1 no room one time, then all
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

      Examples:
        | what        |
        | DATA        |
        | the message |

    @R1870-6.2-5 @MUST
    Scenario: Of a message that is found too large at its end the sender hears
      Given any message hello from alice
      And the next hop answers the message with 552 5.3.4 too large
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}

  Rule: Of a pipelined group every reply counts

    @R2920-3.1-1 @R2920-3.1-2 @MUST
    Scenario: Of three recipients the one who was refused is reported, and nobody else
      Given any message hello from alice
      And the next hop answers RCPT of dave with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}, dave@${elsewhere}, erin@${elsewhere}
      Then the next hop receives the message hello
      And alice receives a bounce that names dave@${elsewhere}
      And alice does not receive a bounce that names carol@${elsewhere}
      And alice does not receive a bounce that names erin@${elsewhere}

    @R2920-3.1-1 @MUST @needs-timing-retry
    Scenario: A recipient who was refused for now gets the message later
      Given any message hello from alice
      And the next hop answers RCPT of dave with 451 4.7.1 later one time, then all
      When alice submits the message hello to carol@${elsewhere}, dave@${elsewhere}
      Then the next hop receives the message hello 2 times

    @R2920-3.1-3 @R2920-3.1-6 @MUST
    Scenario: Replies of several lines in a group are one reply each
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop} ESMTP
        C? HELO ${*}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250 PIPELINING
        C: MAIL FROM:<${*}>
        S: 250-2.1.0 go
        S: 250 2.1.0 on
        C: RCPT TO:<carol@${elsewhere}>
        S: 250-2.1.5 she
        S: 250-2.1.5 may
        S: 250 2.1.5 have it
        C: DATA
        S: 354-2.0.0 go
        S: 354 on
        C: ${message}
        S: 250 2.0.0 taken
        …
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the dialogue at the next hop takes place
      And the next hop receives the message hello 1 time

    # DATA stood behind RCPT in the group, so it may be answered 354 although nobody was accepted.
    @R2920-3.1-b @SHOULD
    Scenario: Where nobody was accepted, and DATA is, the client sends nothing but the end
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop} ESMTP
        C? HELO ${*}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250 PIPELINING
        C: MAIL FROM:<${*}>
        S: 250 2.1.0 go on
        C: RCPT TO:<carol@${elsewhere}>
        S: 550 5.1.1 no such user
        C? RSET
        C? QUIT
        C: DATA
        S: 354 go on
        C: .
        S: 554 5.5.1 nobody to send it to
        …
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the dialogue at the next hop takes place

  Rule: Eight bits need 8BITMIME

    @R5321-2.4-5 @MUST
    Scenario: A host that offers 8BITMIME is told of eight bits by BODY
      Given the message hello:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: eight bits ${id}
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        Grüße aus Köln
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the next hop has nothing to complain of

    @R6152-3-d @MUST
    Scenario: A host that does not offer 8BITMIME is sent no octet above 127
      Given the message hello:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: seven bits ${id}
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        Grüße aus Köln
        """
      And the next hop answers offers no 8BITMIME
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop has nothing to complain of

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

    # A signature is over these very octets. A host that gets them though it did not offer it is another scenario's matter.
    @M-robust-signed-as-it-is @SHOULD
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

  Rule: Addresses and headers beyond ASCII need SMTPUTF8

    @R6531-3.4-1 @MUST @needs-submission-SMTPUTF8
    Scenario: A host that offers SMTPUTF8 is told by the parameter
      Given the next hop answers:
        """smtp
        S: 220 ${next-hop} ESMTP
        C? HELO ${*}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250-8BITMIME
        S: 250 SMTPUTF8
        C: MAIL FROM:${*} SMTPUTF8${*}
        S: 250 2.1.0 go on
        C: RCPT TO:<jürgen@${elsewhere}>
        …
        """
      And a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> BODY=8BITMIME SMTPUTF8
        S: 250
        C: RCPT TO:<jürgen@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C: From: <${alice}>
        C: To: <jürgen@${elsewhere}>
        C: Date: Tue, 5 Mar 2019 10:00:00 +0000
        C: Message-ID: <${id}@client.mailspec.test>
        C: Subject: ${id}
        C:
        C: Grüße
        C: .
        S: 250
        """
      And the dialogue at the next hop takes place

    @R6531-3.2-7 @R5321-4.1.2-7 @MUST @needs-submission-SMTPUTF8
    Scenario: A host that does not offer SMTPUTF8 gets no address beyond ASCII
      Given the next hop answers offers no SMTPUTF8
      And a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> BODY=8BITMIME SMTPUTF8
        S: 250
        C: RCPT TO:<jürgen@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C: From: <${alice}>
        C: Date: Tue, 5 Mar 2019 10:00:00 +0000
        C: Message-ID: <${id}@client.mailspec.test>
        C: Subject: ${id}
        C:
        C: Hello.
        C: .
        S: 250
        """
      And the next hop has nothing to complain of

    @R6531-3.2-7 @MUST @needs-submission-SMTPUTF8
    Scenario: A host that does not offer SMTPUTF8 gets no header beyond ASCII
      Given the next hop answers offers no SMTPUTF8
      And a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> BODY=8BITMIME SMTPUTF8
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C: From: <${alice}>
        C: Date: Tue, 5 Mar 2019 10:00:00 +0000
        C: Message-ID: <${id}@client.mailspec.test>
        C: Subject: Grüße ${id}
        C:
        C: Hello.
        C: .
        S: 250
        """
      And the next hop has nothing to complain of

    @R6531-3.2-9 @SHOULD @needs-submission-SMTPUTF8
    Scenario: Its sender hears of a message that such a host cannot take
      Given the next hop answers offers no SMTPUTF8
      And a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> BODY=8BITMIME SMTPUTF8
        S: 250
        C: RCPT TO:<jürgen@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C: From: <${alice}>
        C: Date: Tue, 5 Mar 2019 10:00:00 +0000
        C: Message-ID: <${id}@client.mailspec.test>
        C: Subject: ${id}
        C:
        C: Hello.
        C: .
        S: 250
        """
      And alice receives a bounce that names ${elsewhere}

    # RFC 6531 §3.4: the parameter is not given where nothing needs it.
    @R6531-3.4-3 @SHOULD @needs-submission-SMTPUTF8
    Scenario: A message that is all ASCII goes to such a host, whatever was said of it
      Given the next hop answers offers no SMTPUTF8
      And a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> SMTPUTF8
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C: From: <${alice}>
        C: Date: Tue, 5 Mar 2019 10:00:00 +0000
        C: Message-ID: <${id}@client.mailspec.test>
        C: Subject: ascii ${id}
        C:
        C: Hello.
        C: .
        S: 250
        """
      And the next hop receives the message "ascii ${id}"
