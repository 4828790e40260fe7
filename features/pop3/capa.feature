@needs-pop3
Feature: CAPA
  A server tells what it can do beyond RFC 1939 (RFC 2449 §5). A server without CAPA answers -ERR, and that is all there is to judge.

  Rule: CAPA is answered in both states

    @R2449-5-a @R1939-3-d @MUST @chapter-pop-3
    Scenario Outline: CAPA is answered by a list in a session <state>
      Given a POP3 session <state>
      Then the dialogue is:
        """pop3
        C: CAPA
        S? -ERR
        S: +OK
        C: ${end}
        """

      Examples:
        | state         |
        | greeted       |
        | authenticated |

    @R2449-5-a @MUST @needs-pop3-STLS
    Scenario: CAPA is answered by a list in a session under TLS
      Given a POP3 session after TLS
      Then the dialogue is:
        """pop3
        C: CAPA
        S: +OK
        C: ${end}
        """

    @R1939-3-a @MUST
    Scenario: CAPA may be written in lower case
      Given a POP3 session greeted
      Then the dialogue is:
        """pop3
        C: CAPA
        S? -ERR
        S: +OK
        C: capa
        S: +OK
        """

    @R2449-5-a @MUST
    Scenario: CAPA between USER and PASS is harmless
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: CAPA
        S? -ERR
        S: +OK
        C: USER ${alice.user}
        S: +OK
        C: CAPA
        S: +OK
        C: USER ${alice.user}
        S? -ERR
        S: +OK
        C: PASS ${alice.password}
        S: +OK
        """

    @R1939-3-f @SHOULD
    Scenario: CAPA with an argument is refused
      Given a POP3 session greeted
      When the client sends: CAPA ALL
      Then the reply is -ERR

  Rule: Each line is a tag and its arguments

    @R2449-3-a @MUST
    Scenario Outline: The lines are well formed in a session <state>
      Given a POP3 session <state>
      Then the dialogue is:
        """pop3
        C: CAPA
        S? -ERR
        S: +OK
        """
      And every line of the last reply is a well-formed capability

      Examples:
        | state         |
        | greeted       |
        | before login  |
        | authenticated |

    @R2449-6-a @MUST
    Scenario Outline: The arguments are those of the definitions in a session <state>
      Given a POP3 session <state>
      Then the dialogue is:
        """pop3
        C: CAPA
        S? -ERR
        S: +OK
        """
      And every line of the last reply is a capability with the arguments of its definition

      Examples:
        | state         |
        | before login  |
        | authenticated |

    @R2449-5-b @MUST
    Scenario Outline: No line has more than 512 octets in a session <state>
      Given a POP3 session <state>
      Then the dialogue is:
        """pop3
        C: CAPA
        S? -ERR
        S: +OK
        """
      And every line of the last reply is at most 512 octets long

      Examples:
        | state         |
        | greeted       |
        | authenticated |

  Rule: What is announced before login is announced after it

    @R2449-5-2 @MUST
    Scenario Outline: <capability> is announced after login too
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: CAPA
        S? -ERR
        S: +OK
        S* <line>
        """

      @needs-pop3-TOP
      Examples:
        | capability | line |
        | TOP        | TOP  |

      @needs-pop3-UIDL
      Examples:
        | capability | line |
        | UIDL       | UIDL |

      @needs-pop3-USER
      Examples:
        | capability | line |
        | USER       | USER |

      @needs-pop3-RESP-CODES
      Examples:
        | capability | line       |
        | RESP-CODES | RESP-CODES |

      @needs-pop3-AUTH-RESP-CODE
      Examples:
        | capability     | line           |
        | AUTH-RESP-CODE | AUTH-RESP-CODE |

      @needs-pop3-PIPELINING
      Examples:
        | capability | line       |
        | PIPELINING | PIPELINING |

      @needs-pop3-EXPIRE
      Examples:
        | capability | line        |
        | EXPIRE     | EXPIRE ${*} |

      @needs-pop3-UTF8
      Examples:
        | capability | line     |
        | UTF8       | UTF8${*} |

      @needs-pop3-LANG
      Examples:
        | capability | line |
        | LANG       | LANG |

      @needs-pop3-IMPLEMENTATION
      Examples:
        | capability     | line                |
        | IMPLEMENTATION | IMPLEMENTATION ${*} |

    @R5034-3-4 @MUST @needs-pop3-SASL
    Scenario: SASL is announced after login, although AUTH is over
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: CAPA
        S: +OK
        S* SASL${*}
        """

  Rule: What is announced is there

    @R2449-6.2-a @MUST @needs-pop3-USER
    Scenario: A server that announces USER takes USER and PASS
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: USER ${alice.user}
        S: +OK
        C: PASS ${alice.password}
        S: +OK
        """

    @R2449-6.7-4 @MUST @needs-pop3-EXPIRE=NEVER
    Scenario: EXPIRE NEVER before login is EXPIRE NEVER after it
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: CAPA
        S: +OK
        S* EXPIRE NEVER${*}
        """

    @R2595-4-1 @R2595-4-d @MUST
    Scenario: A server that takes STLS announces it
      Given a POP3 session greeted
      Then the dialogue is:
        """pop3
        C: STLS
        S? -ERR
        S: +OK
        C: ${starttls}
        C2: CAPA
        S2: +OK
        S2* STLS
        """

  Rule: CAPA is an extension

    @R2449-5-d @MAY @profile-no-extensions
    Scenario: A server without extensions answers CAPA with -ERR
      Given a POP3 session greeted
      When the client sends: CAPA
      Then the reply is -ERR

    @R1939-7-1 @R1939-3-5 @MUST @profile-no-extensions
    Scenario Outline: <command> is refused where it is not implemented
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: <command>
        S: -ERR
        C: STAT
        S: +OK 1${SP}
        """

      Examples:
        | command |
        | TOP 1 0 |
        | UIDL    |
