@needs-pop3 @needs-pop3-LOGIN-DELAY @profile-login-delay
Feature: LOGIN-DELAY
  A server that is asked too often lets a client wait (RFC 2449 §6.5, §8.1.1).

  Rule: The delay is announced

    @R2449-6.5-3 @MUST
    Scenario: After login the delay is no longer than before
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: CAPA
        S: +OK
        S* LOGIN-DELAY ${most:number}${*}
        C: USER ${alice.user}
        S: +OK
        C: PASS ${alice.password}
        S: +OK
        C: CAPA
        S: +OK
        S* LOGIN-DELAY ${own:number <= most}${*}
        """

  Rule: The delay is enforced

    @R2449-6.5-2 @SHOULD
    Scenario: A second login comes too soon
      Given a POP3 session authenticated
      And a second POP3 session before login
      Then the dialogue is:
        """pop3
        C: ${end}
        C2: USER ${alice.user}
        S2? -ERR
        S2: +OK
        C2: PASS ${alice.password}
        S2: -ERR
        """

    @R2449-8.1.1-a @MAY @needs-pop3-RESP-CODES
    Scenario: Who comes too soon is told so by [LOGIN-DELAY]
      Given a POP3 session authenticated
      And a second POP3 session before login
      Then the dialogue is:
        """pop3
        C: ${end}
        C2: USER ${alice.user}
        S2? -ERR [LOGIN-DELAY
        S2: +OK
        C2: PASS ${alice.password}
        S2: -ERR [LOGIN-DELAY
        """

    @R2449-6.5-2 @SHOULD
    Scenario: Other users need not wait
      Given a POP3 session before login
      And a second POP3 session before login
      Then the dialogue is:
        """pop3
        C: USER ${alice.user}
        S: +OK/-ERR
        C: PASS ${alice.password}
        S: +OK/-ERR
        C2: USER ${bob.user}
        S2: +OK
        C2: PASS ${bob.password}
        S2: +OK
        """
