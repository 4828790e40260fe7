@needs-outside
Feature: SMTPUTF8 at the next hop
  Addresses and headers beyond ASCII go to hosts that take them, and to no others (RFC 6531 §3).

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

    # It may be refused at once as well (RFC 6531 §3.2).
    @R6531-3.2-10 @MUST @needs-submission-SMTPUTF8
    Scenario: What its sender hears is a report
      Given the next hop answers offers no SMTPUTF8
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> BODY=8BITMIME SMTPUTF8
        S: 250
        C: RCPT TO:<jürgen@${elsewhere}>
        S? 5xx
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
        S? 5xx
        S: 250
        """
      Then alice receives a report of failure on jürgen@${elsewhere}
      And the received message has the header field: Content-Type: multipart/report;${*}
      And every field Status of the received message holds a status code
      And every field Final-Recipient of the received message holds an address in the form of its report

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

  Rule: A domain beyond ASCII is asked for in A-labels

    @R6531-3.2-2 @R6531-3.2-3 @MUST @needs-submission-SMTPUTF8 @needs-outside-dns
    Scenario: Its mail servers are found
      Given the name server says:
        | name                       | type | value     |
        | xn--bcher-kva.${elsewhere} | MX   | 10 ${mx1} |
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> SMTPUTF8
        S: 250
        C: RCPT TO:<carol@bücher.${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C: From: <${alice}>
        C: Date: Tue, 5 Mar 2019 10:00:00 +0000
        C: Message-ID: <${id}@client.mailspec.test>
        C: Subject: books ${id}
        C:
        C: Hello.
        C: .
        S: 250
        """
      Then mx1 receives the message "books ${id}"
