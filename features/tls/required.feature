@needs-outside-smarthost @profile-smarthost-tls @needs-timing-give-up
Feature: Hosts that get mail over TLS alone
  Where a server is told that the next hop must have TLS, and a certificate that is right, nothing else is good enough (RFC 3207 §4.1, §6): mail waits, and comes back in
  the end. It never goes in clear, nor to somebody else.

  Rule: Who has what is demanded gets mail

    @R3207-6-1 @MUST
    Scenario: Mail goes to the host with the right certificate, under TLS
      Given any message hello from alice
      And the next hop answers has a good certificate
      And the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250 STARTTLS
        C: STARTTLS
        S: 220 go on
        S: ${starttls}
        C: EHLO ${*}
        S: 250 ${next-hop}
        …
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the dialogue at the next hop takes place
      And the next hop receives the message hello

  Rule: Nobody else does

    # In the end it has the right certificate, for the message that shows that nothing more comes.

    @R3207-6-1 @MUST
    Scenario Outline: Mail comes back from a host whose TLS <is>
      Given any message hello from alice
      And the next hop answers <answers>
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}
      And the next hop answers has a good certificate
      And the next hop receives the message hello 0 times

      Examples:
        | is                             | answers                                     |
        | is not offered                 | offers no STARTTLS                          |
        | is offered and refused         | has TLS that is stripped                    |
        | is offered and not there       | STARTTLS with 502 5.5.1 not here            |
        | is begun and cut off           | STARTTLS with 220 go on and closes          |
        | is no newer than 1.1           | has no TLS newer than 1.1                   |

    @R3207-4.1-1 @MUST
    Scenario Outline: Mail comes back from a host with <certificate>
      Given any message hello from alice
      And the next hop answers has <certificate>
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}
      And the next hop answers has a good certificate
      And the next hop receives the message hello 0 times

      Examples:
        | certificate                    |
        | an expired certificate         |
        | a certificate for another name |
        | a certificate of its own       |

  Rule: The client parts, and the mail waits

    @R3207-4.1-2 @SHOULD
    Scenario: A client that is not content with the certificate quits
      Given any message hello from alice
      And the next hop answers has an expired certificate
      And the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250 STARTTLS
        C: STARTTLS
        S: 220 go on
        S: ${starttls}
        C? ${closed}
        C: QUIT
        S: 221 2.0.0 bye
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the dialogue at the next hop takes place

    @R5321-4.5.4.1-1 @MUST @needs-timing-retry
    Scenario: Mail that waits for a right certificate goes when there is one
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250 STARTTLS
        C: STARTTLS
        S: 454 4.7.0 not now
        …
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the dialogue at the next hop takes place
      And the next hop answers has a good certificate
      And the next hop answers:
        """smtp
        S: 220 ${next-hop}
        …
        """
      And the next hop receives the message hello
