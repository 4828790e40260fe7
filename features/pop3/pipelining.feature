@needs-pop3 @needs-pop3-PIPELINING
Feature: PIPELINING
  A client may send commands without waiting for answers (RFC 2449 §6.6).

  Rule: Commands are carried out in turn

    @R2449-6.6-1 @MUST
    Scenario: Answers come in the order of the commands
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
        S* Subject: ${second:text}
        C: STAT
        C: LIST 2
        C: RETR 1
        C: STAT
        C: LIST
        C: RETR 2
        S: +OK 2${SP}
        S: +OK 2${SP}
        S: +OK
        S* Subject: ${first}
        S: +OK 2${SP}
        S: +OK
        S* 1 ${*:number}${*}
        S: +OK
        S* Subject: ${second}
        """

    @R2449-6.6-1 @MUST
    Scenario: Each command sees what those before it did
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
        C: DELE 1
        C: STAT
        C: RETR 1
        C: RSET
        C: STAT
        C: DELE 2
        S: +OK
        S: +OK 1${SP}
        S: -ERR
        S: +OK
        S: +OK 2${SP}
        S: +OK
        C: ${end}
        """
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: STAT
        S: +OK 1${SP}
        C: RETR 1
        S: +OK
        S* Subject: ${first}
        """

    @R2449-6.6-1 @MUST
    Scenario: A login may be pipelined
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session before login
      Then the dialogue is:
        """pop3
        C: USER ${alice.user}
        C: PASS ${alice.password}
        C: STAT
        S: +OK
        S: +OK
        S: +OK 1${SP}
        """

    @R2449-6.6-1 @MUST
    Scenario: A group that ends in the middle of a command goes on
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C~ STAT${CRLF}STAT${CRLF}ST
        S: +OK
        S: +OK
        C~ AT${CRLF}
        S: +OK
        """

    @R2449-6.6-1 @MUST
    Scenario: A refused command does not stop the group
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: STAT
        C: RETR 999999
        C: STAT
        S: +OK
        S: -ERR
        S: +OK
        """

  Rule: Large answers do not block

    @R2449-6.6-3 @MUST
    Scenario: Answers that fill the connection wait for the client
      Given any message bulky of 560000 octets
      And alice's inbox holds:
        | message |
        | bulky   |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: RETR 1
        C: RETR 1
        C: RETR 1
        C: RETR 1
        C: STAT
        S: +OK
        S| ${whole:lines}
        S: +OK
        S| ${whole}
        S: +OK
        S| ${whole}
        S: +OK
        S| ${whole}
        S: +OK
        """
