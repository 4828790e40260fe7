@needs-outside-dns
Feature: Loops
  Mail that goes round in circles is found and stopped (RFC 5321 §6.3).

  Rule: A loop ends

    # The host hands back what it is given, as one does where the mail of each is forwarded to the other, and says so where that is refused.
    @R5321-6.3-2 @MUST @needs-alias-elsewhere
    Scenario: An alias leads to a host that hands it back
      Given any message hello from alice
      And the next hop answers hands everything to ${alias.elsewhere}
      When alice submits the message hello to ${alias.elsewhere}
      Then alice receives a bounce that names ${alias.elsewhere}

    @R5321-6.3-2 @MUST @needs-alias-several
    Scenario: One of several behind an alias hands it back
      Given any message hello from alice
      And the next hop answers hands everything to ${alias.several}
      When alice submits the message hello to ${alias.several}
      Then bob receives the message hello
      And alice receives a bounce that names ${alias.several}

  Rule: A long way is no loop

    @R5321-6.3-1 @SHOULD
    Scenario Outline: A message that has <hops> hops behind it is handed on
      Given the message travelled:
        """
        ${<hops> * "Received: from a.mailspec.test by b.mailspec.test; Tue, 5 Mar 2019 10:00:00 +0000${CRLF}"}From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: from far away ${id}

        It was handed from one to the next.
        """
      And a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${travelled}
        C: .
        S: 250
        """
      And the next hop receives the message travelled

      Examples:
        | hops |
        | 25   |
        | 75   |
