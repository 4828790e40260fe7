@needs-pop3
Feature: DELE and RSET
  DELE marks a message, RSET takes the marks away, and only QUIT removes (RFC 1939 §5).

  Rule: A marked message is out of reach

    @R1939-5-12 @R1939-5-13 @R1939-5-i @MUST @chapter-pop-2
    Scenario Outline: <command> is refused for a message marked as deleted
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: DELE 1
        S: +OK
        C: <command>
        S: -ERR
        """

      Examples:
        | command |
        | RETR 1  |
        | DELE 1  |

    @R1939-7-3 @R1939-5-i @MUST @needs-pop3-TOP
    Scenario: TOP is refused for a message marked as deleted
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: DELE 1
        S: +OK
        C: TOP 1 0
        S: -ERR
        """

    @R1939-7-5 @R1939-5-i @MUST @needs-pop3-UIDL
    Scenario: UIDL is refused for a message marked as deleted
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: DELE 1
        S: +OK
        C: UIDL 1
        S: -ERR
        """

    @R1939-5-h @R1939-6-3 @MUST
    Scenario: The other messages stay readable
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: RETR 2
        S: +OK
        S* Subject: ${other:text}
        C: DELE 1
        S: +OK
        C: RETR 2
        S: +OK
        S* Subject: ${other}
        """

  Rule: RSET takes all marks away

    @R1939-5-j @MUST
    Scenario: What was marked can be read again
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: RETR 1
        S: +OK
        S* Subject: ${first:text}
        C: DELE 1
        S: +OK
        C: DELE 2
        S: +OK
        C: RSET
        S: +OK
        C: STAT
        S: +OK 2${SP}
        C: RETR 1
        S: +OK
        S* Subject: ${first}
        """

    @R1939-5-j @R1939-6-3 @MUST
    Scenario: What was unmarked survives QUIT
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: DELE 1
        S: +OK
        C: RSET
        S: +OK
        C: ${end}
        """
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: STAT
        S: +OK 2${SP}
        """

    @R1939-5-j @MUST
    Scenario: A message can be marked again after RSET
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: DELE 1
        S: +OK
        C: RSET
        S: +OK
        C: DELE 1
        S: +OK
        C: STAT
        S: +OK 1${SP}
        """

    @R1939-5-j @MUST
    Scenario: RSET without marks is answered positively
      Given alice's inbox is empty
      And a POP3 session authenticated
      When the client sends: RSET
      Then the reply is +OK

  Rule: NOOP does nothing

    @R1939-5-k @MUST
    Scenario: NOOP leaves marks as they are
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: DELE 1
        S: +OK
        C: NOOP
        S: +OK
        C: STAT
        S: +OK 1${SP}
        """
