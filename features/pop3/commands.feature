@needs-pop3
Feature: Commands
  A command is a keyword and its arguments, parted by single spaces and ended by CRLF (RFC 1939 §3).

  Rule: Keywords ignore case

    @R1939-3-a @MUST
    Scenario Outline: <command> is understood after login
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated
      When the client sends: <command>
      Then the reply is +OK

      Examples:
        | command |
        | stat    |
        | Stat    |
        | list    |
        | retr 1  |
        | dele 1  |
        | rset    |
        | quit    |
        | lIsT 1  |
        | nOOp    |

    @R1939-3-a @MUST
    Scenario: Login commands are understood in lower case
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: user ${alice.user}
        S: +OK
        C: pass ${alice.password}
        S: +OK
        """

  Rule: CRLF ends a command, however the network cuts it

    @R1939-3-b @MUST
    Scenario: A command that comes octet by octet is one command
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C~ R
        C~ SE
        C~ T
        C~ ${CR}
        C~ ${LF}
        S: +OK
        """

    @R1939-3-b @MUST
    Scenario: Half a command waits for its end
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C~ RSE
        S: ${silent 50ms}
        C~ T${CRLF}
        S: +OK
        """

    # Nearly every server is content with LF.
    @R1939-3-b @MAY
    Scenario: A bare LF ends no command
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C~ NOOP${LF}NOOP${CRLF}
        S: -ERR
        C: ${alive}
        """

  Rule: What is not a command is refused and changes nothing

    @R1939-3-5 @MUST
    Scenario Outline: <what> is refused before login
      Given a POP3 session greeted
      When the client sends: <command>
      Then the reply is -ERR

      Examples:
        | what                           | command          |
        | An unknown keyword             | XYZZY            |
        | A command of SMTP              | EHLO client.test |
        | A command of IMAP              | a1 NOOP          |
        | An unknown keyword of a letter | Q                |

    @R1939-3-5 @MUST
    Scenario Outline: <what> is refused after login
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated
      When the client sends: <command>
      Then the reply is -ERR

      Examples:
        | what                                | command    |
        | An unknown word                     | XYZZY      |
        | An unknown word with an argument    | XYZZY 1    |
        | A word that begins with RETR        | RETRIEVE 1 |
        | A word that begins with NOOP        | NOOPS      |
        | The beginning of a keyword          | NOO        |
        | A keyword without a space behind it | DELE1      |

    @R1939-3-5 @MUST
    Scenario: An unknown command leaves the session as it was
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: XYZZY 1
        S: -ERR
        C: STAT
        S: +OK 1${SP}
        """

  Rule: An argument that is needed must be there

    @R1939-3-5 @MUST
    Scenario Outline: <command> without its argument is refused
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated
      When the client sends: <command>
      Then the reply is -ERR

      Examples:
        | command |
        | RETR    |
        | DELE    |

    @R1939-7-10 @R1939-3-5 @MUST
    Scenario: USER without a name is refused
      Given a POP3 session before login
      When the client sends: USER
      Then the reply is -ERR

    @R1939-7-16 @R1939-3-5 @MUST @spends-logins
    Scenario: PASS without a password is refused
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: USER ${alice.user}
        S: +OK
        C: PASS
        S: -ERR
        """

  Rule: An argument too many makes a command malformed

    @R1939-3-f @SHOULD
    Scenario Outline: <command> has an argument too many
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated
      When the client sends: <command>
      Then the reply is -ERR

      Examples:
        | command  |
        | STAT 1   |
        | LIST 1 1 |
        | RETR 1 1 |
        | DELE 1 1 |
        | NOOP 1   |
        | QUIT 1   |
        | RSET 1   |

  Rule: Every command has one answer

    @R1939-5-l @MUST
    Scenario: The same command is answered as often as it is given
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated
      When the dialogue is played 20 times:
        """pop3
        C: STAT
        S: +OK 1${SP}
        C: LIST 1
        S: +OK 1${SP}
        C: ${alive}
        """
      Then the dialogue is:
        """pop3
        C: ${end}
        """

    @R1939-3-c @MUST
    Scenario Outline: The first line in answer to <command> has at most 512 octets
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated
      When the client sends: <command>
      Then the reply is +OK/-ERR
      And every line of the last reply is at most 512 octets long

      Examples:
        | command            |
        | STAT               |
        | LIST               |
        | RETR 1             |
        | DELE 1             |
        | XYZZY              |
        | XYZZY ${200 * "a"} |

    @R1939-3-3 @MUST
    Scenario Outline: <status> is written in upper case
      Given a POP3 session authenticated
      When the client sends: <command>
      Then the reply is <status>

      Examples:
        | status | command |
        | +OK    | RSET    |
        | -ERR   | XYZZY   |

  Rule: A command may have 255 octets

    @R2449-4-1 @MUST
    Scenario: A command of 255 octets is read as one command
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: USER ${248 * "a"}
        S? -ERR [AUTH
        S? -ERR
        S: +OK
        C: USER ${alice.user}
        S? -ERR
        S: +OK
        """
