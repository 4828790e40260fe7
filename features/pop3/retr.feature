@needs-pop3
Feature: RETR
  A message is sent as it is stored, lines that begin with a dot byte-stuffed (RFC 1939 §3, §5).

  Rule: The whole message is sent

    @R1939-5-g @MUST @chapter-pop-2
    Scenario: Header, empty line and body of a message come
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: RETR 1
        S: +OK
        S* Subject: plain words
        S* Message-ID: <${*}plain@example.org>
        S*
        S* Plain words on
        S* three lines,
        S* and no more.
        """

    @R1939-5-g @MUST
    Scenario: A message may be retrieved again and again
      Given alice's inbox holds:
        | message   |
        | two-parts |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: RETR 1
        S: +OK
        S| ${whole:lines}
        C: RETR 1
        S: +OK
        S| ${whole}
        """

    # RFC 1939 knows the messages of RFC 822 only, which are 7-bit.
    @R1939-5-g @SHOULD
    Scenario: Octets beyond ASCII are kept in a body
      Given alice's inbox holds:
        | message   |
        | eight-bit |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: RETR 1
        S: +OK
        S* ${*}${xC3BC}${*}${xE282AC}${*}
        """

    @R1939-8-9 @R1939-5-g @MUST
    Scenario: What was retrieved is still there when the connection is lost
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: RETR 1
        S: +OK
        C: ${close}
        S? -ERR
        S: ${closed}
        """
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: STAT
        S: +OK 1${SP}
        """

  Rule: A line that begins with a dot gets another

    @R1939-3-e @R1939-3-d @MUST @chapter-pop-2
    Scenario: Lines of dots come back as they are
      Given alice's inbox holds:
        | message |
        | dots    |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: RETR 1
        S: +OK
        S* .
        S* ..
        S* ...
        S* .a line that begins with a dot
        S* a line with . in it
        S* a line that ends in a dot.
        S* +OK is no status here
        S* -ERR neither
        S! ....
        C: ${alive}
        """

    @R1939-3-e @MUST
    Scenario Outline: A body of <what> comes back as it is
      Given the message dotted:
        """
        From: Sender <${sender}>
        Subject: ${id}

        <text>
        last line of ${id}
        """
      And alice's inbox holds:
        | message |
        | dotted  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: RETR 1
        S: +OK
        S* <text>
        S* last line of ${id}
        C: ${alive}
        """

      Examples:
        | what                     | text         |
        | a word behind a dot      | .word        |
        | a word behind three dots | ...word      |
        | a hundred dots           | ${100 * "."} |
        | a dot and a space        | . and more   |

    @R1939-3-e @R1939-3-d @MUST
    Scenario: A line that is a single dot does not end the message
      Given the message dotted:
        """
        From: Sender <${sender}>
        Subject: ${id}

        .
        last line of ${id}
        """
      And alice's inbox holds:
        | message |
        | dotted  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: RETR 1
        S: +OK
        S* .
        S* last line of ${id}
        C: ${alive}
        """
