@needs-outside-mta-sts
Feature: Policies of domains
  A domain may say, by a record and by HTTPS, which hosts take its mail, and that they have TLS with certificates of a known authority (MTA-STS, RFC 8461). Who keeps to
  that hands mail to nobody else, while he remembers the policy.

  Rule: The policy is where its record says that it is

    @R8461-3.1-a @MUST
    Scenario: The name server is asked for the record of the domain
      Given any message hello from alice
      And the next hop answers has a good certificate
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the name server was asked for TXT of _mta-sts.${elsewhere}

    @R8461-4-1 @MUST
    Scenario: Mail goes to a host that the policy names and that has what it asks for
      Given any message hello from alice
      And the next hop answers has a good certificate
      And the policy of ${elsewhere} is:
        """
        version: STSv1
        mode: enforce
        mx: ${next-hop}
        max_age: 86400
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

    # Whoever reads it as no record hands the message on in spite of the certificate.
    @R8461-3.1-4 @R8461-3.1-5 @R8461-3.1-6 @R8461-3.2-5 @R8461-3.1-a @MUST @needs-timing-give-up
    Scenario Outline: A record counts <record>
      Given any message hello from alice
      And the next hop answers has an expired certificate
      And the name server says:
        | name                   | type  | value                    |
        | <name>                 | TXT   | <value>                  |
        | _other.${elsewhere}    | TXT   | v=STSv1; id=other;       |
        | _mta-sts.${elsewhere}  | <and> | <more>                   |
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

      Examples:
        | record                         | name                    | value                        | and   | more                |
        | beside others                  | _mta-sts.${elsewhere}   | v=STSv1; id=1;               | TXT   | v=spf1 -all         |
        | with fields that nobody knows  | _mta-sts.${elsewhere}   | v=STSv1; new.field=x; id=1   | TXT   | nothing             |
        | of several strings             | _mta-sts.${elsewhere}   | v=STSv1; new=${250 * "a"}; id=1; | TXT | nothing        |
        | without blanks                 | _mta-sts.${elsewhere}   | v=STSv1;id=1                 | TXT   | nothing             |
        | behind an alias                | _delegated.${elsewhere} | v=STSv1; id=1;               | CNAME | _delegated.${elsewhere} |

    # The policy would stop the message.
    @R8461-3.1-4 @MUST
    Scenario Outline: <what> is no record
      Given any message hello from alice
      And the next hop answers has an expired certificate
      And the name server says:
        | name                  | type | value    |
        | _mta-sts.${elsewhere} | TXT  | <first>  |
        | _mta-sts.${elsewhere} | TXT  | <second> |
      And the policy of ${elsewhere} is:
        """
        version: STSv1
        mode: enforce
        mx: ${next-hop}
        max_age: 86400
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

      Examples:
        | what                         | first                    | second         |
        | One of two                   | v=STSv1; id=1;           | v=STSv1; id=2; |
        | What has no id               | v=STSv1; no=1;           | nothing        |
        | An id that is no word        | v=STSv1; id=1-2;         | nothing        |
        | What begins with another word | id=1; v=STSv1;          | nothing        |
        | Another version              | v=STSv2; id=1;           | nothing        |

    # A subdomain has a policy of its own, or none.
    @R8461-3.4-2 @MUST
    Scenario: The policy of the domain above does not count
      Given any message hello from alice
      And the domain ${elsewhere} has mail servers:
        | preference | host | answers                    |
        | 10         | mx1  | has an expired certificate |
      And the name server says:
        | name              | type | value     |
        | sub.${elsewhere}  | MX   | 10 ${mx1} |
      And the policy of ${elsewhere} is:
        """
        version: STSv1
        mode: enforce
        mx: ${mx1}
        max_age: 86400
        """
      When alice submits the message hello to carol@sub.${elsewhere}
      Then mx1 receives the message hello

  Rule: Mail goes to no host that the policy does not name

    @R8461-5-1 @MUST @needs-timing-give-up
    Scenario Outline: The pattern <pattern> does not name the host
      Given any message hello from alice
      And the next hop answers has a good certificate
      And the policy of ${elsewhere} is:
        """
        version: STSv1
        mode: enforce
        mx: <pattern>
        max_age: 86400
        """
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}
      And the next hop receives the message hello 0 times

      Examples:
        | pattern           |
        | mx.${elsewhere}   |
        | *.${next-hop}     |
        | *.test            |

    # The wildcard stands for the first label, whatever it is.
    @R8461-4-1 @MUST
    Scenario: A wildcard names each host one label below
      Given any message hello from alice
      And the domain ${elsewhere} has mail servers:
        | preference | host | answers                |
        | 10         | mx1  | has a good certificate |
      And the policy of ${elsewhere} is:
        """
        version: STSv1
        mode: enforce
        mx: *.${mx1.domain}
        max_age: 86400
        """
      When alice submits the message hello to carol@${elsewhere}
      Then mx1 receives the message hello

    @R8461-5-1 @MUST
    Scenario: The next host is called where the policy does not name the first
      Given any message hello from alice
      And the domain ${elsewhere} has mail servers:
        | preference | host | answers                |
        | 10         | mx1  | has a good certificate |
        | 20         | mx2  | has a good certificate |
      And the policy of ${elsewhere} is:
        """
        version: STSv1
        mode: enforce
        mx: ${mx2}
        max_age: 86400
        """
      When alice submits the message hello to carol@${elsewhere}
      Then mx2 receives the message hello
      And mx1 receives the message hello 0 times

  Rule: Mail goes to no host without TLS and a certificate of its name

    @R8461-5-1 @R8461-4.2-1 @R8461-4.2-2 @MUST @needs-timing-give-up
    Scenario Outline: Mail comes back from a host that <is>
      Given any message hello from alice
      And the next hop answers <answers>
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

      Examples:
        | is                                 | answers                            |
        | offers no TLS                      | offers no STARTTLS                 |
        | has TLS that is stripped           | has TLS that is stripped           |
        | breaks off the handshake           | STARTTLS with 220 go on and closes |
        | has an expired certificate         | has an expired certificate         |
        | has a certificate for another name | has a certificate for another name |
        | has a certificate of its own       | has a certificate of its own       |

    # mx1 may be whoever the MX record was forged for.
    @R8461-5.1-a @MUST
    Scenario: The next host is called where the certificate of the first is not right
      Given any message hello from alice
      And the domain ${elsewhere} has mail servers:
        | preference | host | answers                    |
        | 10         | mx1  | has an expired certificate |
        | 20         | mx2  | has a good certificate     |
      And the policy of ${elsewhere} is:
        """
        version: STSv1
        mode: enforce
        mx: ${mx1}
        mx: ${mx2}
        max_age: 86400
        """
      When alice submits the message hello to carol@${elsewhere}
      Then mx2 receives the message hello
      And mx1 receives the message hello 0 times

    @R8461-5-3 @R8461-5-2 @SHOULD @needs-timing-retry
    Scenario: Mail waits, and goes when there is another policy
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
      And the policy of ${elsewhere} is:
        """
        version: STSv1
        mode: enforce
        mx: ${next-hop}
        max_age: 864000
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the dialogue at the next hop takes place
      And the policy of ${elsewhere} is:
        """
        version: STSv1
        mode: none
        max_age: 86400
        """
      And the next hop receives the message hello

    @R8461-7.1-3 @MUST
    Scenario: The host is asked for by its name
      Given any message hello from alice
      And the next hop answers has a good certificate
      And the policy of ${elsewhere} is:
        """
        version: STSv1
        mode: enforce
        mx: ${next-hop}
        max_age: 86400
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the next hop has nothing to complain of

  Rule: A policy that demands nothing stops nothing

    @R8461-5-a @SHOULD
    Scenario: A domain whose policy is none counts as having no policy
      Given any message hello from alice
      And the next hop answers has an expired certificate
      And the policy of ${elsewhere} is:
        """
        version: STSv1
        mode: none
        mx: mx.${faraway}
        max_age: 86400
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

    @R8461-5-b @MAY
    Scenario: Mail goes on though the policy that is being tested is not satisfied
      Given any message hello from alice
      And the next hop answers has an expired certificate
      And the policy of ${elsewhere} is:
        """
        version: STSv1
        mode: testing
        mx: mx.${faraway}
        max_age: 86400
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

  Rule: What is no policy is none

    @R8461-3.3-8 @R8461-3.3-1 @R8461-3.3-4 @MUST
    Scenario Outline: Mail goes on where the policy host answers <what>
      Given any message hello from alice
      And the next hop answers has an expired certificate
      And the policy of ${elsewhere} is:
        """
        version: STSv1
        mode: enforce
        mx: ${next-hop}
        max_age: 86400
        """
      And the policy host of ${elsewhere} answers <what>
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

      Examples:
        | what                           |
        | 404                            |
        | a redirect                     |
        | an expired certificate         |
        | a certificate for another name |
        | a certificate of its own       |

    @R8461-3.2-1 @SHOULD
    Scenario: A policy of another media type is none
      Given any message hello from alice
      And the next hop answers has an expired certificate
      And the policy of ${elsewhere} is:
        """
        version: STSv1
        mode: enforce
        mx: ${next-hop}
        max_age: 86400
        """
      And the policy host of ${elsewhere} answers HTML
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

    @R8461-3.3-8 @MUST
    Scenario Outline: A policy with <what> is none
      Given any message hello from alice
      And the next hop answers has an expired certificate
      And the policy of ${elsewhere} is:
        """
        version: <version>
        mode: <mode>
        mx: ${next-hop}
        max_age: <age>
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

      Examples:
        | what                  | version | mode    | age   |
        | another version       | STSv2   | enforce | 86400 |
        | a mode nobody knows   | STSv1   | strict  | 86400 |
        | an age that is no number | STSv1 | enforce | week  |

    @R8461-3.2-5 @R8461-3.2-6 @MUST @needs-timing-give-up
    Scenario: Fields that nobody knows, and those that come again, change nothing
      Given any message hello from alice
      And the next hop answers has an expired certificate
      And the policy of ${elsewhere} is:
        """
        version: STSv1
        mode: enforce
        mode: none
        new.field: whatever it says
        mx: ${next-hop}
        max_age: 86400
        max_age: 0
        """
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}
      And the next hop receives the message hello 0 times

  Rule: A policy is remembered

    # The first message goes while all is well.
    @R8461-3.3-9 @MUST @needs-timing-give-up
    Scenario Outline: A policy holds on <where>
      Given any message before from alice
      And any message hello from alice
      And the next hop answers has a good certificate; the message with 250 and closes
      And the policy of ${elsewhere} is:
        """
        version: STSv1
        mode: enforce
        mx: ${next-hop}
        max_age: 31557600
        """
      When alice submits the message before to carol@${elsewhere}
      Then the next hop receives the message before
      And the next hop answers has an expired certificate
      And the name server says:
        | name                  | type | value   |
        | _mta-sts.${elsewhere} | TXT  | <fault> |
      And the policy host of ${elsewhere} answers <what>
      When alice submits the message hello to dave@${elsewhere}
      Then alice receives a bounce that names dave@${elsewhere}
      And the next hop receives the message hello 0 times

      Examples:
        | where                               | fault         | what                           |
        | where its record is no more         | NXDOMAIN      | the policy                     |
        | where nobody can be asked for that  | SERVFAIL      | the policy                     |
        | where another is there by its record and cannot be had | v=STSv1; id=newer; | 404 |
