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

      @defect-pop3-numbers-clamped
      Examples:
        | command                     |
        | RETR 3                      |
        | DELE 3                      |
        | RETR -1                     |
        | DELE -1                     |
        | RETR one                    |
        | DELE one                    |
        | RETR *                      |

      @defect-pop3-list-of-one-as-list @defect-pop3-numbers-clamped
      Examples:
        | command                     |
        | LIST 3                      |
        | LIST -1                     |
        | LIST one                    |

      @defect-pop3-message-zero @defect-pop3-numbers-clamped
      Examples:
        | command                     |
        | RETR 0                      |
        | DELE 0                      |

      @defect-pop3-list-of-one-as-list @defect-pop3-message-zero @defect-pop3-numbers-clamped
      Examples:
        | command                     |
        | LIST 0                      |

      @defect-pop3-numbers-clamped @defect-pop3-numbers-wrap
      Examples:
        | command                     |
        | RETR 4294967297             |
        | DELE 4294967297             |
        | RETR 18446744073709551617   |
        | DELE 18446744073709551617   |

      @defect-pop3-list-of-one-as-list @defect-pop3-numbers-clamped @defect-pop3-numbers-wrap
      Examples:
        | command                     |
        | LIST 4294967297             |
        | LIST 18446744073709551617   |

      @defect-pop3-number-prefix-taken @defect-pop3-numbers-clamped
      Examples:
        | command                     |
        | RETR 1x                     |
        | DELE 1x                     |
        | RETR 1,2                    |
        | RETR 1:2                    |

      @defect-pop3-list-of-one-as-list @defect-pop3-number-prefix-taken @defect-pop3-numbers-clamped
      Examples:
        | command                     |
        | LIST 1x                     |

      @defect-pop3-number-prefix-taken
      Examples:
        | command                     |
        | RETR 1.5                    |

      Examples:
        | command                     |
        | RETR 0x1                    |

    @R1939-5-f @MUST @needs-pop3-TOP @defect-pop3-numbers-clamped
    Scenario Outline: <command> is refused as well
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      When the client sends: <command>
      Then the reply is -ERR

      Examples:
        | command                   |
        | TOP 3 0                   |
        | TOP -1 0                  |
        | TOP one 0                 |

      @defect-pop3-message-zero
      Examples:
        | command                   |
        | TOP 0 0                   |

      @defect-pop3-numbers-wrap
      Examples:
        | command                   |
        | TOP 4294967297 0          |

      @defect-pop3-top-lines-optional
      Examples:
        | command                   |
        | TOP 1x 0                  |

    @R1939-5-f @MUST @needs-pop3-UIDL @defect-pop3-numbers-clamped
    Scenario Outline: <command> is refused too
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      When the client sends: <command>
      Then the reply is -ERR

      Examples:
        | command                   |
        | UIDL 3                    |
        | UIDL -1                   |
        | UIDL one                  |

      @defect-pop3-message-zero
      Examples:
        | command                   |
        | UIDL 0                    |

      @defect-pop3-numbers-wrap
      Examples:
        | command                   |
        | UIDL 4294967297           |

      @defect-pop3-number-prefix-taken
      Examples:
        | command                   |
        | UIDL 1x                   |

    @R1939-5-f @MUST @defect-pop3-numbers-clamped
    Scenario Outline: <command> is refused in an empty maildrop
      Given alice's inbox is empty
      And a POP3 session authenticated
      When the client sends: <command>
      Then the reply is -ERR

      @defect-pop3-list-of-one-as-list
      Examples:
        | command |
        | LIST 1  |

      Examples:
        | command |
        | RETR 1  |
        | DELE 1  |

  Rule: A refused number changes nothing

    @R1939-5-f @R1939-6-3 @MUST @defect-pop3-missing-message-hangs-up @defect-pop3-quit-stays-open @defect-pop3-texts-in-brackets
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

      @defect-pop3-numbers-clamped
      Examples:
        | command         |
        | DELE 3          |
        | DELE -1         |

      @defect-pop3-message-zero @defect-pop3-numbers-clamped
      Examples:
        | command         |
        | DELE 0          |

      @defect-pop3-missing-number-is-the-first
      Examples:
        | command         |
        | DELE            |
