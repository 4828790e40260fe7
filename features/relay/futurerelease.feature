@needs-outside-dns @needs-submission-FUTURERELEASE
Feature: A message that shall go later
  A server that has accepted a message with a time keeps it until then (RFC 4865 §4.2), and tries it from then on as any other.

  Background:
    Given any message hello from alice
    And any message later from alice

  Rule: It does not go before its time

    @R4865-4.2-5 @MUST
    Scenario: A message that waits lets one pass that was handed in later
      Given a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> HOLDFOR=600
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      When alice submits the message later to carol@${elsewhere}
      Then the next hop receives the message later in its first transaction

    @R4865-4.2-6 @MUST
    Scenario: A message that waits for the latest date lets one pass that was handed in later
      Given a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* FUTURERELEASE ${*:number} ${latest:atom}
        C: MAIL FROM:<${alice}> HOLDUNTIL=${latest}
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      When alice submits the message later to carol@${elsewhere}
      Then the next hop receives the message later in its first transaction

    @R4865-4.2-5 @MUST @needs-smtp
    Scenario: Who has a mailbox here waits as well
      Given a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> HOLDFOR=600
        S: 250
        C: RCPT TO:<${bob}>
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And bob does not receive the message hello

    @R4865-4.2-5 @MUST @needs-restart
    Scenario: A server that restarts goes on waiting
      Given a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> HOLDFOR=600
        S: 250
        C: RCPT TO:<${bob}>
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      When the server restarts
      Then bob does not receive the message hello

    @R4865-4.2-5 @MUST @needs-smtp-ETRN @needs-trusted-client
    Scenario: Who asks for what waits does not get it before its time
      Given a submission session after AUTH
      And a second SMTP session after EHLO from a trusted address
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> HOLDFOR=600
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        C2: ETRN ${elsewhere}
        S2: 250/251/252/253/458/459
        """
      When alice submits the message later to carol@${elsewhere}
      Then the next hop receives the message later in its first transaction

  Rule: It goes when its time has come

    @R4865-3-a @MUST
    Scenario: A message that waited is handed on
      Given a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> HOLDFOR=2
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And the next hop receives the message hello 1 time

    @R4865-3-a @MUST
    Scenario: A message that waited arrives in a mailbox here
      Given a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> HOLDFOR=2
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250
        C: RCPT TO:<${bob}>
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And the next hop receives the message hello
      And bob receives the message hello

    @R4865-3-b @MUST
    Scenario: The next message of the session has no time but its own
      Given a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> HOLDFOR=600
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250
        C: DATA
        S: 354
        C~ ${later}
        C: .
        S: 250
        """
      And the next hop receives the message later in its first transaction

  Rule: A report tells of the wish

    @R4865-5.1.2-1 @R4865-5.1.2-2 @MUST
    Scenario: A message that waited and is refused comes back with what was asked for
      Given the next hop answers RCPT with 550 5.1.1 no such user
      And a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> HOLDFOR=2
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And alice receives a report of failure on carol@${elsewhere}
      And the report says of the message:
        """
        Arrival-Date: ${*}
        Future-Release-Request: for;${*}2
        """
