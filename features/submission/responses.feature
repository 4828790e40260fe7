@needs-submission @needs-submission-AUTH=PLAIN
Feature: Challenges and responses
  How mechanisms of any kind are carried: in base64, with the command or after a challenge (RFC 4954 §4).

  Rule: A challenge that says nothing is empty

    @R4954-4-7 @MUST
    Scenario: PLAIN without a response is asked for one by an empty challenge
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN
        S: 334
        S! ${*:atom}
        """

  Rule: Mechanisms are written in any case of letters

    @R4954-8-1 @MUST
    Scenario: Small letters are understood
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: auth plain ${base64(NUL, alice.user, NUL, alice.password)}
        S: 235
        """

  Rule: A response with the command is base64

    @R4954-4-12 @R4954-4-14 @MUST
    Scenario Outline: <what> with the command is answered 501
      Given a submission session before login
      When the client sends: AUTH PLAIN <response>
      Then the reply is 501

      Examples:
        | what                       | response |
        | What is no base64          | !!!!     |
        | Padding at the beginning   | =AAA     |
        | Padding in the middle      | AAA=BBBB |
        | A digit too few            | AAAAA    |

    @R4954-4-12 @R4954-4-14 @MUST @spends-logins
    Scenario Outline: The right password with <what> is answered 501
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN
        S: 334
        C: <before>${base64(NUL, alice.user, NUL, alice.password)}<after>
        S: 501
        """

      Examples:
        | what               | before | after |
        | a dot behind it    |        | .     |
        | a dash before it   | -      |       |

    @R4954-4-12 @SHOULD @needs-submission-ENHANCEDSTATUSCODES
    Scenario: The status code for that is 5.5.2
      Given a submission session before login
      When the client sends: AUTH PLAIN !!!!
      Then the reply is 501 5.5.2${SP}

    @R4616-2-a @MUST @spends-logins
    Scenario: An empty response is no name and no password
      Given a submission session before login
      When the client sends: AUTH PLAIN =
      Then the reply is 4xx/5xx

  Rule: With a mechanism in which the server speaks first nothing comes with the command

    @R4954-4-10 @MUST @needs-submission-AUTH=CRAM-MD5
    Scenario: A response with AUTH CRAM-MD5 is answered 501
      Given a submission session before login
      When the client sends: AUTH CRAM-MD5 ${base64("${alice.user} 0123456789abcdef0123456789abcdef")}
      Then the reply is 501

    @R4954-4-11 @SHOULD @needs-submission-AUTH=CRAM-MD5 @needs-submission-ENHANCEDSTATUSCODES
    Scenario: The status code for that is 5.7.0
      Given a submission session before login
      When the client sends: AUTH CRAM-MD5 ${base64("${alice.user} 0123456789abcdef0123456789abcdef")}
      Then the reply is 501 5.7.0${SP}

  Rule: A star gives up

    @R4954-4-6 @MUST
    Scenario: A star is answered 501
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN
        S: 334
        C: *
        S: 501
        """

    @M-robust-auth-again @SHOULD
    Scenario: After a star another login succeeds
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN
        S: 334
        C: *
        S: 4xx/5xx
        C: AUTH PLAIN ${base64(NUL, alice.user, NUL, alice.password)}
        S: 235
        """

  Rule: Responses are longer than commands

    # The longest PLAIN: three times 255 octets (RFC 4616 §2). A line of SMTP has 512 (RFC 5321 §4.5.3.1.4).
    @R4954-4-15 @MUST @spends-logins
    Scenario: A response as long as PLAIN can be is taken
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN
        S: 334
        C: ${base64("${255 * "a"}", NUL, "${255 * "b"}", NUL, "${255 * "c"}")}
        S: 4xx/530/534/535/538/550/551/553/554
        """

    # A server may have more room than that, and then say what it says of any wrong response.
    @R4954-4-16 @SHOULD @hostile @spends-logins @needs-submission-ENHANCEDSTATUSCODES
    Scenario: The status code for a line that is too long is 5.5.6
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN
        S: 334
        C: ${40000 * "A"}
        S? 4xx/501/503/530/534/535/538/550/552/554
        S: 500 5.5.6${SP}
        """

    @M-robust-auth-huge @SHOULD @hostile @spends-logins
    Scenario: After such a line the session goes on
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN
        S: 334
        C: ${40000 * "A"}
        S: 4xx/5xx
        C: ${alive}
        """

  Rule: Each outcome has its status code

    @R4954-6-1 @SHOULD @needs-submission-ENHANCEDSTATUSCODES
    Scenario: Success has the status code 2.7.0
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN ${base64(NUL, alice.user, NUL, alice.password)}
        S: 235 2.7.0${SP}
        """

    @R4954-6-1 @SHOULD @needs-submission-ENHANCEDSTATUSCODES @spends-logins
    Scenario: A wrong password has the status code 5.7.8
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN ${base64(NUL, alice.user, NUL, "not-the-password")}
        S? 4xx/534
        S: 535 5.7.8${SP}
        """

    @R4954-4-a @MUST
    Scenario: A mechanism that nobody knows is answered 504
      Given a submission session before login
      When the client sends: AUTH XMAILSPEC
      Then the reply is 504
