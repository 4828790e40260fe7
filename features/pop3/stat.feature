@needs-pop3
Feature: STAT
  How many messages there are, and how many octets (RFC 1939 §5).

  Rule: The answer is two numbers

    @R1939-5-3 @MUST @chapter-pop-2
    Scenario: STAT tells the number of messages and a number of octets
      Given alice's inbox holds:
        | message   |
        | plain     |
        | two-parts |
        | budget    |
      And a POP3 session authenticated
      When the client sends: STAT
      Then the reply is +OK 3 ${octets:number > 0}

    @R1939-5-4 @SHOULD
    Scenario: Nothing follows the octets
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated
      When the client sends: STAT
      Then the reply is +OK 1 ${*:number}${rest:text = ""}

    @R1939-5-3 @MUST
    Scenario: An empty maildrop has no messages and no octets
      Given alice's inbox is empty
      And a POP3 session authenticated
      When the client sends: STAT
      Then the reply is +OK 0 ${octets:number = 0}

  Rule: The octets are those of all messages

    # “Sizes reported elsewhere, such as in "STAT" responses … need not be accurate, but it is preferable” (RFC 6856 §2.1).
    @R1939-5-3 @SHOULD
    Scenario: STAT is the sum of the sizes in LIST
      Given alice's inbox holds:
        | message |
        | plain   |
        | dots    |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: RETR 1
        S: +OK
        S| ${first:lines}
        C: RETR 2
        S: +OK
        S| ${second:lines}
        C: STAT
        S: +OK 2 ${sum:number = first.size + second.size}
        """

  Rule: Messages marked as deleted do not count

    @R1939-5-a @MUST
    Scenario: DELE takes a message out of both numbers
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: STAT
        S: +OK 2 ${both:number}
        C: DELE 1
        S: +OK
        C: STAT
        S: +OK 1 ${one:number < both}
        C: DELE 2
        S: +OK
        C: STAT
        S: +OK 0 ${none:number = 0}
        """
