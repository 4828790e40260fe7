@needs-outside-dns @chapter-dns-1
Feature: Which host is called
  A domain names its mail servers by MX records with preferences (RFC 5321 §5.1).

  Rule: The domain is looked up in the DNS

    @R5321-5.1-1 @MUST
    Scenario: The server asks for the MX records of the domain
      Given any message hello from alice
      And the domain ${elsewhere} has mail servers:
        | preference | host |
        | 10         | mx1  |
      When alice submits the message hello to carol@${elsewhere}
      Then the name server was asked for MX of ${elsewhere}

  Rule: The lowest preference comes first

    @R5321-5.1-13 @MUST
    Scenario Outline: Of <first> and <second> the host with <least> is called
      Given any message hello from alice
      And the domain ${elsewhere} has mail servers:
        | preference | host     | answers |
        | <first>    | <host 1> |         |
        | <second>   | <host 2> |         |
      When alice submits the message hello to carol@${elsewhere}
      Then mx1 receives the message hello
      And mx2 was not called

      # 9 comes before 10 by number, and behind it by letters.
      Examples:
        | first | host 1 | second | host 2 | least |
        | 10    | mx1    | 20     | mx2    | 10    |
        | 20    | mx2    | 10     | mx1    | 10    |
        | 10    | mx2    | 9      | mx1    | 9     |
        | 0     | mx1    | 65535  | mx2    | 0     |

  Rule: Where one host does not serve, the next is called

    @R5321-5.1-10 @MUST
    Scenario Outline: A first host that <fails> leaves the message to the second
      Given any message hello from alice
      And the domain ${elsewhere} has mail servers:
        | preference | host | answers   |
        | 10         | mx1  | <answers> |
        | 20         | mx2  |           |
      When alice submits the message hello to carol@${elsewhere}
      Then mx2 receives the message hello

      Examples:
        | fails               | answers                                |
        | refuses connections | refuses connections                    |
        | breaks them         | the greeting with a reset connection   |
        | greets with 421     | the greeting with 421                  |

    @R5321-5.1-13 @MUST
    Scenario: The more preferred one is called before
      Given any message hello from alice
      And the domain ${elsewhere} has mail servers:
        | preference | host | answers                              |
        | 20         | mx2  |                                      |
        | 10         | mx1  | the greeting with a reset connection |
      When alice submits the message hello to carol@${elsewhere}
      Then mx2 receives the message hello
      And mx1 was called before mx2

  Rule: Without MX records the domain itself is the host

    @R5321-5.1-a @MUST
    Scenario: The address of the domain is called
      Given any message hello from alice
      And the name server says:
        | name         | type | value          |
        | ${elsewhere} | A    | ${mx1.address} |
      When alice submits the message hello to carol@${elsewhere}
      Then mx1 receives the message hello

    @R5321-5.1-6 @MUST
    Scenario: It is not called where there are MX records
      Given any message hello from alice
      And the domain ${elsewhere} has mail servers:
        | preference | host |
        | 10         | mx2  |
      And the name server says:
        | name         | type | value          |
        | ${elsewhere} | A    | ${mx1.address} |
      When alice submits the message hello to carol@${elsewhere}
      Then mx2 receives the message hello
      And mx1 was not called
