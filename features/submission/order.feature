@needs-submission @needs-submission-AUTH
Feature: AUTH among the other commands
  AUTH comes once, after EHLO and outside of transactions (RFC 4954 §4).

  Rule: AUTH lists its mechanisms to whoever is greeted

    @R4954-3-a @MUST
    Scenario: The EHLO reply lists the mechanisms
      Given a submission session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* AUTH ${mechanism:atom}${*}
        """

  Rule: Who is logged in does not log in again

    @R4954-4-2 @MUST @needs-submission-AUTH=PLAIN
    Scenario Outline: AUTH <state> is answered 503
      Given a submission session <state>
      When the client sends: AUTH PLAIN
      Then the reply is 503

      Examples:
        | state           |
        | after AUTH      |
        | after a message |

  Rule: AUTH stands outside of transactions

    # The client is logged in as well, which RFC 4954 §4 has answered 503 too.
    @R4954-4-3 @MUST @needs-submission-AUTH=PLAIN
    Scenario Outline: AUTH <state> is answered 503
      Given a submission session <state>
      When the client sends: AUTH PLAIN
      Then the reply is 503

      Examples:
        | state      |
        | after MAIL |
        | after RCPT |
