@needs-smtp
Feature: What an SMTP session says agrees with itself             # RFC 5321 §4.1.4, §4.2
  Held against every reply of every session of the run, whatever its scenario was about.

  Rule: Every reply belongs to something that was said

    @R5321-4.2-1 @MUST
    Scenario: Nothing is answered that was not asked
      Then every session of the run keeps the rule smtp-asked

    @R5321-4.1.1.10-1 @MUST
    Scenario: The answer to QUIT is the last
      Then every session of the run keeps the rule smtp-quit-is-last

    @R5321-4.3.1-3 @SHOULD
    Scenario: Every success has one of the codes that its command has for it
      Then every session of the run keeps the rule smtp-success-code

    @R5321-4.3.1-3 @SHOULD
    Scenario: 354 answers DATA alone
      Then every session of the run keeps the rule smtp-intermediate-after-data

    @R4954-4-5 @SHOULD
    Scenario: 334 answers AUTH alone
      Then every session of the run keeps the rule smtp-challenge-in-auth

  Rule: A session accepts only what belongs where it stands

    @R5321-4.1.4-14 @MUST
    Scenario: MAIL, RCPT, DATA and BDAT succeed in their order alone
      Then every session of the run keeps the rule smtp-sequence

    @R4954-4-2 @MUST
    Scenario: AUTH succeeds once
      Then every session of the run keeps the rule smtp-auth-once

    @R4954-4-3 @MUST
    Scenario: AUTH never succeeds within a transaction
      Then every session of the run keeps the rule smtp-auth-outside-transaction
