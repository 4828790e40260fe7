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

    # A host that hangs up behind each message gets no second one over the same connection. By chance all go to one host once in half a million.
    @R5321-5.1-14 @MUST
    Scenario: Of two that are equally preferred each gets some of the mail
      Given any message hello from alice
      And the domain ${elsewhere} has mail servers:
        | preference | host | answers                               |
        | 10         | mx1  | the message with 250 taken and closes |
        | 10         | mx2  | the message with 250 taken and closes |
      And a submission session after AUTH
      When the dialogue is played 20 times:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then mx1 receives the message hello
      And mx2 receives the message hello

    # More than a datagram holds. Some read no more than a hundred.
    @R5321-5.1-13 @MUST
    Scenario Outline: Among <many> hosts the best is called, which is named <where>
      Given any message hello from alice
      And the name server says:
        | name         | type | value                | times     |
        | ${elsewhere} | MX   | 20 mx-#.${elsewhere} | <before>  |
        | ${elsewhere} | MX   | 10 ${mx1}            | 1         |
        | ${elsewhere} | MX   | 20 other-#.${elsewhere} | <behind>  |
      When alice submits the message hello to carol@${elsewhere}
      Then mx1 receives the message hello

      Examples:
        | many | before | behind | where |
        | 100  | 99     | 0      | last  |
        | 500  | 0      | 499    | first |

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

  Rule: A server that is among the hosts calls only those that are better than itself

    # The others would send the message back to it. 127.0.0.1 is the server itself, wherever it runs.
    @R5321-5.1-18 @R5321-5.1-19 @R5321-5.1-17 @MUST @needs-timing-retry @needs-outside-self
    Scenario: A host that is less preferred is not called
      Given any message hello from alice
      And an SMTP session not greeted
      Then the dialogue is:
        """smtp
        S: 220 ${self:atom}
        """
      Given the name server says:
        | name         | type | value      |
        | ${elsewhere} | MX   | 10 ${mx1}  |
        | ${elsewhere} | MX   | 20 ${self} |
        | ${elsewhere} | MX   | 30 ${mx2}  |
        | ${self}      | A    | 127.0.0.1  |
      And mx1 answers the greeting with 421 4.3.2 not now one time, then all
      When alice submits the message hello to carol@${elsewhere}
      Then mx1 receives the message hello
      And mx2 was not called

    @R5321-5.1-20 @MUST @needs-outside-self
    Scenario: Where there is no better one the message comes back
      Given any message hello from alice
      And an SMTP session not greeted
      Then the dialogue is:
        """smtp
        S: 220 ${self:atom}
        """
      Given the name server says:
        | name         | type | value      |
        | ${elsewhere} | MX   | 10 ${self} |
        | ${elsewhere} | MX   | 20 ${mx2}  |
        | ${self}      | A    | 127.0.0.1  |
      And a second submission session after MAIL
      Then the dialogue is:
        """smtp
        C2: RCPT TO:<carol@${elsewhere}>
        S2? 4xx/5xx
        S2: 250/251
        C2: DATA
        S2? 5xx
        S2: 354
        C2~ ${hello}
        C2: .
        S2? 5xx
        S2: 250
        """
      And alice receives a bounce that names carol@${elsewhere}
      And mx2 was not called
