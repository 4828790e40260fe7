@needs-submission @needs-submission-AUTH=XOAUTH2 @needs-token-alice
Feature: XOAUTH2
  What large providers have spoken since before RFC 7628, and no RFC says: name and token.

  Rule: A good token lets its owner in

    @M-robust-auth-xoauth2 @R4954-3-a @SHOULD
    Scenario: The token is let in
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH XOAUTH2 ${base64("user=", alice.user, x01, "auth=Bearer ", alice.token, x01, x01)}
        S: 235
        """

  Rule: Nobody else is let in

    @M-robust-auth-xoauth2-refused @MUST @spends-logins
    Scenario Outline: A token <what> is refused
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH XOAUTH2 ${base64("user=", <user>, x01, "auth=Bearer ", <token>, x01, x01)}
        S? 4xx/5xx
        S: 334
        C:
        S: 4xx/5xx
        """

      Examples:
        | what              | user       | token            |
        | that is not known | alice.user | "unknown-${id}"  |
        | of somebody else  | bob.user   | alice.token      |

    @M-robust-auth-xoauth2-refused @MUST @needs-expired-token-alice @spends-logins
    Scenario: A token whose time is over is refused
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH XOAUTH2 ${base64("user=", alice.user, x01, "auth=Bearer ", alice.expired-token, x01, x01)}
        S? 4xx/5xx
        S: 334
        C:
        S: 4xx/5xx
        """
