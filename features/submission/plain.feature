@needs-submission @needs-submission-AUTH=PLAIN
Feature: PLAIN
  One message from the client: whom to act as, who it is, and the password, parted by NUL (RFC 4616).

  Rule: The right name and password are let in

    @R4954-4-31 @R4954-3-a @MUST
    Scenario: The response may come with the command
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN ${base64(NUL, alice.user, NUL, alice.password)}
        S: 235
        """

    @R4954-4-31 @MUST
    Scenario: The response may follow an empty challenge
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN
        S: 334
        C: ${base64(NUL, alice.user, NUL, alice.password)}
        S: 235
        """

    @R4954-4-31 @MUST @needs-submissions
    Scenario: They are let in on the TLS port too
      Given a submission session before login on the TLS port
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN ${base64(NUL, alice.user, NUL, alice.password)}
        S: 235
        """

  Rule: It may be said on port 25 as well

    @R4954-4-31 @MUST @needs-smtp-AUTH=PLAIN
    Scenario: What is sent there after a login is taken
      Given an SMTP session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<${bob}>
        S: 250/251
        """

  Rule: Who has the wrong name or password is not let in

    @R4616-2-b @MUST @spends-logins
    Scenario Outline: <what> is refused
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN ${base64(NUL, <user>, NUL, <password>)}
        S: 4xx/5xx
        """

      Examples:
        | what                      | user                | password           |
        | A wrong password          | alice.user          | "not-the-password" |
        | Somebody else's name      | "nobody-${id}"      | alice.password     |
        | A name with more after it | "${alice.user}x"    | alice.password     |

    # Where no other code is more specific: “try later”, “too weak”, “not without TLS” (RFC 4954 §6).
    @R4954-4-21 @SHOULD @spends-logins
    Scenario: A wrong password is answered 535
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN ${base64(NUL, alice.user, NUL, "not-the-password")}
        S? 4xx/504/530/534/538
        S: 535
        """

    @R4954-4-21 @SHOULD @needs-smtp-AUTH=PLAIN @spends-logins
    Scenario: On port 25 a wrong password is answered 535 too
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN ${base64(NUL, alice.user, NUL, "not-the-password")}
        S? 4xx/504/530/534/538
        S: 535
        """

  Rule: The password counts from its first octet to its last

    @M-robust-auth-password-whole @MUST @spends-logins
    Scenario Outline: The password with <what> is refused
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN ${base64(NUL, alice.user, NUL, <password>)}
        S: 4xx/5xx
        """

      Examples:
        | what                | password                   |
        | more behind it      | "${alice.password}x"       |
        | much more behind it | alice.password, "${200 * "x"}"  |
        | a space behind it   | "${alice.password} "       |
        | a line end behind it | "${alice.password}${CRLF}" |

    @M-robust-auth-password-whole @MUST @needs-small-letters-alice @spends-logins
    Scenario: The password in capitals is refused
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN ${base64(NUL, alice.user, NUL, upper(alice.password))}
        S: 4xx/5xx
        """

  Rule: A client acts for itself and for nobody else

    @R4616-2-d @SHOULD
    Scenario: The user's own name may be said twice
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN ${base64(alice.user, NUL, alice.user, NUL, alice.password)}
        S: 235
        """

    @R4616-2-c @MUST @spends-logins
    Scenario: The name of another user is refused
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN ${base64(bob.user, NUL, alice.user, NUL, alice.password)}
        S: 4xx/5xx
        """

    @R4616-2-c @MUST @spends-logins
    Scenario: The name of nobody is refused
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN ${base64("nobody-${id}", NUL, alice.user, NUL, alice.password)}
        S: 4xx/5xx
        """

  Rule: The message has two NULs, and something between and behind them

    @R4616-2-a @MUST @spends-logins
    Scenario Outline: A message <what> lets nobody in
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN
        S: 334
        C: ${base64(<message>)}
        S: 4xx/5xx
        """

      Examples:
        | what                             | message                                        |
        | without NUL                      | alice.user, SP, alice.password                 |
        | with its name before the first NUL alone | alice.user, NUL, NUL, alice.password  |
        | with one NUL                     | alice.user, NUL, alice.password                |
        | with a third NUL at its beginning | NUL, NUL, alice.user, NUL, alice.password     |
        | with an octet that is no UTF-8   | NUL, alice.user, NUL, alice.password, xFF      |

    @M-robust-auth-password-whole @SHOULD @spends-logins
    Scenario Outline: A message <what> lets nobody in
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN
        S: 334
        C: ${base64(<message>)}
        S: 4xx/5xx
        """

      Examples:
        | what                              | message                                        |
        | with a third NUL at its end      | NUL, alice.user, NUL, alice.password, NUL      |
        | with more behind a third NUL     | NUL, alice.user, NUL, alice.password, NUL, "x" |

    @R4616-2-9 @MUST @spends-logins
    Scenario Outline: <what> lets nobody in
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN
        S: 334
        C: ${base64(NUL, <user>, NUL, <password>)}
        S: 4xx/5xx
        """

      Examples:
        | what                                     | user                  | password                  |
        | An empty password                        | alice.user            | ""                        |
        | An empty name                            | ""                    | alice.password            |
        | A password of which SASLprep leaves none | alice.user            | xC2AD                     |
        | A password with a control character      | alice.user            | "${alice.password}${x07}" |

    @R4954-4-18 @MUST @spends-logins
    Scenario: A name with a control character lets nobody in
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN ${base64(alice.user, x07, NUL, alice.user, NUL, alice.password)}
        S: 4xx/5xx
        """

  Rule: Names and passwords are compared after SASLprep

    # U+00AD, the soft hyphen, is mapped to nothing (RFC 4013 §2.1).
    @R4954-4-17 @R4616-2-7 @SHOULD
    Scenario Outline: A soft hyphen in the <what> makes no difference
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN ${base64(NUL, <user>, NUL, <password>)}
        S: 235
        """

      Examples:
        | what     | user                   | password                   |
        | name     | "${xC2AD}${alice.user}" | alice.password             |
        | password | alice.user             | "${xC2AD}${alice.password}" |

  Rule: Names and passwords may be long

    # How a server refuses a wrong password is its own choice; that the line is too long or has too much in it is no reason here.
    @R4616-2-6 @MUST @spends-logins
    Scenario: 255 octets each are read, and found to be wrong
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN
        S: 334
        C: ${base64("${255 * "a"}", NUL, "${255 * "b"}", NUL, "${255 * "c"}")}
        S: 4xx/530/534/535/538/550/551/553/554
        """

    @M-robust-auth-huge @SHOULD @spends-logins @hostile
    Scenario Outline: A <what> of 8000 octets is answered, and the session goes on
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN
        S: 334
        C: ${base64(NUL, <user>, NUL, <password>)}
        S: 4xx/5xx
        C: ${alive}
        """

      Examples:
        | what     | user       | password   |
        | name     | "${8000 * "a"}" | "secret"   |
        | password | alice.user | "${8000 * "a"}" |
