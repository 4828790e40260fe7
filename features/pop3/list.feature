@needs-pop3
Feature: LIST
  The size of each message, or of one (RFC 1939 §5).

  Rule: Without a number there is a line for each message

    @R1939-5-c @R1939-4-c @MUST @chapter-pop-2
    Scenario: Messages are numbered from 1
      Given alice's inbox holds:
        | message   |
        | plain     |
        | two-parts |
        | budget    |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: LIST
        S: +OK
        S| 1 ${*:number}${*}
        S| 2 ${*:number}${*}
        S| 3 ${*:number}${*}
        """

    @R1939-4-c @MUST
    Scenario: Each number is a message of its own
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: RETR 1
        S: +OK
        S* Subject: ${first:text}
        C: RETR 2
        S: +OK
        S* Subject: ${*}
        S! Subject: ${first}
        """

    @R1939-5-d @R1939-3-d @MUST
    Scenario: An empty maildrop is listed by no lines
      Given alice's inbox is empty
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: LIST
        S: +OK
        S! ${*}
        """

    @R1939-5-8 @MUST
    Scenario: Each line is a number, a space and a size
      Given alice's inbox holds:
        | message | times |
        | plain   | 11    |
      And a POP3 session authenticated
      When the client sends: LIST
      Then the reply is +OK
      And every line of the last reply is a scan listing

    @R1939-5-9 @SHOULD
    Scenario: Nothing follows the size
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      When the client sends: LIST
      Then the reply is +OK
      And every line of the last reply is a scan listing and nothing more

  Rule: With a number there is a single line

    @R1939-5-b @MUST
    Scenario: LIST with a number is answered in one line
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: LIST 2
        S: +OK 2 ${size:number > 0}
        C: ${alive}
        """

    @R1939-5-b @MUST
    Scenario: LIST with a number and LIST agree
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: LIST
        S: +OK
        S* 1 ${first:number}
        S* 2 ${second:number}
        C: LIST 1
        S: +OK 1 ${again:number = first}
        C: LIST 2
        S: +OK 2 ${once-more:number = second}
        """

    @R1939-5-9 @SHOULD
    Scenario: Nothing follows the size of a single message
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated
      When the client sends: LIST 1
      Then the reply is +OK 1 ${*:number}${rest:text = ""}

  Rule: Messages marked as deleted are not listed

    @R1939-5-e @R1939-4-e @MUST
    Scenario: The others keep their numbers
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
        | folded  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: RETR 3
        S: +OK
        S* Message-ID: ${third:text}
        C: DELE 2
        S: +OK
        C: LIST
        S: +OK
        S| 1 ${*:number}${*}
        S| 3 ${*:number}${*}
        C: RETR 3
        S: +OK
        S* Message-ID: ${third}
        """

    @R1939-5-7 @R1939-5-i @MUST
    Scenario: LIST of a deleted message is refused
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: DELE 1
        S: +OK
        C: LIST 1
        S: -ERR
        """
