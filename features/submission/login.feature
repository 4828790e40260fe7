@needs-submission @needs-submission-AUTH=LOGIN
Feature: LOGIN
  It was never a standard, and is spoken everywhere: the server asks for the name, then for the password.

  Rule: Name and password are asked for, one after the other

    @M-robust-auth-login @R4954-3-a @SHOULD
    Scenario: The right name and password are let in
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH LOGIN
        S: 334
        C: ${base64(alice.user)}
        S: 334
        C: ${base64(alice.password)}
        S: 235
        """

  Rule: Nobody else is let in

    @M-robust-auth-login-refused @MUST @spends-logins
    Scenario Outline: <what> is refused
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH LOGIN
        S: 334
        C: ${base64(<user>)}
        S? 4xx/5xx
        S: 334
        C: ${base64(<password>)}
        S: 4xx/5xx
        """

      Examples:
        | what                                    | user         | password                 |
        | A wrong password                        | alice.user   | "not-the-password"       |
        | A name that nobody has                  | "nobody-${id}" | alice.password         |
        | A password with more behind it          | alice.user   | "${alice.password}x"     |

    @M-robust-auth-password-whole @SHOULD @spends-logins
    Scenario Outline: <what> is refused
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH LOGIN
        S: 334
        C: ${base64(<user>)}
        S? 4xx/5xx
        S: 334
        C: ${base64(<password>)}
        S: 4xx/5xx
        """

      Examples:
        | what                                     | user                 | password                 |
        | A password with a NUL and more behind it | alice.user  | alice.password, NUL, "x" |
        | A name with a NUL and more behind it    | alice.user, NUL, "x" | alice.password   |

    @M-robust-auth-login-refused @MUST @spends-logins
    Scenario: An empty password is refused
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH LOGIN
        S: 334
        C: ${base64(alice.user)}
        S: 334
        C:
        S: 4xx/5xx
        """

  Rule: The client may give up at either question

    @R4954-4-6 @MUST
    Scenario: A star in the place of the password cancels
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH LOGIN
        S: 334
        C: ${base64(alice.user)}
        S: 334
        C: *
        S: 501
        """

    @M-robust-auth-again @SHOULD
    Scenario: What was said before is forgotten
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH LOGIN
        S: 334
        C: ${base64(bob.user)}
        S: 334
        C: *
        S: 4xx/5xx
        C: AUTH LOGIN
        S: 334
        C: ${base64(alice.user)}
        S: 334
        C: ${base64(alice.password)}
        S: 235
        """
