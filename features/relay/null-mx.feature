@needs-outside-dns
Feature: Domains that take no mail
  A domain says by one MX record of the root that it has no mail server, and a host answers 556 for it (RFC 7505, RFC 7504).

  Rule: Nobody is called

    # Refused at once, or returned.
    @R7505-3-a @R5321-5.1-6 @MUST
    Scenario: The address of the domain is not called
      Given any message hello from alice
      And the name server says:
        | name         | type | value          |
        | ${elsewhere} | MX   | 0 .            |
        | ${elsewhere} | A    | ${mx1.address} |
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
      And mx1 was not called

    @R7505-4.1-a @MUST
    Scenario: The sender is told
      Given any message hello from alice
      And the name server says:
        | name         | type | value          |
        | ${elsewhere} | MX   | 0 .            |
        | ${elsewhere} | A    | ${mx1.address} |
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

  Rule: What is refused for it has a code of its own

    @R7505-4.1-1 @SHOULD
    Scenario: A recipient there is refused with 556
      Given a submission session after MAIL
      And the name server says:
        | name         | type | value |
        | ${elsewhere} | MX   | 0 .   |
      Then the dialogue is:
        """smtp
        C: RCPT TO:<carol@${elsewhere}>
        S? 250/251
        S: 556
        """

    @R7505-4.1-2 @SHOULD @needs-smtp @needs-stranger
    Scenario: A sender there is refused with 550
      Given an SMTP session after EHLO from a stranger's address
      And the name server says:
        | name         | type | value |
        | ${elsewhere} | MX   | 0 .   |
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<carol@${elsewhere}>
        S? 550/4xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 250/4xx
        S: 550
        """

  Rule: What is refused because its domain takes no mail is not tried again

    @R7504-4-a @SHOULD
    Scenario: A host answers RCPT with 556
      Given any message hello from alice
      And the next hop answers RCPT with 556 5.1.10 that domain takes no mail one time, then all
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop does not receive the message hello
