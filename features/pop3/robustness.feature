@needs-pop3 @hostile
Feature: What no client should send
  A server survives it, and so does its maildrop.

  Rule: A line that is no command gets one answer

    @M-robust-empty-line @SHOULD
    Scenario Outline: An empty line is refused in a session <state>
      Given a POP3 session <state>
      Then the dialogue is:
        """pop3
        C:
        S: -ERR
        """

      Examples:
        | state         |
        | greeted       |
        | authenticated |

    @M-robust-long-line @SHOULD
    Scenario Outline: A line of <count> octets gets one answer in a session <state>
      Given a POP3 session <state>
      Then the dialogue is:
        """pop3
        C: XYZZY ${<count> * "a"}
        S? ${closed}
        S: -ERR
        C: ${end}
        S? ${closed}
        """

      Examples:
        | count | state         |
        | 1000  | greeted       |
        | 1000  | authenticated |
        | 60000 | authenticated |

    @M-robust-nul-command @SHOULD
    Scenario: A command is not cut at a NUL
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: DELE 1${NUL}0
        S? ${closed}
        S: -ERR
        C: STAT
        S: +OK 1${SP}
        """

    @M-robust-octets @SHOULD
    Scenario: Octets that are no letters make no command
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: ${xFFFE}${x80}NOOP
        S? ${closed}
        S: -ERR
        """

    @M-robust-garbage @SHOULD
    Scenario: After garbage on one connection the next is served
      Given a POP3 session greeted
      Then the dialogue is:
        """pop3
        C~ ${xFFFE}${NUL}${x80}${NUL}${CR}${200 * "${xFF}"}
        C: ${reset}
        S2: +OK
        """

  Rule: Many right commands are no reason to end a session

    @M-robust-many-commands @SHOULD @strain
    Scenario: Two hundred commands are all answered
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated
      When the dialogue is played 200 times:
        """pop3
        C: LIST 1
        S: +OK 1${SP}
        """
      Then the dialogue is:
        """pop3
        C: STAT
        S: +OK 1${SP}
        """

  Rule: One client does not hold up another

    @M-robust-connections @SHOULD @strain
    Scenario: A session that does not read its answers keeps nobody waiting
      Given the message bulky:
        """
        From: Sender <${sender}>
        Subject: bulky ${id}

        ${20000 * "A line of a message that is larger than what fits into a window, so it waits.${CRLF}"}end
        """
      And alice's inbox holds:
        | message |
        | bulky   |
      And a POP3 session authenticated
      And a second POP3 session before login
      Then the dialogue is:
        """pop3
        C: RETR 1
        C2: USER ${bob.user}
        S2: +OK
        C2: PASS ${bob.password}
        S2: +OK
        C2: STAT
        S2: +OK
        S: +OK
        S* end
        """
