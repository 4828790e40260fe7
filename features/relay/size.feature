@needs-outside
Feature: SIZE at the next hop
  A client says how large a message is, and believes a host that has no room for it (RFC 1870 §6).

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
