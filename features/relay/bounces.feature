@needs-outside
Feature: What comes back
  What was taken and then cannot be delivered is told to who sent it (RFC 5321 §6.1, §3.6.3, §4.5.5).

  Rule: The sender hears of what cannot be delivered

    @R5321-6.1-2 @R5321-3.6.3-1 @MUST @chapter-route-5
    Scenario: The mailbox does not exist
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}

    @R5321-6.1-2 @R5321-4.1.1.4-8 @MUST
    Scenario Outline: The other host refuses <what>
      Given any message hello from alice
      And the next hop answers <what> with 554 5.7.1 not here
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}

      Examples:
        | what        |
        | MAIL        |
        | DATA        |
        | the message |

    @R5321-3.6.3-2 @SHOULD
    Scenario: She hears of it in the standard form
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And the received message has the header field: Content-Type: multipart/report;${*}

  Rule: Each recipient has a fate of its own

    @R5321-6.1-2 @R5321-4.4-23 @MUST
    Scenario Outline: Of two recipients the <one> is refused
      Given any message hello from alice
      And the next hop answers RCPT of <name> with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}, dave@${elsewhere}
      Then alice receives a bounce that names <name>@${elsewhere}
      And the next hop receives the message hello

      Examples:
        | one    | name  |
        | first  | carol |
        | second | dave  |

    # What a report gives back of the message has no recipient in it, so that whom it names it reports on.
    @R3461-5.2.8-1 @SHOULD
    Scenario: The bounce names no recipient whom the message has reached
      Given any message hello from alice
      And the next hop answers RCPT of carol with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}, dave@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}
      And alice does not receive a bounce that names dave@${elsewhere}

    @R5321-4.4-23 @MUST
    Scenario Outline: Of two that are refused each is named (<name>)
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}, dave@${elsewhere}
      Then alice receives a bounce that names <name>@${elsewhere}

      Examples:
        | name  |
        | carol |
        | dave  |

    @R5321-4.4-24 @SHOULD
    Scenario: One bounce names both
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}, dave@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And the report says of dave@${elsewhere}:
        """
        Action: failed
        """

    @R3464-3-2 @SHOULD
    Scenario: A recipient is reported on once
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere} 1 time

  Rule: It goes to the reverse-path, and to nobody else

    @R5321-6.1-4 @MUST @needs-outside-dns
    Scenario: Reply-To and Errors-To ask for it elsewhere
      Given the message hello:
        """
        From: <${alice}>
        Sender: <${alice}>
        Reply-To: <eve@${faraway}>
        Errors-To: <eve@${faraway}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: where to ${id}

        To eve, please.
        """
      And the next hop answers RCPT of carol with 550 5.1.1 no such user
      And the domain ${faraway} has mail servers:
        | preference | host |
        | 10         | mx2  |
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}
      And mx2 does not receive a bounce that names carol@${elsewhere}

    @R5321-6.1-4 @R5321-4.4-18 @R3464-2-1 @MUST @needs-trusted-client @needs-outside-dns
    Scenario: From is somebody else
      Given the message hello:
        """
        From: <frank@${nowhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: from whom ${id}

        Frank wrote this, and eve sent it.
        """
      And the next hop answers RCPT of carol with 550 5.1.1 no such user
      And the domain ${faraway} has mail servers:
        | preference | host |
        | 10         | mx2  |
      And the domain ${nowhere} has mail servers:
        | preference | host |
        | 10         | mx3  |
      And an SMTP session after EHLO from a trusted address
      When the dialogue is:
        """smtp
        C: MAIL FROM:<eve@${faraway}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then mx2 receives a bounce that names carol@${elsewhere}
      And the received message has the header field: To: ${*}eve@${faraway}${*}
      And mx3 does not receive a bounce that names carol@${elsewhere}

    # The server may refuse a source route, or leave it out at once (§4.1.1.3, appendix C).
    @R5321-6.1-6 @MUST @needs-trusted-client @needs-outside-dns
    Scenario: A source route in the reverse-path is cut down to its end
      Given any message hello from alice
      And the next hop answers RCPT of carol with 550 5.1.1 no such user
      And the domain ${faraway} has mail servers:
        | preference | host |
        | 10         | mx2  |
      And mx2 answers:
        """smtp
        S: 220 ${mx2}
        C? HELO ${*}
        C: EHLO ${*}
        S: 250 ${mx2}
        C: MAIL FROM:<>
        S: 250 go on
        C: RCPT TO:<eve@${faraway}>
        S: 250 go on
        …
        """
      And an SMTP session after EHLO from a trusted address
      When the dialogue is:
        """smtp
        C: MAIL FROM:<@relay.mailspec.test:eve@${faraway}>
        S? 5xx
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then the dialogue at mx2 takes place

  Rule: It comes from nobody

    @R5321-6.1-3 @R5321-3.6.3-4 @R5321-4.4-25 @MUST
    Scenario: The bounce has the null reverse-path
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}
      And the received message has the header field: Return-Path: <>

    @R3464-2-5 @R5321-4.4-25 @MUST @needs-trusted-client @needs-outside-dns
    Scenario: It is sent with the null reverse-path
      Given any message hello from alice
      And the next hop answers RCPT of carol with 550 5.1.1 no such user
      And the domain ${faraway} has mail servers:
        | preference | host |
        | 10         | mx2  |
      And mx2 answers:
        """smtp
        S: 220 ${mx2}
        C? HELO ${*}
        C: EHLO ${*}
        S: 250 ${mx2}
        C: MAIL FROM:<>
        S: 250 go on
        …
        """
      And an SMTP session after EHLO from a trusted address
      When the dialogue is:
        """smtp
        C: MAIL FROM:<eve@${faraway}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then the dialogue at mx2 takes place

  Rule: Nobody hears of what came from nobody

    # What postmaster is told is left to the server (RFC 3461 §5.2).
    @R5321-6.1-5 @R5321-4.5.4-2 @R3461-5.2-1 @MUST @needs-trusted-client @needs-outside-dns
    Scenario: A message with the null reverse-path is refused
      Given the message hello:
        """
        From: <frank@${faraway}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: from nobody ${id}

        The header names frank, the envelope nobody.
        """
      And the next hop answers RCPT of carol with 550 5.1.1 no such user
      And the domain ${faraway} has mail servers:
        | preference | host |
        | 10         | mx2  |
      And an SMTP session after EHLO from a trusted address
      When the dialogue is:
        """smtp
        C: MAIL FROM:<>
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then mx2 does not receive a bounce that names carol@${elsewhere}

    @R5321-3.6.3-3 @R5321-4.5.4-2 @MUST @needs-trusted-client @needs-outside-dns
    Scenario: A bounce is refused
      Given any message hello from alice
      And the next hop answers RCPT of carol with 550 5.1.1 no such user
      And the domain ${faraway} has mail servers:
        | preference | host | answers                                        |
        | 10         | mx2  | RCPT with 550 5.1.1 not here one time, then all |
      And an SMTP session after EHLO from a trusted address
      When the dialogue is:
        """smtp
        C: MAIL FROM:<eve@${faraway}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then mx2 does not receive a bounce that names eve@${faraway}
