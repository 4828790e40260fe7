@needs-outside @needs-smtp @needs-smtp-ETRN @needs-trusted-client
Feature: What waits for a host is tried when it asks for that
  A host that was not there asks for its mail (RFC 1985): the server then calls it, as it would have done later.

  Rule: What the reply says of the queue is so

    # 251 says that nothing waits for the node; 252 and 253 say that something does. 250 says neither.
    @R1985-5.1-a @MUST
    Scenario: It is not said that nothing waits while a message does
      Given any message hello from alice
      And the next hop answers RCPT with 451 4.3.0 not now
      And an SMTP session after EHLO from a trusted address
      When alice submits the message hello to carol@${elsewhere}
      Then the dialogue is:
        """smtp
        C: ETRN ${elsewhere}
        S: 250/252/253/458/459
        """

    @R1985-5.1-a @MUST
    Scenario: It is not said that messages wait where none does
      Given an SMTP session after EHLO from a trusted address
      Then the dialogue is:
        """smtp
        C: ETRN ${nowhere}
        S: 250/251/458/459
        """

  Rule: What was asked for comes, over a connection of its own

    @R1985-5.1-3 @SHOULD
    Scenario: A message that was put off is handed on behind ETRN
      Given any message hello from alice
      And the next hop answers RCPT with 451 4.3.0 not now one time, then all
      And an SMTP session after EHLO from a trusted address
      When alice submits the message hello to carol@${elsewhere}
      And the client sends: ETRN ${elsewhere}
      Then the reply is 250/251/252/253/458/459
      And the next hop receives the message hello 1 time

    # Calling a host may take as long as it likes.
    @R1985-5.1-6 @SHOULD
    Scenario: The reply does not wait for a host that says nothing
      Given any message hello from alice
      And the next hop answers the greeting with silence
      And an SMTP session after EHLO from a trusted address
      When alice submits the message hello to carol@${elsewhere}
      Then the dialogue is:
        """smtp
        C: ETRN ${elsewhere}
        S: 250/251/252/253/458/459
        C: ${alive}
        """
