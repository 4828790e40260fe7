@needs-pop3 @needs-pop3-UIDL
Feature: UIDL
  Every message has a name that is its own and stays the same (RFC 1939 §7).

  Rule: A unique-id listing has one form

    @R1939-7-c @R2449-6.8-a @MUST @chapter-pop-3
    Scenario: UIDL has a line for each message
      Given alice's inbox holds:
        | message   |
        | plain     |
        | two-parts |
        | budget    |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: UIDL
        S: +OK
        S| 1 ${*:atom}
        S| 2 ${*:atom}
        S| 3 ${*:atom}
        """

    @R1939-7-6 @MUST
    Scenario: A unique-id has 1 to 70 printable characters, and nothing follows it
      Given alice's inbox holds:
        | message | times |
        | plain   | 11    |
      And a POP3 session authenticated
      When the client sends: UIDL
      Then the reply is +OK
      And every line of the last reply is a unique-id listing

    @R1939-7-c @MUST
    Scenario: UIDL with a number is answered in one line
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: UIDL
        S: +OK
        S* 1 ${first:atom}
        S* 2 ${second:atom}
        C: UIDL 2
        S: +OK 2 ${again:text = second}
        C: UIDL 1
        S: +OK 1 ${once-more:text = first}
        """

    # RFC 1939 says it for LIST alone, but -ERR here is how a server without UIDL answers.
    @R1939-7-c @SHOULD
    Scenario: An empty maildrop has no unique-ids
      Given alice's inbox is empty
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: UIDL
        S: +OK
        S! ${*}
        """

    @R1939-7-c @MUST
    Scenario: Messages marked as deleted are not listed
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
        | folded  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: UIDL 3
        S: +OK 3 ${last:atom}
        C: DELE 1
        S: +OK
        C: UIDL
        S: +OK
        S| 2 ${*:atom}
        S| 3 ${last}
        """

  Rule: Different messages have different unique-ids

    @R1939-7-d @MUST
    Scenario: Two messages of one session differ
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: UIDL
        S: +OK
        S* 1 ${first:atom}
        S! 2 ${first}
        """

    @R1939-7-d @MUST
    Scenario: Two messages of the same size differ
      Given any message one of 1000 octets
      And any message two of 1000 octets
      And alice's inbox holds:
        | message |
        | one     |
        | two     |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: UIDL
        S: +OK
        S* 1 ${first:atom}
        S! 2 ${first}
        """

  Rule: A unique-id stays the same

    @R1939-7-7 @MUST @chapter-pop-3
    Scenario: The next session has the same unique-ids
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: UIDL
        S: +OK
        S| 1 ${first:atom}
        S| 2 ${second:atom}
        C: ${end}
        """
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: UIDL
        S: +OK
        S| 1 ${first}
        S| 2 ${second}
        """

    @R1939-7-7 @MUST
    Scenario: They survive a session that ended without QUIT
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      When the client speaks and the connection is lost:
        """pop3
        C: UIDL
        S: +OK
        S| 1 ${first:atom}
        S| 2 ${second:atom}
        C: DELE 1
        S: +OK
        """
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: UIDL
        S: +OK
        S| 1 ${first}
        S| 2 ${second}
        """

    @R1939-7-7 @MUST @needs-restart
    Scenario: They survive a restart
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: UIDL
        S: +OK
        S| 1 ${first:atom}
        S| 2 ${second:atom}
        C: ${end}
        """
      When the server restarts
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: UIDL
        S: +OK
        S| 1 ${first}
        S| 2 ${second}
        """

    @R1939-7-7 @MUST
    Scenario: A message keeps its unique-id when those before it are removed
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: UIDL 2
        S: +OK 2 ${kept:atom}
        C: DELE 1
        S: +OK
        C: ${end}
        """
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: UIDL
        S: +OK
        S| 1 ${kept}
        """

    @R1939-7-7 @MUST
    Scenario: Reading a message leaves its unique-id as it is
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: UIDL 1
        S: +OK 1 ${id-before:atom}
        C: RETR 1
        S: +OK
        C: ${end}
        """
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: UIDL 1
        S: +OK 1 ${after:text = id-before}
        """

  Rule: A unique-id is not used again

    @R1939-7-8 @SHOULD
    Scenario: A new message does not get the unique-id of a removed one
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: UIDL 1
        S: +OK 1 ${used:atom}
        C: DELE 1
        S: +OK
        C: ${end}
        """
      Given alice's inbox holds:
        | message |
        | budget  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: UIDL
        S: +OK
        S* 1 ${*:atom}
        S! 1 ${used}
        """
