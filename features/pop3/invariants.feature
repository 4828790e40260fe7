@needs-pop3
Feature: What a POP3 session says agrees with itself             # RFC 1939 §3 to §7, §11
  Held against every response of every session of the run, whatever its scenario was about.

  Rule: Every answer belongs to a command, and to the state that the session is in

    @R1939-5-l @MUST
    Scenario: Nothing is answered that was not asked
      Then every session of the run keeps the rule pop3-asked

    @R5034-4-3 @MUST
    Scenario: A challenge answers AUTH alone
      Then every session of the run keeps the rule pop3-challenge-in-auth

    @R1939-6-b @MUST
    Scenario: The answer to QUIT is the last
      Then every session of the run keeps the rule pop3-quit-is-last

    @R1939-3-6 @MUST
    Scenario: Before login no command of the maildrop is carried out
      Then every session of the run keeps the rule pop3-before-login

    @R1939-3-6 @MUST
    Scenario: After login nobody logs in again
      Then every session of the run keeps the rule pop3-after-login

    @R5034-3-4 @MUST
    Scenario: Mechanisms that were announced before login are announced after it
      Then every session of the run keeps the rule pop3-mechanisms-stay

    @R2449-6.5-4 @R2449-6.5-5 @R2449-6.7-5 @R2449-6.7-6 @SHOULD
    Scenario: LOGIN-DELAY and EXPIRE say USER where users differ, and are the user's after login
      Then every session of the run keeps the rule pop3-values-of-users

  Rule: The numbers of a session name the same messages to its end

    @R1939-5-b @MUST
    Scenario: The message that was named is the one that is answered for
      Then every session of the run keeps the rule pop3-number-as-asked

    @R1939-5-f @MUST
    Scenario: A number beyond the last is refused
      Then every session of the run keeps the rule pop3-no-such-message

    @R1939-4-c @MUST
    Scenario: Messages are numbered from 1 on without a gap
      Then every session of the run keeps the rule pop3-numbers

    @R1939-5-g @MUST
    Scenario: A message that is sent twice is the same
      Then every session of the run keeps the rule pop3-message-stays

    @R1939-7-a @MUST
    Scenario: TOP sends the beginning of what RETR sends
      Then every session of the run keeps the rule pop3-top-is-the-beginning

    @R1939-7-d @MUST
    Scenario: No two messages have one unique-id
      Then every session of the run keeps the rule pop3-unique-ids-differ

    @R1939-7-7 @MUST
    Scenario: The unique-id of a message stays
      Then every session of the run keeps the rule pop3-unique-id-stays

  Rule: Sums and sizes are right

    @R1939-5-3 @MUST
    Scenario: STAT counts the messages of LIST
      Then every session of the run keeps the rule pop3-stat-counts

    @R1939-5-3 @MUST
    Scenario: STAT's octets are the sum of LIST's
      Then every session of the run keeps the rule pop3-stat-sums

    @R1939-11-a @MUST
    Scenario: LIST's size is the octets that RETR sends
      Then every session of the run keeps the rule pop3-size-as-sent

  Rule: What is marked as deleted is out of reach

    @R1939-5-i @MUST
    Scenario: No command reaches a message that is marked
      Then every session of the run keeps the rule pop3-marked-refused

    @R1939-5-e @MUST
    Scenario: No listing has a message that is marked
      Then every session of the run keeps the rule pop3-marked-not-listed
