@needs-outside
Feature: The envelope on the way
  From whom and for whom a message is does not change on its way (RFC 5321 §2.3.11, §3.3, §4.5.5).

  Rule: The envelope goes on as it came

    @R5321-3.3-3 @SHOULD
    Scenario: The reverse-path has no source route
      Given any message hello from alice
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the next hop has nothing to complain of

    @R5321-3.6.1-1 @SHOULD
    Scenario: The forward-path has no source route
      Given any message hello from alice
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the next hop has nothing to complain of

    @R5321-C-6 @SHOULD @needs-trusted-client
    Scenario: The reverse-path is not changed
      Given the next hop answers:
        """smtp
        S: 220 ${next-hop} ESMTP
        C? HELO ${*}
        C: EHLO ${*}
        S: 250 ${next-hop}
        C: MAIL FROM:<Eve.O'Case+Tag@${faraway}>
        …
        """
      And an SMTP session after EHLO from a trusted address
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<Eve.O'Case+Tag@${faraway}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C: From: <eve@${faraway}>
        C: Date: Fri, 21 Nov 1997 09:53:00 +0000
        C: Message-ID: <${id}@faraway.test>
        C: Subject: ${id}
        C:
        C: Who sent it?
        C: .
        S: 250
        """
      And the dialogue at the next hop takes place

    @R5321-4.5.5-2 @SHOULD @needs-trusted-client
    Scenario: The null reverse-path stays null
      Given the next hop answers:
        """smtp
        S: 220 ${next-hop} ESMTP
        C? HELO ${*}
        C: EHLO ${*}
        S: 250 ${next-hop}
        C: MAIL FROM:<>
        …
        """
      And an SMTP session after EHLO from a trusted address
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<>
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C: From: <eve@${faraway}>
        C: Date: Fri, 21 Nov 1997 09:53:00 +0000
        C: Message-ID: <${id}@faraway.test>
        C: Subject: ${id}
        C:
        C: Nobody wants to hear of it.
        C: .
        S: 250
        """
      And the dialogue at the next hop takes place

    @R5321-2.3.11-1 @MUST
    Scenario Outline: The local part <address> is passed on
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop} ESMTP
        C? HELO ${*}
        C: EHLO ${*}
        S: 250 ${next-hop}
        C: MAIL FROM:<${*}>
        S: 250 2.1.0 go on
        C: RCPT TO:<<address>@${elsewhere}>
        …
        """
      When alice submits the message hello to <address>@${elsewhere}
      Then the dialogue at the next hop takes place

      Examples:
        | address               |
        | "Carol Case"          |
        | Carol-{Case}+Tag=*~'^_ |
