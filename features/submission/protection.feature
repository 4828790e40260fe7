@needs-submission @needs-submission-AUTH @needs-submission-STARTTLS
Feature: Passwords and tokens under TLS
  What shows the password to whoever listens is offered and used under TLS only (RFC 4954 §4, RFC 4616 §5, RFC 7628 §3).

  Rule: In clear no mechanism is announced that would show a password

    @R4954-4-30 @R4616-5-1 @SHOULD
    Scenario Outline: <mechanism> is not announced in clear
      Given a submission session not greeted
      Then the dialogue is:
        """smtp
        S: 220
        C: EHLO ${helo}
        S: 250
        S! AUTH <mechanism>
        S! AUTH ${*} <mechanism>${*}
        """

      Examples:
        | mechanism |
        | PLAIN     |
        | LOGIN     |

    @R4954-6-7 @SHOULD
    Scenario: OAUTHBEARER is not announced in clear
      Given a submission session not greeted
      Then the dialogue is:
        """smtp
        S: 220
        C: EHLO ${helo}
        S: 250
        S! AUTH ${*}OAUTHBEARER${*}
        """

    @R5802-6-2 @SHOULD
    Scenario: SCRAM-SHA-256-PLUS is not announced where there is no TLS to bind to
      Given a submission session not greeted
      Then the dialogue is:
        """smtp
        S: 220
        C: EHLO ${helo}
        S: 250
        S! AUTH ${*}SCRAM-SHA-256-PLUS${*}
        """

  Rule: Nor is it taken when it is tried all the same

    @R4616-5-1 @SHOULD @spends-logins
    Scenario: PLAIN in clear is refused
      Given a submission session not greeted
      Then the dialogue is:
        """smtp
        S: 220
        C: EHLO ${helo}
        S: 250
        C: AUTH PLAIN ${base64(NUL, alice.user, NUL, alice.password)}
        S: 4xx/5xx
        """

    @R7628-3-1 @MUST @spends-logins
    Scenario: OAUTHBEARER in clear is refused before it has shown a token
      Given a submission session not greeted
      Then the dialogue is:
        """smtp
        S: 220
        C: EHLO ${helo}
        S: 250
        C: AUTH OAUTHBEARER
        S: 4xx/5xx
        """

  Rule: Under TLS there is PLAIN, which all can speak

    # Every server must be able to (RFC 4954 §4); a site may turn it off, as those do that want tokens only.
    @R4954-4-31 @SHOULD
    Scenario: Under TLS PLAIN is announced and let in
      Given a submission session not greeted
      Then the dialogue is:
        """smtp
        S: 220
        C: EHLO ${helo}
        S: 250
        C: STARTTLS
        S: 220
        C: ${starttls}
        C: EHLO ${helo}
        S: 250
        S* AUTH${*}PLAIN${*}
        C: AUTH PLAIN ${base64(NUL, alice.user, NUL, alice.password)}
        S: 235
        """
