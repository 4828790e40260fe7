@needs-submission @needs-submission-AUTH=OAUTHBEARER @needs-token-alice
Feature: OAUTHBEARER
  A token in the place of the password: a GS2 header, then key=value, each ended by an octet 1, and one such octet more (RFC 7628).

  Rule: A good token lets its owner in

    @R7628-3-a @R4954-3-a @MUST
    Scenario: The token is let in
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH OAUTHBEARER ${base64("n,a=${alice.user},", x01, "auth=Bearer ", alice.token, x01, x01)}
        S: 235
        """

    @R7628-3-a @MUST
    Scenario: It may follow an empty challenge
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH OAUTHBEARER
        S: 334
        C: ${base64("n,a=${alice.user},", x01, "auth=Bearer ", alice.token, x01, x01)}
        S: 235
        """

    @R7628-3.1-1 @MUST
    Scenario: Keys that are not known are passed over
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH OAUTHBEARER ${base64("n,a=${alice.user},", x01, "flavour=sweet", x01, "auth=Bearer ", alice.token, x01, x01)}
        S: 235
        """

  Rule: Another token is refused, with a reason for the client to read

    @R7628-3.2-a @MUST @spends-logins
    Scenario: A token that is not known is refused
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH OAUTHBEARER ${base64("n,a=${alice.user},", x01, "auth=Bearer unknown-${id}", x01, x01)}
        S? 4xx/5xx
        S: 334
        C: ${base64(x01)}
        S: 4xx/5xx
        """

    @R7628-3.2-a @MUST @needs-expired-token-alice @spends-logins
    Scenario: A token whose time is over is refused
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH OAUTHBEARER ${base64("n,a=${alice.user},", x01, "auth=Bearer ", alice.expired-token, x01, x01)}
        S? 4xx/5xx
        S: 334
        C: ${base64(x01)}
        S: 4xx/5xx
        """

    @R7628-3.2-b @MUST @spends-logins
    Scenario: A token of somebody else is refused
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH OAUTHBEARER ${base64("n,a=${bob.user},", x01, "auth=Bearer ", alice.token, x01, x01)}
        S? 4xx/5xx
        S: 334
        C: ${base64(x01)}
        S: 4xx/5xx
        """

    @R7628-3.2.2-a @R7628-3.2.2-1 @MUST @spends-logins
    Scenario: The reason is JSON with a status
      Given a submission session before login
      When the client sends: AUTH OAUTHBEARER ${base64("n,a=${alice.user},", x01, "auth=Bearer unknown-${id}", x01, x01)}
      Then the reply is 334
      And every line of the last reply is an error result of OAuth

    # That there is a reason to read is judged above.
    @R7628-3.2.3-a @MUST @spends-logins
    Scenario: The client has read it, and the exchange fails
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH OAUTHBEARER ${base64("n,a=${alice.user},", x01, "auth=Bearer unknown-${id}", x01, x01)}
        S? 4xx/5xx
        S: 334
        C: ${base64(x01)}
        S: 4xx/5xx
        C: ${alive}
        """

    @R4954-4-6 @MUST @spends-logins
    Scenario: The client may also give up
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH OAUTHBEARER ${base64("n,a=${alice.user},", x01, "auth=Bearer unknown-${id}", x01, x01)}
        S? 4xx/5xx
        S: 334
        C: *
        S: 501
        """

  Rule: What is not of the form lets nobody in

    @R7628-3.1-a @MUST @spends-logins
    Scenario Outline: A response <what> is refused
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH OAUTHBEARER
        S: 334
        C: ${base64(<response>)}
        S? 4xx/5xx
        S: 334
        C: ${base64(x01)}
        S: 4xx/5xx
        """

      Examples:
        | what                      | response                                                                              |
        | of one octet 1            | x01                                                                                   |
        | without auth              | "n,a=${alice.user},", x01, "host=${domain}", x01, x01                                 |
        | with another scheme       | "n,a=${alice.user},", x01, "auth=Basic ", alice.token, x01, x01                       |
        | with an empty token       | "n,a=${alice.user},", x01, "auth=Bearer ", x01, x01                                   |
