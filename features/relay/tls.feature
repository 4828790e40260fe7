@needs-outside
Feature: STARTTLS at the next hop
  A relay that finds STARTTLS offered may use it, whatever the certificate says (RFC 3207 §4, RFC 7435): then it does so in the right way.

  Rule: Behind 220 comes TLS and nothing else

    # Whoever wants no TLS goes on without.
    @R3207-4-4 @MUST
    Scenario: Nothing is said between the answer to STARTTLS and TLS
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C? HELO ${*}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250 STARTTLS
        C? MAIL FROM:${*}
        C: STARTTLS
        S: 220 go on
        S: ${starttls}
        C: EHLO ${*}
        S: 250 ${next-hop}
        …
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the dialogue at the next hop takes place

  Rule: TLS begins the session anew

    @R3207-4.2-3 @SHOULD
    Scenario: EHLO comes again
      Given any message hello from alice
      And the next hop answers has a good certificate
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the next hop has nothing to complain of

    @R3207-4.2-2 @MUST
    Scenario: What was offered before TLS and is not offered within is not used
      Given any message hello from alice
      And the next hop answers has a good certificate; offers nothing within TLS
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the next hop has nothing to complain of

    @R3207-4.2-6 @MUST
    Scenario: STARTTLS does not come again
      Given any message hello from alice
      And the next hop answers has a good certificate; offers STARTTLS within TLS
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the next hop has nothing to complain of

  Rule: Mail is handed on where TLS cannot be had

    @R5321-4.5.4.1-1 @MUST @needs-timing-retry
    Scenario Outline: STARTTLS <fails> once
      Given any message hello from alice
      And the next hop answers STARTTLS with <answer> one time, then all
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

      Examples:
        | fails               | answer              |
        | is answered 454     | 454 4.7.0 later     |
        | ends the connection | a closed connection |
