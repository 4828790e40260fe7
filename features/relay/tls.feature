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

    # Of 5yz no RFC says that it passes: a client may give the message back at once.
    @R5321-4.5.4.1-1 @MUST @needs-timing-retry
    Scenario Outline: STARTTLS <fails> once
      Given any message hello from alice
      And the next hop answers STARTTLS with <answer> one time, then all
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

      Examples:
        | fails                            | answer                     |
        | is answered 454                  | 454 4.7.0 later            |
        | ends the connection              | a closed connection        |
        | breaks the connection            | a reset connection         |
        | is answered 220 and then the end | 220 go on and closes       |
        | is answered 421 and then the end | 421 4.3.2 later and closes |

    @R5321-4.5.3.2-1 @R5321-4.5.4.1-1 @MUST @needs-timing-retry @needs-timing-silence
    Scenario Outline: STARTTLS <fails> once
      Given any message hello from alice
      And the next hop answers STARTTLS with <answer> one time, then all
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

      Examples:
        | fails                               | answer                     |
        | is answered by silence              | silence                    |
        | is answered 220 and then by silence | 220 go on and keeps silent |

    # The client decides: in clear, later, or not at all (RFC 3207 §4, §6).
    @R5321-6.1-1 @MUST @needs-timing-give-up
    Scenario Outline: STARTTLS <fails> always
      Given any message hello from alice
      And the next hop answers STARTTLS with <answer>
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello, or alice a bounce that names carol@${elsewhere}

      Examples:
        | fails                            | answer                     |
        | is answered 454                  | 454 4.7.0 never            |
        | is answered 554                  | 554 5.7.3 never            |
        | is answered 220 and then the end | 220 go on and closes       |

    @R5321-6.1-1 @MUST @needs-timing-give-up
    Scenario Outline: The host has <what>, and the message is not lost
      Given any message hello from alice
      And the next hop answers has <what>
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello, or alice a bounce that names carol@${elsewhere}

      Examples:
        | what                           |
        | an expired certificate         |
        | a certificate for another name |
        | a certificate of its own       |
        | TLS that is stripped           |

  Rule: TLS is used where it can be had

    @R3207-6-2 @SHOULD
    Scenario: STARTTLS that is offered is used
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C? HELO ${*}
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

    # A client that knows no older versions hands the message on in clear, or gives it back.
    @R8996-5-2 @MUST @needs-timing-give-up
    Scenario: TLS 1.1 is not agreed on where the host knows nothing newer
      Given any message hello from alice
      And the next hop answers has no TLS newer than 1.1
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop has nothing to complain of
      And the next hop receives the message hello, or alice a bounce that names carol@${elsewhere}
