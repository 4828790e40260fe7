@needs-outside-dns
Feature: What the name server answers
  The names in MX records have addresses, one or several, and sometimes nobody knows them now (RFC 5321 §5.1).

  Rule: What nobody knows now is asked again

    @R5321-5.1-4 @MUST
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
