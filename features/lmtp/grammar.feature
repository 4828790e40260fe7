@needs-lmtp
Feature: What an LMTP server writes is of LMTP's form             # RFC 5321 §4.2, RFC 2034 §4
  Held against every reply of every session of the run, whatever its scenario was about.

  Rule: Every line of a reply is a code, a separator and a text

    @R5321-4.3.2-2 @R5321-4.2-9 @R2033-4-a @MUST
    Scenario: Every reply begins with three digits, the first of them 2 to 5
      Then every session of the run keeps the rule lmtp-code

    @R5321-4.2-c @R2033-4-a @MUST
    Scenario: A space or a hyphen stands behind every code
      Then every session of the run keeps the rule lmtp-separator

    @R5321-4.2.1-4 @R2033-4-a @MUST
    Scenario: Every line of a reply has the code of the first
      Then every session of the run keeps the rule lmtp-same-code

    @R5321-4.2-5 @SHOULD
    Scenario: Every reply has a text
      Then every session of the run keeps the rule lmtp-text-follows

    @R5321-4.2-d @R2033-4-a @MUST
    Scenario: Every text is printable ASCII and white space
      Then every session of the run keeps the rule lmtp-text

    @R5321-4.2-e @R2033-4-a @MUST
    Scenario: Every line of a reply ends in CRLF
      Then every session of the run keeps the rule lmtp-line-end

    @R5321-4.5.3.1.5-a @R2033-4-a @MUST
    Scenario: Every line of a reply has at most 512 octets
      Then every session of the run keeps the rule lmtp-line-length

  Rule: A server says who it is, and what it can do

    @R5321-4.2-a @SHOULD
    Scenario: Every greeting begins with a domain or an address literal
      Then every session of the run keeps the rule lmtp-greeting-names-server

    @R5321-4.1.1.1-c @SHOULD
    Scenario: Every positive answer to LHLO begins with a domain or an address literal
      Then every session of the run keeps the rule lmtp-hello-names-server

    @R5321-4.1.1.1-d @SHOULD
    Scenario: Every keyword is of the form of one
      Then every session of the run keeps the rule lmtp-keyword

    @R5321-2.2.2-2 @R2033-4.1-a @MUST
    Scenario: Every keyword is registered or begins with X
      Then every session of the run keeps the rule lmtp-keyword-registered

    @R2034-3-a @R2920-2-a @R3030-3-b @R6152-2-a @R6531-3.1-1 @R2033-4.1-a @MUST
    Scenario: Every keyword has the parameters of its definition
      Then every session of the run keeps the rule lmtp-keyword-parameters

    @R6531-3.1-6 @R2033-4.1-a @MUST
    Scenario: SMTPUTF8 is never announced without 8BITMIME
      Then every session of the run keeps the rule lmtp-utf8-with-8bit

  Rule: Where enhanced status codes are announced, the text of a reply begins with one

    @R2034-4-1 @R2034-4-2 @R2033-4-a @MUST
    Scenario: Every reply of the classes 2, 4 and 5 has a status code
      Then every session of the run keeps the rule lmtp-status-code

    @R3463-2-a @R3463-2-1 @R2033-4-a @MUST
    Scenario: Every status code is three numbers without leading zeros
      Then every session of the run keeps the rule lmtp-status-code-form

    @R2034-4-3 @R2033-4-a @MUST
    Scenario: The class of every status code is the first digit of its reply
      Then every session of the run keeps the rule lmtp-status-code-class

    @R3463-2-b @R2033-4-a @SHOULD
    Scenario: Every status code is registered
      Then every session of the run keeps the rule lmtp-status-code-registered
