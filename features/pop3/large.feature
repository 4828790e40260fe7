@needs-pop3
Feature: Large maildrops and messages
  Neither the number of messages nor the size of one has a limit in POP3 (RFC 1939 §5).

  Rule: Hundreds of messages

    @R1939-5-c @R1939-5-3 @MUST
    Scenario: A maildrop of 300 messages is listed whole
      Given alice's inbox holds:
        | message | times |
        | plain   | 300   |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: STAT
        S: +OK 300${SP}
        C: LIST
        S: +OK
        S* 1 ${*:number}${*}
        S* 299 ${*:number}${*}
        S* 300 ${*:number}${*}
        S! 301 ${*}
        C: RETR 300
        S: +OK
        S* Subject: ${*}
        C: DELE 300
        S: +OK
        C: STAT
        S: +OK 299${SP}
        """
      When the client sends: LIST
      Then the reply is +OK
      And every line of the last reply is a scan listing

  Rule: Twenty megabytes

    @R1939-5-g @R1939-11-a @MUST @slow
    Scenario: A message of 20 MB comes whole, with its size
      Given the message big:
        """
        From: Sender <${sender}>
        Subject: big ${id}

        ${280000 * "A line of a message that is much larger than most others are, and so on.${CRLF}"}.
        The last line of ${id}
        """
      And alice's inbox holds:
        | message |
        | big     |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: RETR 1
        S: +OK
        S| ${whole:lines}
        C: LIST 1
        S: +OK 1 ${size:number = whole.size}
        C: STAT
        S: +OK 1 ${octets:number > 20000000}
        C: RETR 1
        S: +OK
        S| ${whole}
        """

  Rule: Long lines

    @R1939-5-g @R1939-11-a @MUST
    Scenario: A line of 998 octets comes whole
      Given the message long:
        """
        From: Sender <${sender}>
        Subject: ${id}

        ${998 * "x"}
        end
        """
      And alice's inbox holds:
        | message |
        | long    |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: RETR 1
        S: +OK
        S* ${998 * "x"}
        S* end
        """
