@needs-pop3
Feature: What a POP3 server writes is of POP3's form             # RFC 1939 §3, RFC 2449 §3
  Held against every response of every session of the run, whatever its scenario was about.

  Rule: A response is a line that begins with its indicator

    @R1939-3-3 @MUST
    Scenario: Every response begins with +OK or -ERR in capitals
      Then every session of the run keeps the rule pop3-indicator

    @R1939-3-g @MUST
    Scenario: Every first line ends in CRLF
      Then every session of the run keeps the rule pop3-line-end

    @R1939-3-c @MUST
    Scenario: Every first line has at most 512 octets
      Then every session of the run keeps the rule pop3-first-line-length

    @R2449-3-b @MUST
    Scenario: A space stands before every text
      Then every session of the run keeps the rule pop3-space-before-text

    @R2449-3-c @MUST
    Scenario: Every text is ASCII
      Then every session of the run keeps the rule pop3-text

    @R2449-6.4-a @MUST
    Scenario: A text that begins with a bracket is a response code where such are announced
      Then every session of the run keeps the rule pop3-response-code

    @R1939-7-25 @MUST
    Scenario: What a greeting has in angle brackets is a time stamp
      Then every session of the run keeps the rule pop3-greeting-timestamp

    @R5034-4-3 @MUST
    Scenario: Every challenge is base64 and nothing more
      Then every session of the run keeps the rule pop3-challenge

  Rule: What follows the first line is of the form that its command gives it

    @R1939-3-e @MUST
    Scenario: No line begins with a dot that was not doubled
      Then every session of the run keeps the rule pop3-stuffing

    @R2449-3-a @MUST
    Scenario: Every capability is a tag and its parameters
      Then every session of the run keeps the rule pop3-capability

    @R2449-5-b @MUST
    Scenario: Every capability has at most 512 octets
      Then every session of the run keeps the rule pop3-capability-length

    @R2449-6-a @MUST
    Scenario: Every capability has the arguments of its definition
      Then every session of the run keeps the rule pop3-capability-arguments

    @R1939-5-3 @MUST
    Scenario: Every answer to STAT is a number of messages and their octets
      Then every session of the run keeps the rule pop3-drop-listing

    @R1939-5-8 @MUST
    Scenario: Every line of LIST is a number and a size
      Then every session of the run keeps the rule pop3-scan-listing

    @R1939-7-6 @MUST
    Scenario: Every line of UIDL is a number and a unique-id
      Then every session of the run keeps the rule pop3-unique-id-listing

    @R6856-3.2-c @MUST
    Scenario: Every line of LANG is a language
      Then every session of the run keeps the rule pop3-language-listing
