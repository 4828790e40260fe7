@needs-pop3
Feature: USER and PASS
  A name and its password open the maildrop (RFC 1939 §4, §7).

  Rule: The right name and password open the maildrop

    @R1939-7-e @R1939-4-2 @MUST @chapter-pop-1
    Scenario: USER and PASS lead to the TRANSACTION state
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session before login
      Then the dialogue is:
        """pop3
        C: USER ${alice.user}
        S: +OK
        C: PASS ${alice.password}
        S: +OK
        C: STAT
        S: +OK 1${SP}
        """

    @R1939-7-e @MUST @chapter-pop-1
    Scenario: Everybody gets the maildrop of their own
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And bob's inbox holds:
        | message |
        | plain   |
      And a POP3 session before login
      Then the dialogue is:
        """pop3
        C: USER ${bob.user}
        S: +OK
        C: PASS ${bob.password}
        S: +OK
        C: STAT
        S: +OK 1${SP}
        """

    @R1939-4-d @MUST
    Scenario: A session begins with no message marked as deleted
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      When the client speaks and the connection is lost:
        """pop3
        C: DELE 1
        S: +OK
        """
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: LIST 1
        S: +OK 1${SP}
        C: STAT
        S: +OK 2${SP}
        """

    @R1939-7-19 @MAY @needs-accounts-3 @needs-spaces-carol
    Scenario: A password may have spaces in it
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: USER ${carol.user}
        S: +OK
        C: PASS ${carol.password}
        S: +OK
        """

  Rule: Anything else is refused and opens nothing

    @R1939-7-f @MUST @chapter-pop-1 @spends-logins
    Scenario Outline: <what> is refused
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: USER ${alice.user}
        S: +OK
        C: PASS <password>
        S: -ERR
        """

      Examples:
        | what                              | password                 |
        | A wrong password                  | not-the-password         |
        | The password in upper case        | ${upper(alice.password)} |
        | The name in place of the password | ${alice.user}            |
        | A password of a single letter     | x                        |
        | The password with a letter more   | ${alice.password}x       |
        | The password with another word    | ${alice.password} more   |

    @R1939-7-f @MUST @spends-logins
    Scenario: The password of somebody else is refused
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: USER no-such-user-${id}
        S? -ERR
        S: +OK
        C: PASS ${alice.password}
        S: -ERR
        """

    @R1939-4-i @MUST @spends-logins
    Scenario: No maildrop is open after a wrong password
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: USER ${alice.user}
        S: +OK
        C: PASS not-the-password
        S: -ERR
        C: STAT
        S? ${closed}
        S: -ERR
        """

    @R1939-4-g @MUST @spends-logins
    Scenario: After a wrong password the right one opens the maildrop
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: USER ${alice.user}
        S: +OK
        C: PASS not-the-password
        S: -ERR
        C: USER ${alice.user}
        S? ${closed}
        S: +OK
        C: PASS ${alice.password}
        S: +OK
        """

    @R1939-7-17 @MUST
    Scenario: PASS without USER is refused
      Given a POP3 session before login
      When the client sends: PASS ${alice.password}
      Then the reply is -ERR

    # Servers that remember the name do no harm.
    @R1939-7-17 @SHOULD @spends-logins
    Scenario: After a wrong password PASS alone is refused
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: USER ${alice.user}
        S: +OK
        C: PASS not-the-password
        S: -ERR
        C: PASS ${alice.password}
        S? ${closed}
        S: -ERR
        """

  Rule: Nobody learns by USER who exists

    # RFC 1939 §13: servers that refuse USER tell attackers which names are valid. It is advice.
    @R1939-7-14 @MAY @needs-unknown
    Scenario: USER is answered positively for a mailbox that does not exist
      Given a POP3 session before login
      When the client sends: USER ${unknown}
      Then the reply is +OK

    @R1939-7-f @MUST @needs-unknown @spends-logins
    Scenario: A mailbox that does not exist cannot be opened
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: USER ${unknown}
        S? -ERR
        S: +OK
        C: PASS ${alice.password}
        S: -ERR
        """
