@needs-outside-dns
Feature: What the name server answers
  The names in MX records have addresses, one or several, and sometimes nobody knows them now (RFC 5321 §5.1).

  Rule: What nobody knows now is asked again

    @R5321-5.1-4 @MUST @needs-timing-retry
    Scenario: The message waits where the name server has failed
      Given any message hello from alice
      And the name server says:
        | name         | type | value    |
        | ${elsewhere} | MX   | SERVFAIL |
      When alice submits the message hello to carol@${elsewhere}
      Then the name server was asked for MX of ${elsewhere}
      Given the domain ${elsewhere} has mail servers:
        | preference | host |
        | 10         | mx1  |
      Then mx1 receives the message hello

    @R5321-5.1-4 @MUST @slow @needs-timing-retry
    Scenario: It waits where the name server has not answered
      Given any message hello from alice
      And the name server says:
        | name         | type | value   |
        | ${elsewhere} | MX   | silence |
      When alice submits the message hello to carol@${elsewhere}
      Then the name server was asked for MX of ${elsewhere}
      Given the domain ${elsewhere} has mail servers:
        | preference | host |
        | 10         | mx1  |
      Then mx1 receives the message hello

    @R5321-5.1-4 @MUST @needs-timing-retry
    Scenario: It waits where nobody knows the address of the host
      Given any message hello from alice
      And the name server says:
        | name            | type | value              |
        | ${elsewhere}    | MX   | 10 mx.${elsewhere} |
        | mx.${elsewhere} | A    | SERVFAIL           |
        | mx.${elsewhere} | AAAA | SERVFAIL           |
      When alice submits the message hello to carol@${elsewhere}
      Then the name server was asked for A of mx.${elsewhere}
      Given the name server says:
        | name            | type | value          |
        | mx.${elsewhere} | A    | ${mx1.address} |
        | mx.${elsewhere} | AAAA | fe80::1        |
      Then mx1 receives the message hello

  Rule: An answer that is too long for a datagram is asked for once more, over TCP

    @R5321-5.1-1 @MUST
    Scenario: The MX records come over TCP alone
      Given any message hello from alice
      And the name server says:
        | name         | type | value     |
        | ${elsewhere} | MX   | 10 ${mx1} |
        | ${elsewhere} | MX   | truncated |
      When alice submits the message hello to carol@${elsewhere}
      Then mx1 receives the message hello

  Rule: An alias leads to the name that it stands for

    @R5321-5.1-b @MUST
    Scenario Outline: Mail for an alias of <length> goes where the last name's mail goes
      Given any message hello from alice
      And the name server says:
        | name              | type  | value     |
        | ${elsewhere}      | CNAME | <first>   |
        | next.${elsewhere} | CNAME | ${faraway} |
        | ${faraway}        | MX    | 10 ${mx1} |
      When alice submits the message hello to carol@${elsewhere}
      Then mx1 receives the message hello

      Examples:
        | length     | first             |
        | one name   | ${faraway}        |
        | two names  | next.${elsewhere} |

    @R5321-5.1-b @MUST
    Scenario: An alias of a name without MX records
      Given any message hello from alice
      And the name server says:
        | name         | type  | value          |
        | ${elsewhere} | CNAME | ${faraway}     |
        | ${faraway}   | A     | ${mx1.address} |
      When alice submits the message hello to carol@${elsewhere}
      Then mx1 receives the message hello

    # What lies outside of the standard may be done, and need not.
    @R5321-5.1-c @MAY
    Scenario: A host whose name is an alias is called
      Given any message hello from alice
      And the name server says:
        | name            | type  | value              |
        | ${elsewhere}    | MX    | 10 mx.${elsewhere} |
        | mx.${elsewhere} | CNAME | ${mx1}             |
      When alice submits the message hello to carol@${elsewhere}
      Then mx1 receives the message hello

  Rule: Each address is tried

    # A site may limit how many are tried, but to no less than two.
    @R5321-5.1-12 @SHOULD
    Scenario: A host has two addresses, and one of them serves
      Given any message hello from alice
      And the name server says:
        | name             | type | value               |
        | ${elsewhere}     | MX   | 10 two.${elsewhere} |
        | two.${elsewhere} | A    | ${mx1.address}      |
        | two.${elsewhere} | A    | ${mx2.address}      |
      And mx1 answers the greeting with a reset connection
      When alice submits the message hello to carol@${elsewhere}
      Then mx2 receives the message hello

    @R5321-5.1-10 @MUST
    Scenario: The most preferred host has no address
      Given any message hello from alice
      And the name server says:
        | name         | type | value                   |
        | ${elsewhere} | MX   | 10 nowhere.${elsewhere} |
        | ${elsewhere} | MX   | 20 ${mx1}               |
      When alice submits the message hello to carol@${elsewhere}
      Then mx1 receives the message hello

    # Nobody can call a link-local address without the name of a link.
    @R5321-5.1-12 @SHOULD
    Scenario: An address of version 6 is of no use, and one of version 4 is
      Given any message hello from alice
      And the name server says:
        | name             | type | value               |
        | ${elsewhere}     | MX   | 10 two.${elsewhere} |
        | two.${elsewhere} | AAAA | fe80::1             |
        | two.${elsewhere} | A    | ${mx1.address}      |
      When alice submits the message hello to carol@${elsewhere}
      Then mx1 receives the message hello

    # Some take the numbers for an address, and nobody listens there.
    @R5321-5.1-10 @MUST
    Scenario: The most preferred host is an address and no name
      Given any message hello from alice
      And the name server says:
        | name         | type | value             |
        | ${elsewhere} | MX   | 10 ${mx2.address} |
        | ${elsewhere} | MX   | 20 ${mx1}         |
      And mx2 answers refuses connections
      When alice submits the message hello to carol@${elsewhere}
      Then mx1 receives the message hello

    @R5321-5.1-10 @MUST
    Scenario: The name server knows nothing of the most preferred host now
      Given any message hello from alice
      And the name server says:
        | name               | type | value                 |
        | ${elsewhere}       | MX   | 10 first.${elsewhere} |
        | ${elsewhere}       | MX   | 20 ${mx1}             |
        | first.${elsewhere} | A    | SERVFAIL              |
        | first.${elsewhere} | AAAA | SERVFAIL              |
      When alice submits the message hello to carol@${elsewhere}
      Then mx1 receives the message hello

  Rule: Where nobody can be called the message comes back

    # Or its recipient is refused at once.
    @R5321-5.1-3 @MUST
    Scenario: There is no such domain
      Given any message hello from alice
      And a submission session after MAIL
      Then the dialogue is:
        """smtp
        C: RCPT TO:<carol@${nowhere}>
        S? 4xx/5xx
        S: 250/251
        C: DATA
        S? 5xx
        S: 354
        C~ ${hello}
        C: .
        S? 5xx
        S: 250
        """
      And alice receives a bounce that names carol@${nowhere}

    @R5321-5.1-5 @MUST
    Scenario Outline: A domain with <what>
      Given any message hello from alice
      And the name server says:
        | name            | type | value      |
        | ${elsewhere}    | TXT  | "here"     |
        | mx.${elsewhere} | TXT  | "no host"  |
        | ${elsewhere}    | <type> | <value>  |
      And a submission session after MAIL
      Then the dialogue is:
        """smtp
        C: RCPT TO:<carol@${elsewhere}>
        S? 4xx/5xx
        S: 250/251
        C: DATA
        S? 5xx
        S: 354
        C~ ${hello}
        C: .
        S? 5xx
        S: 250
        """
      And alice receives a bounce that names carol@${elsewhere}

      Examples:
        | what                                     | type | value                   |
        | a host that has no address               | MX   | 10 mx.${elsewhere}      |
        | a host that does not exist               | MX   | 10 nowhere.${elsewhere} |
        | neither MX records nor an address        | TXT  | "nor mail"              |
