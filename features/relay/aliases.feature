@needs-outside-dns
Feature: Aliases
  An address that stands for others is replaced by each of them; the rest of the envelope, and the message, stay as they are (RFC 5321 §3.9.1).

  Rule: Mail for an alias goes where it leads

    @R5321-3.9-1 @SHOULD @needs-alias-elsewhere
    Scenario: An alias of an address elsewhere
      Given any message hello from alice
      When alice submits the message hello to ${alias.elsewhere}
      Then the next hop receives the message hello 1 time

    @R5321-3.9-1 @SHOULD @needs-alias-bob
    Scenario: An alias of a mailbox here
      Given any message hello from alice
      When alice submits the message hello to ${alias.bob}
      Then bob receives the message hello 1 time

    @R5321-3.9.1-a @MUST @needs-alias-several
    Scenario: An alias of a mailbox here and of an address elsewhere
      Given any message hello from alice
      When alice submits the message hello to ${alias.several}
      Then bob receives the message hello
      And the next hop receives the message hello

    # Whom an administrator has named there is no third party: nobody needs to be trusted to write to him.
    @R5321-3.9-1 @SHOULD @needs-alias-elsewhere @needs-smtp
    Scenario: A stranger writes to an alias of an address elsewhere
      Given any message hello
      And an SMTP session after MAIL
      Then the dialogue is:
        """smtp
        C: RCPT TO:<${alias.elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And the next hop receives the message hello

    @R5321-3.9-4 @SHOULD @needs-alias-several @needs-smtp
    Scenario: One of those behind an alias writes to it, and gets it too
      Given any message hello from bob
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${bob}>
        S: 250
        C: RCPT TO:<${alias.several}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then bob receives the message hello
      And the next hop receives the message hello

  Rule: The address is replaced, and nothing else of the envelope

    # Who rewrites the reverse-path so that SPF lets it pass (SRS) makes a list of the alias.
    @R5321-3.9.1-b @SHOULD @needs-alias-elsewhere
    Scenario: The reverse-path stays, and the address behind the alias is the recipient
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C? HELO ${*}
        C: EHLO ${*}
        S: 250 ${next-hop}
        C: MAIL FROM:<${alice}>
        S: 250 go on
        C: RCPT TO:<${alias.elsewhere.to}>
        S: 250 go on
        …
        """
      When alice submits the message hello to ${alias.elsewhere}
      Then the dialogue at the next hop takes place
      And the next hop receives the message hello

    @R5321-3.9.1-b @SHOULD @needs-alias-elsewhere @needs-smtp
    Scenario: A null reverse-path stays null
      Given any message hello
      And the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C? HELO ${*}
        C: EHLO ${*}
        S: 250 ${next-hop}
        C: MAIL FROM:<>
        S: 250 go on
        …
        """
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<>
        S: 250
        C: RCPT TO:<${alias.elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then the dialogue at the next hop takes place
      And the next hop receives the message hello

    @R5321-3.9.1-b @SHOULD @needs-alias-elsewhere
    Scenario: The message goes on as it came
      Given any message hello from alice
      When alice submits the message hello to ${alias.elsewhere}
      Then the next hop receives the message hello
      And the received message ends with the message hello

  Rule: What cannot be delivered behind an alias is told to who sent it

    @R5321-6.1-2 @MUST @needs-alias-elsewhere
    Scenario: The host elsewhere refuses the recipient
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to ${alias.elsewhere}
      Then alice receives a bounce that names ${alias.elsewhere}

    @R5321-6.1-2 @MUST @needs-alias-several
    Scenario: Of two behind an alias the one elsewhere is refused
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to ${alias.several}
      Then alice receives a bounce that names ${alias.several}
      And bob receives the message hello 1 time

    @R5321-6.1-2 @MUST @needs-alias-unknown
    Scenario: The alias leads to a mailbox that does not exist
      Given any message hello from alice
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<${alias.unknown}>
        S? 4xx/5xx
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S? 4xx/5xx
        S: 250
        """
      Then alice receives a bounce that names ${alias.unknown}

    @R5321-6.3-2 @MUST @needs-alias-ring
    Scenario: The alias leads back to itself
      Given any message hello from alice
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<${alias.ring}>
        S? 4xx/5xx
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S? 4xx/5xx
        S: 250
        """
      Then alice receives a bounce that names ${alias.ring}
