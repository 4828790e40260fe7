@needs-outside-dns @needs-smtp @needs-trusted-client
Feature: What a relay makes of a path
  A relay goes by the mailbox at the end of a path, and takes names as they are (RFC 5321 §3.6.1, §4.1.1.3, §5.1).

  Rule: A source route is left out

    @R5321-4.1.1.3-e @SHOULD
    Scenario: The next host is told the mailbox alone
      Given any message hello
      And the domain ${elsewhere} has mail servers:
        | preference | host |
        | 10         | mx1  |
      And mx1 answers:
        """smtp
        S: 220 ${mx1} ESMTP
        C? HELO ${*}
        C: EHLO ${*:atom}
        S: 250 ${mx1}
        C: MAIL FROM:<${*}>
        S: 250 2.1.0 go on
        C: RCPT TO:<carol@${elsewhere}>
        S: 250 2.1.5 go on
        …
        """
      And an SMTP session after MAIL from a trusted address
      Then the dialogue is:
        """smtp
        C: RCPT TO:<@${faraway},@${nowhere}:carol@${elsewhere}>
        S? 4xx/5xx
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And the dialogue at mx1 takes place

    @R5321-C-5 @MUST
    Scenario: The server's own name at the head of the route is taken off
      Given any message hello
      And the domain ${elsewhere} has mail servers:
        | preference | host |
        | 10         | mx1  |
      And mx1 answers:
        """smtp
        S: 220 ${mx1} ESMTP
        C? HELO ${*}
        C: EHLO ${*:atom}
        S: 250 ${mx1}
        C: MAIL FROM:<${*}>
        S: 250 2.1.0 go on
        C: RCPT TO:<carol@${elsewhere}>
        S: 250 2.1.5 go on
        …
        """
      And an SMTP session not greeted
      Then the dialogue is:
        """smtp
        S: 220 ${self:atom}
        """
      Given a second SMTP session after MAIL from a trusted address
      Then the dialogue is:
        """smtp
        C2: RCPT TO:<@${self}:carol@${elsewhere}>
        S2? 4xx/5xx
        S2: 250/251
        C2: DATA
        S2: 354
        C2~ ${hello}
        C2: .
        S2: 250
        """
      And the dialogue at mx1 takes place

    @R5321-3.6.1-1 @R5321-4.1.1.3-1 @SHOULD
    Scenario: Where there was none, none is made
      Given any message hello
      And the domain ${elsewhere} has mail servers:
        | preference | host |
        | 10         | mx1  |
      And mx1 answers:
        """smtp
        S: 220 ${mx1} ESMTP
        C? HELO ${*}
        C: EHLO ${*:atom}
        S: 250 ${mx1}
        C: MAIL FROM:<${*}>
        S: 250 2.1.0 go on
        C: RCPT TO:<carol@${elsewhere}>
        S: 250 2.1.5 go on
        …
        """
      And an SMTP session after MAIL from a trusted address
      Then the dialogue is:
        """smtp
        C: RCPT TO:<carol@${elsewhere}>
        S? 4xx/5xx
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And the dialogue at mx1 takes place

  Rule: Who follows a route follows it from its first host

    # It may also go straight to the domain at the end.
    @R5321-F.2-4 @MUST
    Scenario: The second host of a route is not called
      Given any message hello
      And the domain ${elsewhere} has mail servers:
        | preference | host |
        | 10         | mx1  |
      And the domain ${faraway} has mail servers:
        | preference | host |
        | 10         | mx2  |
      And the domain ${nowhere} has mail servers:
        | preference | host |
        | 10         | mx3  |
      And an SMTP session after MAIL from a trusted address
      Then the dialogue is:
        """smtp
        C: RCPT TO:<@${faraway},@${nowhere}:carol@${elsewhere}>
        S? 4xx/5xx
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And mx3 was not called

  Rule: The reverse-path stays as it was

    # Whether the route is followed or not, mx1 is where the message comes.
    @R5321-4.1.1.3-3 @MUST
    Scenario: No name of the route comes into it
      Given any message hello
      And the domain ${elsewhere} has mail servers:
        | preference | host |
        | 10         | mx1  |
      And the domain ${faraway} has mail servers:
        | preference | host |
        | 10         | mx1  |
      And mx1 answers:
        """smtp
        S: 220 ${mx1} ESMTP
        C? HELO ${*}
        C: EHLO ${*:atom}
        S: 250 ${mx1}
        C: MAIL FROM:<${alice}>
        S: 250 2.1.0 go on
        C: RCPT TO:<${*}carol@${elsewhere}>
        S: 250 2.1.5 go on
        …
        """
      And an SMTP session after EHLO from a trusted address
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<@${faraway}:carol@${elsewhere}>
        S? 4xx/5xx
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And the dialogue at mx1 takes place

    @R5321-C-6 @R5321-3.3-3 @SHOULD
    Scenario: The server does not put its own name before it
      Given any message hello
      And the domain ${elsewhere} has mail servers:
        | preference | host |
        | 10         | mx1  |
      And mx1 answers:
        """smtp
        S: 220 ${mx1} ESMTP
        C? HELO ${*}
        C: EHLO ${*:atom}
        S: 250 ${mx1}
        C: MAIL FROM:<${alice}>
        S: 250 2.1.0 go on
        C: RCPT TO:<carol@${elsewhere}>
        S: 250 2.1.5 go on
        …
        """
      And an SMTP session after EHLO from a trusted address
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S? 4xx/5xx
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And the dialogue at mx1 takes place

  Rule: What comes back goes to the mailbox at the end of the reverse-path

    @R5321-6.1-6 @MUST
    Scenario: A route in the reverse-path is not followed
      Given any message hello
      And the domain ${elsewhere} has mail servers:
        | preference | host |
        | 10         | mx1  |
      And the domain ${faraway} has mail servers:
        | preference | host |
        | 10         | mx2  |
      And mx1 answers RCPT with 550 5.1.1 nobody here
      And an SMTP session after EHLO from a trusted address
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<@${faraway}:${alice}>
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S? 4xx/5xx
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And alice receives a bounce that names carol@${elsewhere}

  Rule: A partial name is not completed

    # Or its recipient is refused.
    @R5321-5.1-2 @MUST
    Scenario: A name of one label does not become one below the server's domain
      Given any message hello
      And the name server says:
        | name                 | type | value     |
        | part-${id}.${domain} | MX   | 10 ${mx1} |
      And an SMTP session after MAIL from a trusted address
      Then the dialogue is:
        """smtp
        C: RCPT TO:<carol@part-${id}>
        S? 4xx/5xx
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And mx1 was not called
