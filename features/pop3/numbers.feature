@needs-pop3
Feature: Message numbers
  A message is named by its number; what names no message is refused (RFC 1939 §4, §5, §7).

  Rule: A number without a message is refused

    @R1939-5-f @MUST
    Scenario Outline: <command> is refused
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      When the client sends: <command>
      Then the reply is -ERR

      Examples:
        | command                   |
        | RETR 3                    |
        | DELE 3                    |
        | RETR -1                   |
        | DELE -1                   |
        | RETR one                  |
        | DELE one                  |
        | RETR *                    |
        | LIST 3                    |
        | LIST -1                   |
        | LIST one                  |
        | RETR 0                    |
        | DELE 0                    |
        | LIST 0                    |
        | RETR 4294967297           |
        | DELE 4294967297           |
        | RETR 18446744073709551617 |
        | DELE 18446744073709551617 |
        | LIST 4294967297           |
        | LIST 18446744073709551617 |
        | RETR 1x                   |
        | DELE 1x                   |
        | RETR 1,2                  |
        | RETR 1:2                  |
        | LIST 1x                   |
        | RETR 1.5                  |
        | RETR 0x1                  |

    @R1939-5-f @MUST @needs-pop3-TOP
    Scenario Outline: <command> is refused as well
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      When the client sends: <command>
      Then the reply is -ERR

      Examples:
        | command          |
        | TOP 3 0          |
        | TOP -1 0         |
        | TOP one 0        |
        | TOP 0 0          |
        | TOP 4294967297 0 |
        | TOP 1x 0         |

    @R1939-5-f @MUST @needs-pop3-UIDL
    Scenario Outline: <command> is refused too
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      When the client sends: <command>
      Then the reply is -ERR

      Examples:
        | command         |
        | UIDL 3          |
        | UIDL -1         |
        | UIDL one        |
        | UIDL 0          |
        | UIDL 4294967297 |
        | UIDL 1x         |

    @R1939-5-f @MUST
    Scenario Outline: <command> is refused in an empty maildrop
      Given alice's inbox is empty
      And a POP3 session authenticated
      When the client sends: <command>
      Then the reply is -ERR

      Examples:
        | command |
        | LIST 1  |
        | RETR 1  |
        | DELE 1  |

  Rule: A refused number changes nothing

    @R1939-5-f @R1939-6-3 @MUST
    Scenario Outline: <command> removes nothing
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: <command>
        S: -ERR
        C: STAT
        S: +OK 2${SP}
        C: ${end}
        """
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: STAT
        S: +OK 2${SP}
        """

      Examples:
        | command |
        | DELE 3  |
        | DELE -1 |
        | DELE 0  |
        | DELE    |
