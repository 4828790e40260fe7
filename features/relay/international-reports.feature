@needs-outside @needs-submission-SMTPUTF8 @needs-submission-DSN
Feature: Reports on addresses beyond ASCII
  Such an address has a type of its own, and so have the parts of a report that hold one (RFC 6533).

  Rule: The original recipient may be beyond ASCII

    @R6533-3-1 @MUST
    Scenario: ORCPT of type utf-8 is accepted
      Given a submission session after AUTH
      When the client sends: MAIL FROM:<${alice}> SMTPUTF8
      Then the reply is 250
      When the client sends: RCPT TO:<${bob}> ORCPT=utf-8;δοκιμή@${elsewhere}
      Then the reply is 250/251

    @R6533-3-6 @SHOULD
    Scenario: It goes on as it is to a host that knows SMTPUTF8
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C? HELO ${*}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250-8BITMIME
        S: 250-SMTPUTF8
        S: 250 DSN
        C: MAIL FROM:<${alice}>${*}
        S: 250 go on
        C: RCPT TO:<${*}@${elsewhere}>${*} ORCPT=utf-8;δοκιμή@${elsewhere}${*}
        S: 250 go on
        …
        """
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> SMTPUTF8
        S: 250
        C: RCPT TO:<δοκιμή@${elsewhere}> ORCPT=utf-8;δοκιμή@${elsewhere}
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then the dialogue at the next hop takes place

    # A server may return the message instead.
    @R6533-3-3 @MUST
    Scenario: To a host that does not it goes in ASCII
      Given any message hello from alice
      And the next hop answers offers no SMTPUTF8
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> SMTPUTF8
        S: 250
        C: RCPT TO:<carol@${elsewhere}> ORCPT=utf-8;δοκιμή@${elsewhere}
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then the next hop has nothing to complain of

  Rule: A report names the address

    @R6531-3.2-12 @MUST
    Scenario: Its type is utf-8
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> SMTPUTF8
        S: 250
        C: RCPT TO:<δοκιμή@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice receives a report of failure on δοκιμή@${elsewhere}
      And the report says of δοκιμή@${elsewhere}:
        """
        Final-Recipient: utf-8; ${*}@${elsewhere}
        Action: failed
        """

    @R6533-4.1-3 @SHOULD
    Scenario: It is written as its part of the report has it
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> SMTPUTF8
        S: 250
        C: RCPT TO:<δοκιμή@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice receives a report of failure on δοκιμή@${elsewhere}
      And every field Final-Recipient of the received message holds an address in the form of its report

    @R6533-4.1-4 @SHOULD
    Scenario: So is an original recipient that came in ASCII
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> SMTPUTF8
        S: 250
        C: RCPT TO:<δοκιμή@${elsewhere}> ORCPT=utf-8;\x{3B4}@${elsewhere}
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice receives a report of failure on δ@${elsewhere}
      And every field Original-Recipient of the received message holds an address in the form of its report

    # A server may refuse what is no such address (RFC 3461 §5.1), and in message/delivery-status it writes the backslash as \x{5C} (RFC 6533 §3).
    @R6533-3-9 @MUST
    Scenario: What is called utf-8 and is not comes back as it stands
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> SMTPUTF8
        S: 250
        C: RCPT TO:<δοκιμή@${elsewhere}> ORCPT=utf-8;caro\l@${elsewhere}
        S? 5xx
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice receives a report of failure on δοκιμή@${elsewhere}
      And the report says of δοκιμή@${elsewhere}:
        """
        Original-Recipient: utf-8; caro\${*}l@${elsewhere}
        """

  Rule: A report goes to those too who know nothing of it

    @R6533-4.5-1 @MUST @needs-trusted-client @needs-outside-dns
    Scenario: What it gives back is encoded for a host without SMTPUTF8
      Given the message letter:
        """
        From: <eve@${faraway}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: δοκιμή ${id}

        The header is beyond ASCII.
        """
      And the next hop answers RCPT of carol with 550 5.1.1 no such user
      And the domain ${faraway} has mail servers:
        | preference | host | answers            |
        | 10         | mx2  | offers no SMTPUTF8 |
      And an SMTP session after EHLO from a trusted address
      When the dialogue is:
        """smtp
        C: MAIL FROM:<eve@${faraway}> BODY=8BITMIME SMTPUTF8
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S: 250
        """
      Then mx2 receives a bounce that names carol@${elsewhere}
      And the received message does not contain: δοκιμή

    @R6533-6.2-4 @MUST
    Scenario: A header that is given back has no charset
      Given the message letter:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: δοκιμή ${id}

        The header is beyond ASCII.
        """
      And the next hop answers RCPT with 550 5.1.1 no such user
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> BODY=8BITMIME SMTPUTF8 RET=HDRS
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S: 250
        """
      Then alice receives a report of failure on carol@${elsewhere}
      And the received message does not contain: message/global-headers; charset
