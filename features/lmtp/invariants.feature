@needs-lmtp
Feature: What an LMTP session says agrees with itself             # RFC 5321 §4.1.4, §4.2
  Held against every reply of every session of the run, whatever its scenario was about.

  Rule: Every reply belongs to something that was said

    @R5321-4.2-1 @R2033-4-a @MUST
    Scenario: Nothing is answered that was not asked
      Then every session of the run keeps the rule lmtp-asked

    @R5321-4.1.1.10-1 @R2033-4-a @MUST
    Scenario: The answer to QUIT is the last
      Then every session of the run keeps the rule lmtp-quit-is-last

    @R5321-4.3.1-3 @SHOULD
    Scenario: Every success has one of the codes that its command has for it
      Then every session of the run keeps the rule lmtp-success-code

    @R5321-4.3.1-3 @SHOULD
    Scenario: 354 answers DATA alone
      Then every session of the run keeps the rule lmtp-intermediate-after-data

    @R2033-4.2-a @R2033-4.3-a @MUST
    Scenario: Behind the content come no more replies than there are recipients
      Then every session of the run keeps the rule lmtp-reply-for-each-recipient

    @R2033-4.1-1 @MUST
    Scenario: HELO and EHLO are never accepted
      Then every session of the run keeps the rule lmtp-no-hello

  Rule: A session accepts only what belongs where it stands

    @R5321-4.1.4-14 @R2033-4-a @MUST
    Scenario: MAIL, RCPT, DATA and BDAT succeed in their order alone
      Then every session of the run keeps the rule lmtp-sequence

    @R2033-4.2-1 @MUST
    Scenario: DATA never succeeds without a recipient
      Then every session of the run keeps the rule lmtp-data-needs-recipient
