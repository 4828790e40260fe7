@needs-pop3
Feature: Sizes
  A size is the octets that RETR sends, each line end two of them, byte-stuffing not counted (RFC 1939 §11).

  Rule: LIST tells what RETR sends

    @R1939-11-a @R1939-5-8 @MUST
    Scenario Outline: The size of <what> is its octets with CRLF
      Given the message <name>
      And alice's inbox holds:
        | message |
        | <name>  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: RETR 1
        S: +OK
        S| ${whole:lines}
        C: LIST 1
        S: +OK 1 ${size:number = whole.size}
        """

      Examples:
        | what                         | name      |
        | a message of a few lines     | plain     |
        | a message of two parts       | two-parts |
        | a message in eight-bit text  | eight-bit |
        | a message with folded fields | folded    |

    @R1939-11-2 @MUST
    Scenario: Dots at the beginning of lines are counted once
      Given alice's inbox holds:
        | message |
        | dots    |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: RETR 1
        S: +OK
        S| ${whole:lines}
        C: LIST 1
        S: +OK 1 ${size:number = whole.size}
        """

    @R1939-11-a @MUST
    Scenario Outline: The size of a message with <what> is its octets
      Given the message odd:
        """
        From: Sender <${sender}>
        Subject: ${id}

        <text>
        """
      And alice's inbox holds:
        | message |
        | odd     |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: RETR 1
        S: +OK
        S| ${whole:lines}
        C: LIST 1
        S: +OK 1 ${size:number = whole.size}
        """

      Examples:
        | what                         | text                         |
        | an empty body                |                              |
        | empty lines at its end       | text${5 * CRLF}              |
        | a line of 998 octets         | ${998 * "a"}                 |
        | tabs and spaces at line ends | text ${TAB}${CRLF}more ${SP} |
        | a single dot                 | .                            |
        | a line of dots               | ${70 * "."}                  |
