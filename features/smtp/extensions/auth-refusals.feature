@needs-smtp
Feature: Authentication refused
  What a server says to AUTH where it cannot succeed (RFC 4954). Successful authentication belongs to submission. A server that
  announces a mechanism and wants TLS first is judged once, by the scenario for that; elsewhere its refusal ends the scenario.

  Rule: AUTH names a mechanism that the server offers

    @R4954-4-b @SHOULD
    Scenario: AUTH without a mechanism is refused
      Given an SMTP session after EHLO
      When the client sends: AUTH
      Then the reply is 4xx/5xx

    @R4954-4-a @MUST @needs-smtp-AUTH
    Scenario: An unknown mechanism is answered 504
      Given an SMTP session after EHLO
      When the client sends: AUTH XMAILSPEC
      Then the reply is 504/530/534/538

    @R4954-4-4 @SHOULD @needs-smtp-AUTH @needs-smtp-ENHANCEDSTATUSCODES
    Scenario: The status code for an unknown mechanism is 5.5.4
      Given an SMTP session after EHLO
      When the client sends: AUTH XMAILSPEC
      Then the reply is 504 5.5.4${SP}

    @R4954-3-a @MUST @needs-smtp-AUTH
    Scenario: The EHLO reply lists the mechanisms
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* AUTH ${*:atom}${*}
        """

    @R4954-8-1 @MUST @needs-smtp-AUTH
    Scenario: Verb and mechanism may be written in lower case
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* AUTH ${mechanism:atom}${*}
        C: AUTH ${mechanism}
        S? 4xx/504/530/534/538
        S: 334
        C: *
        S: 4xx/5xx
        C: auth ${lower(mechanism)}
        S: 334
        """

    @R4954-6-7 @SHOULD @needs-clear-smtp-AUTH
    Scenario: The mechanism that is announced first is not refused for want of encryption
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* AUTH ${mechanism:atom}${*}
        C: AUTH ${mechanism}
        S: 334/4xx/501/503/535
        """

  Rule: AUTH stands outside of transactions

    @R4954-4-3 @MUST @needs-smtp-AUTH
    Scenario: AUTH after MAIL is answered 503
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* AUTH ${mechanism:atom}${*}
        C: MAIL FROM:<${sender}>
        S: 250
        C: AUTH ${mechanism}
        S: 503
        """

    @R4954-4-3 @MUST @needs-smtp-AUTH
    Scenario: AUTH after RCPT is answered 503
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* AUTH ${mechanism:atom}${*}
        C: MAIL FROM:<${sender}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: AUTH ${mechanism}
        S: 503
        """

    @R4954-4-3 @MUST @needs-smtp-AUTH
    Scenario: The transaction survives that refusal
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* AUTH ${mechanism:atom}${*}
        C: MAIL FROM:<${sender}>
        S: 250
        C: AUTH ${mechanism}
        S: 4xx/5xx
        C: RCPT TO:<${alice}>
        S: 250/251
        """

  Rule: A challenge is base64 and nothing else

    @R4954-4-5 @MUST @needs-smtp-AUTH
    Scenario: A challenge has no text beside it
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* AUTH ${mechanism:atom}${*}
        C: AUTH ${mechanism}
        S? 504/530/534/538
        S: 334
        S! ${*}${SP}${*}
        S! ${*}:${*}
        """

    @R4954-4-7 @MUST @needs-smtp-AUTH=SCRAM-SHA-256
    Scenario: A mechanism that the client begins is opened with an empty challenge
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* AUTH ${*}
        C: AUTH SCRAM-SHA-256
        S? 504/530/534/538
        S: 334
        S! ${*:atom}
        """

  Rule: The client may give up, and then the session goes on

    @R4954-4-6 @MUST @needs-smtp-AUTH
    Scenario: A star cancels the exchange
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* AUTH ${mechanism:atom}${*}
        C: AUTH ${mechanism}
        S? 504/530/534/538
        S: 334
        C: *
        S: 501
        """

    @R4954-4-6 @MUST @needs-smtp-AUTH
    Scenario: After a star the next command is a command again
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* AUTH ${mechanism:atom}${*}
        C: AUTH ${mechanism}
        S? 504/530/534/538
        S: 334
        C: *
        S: 4xx/5xx
        C: MAIL FROM:<${sender}>
        S: 250
        """

  Rule: A response that is not base64 is refused

    @R4954-4-12 @R4954-4-14 @MUST @needs-smtp-AUTH
    Scenario Outline: A response with <what> is answered 501
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* AUTH ${mechanism:atom}${*}
        C: AUTH ${mechanism}
        S? 504/530/534/538
        S: 334
        C: <response>
        S: 501
        """

      Examples:
        | what                      | response |
        | characters outside base64 | !!!!     |
        | a space inside            | AAAA AAA |
        | padding at its beginning  | =AAA     |
        | padding in its middle     | AAA=BBBB |
        | a digit too few           | AAAAA    |

  Rule: MAIL may name who submitted the message

    @R4954-5-2 @MUST @needs-smtp-AUTH
    Scenario Outline: <what> is accepted from a client that is not authenticated
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> <parameter>
      Then the reply is 250

      Examples:
        | what                          | parameter                   |
        | An identity that is not known | AUTH=<>                     |
        | An address                    | AUTH=someone@elsewhere.test |
        | An address in xtext           | AUTH=e+3Dmc2@elsewhere.test |
        | A keyword in lower case       | auth=<>                     |

    @R4954-8-a @SHOULD @needs-smtp-AUTH
    Scenario Outline: AUTH at MAIL with <what> is refused
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> <parameter>
      Then the reply is 5xx

      Examples:
        | what                       | parameter  |
        | no value                   | AUTH       |
        | a plus sign not encoded    | AUTH=a+b@c |
        | a value that is no address | AUTH=<     |
