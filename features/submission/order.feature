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
        S* AUTH ${*:atom}${*}
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

    @R4954-4-2 @MUST @needs-submission-AUTH=PLAIN
    Scenario: A new EHLO does not make room for another login
      Given a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250/5xx
        C: AUTH PLAIN
        S: 503
        """

  Rule: Where a login is demanded, MAIL waits for it

    @R4954-6-6 @SHOULD
    Scenario: MAIL before the login is answered 530, or taken
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S? 250
        S: 530
        """

  Rule: What was logged in shows in the trace

    @R4954-7-2 @SHOULD @needs-submission-AUTH=PLAIN
    Scenario: The Received field tells that its sender was logged in
      Given a submission session after DATA
      Then the dialogue is:
        """smtp
        C: From: <${alice}>
        C: To: <${alice}>
        C: Subject: ${id}
        C: Date: Tue, 03 Jun 2025 10:00:00 +0000
        C:
        C: A message with a trace.
        C: .
        S: 250
        """
      And alice receives the message "Subject: ${id}"
      And the top Received field has a WITH clause that tells of a login
