@needs-pop3 @needs-pop3-TOP
Feature: TOP
  The header of a message and the first lines of its body (RFC 1939 §7).

  Rule: The header, the empty line, and so many lines

    @R1939-7-a @R2449-6.1-a @MUST @chapter-pop-3
    Scenario: TOP with 0 lines is the header and the empty line
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: TOP 1 0
        S: +OK
        S* Subject: plain words
        S* Message-ID: <${*}plain@example.org>
        S*
        S! Plain words on
        S! three lines,
        """

    @R1939-7-a @MUST
    Scenario Outline: TOP with <lines> is followed by <lines> of the body
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: TOP 1 0
        S: +OK
        S| ${header:lines}
        C: TOP 1 <count>
        S: +OK
        S| ${header}
        <first>
        <second>
        """

      Examples:
        | lines   | count | first              | second           |
        | 1 line  | 1     | S\| Plain words on | #                |
        | 2 lines | 2     | S\| Plain words on | S\| three lines, |

    @R1939-7-a @MUST
    Scenario: Empty lines of the body count
      Given the message gaps:
        """
        From: Sender <${sender}>
        Subject: ${id}


        first

        second
        """
      And alice's inbox holds:
        | message |
        | gaps    |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: TOP 1 0
        S: +OK
        S| ${header:lines}
        C: TOP 1 3
        S: +OK
        S| ${header}
        S|
        S| first
        S|
        """

    @R1939-7-a @R1939-3-e @MUST
    Scenario: Dots are stuffed in TOP too
      Given alice's inbox holds:
        | message |
        | dots    |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: TOP 1 0
        S: +OK
        S| ${header:lines}
        C: TOP 1 4
        S: +OK
        S| ${header}
        S| .
        S| ..
        S| ...
        S| .a line that begins with a dot
        C: ${alive}
        """

    @R1939-7-a @MUST
    Scenario: TOP leaves the message as it is
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: TOP 1 1
        S: +OK
        C: STAT
        S: +OK 1${SP}
        C: RETR 1
        S: +OK
        S* and no more.
        """

  Rule: More lines than there are is the whole message

    @R1939-7-b @MUST
    Scenario Outline: TOP with <count> lines is what RETR sends
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: RETR 1
        S: +OK
        S| ${whole:lines}
        C: TOP 1 <count>
        S: +OK
        S| ${whole}
        """

      Examples:
        | count     |
        | 3         |
        | 4         |
        | 1000      |
        | 999999999 |

    @R1939-7-b @MUST
    Scenario: A message with an empty body has no more than its header
      Given the message bare:
        """
        From: Sender <${sender}>
        Subject: ${id}

        """
      And alice's inbox holds:
        | message |
        | bare    |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: RETR 1
        S: +OK
        S| ${whole:lines}
        C: TOP 1 5
        S: +OK
        S| ${whole}
        """

  Rule: Both arguments are needed

    @R1939-7-3 @R1939-3-5 @MUST
    Scenario Outline: <command> is refused
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated
      When the client sends: <command>
      Then the reply is -ERR

      Examples:
        | command   |
        | TOP       |
        | TOP 1     |
        | TOP 1 -1  |
        | TOP 1 all |

    @R1939-3-f @SHOULD
    Scenario: TOP with an argument too many is refused
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated
      When the client sends: TOP 1 0 1
      Then the reply is -ERR
