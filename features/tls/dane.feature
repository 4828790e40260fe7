@needs-outside-dane
Feature: Signed records of hosts
  A host's TLSA records, where they and all that leads to them are signed, say that it has TLS, and by which key or authority it is known (DANE, RFC 7672). Who keeps to
  them hands mail to nobody else, and never in clear. The suite's name server is the resolver that has checked the signatures: it says so by the AD bit.

  Rule: The host is known by its records

    @R7672-3.2-1 @R7672-2.1.2-2 @R7672-2.2.3-1 @MUST
    Scenario: Mail goes to the host that shows the key of its record
      Given any message hello from alice
      And the next hop answers has a good certificate
      And the name server says:
        | name             | type   | value                    |
        | ${elsewhere}     | DNSSEC | signed                   |
        | ${next-hop}      | DNSSEC | signed                   |
        | _${next-hop.port}._tcp.${next-hop} | TLSA   | 3 1 1 ${next-hop.key}    |
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the name server was asked for TLSA of _${next-hop.port}._tcp.${next-hop}

    # Neither names nor dates nor who has issued it count: the key does.
    @R7672-3.1.1-1 @R7672-3.1.1-2 @R7672-3.2.1-1 @MUST
    Scenario Outline: Mail goes to the host that has <certificate> and the key of its record
      Given any message hello from alice
      And the next hop answers has <certificate>
      And the name server says:
        | name             | type   | value                 |
        | ${elsewhere}     | DNSSEC | signed                |
        | ${next-hop}      | DNSSEC | signed                |
        | _${next-hop.port}._tcp.${next-hop} | TLSA   | 3 1 1 ${next-hop.key} |
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

      Examples:
        | certificate                    |
        | an expired certificate         |
        | a certificate for another name |
        | a certificate of its own       |

    @R7672-3.2-1 @MUST
    Scenario: One record of several is enough
      Given any message hello from alice
      And the next hop answers has a good certificate
      And the name server says:
        | name             | type   | value                    |
        | ${elsewhere}     | DNSSEC | signed                   |
        | ${next-hop}      | DNSSEC | signed                   |
        | _${next-hop.port}._tcp.${next-hop} | TLSA   | 3 1 1 ${32 * "00"}       |
        | _${next-hop.port}._tcp.${next-hop} | TLSA   | 3 1 1 ${next-hop.key}    |
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

    @R7672-3.2-1 @R7672-3.2.2-7 @MUST
    Scenario: Mail goes to the host whose certificate the authority of its record has issued
      Given any message hello from alice
      And the next hop answers has a good certificate
      And the name server says:
        | name             | type   | value                  |
        | ${elsewhere}     | DNSSEC | signed                 |
        | ${next-hop}      | DNSSEC | signed                 |
        | _${next-hop.port}._tcp.${next-hop} | TLSA   | 2 1 1 ${authority.key} |
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

    @R7672-3.2.2-3 @MUST
    Scenario: A certificate for the domain is as good as one for the host, where the record names an authority
      Given any message hello from alice
      And the next hop answers has a certificate for ${elsewhere}
      And the name server says:
        | name                               | type   | value                                    |
        | ${elsewhere}                       | DNSSEC | signed                                   |
        | ${next-hop}                        | DNSSEC | signed                                   |
        | _${next-hop.port}._tcp.${next-hop} | TLSA   | 2 1 1 ${authority.key} |
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

  Rule: Nobody else is handed mail

    @R7672-3.2-2 @R7672-9.1-2 @R7672-2.2-3 @MUST @needs-timing-give-up
    Scenario: Mail comes back from a host with another key
      Given any message hello from alice
      And the next hop answers has a good certificate
      And the name server says:
        | name             | type   | value              |
        | ${elsewhere}     | DNSSEC | signed             |
        | ${next-hop}      | DNSSEC | signed             |
        | _${next-hop.port}._tcp.${next-hop} | TLSA   | 3 1 1 ${32 * "00"} |
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}
      And the next hop receives the message hello 0 times

    @R7672-3.2.2-1 @R7672-3.2-2 @MUST @needs-timing-give-up
    Scenario Outline: Mail comes back from a host with <certificate>, where its record names an authority
      Given any message hello from alice
      And the next hop answers has <certificate>
      And the name server says:
        | name             | type   | value                                        |
        | ${elsewhere}     | DNSSEC | signed                                       |
        | ${next-hop}      | DNSSEC | signed                                       |
        | _${next-hop.port}._tcp.${next-hop} | TLSA   | 2 1 1 ${authority.key} |
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}
      And the next hop receives the message hello 0 times

      Examples:
        | certificate                    |
        | an expired certificate         |
        | a certificate for another name |
        | a certificate of its own       |

    @R7672-2.2.3-3 @R7672-2.2-2 @MUST @needs-timing-give-up
    Scenario Outline: Mail does not go in clear to a host that <is>
      Given any message hello from alice
      And the next hop answers <answers>
      And the name server says:
        | name             | type   | value                 |
        | ${elsewhere}     | DNSSEC | signed                |
        | ${next-hop}      | DNSSEC | signed                |
        | _${next-hop.port}._tcp.${next-hop} | TLSA   | 3 1 1 ${next-hop.key} |
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}
      And the next hop receives the message hello 0 times

      Examples:
        | is                       | answers                            |
        | offers no TLS            | offers no STARTTLS                 |
        | has TLS that is stripped | has TLS that is stripped           |
        | breaks off the handshake | STARTTLS with 220 go on and closes |

    @R7672-2.2-3 @MUST
    Scenario: The next host is called where the key of the first is another
      Given any message hello from alice
      And the domain ${elsewhere} has mail servers:
        | preference | host | answers                |
        | 10         | mx1  | has a good certificate |
        | 20         | mx2  | all                    |
      And the name server says:
        | name         | type   | value              |
        | ${elsewhere} | DNSSEC | signed             |
        | ${mx1}       | DNSSEC | signed             |
        | _${mx1.port}._tcp.${mx1}  | TLSA   | 3 1 1 ${32 * "00"} |
      When alice submits the message hello to carol@${elsewhere}
      Then mx2 receives the message hello
      And mx1 receives the message hello 0 times

    # What stands at the host that the alias leads to would count first.
    @R7672-2.2.3-4 @MUST @needs-timing-give-up
    Scenario: Records of an alias count where the host that it leads to has none
      Given any message hello from alice
      And mx1 answers has a good certificate
      And the name server says:
        | name                                | type   | value               |
        | ${elsewhere}                        | MX     | 10 mx.${faraway}    |
        | mx.${faraway}                       | CNAME  | ${mx1}              |
        | ${elsewhere}                        | DNSSEC | signed              |
        | ${faraway}                          | DNSSEC | signed              |
        | ${mx1}                              | DNSSEC | signed              |
        | _${mx1.port}._tcp.mx.${faraway}     | TLSA   | 3 1 1 ${32 * "00"}  |
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}
      And mx1 receives the message hello 0 times

  Rule: Records that nobody can use demand TLS, with whomever

    # 0 and 1 may be read as usable or not (§3.1.3): the others may not.
    @R7672-2.2-4 @R7672-2.2-5 @MUST @needs-timing-give-up
    Scenario Outline: The record is <record>
      Given any message hello from alice
      And any message before from alice
      And the next hop answers has a certificate of its own; the message with 250 and closes
      And the name server says:
        | name             | type   | value   |
        | ${elsewhere}     | DNSSEC | signed  |
        | ${next-hop}      | DNSSEC | signed  |
        | _${next-hop.port}._tcp.${next-hop} | TLSA   | <record> |
      When alice submits the message before to carol@${elsewhere}
      Then the next hop receives the message before
      And the next hop answers offers no STARTTLS
      When alice submits the message hello to dave@${elsewhere}
      Then alice receives a bounce that names dave@${elsewhere}
      And the next hop receives the message hello 0 times

      Examples:
        | record             |
        | 9 1 1 ${32 * "00"} |
        | 3 7 1 ${32 * "00"} |
        | 3 1 9 ${32 * "00"} |
        | 3 1 1 00           |

  Rule: What is not signed demands nothing

    @R7672-2.1.1-2 @MUST
    Scenario Outline: A record counts for nothing where <what> is not signed
      Given any message hello from alice
      And the next hop answers has a good certificate
      And the name server says:
        | name             | type   | value              |
        | <signed>         | DNSSEC | signed             |
        | _${next-hop.port}._tcp.${next-hop} | TLSA   | 3 1 1 ${32 * "00"} |
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

      Examples:
        | what                | signed        |
        | the host            | ${elsewhere}  |
        | anything            | ${faraway}    |

    # Their name servers are known to fail such questions.
    @R7672-2.2.2-3 @R7672-2.2-6 @SHOULD
    Scenario: Nobody is asked for records of a host whose address is not signed
      Given any message hello from alice
      And the next hop answers has a good certificate
      And the name server says:
        | name             | type   | value    |
        | ${elsewhere}     | DNSSEC | signed   |
        | _${next-hop.port}._tcp.${next-hop} | TLSA   | SERVFAIL |
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

  Rule: Where nobody knows, nobody is handed mail

    @R7672-2.1.2-3 @R7672-2.1.2-5 @R7672-2.2-8 @MUST @needs-timing-give-up
    Scenario Outline: The question for the record of a signed host <fails>
      Given any message hello from alice
      And the next hop answers has a good certificate
      And the name server says:
        | name             | type   | value   |
        | ${elsewhere}     | DNSSEC | signed  |
        | ${next-hop}      | DNSSEC | signed  |
        | _${next-hop.port}._tcp.${next-hop} | TLSA   | <fault> |
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}
      And the next hop receives the message hello 0 times

      Examples:
        | fails                 | fault    |
        | is answered SERVFAIL  | SERVFAIL |
        | is answered REFUSED   | REFUSED  |

  Rule: What is signed stands before what is not

    # The policy is satisfied, the record is not.
    @R8461-2-1 @MUST @needs-outside-mta-sts @needs-timing-give-up
    Scenario: A policy of the domain mends nothing that the record finds wrong
      Given any message hello from alice
      And the next hop answers has a good certificate
      And the name server says:
        | name             | type   | value              |
        | ${elsewhere}     | DNSSEC | signed             |
        | ${next-hop}      | DNSSEC | signed             |
        | _${next-hop.port}._tcp.${next-hop} | TLSA   | 3 1 1 ${32 * "00"} |
      And the policy of ${elsewhere} is:
        """
        version: STSv1
        mode: enforce
        mx: ${next-hop}
        max_age: 86400
        """
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}
      And the next hop receives the message hello 0 times
