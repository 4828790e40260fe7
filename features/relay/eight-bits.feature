@needs-outside
Feature: Eight bits on the way
  Octets above 127 go to hosts that take them, and are declared (RFC 5321 §2.4, RFC 6152 §3).

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
