@needs-outside-mta-sts @needs-submission-REQUIRETLS
Feature: TLS that the sender requires
  Who says REQUIRETLS wants a message to go on under TLS, to hosts that are known and promise the same, or not at all; who writes `TLS-Required: No` wants it
  to arrive, whatever the domain asks for (RFC 8689). Who offers the one has promised both.

  Rule: The parameter of MAIL has no value

    @R8689-2-a @MUST
    Scenario: REQUIRETLS is taken under TLS
      Given a submission session after AUTH
      When the client sends: MAIL FROM:<${alice}> REQUIRETLS
      Then the reply is 250

    @R8689-2-b @MUST
    Scenario: REQUIRETLS with a value is refused
      Given a submission session after AUTH
      When the client sends: MAIL FROM:<${alice}> REQUIRETLS=yes
      Then the reply is 5xx

  Rule: The message goes to a host that is known and promises the same

    @R8689-4.1-1 @MUST
    Scenario: A host that a policy names, and that offers REQUIRETLS, gets it
      Given any message hello from alice
      And the next hop answers has a good certificate; offers REQUIRETLS within TLS
      And the policy of ${elsewhere} is:
        """
        version: STSv1
        mode: enforce
        mx: ${next-hop}
        max_age: 86400
        """
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> REQUIRETLS
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then the next hop receives the message hello

    @R8689-4.2.1-a @MUST
    Scenario: It is told so by MAIL
      Given any message hello from alice
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
        S: 250-${next-hop}
        S: 250 REQUIRETLS
        C: MAIL FROM:<${alice}> REQUIRETLS
        S: 250 whom is it for?
        …
        """
      And the policy of ${elsewhere} is:
        """
        version: STSv1
        mode: enforce
        mx: ${next-hop}
        max_age: 86400
        """
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> REQUIRETLS
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then the dialogue at the next hop takes place

    @R8689-4.2.1-7 @R8689-4.2.1-8 @R8689-2-5 @MUST @needs-timing-give-up
    Scenario Outline: A host that <lacks> does not get it, and alice hears of that
      Given any message hello from alice
      And the next hop answers <answers>
      And the policy of ${elsewhere} is:
        """
        version: STSv1
        mode: <mode>
        mx: ${next-hop}
        max_age: 86400
        """
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> REQUIRETLS
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice receives a bounce that names carol@${elsewhere}
      And the next hop receives the message hello 0 times

      Examples:
        | lacks                                    | answers                                                        | mode    |
        | does not offer REQUIRETLS                | has a good certificate                                         | enforce |
        | has no TLS                               | offers REQUIRETLS                                              | testing |
        | has an expired certificate               | has an expired certificate; offers REQUIRETLS within TLS       | testing |
        | has a certificate for another name       | has a certificate for another name; offers REQUIRETLS within TLS | testing |
        | has a certificate that nobody has issued | has a certificate of its own; offers REQUIRETLS within TLS     | testing |

    @R8689-2-3 @R8689-4.2.1-2 @MUST @needs-timing-give-up
    Scenario: A host for which neither a signature nor a policy vouches does not get it
      Given any message hello from alice
      And the next hop answers has a good certificate; offers REQUIRETLS within TLS
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> REQUIRETLS
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice receives a bounce that names carol@${elsewhere}
      And the next hop receives the message hello 0 times

    @R8689-4.2.1-5 @MUST
    Scenario: Where the first host of a domain does not promise it, the second gets it
      Given any message hello from alice
      And the domain ${elsewhere} has mail servers:
        | preference | host | answers                                               |
        | 10         | mx1  | has a good certificate                                |
        | 20         | mx2  | has a good certificate; offers REQUIRETLS within TLS  |
      And the policy of ${elsewhere} is:
        """
        version: STSv1
        mode: enforce
        mx: ${mx1}
        mx: ${mx2}
        max_age: 86400
        """
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> REQUIRETLS
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then mx2 receives the message hello
      And mx1 receives the message hello 0 times

    @R8689-5-3 @R8689-5-4 @MUST @needs-timing-give-up @needs-submission-DSN
    Scenario: What comes back has no body, whatever was wished
      Given the message hello:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}.secret@client.mailspec.test>
        Subject: a secret ${id}

        Nobody else shall read secret-${id}.
        """
      And the next hop answers has a good certificate
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> REQUIRETLS RET=FULL
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice receives a bounce that names carol@${elsewhere}
      And the received message does not contain: secret-${id}

  Rule: A message that says so goes whatever the domain asks for

    @R8689-3-2 @SHOULD
    Scenario: A message that says TLS-Required: No goes to a host that the policy of its domain forbids
      Given the message hello:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}.anyway@client.mailspec.test>
        Subject: anyway ${id}
        TLS-Required: No

        Your certificate has expired.
        """
      And the next hop answers has an expired certificate
      And the policy of ${elsewhere} is:
        """
        version: STSv1
        mode: enforce
        mx: ${next-hop}
        max_age: 86400
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

    @R8689-4.1-3 @MUST @needs-timing-give-up
    Scenario: Beside REQUIRETLS the field counts for nothing
      Given the message hello:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}.both@client.mailspec.test>
        Subject: both ${id}
        TLS-Required: No

        What it says.
        """
      And the next hop answers has a good certificate
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> REQUIRETLS
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice receives a bounce that names carol@${elsewhere}
      And the next hop receives the message hello 0 times
