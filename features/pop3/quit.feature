@needs-pop3
Feature: QUIT and the end of a session
  QUIT after login removes what was marked; every other end of a session removes nothing (RFC 1939 §4, §6).

  Rule: QUIT removes the marked messages and no others

    @R1939-6-a @R1939-6-3 @MUST @chapter-pop-2
    Scenario: The next session has the messages that were not marked
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
        | folded  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: RETR 2
        S: +OK
        S* Subject: ${kept:text}
        C: DELE 1
        S: +OK
        C: DELE 3
        S: +OK
        C: QUIT
        S: +OK
        S: ${closed}
        """
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: STAT
        S: +OK 1${SP}
        C: RETR 1
        S: +OK
        S* Subject: ${kept}
        """

    @R1939-6-a @MUST
    Scenario: A maildrop can be emptied
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: DELE 2
        S: +OK
        C: DELE 1
        S: +OK
        C: QUIT
        S: +OK
        S: ${closed}
        """
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: STAT
        S: +OK 0${SP}
        """

    @R1939-6-3 @MUST
    Scenario: A session without DELE removes nothing
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: RETR 1
        S: +OK
        C: QUIT
        S: +OK
        S: ${closed}
        """
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: STAT
        S: +OK 2${SP}
        """

    @R1939-6-a @MUST @needs-restart
    Scenario: What was removed stays away when the server restarts
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: RETR 2
        S: +OK
        S* Subject: ${kept:text}
        C: DELE 1
        S: +OK
        C: QUIT
        S: +OK
        S: ${closed}
        """
      When the server restarts
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: STAT
        S: +OK 1${SP}
        C: RETR 1
        S: +OK
        S* Subject: ${kept}
        """

  Rule: QUIT ends the connection

    @R1939-6-b @MUST
    Scenario: After QUIT the server closes the connection
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: QUIT
        S: +OK
        S: ${closed}
        """

    @R1939-4-h @MUST
    Scenario: QUIT before login ends the connection too
      Given a POP3 session greeted
      Then the dialogue is:
        """pop3
        C: QUIT
        S: +OK
        S: ${closed}
        """

    @R1939-4-h @MUST
    Scenario: QUIT may follow USER
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: USER ${alice.user}
        S: +OK
        C: QUIT
        S: +OK
        S: ${closed}
        """

  Rule: Without QUIT nothing is removed

    @R1939-6-1 @MUST @chapter-pop-2
    Scenario: A client that closes the connection removes nothing
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: DELE 1
        S: +OK
        C: ${close}
        S? -ERR
        S: ${closed}
        """
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: STAT
        S: +OK 2${SP}
        """

    @R1939-6-1 @MUST
    Scenario: A lost connection removes nothing
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      When the client speaks and the connection is lost:
        """pop3
        C: DELE 1
        S: +OK
        C: DELE 2
        S: +OK
        """
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: STAT
        S: +OK 2${SP}
        """

    @R1939-6-1 @MUST
    Scenario: Half a QUIT is no QUIT
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: DELE 1
        S: +OK
        C~ QUIT
        C: ${close}
        S? -ERR
        S: ${closed}
        """
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: STAT
        S: +OK 2${SP}
        """

    @R1939-6-1 @MUST @needs-restart
    Scenario: A server that stops removes nothing
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: DELE 1
        S: +OK
        """
      When the server restarts
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: STAT
        S: +OK 2${SP}
        """

    @R1939-3-11 @R1939-6-1 @SHOULD @profile-short-fuse @slow
    Scenario: A session that falls silent is closed without a word and removes nothing
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: DELE 1
        S: +OK
        S: ${closed}
        """
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: STAT
        S: +OK 2${SP}
        """
