@needs-outside
Feature: What a host offers, and what it does not
  A client uses what the answer to EHLO offers, and does without what it does not (RFC 5321 §2.2.1, §4.1.1.1).

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
