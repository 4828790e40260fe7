@needs-pop3
Feature: Mail that arrives during a session
  The maildrop of a session is what it was at login (RFC 1939 §4).

  Rule: Numbers and sizes stay those of the login

    @R1939-4-e @MUST
    Scenario: A new message does not move the numbers of the others
      Given any message fresh
      And alice's inbox holds:
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
        """
      When alice is sent the message fresh
      Then the dialogue is:
        """pop3
        C: RETR 1
        S: +OK
        S* Subject: ${first}
        C: RETR 2
        S: +OK
        S* Subject: ${second}
        """

    @R1939-4-f @SHOULD
    Scenario: A new message shows in the next session
      Given any message fresh
      And alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: STAT
        S: +OK 1 ${octets:number}
        """
      When alice is sent the message fresh
      Then the dialogue is:
        """pop3
        C: STAT
        S: +OK 1 ${still:number = octets}
        C: RETR 2
        S: -ERR
        C: ${end}
        """
      And alice receives the message fresh

    @R1939-6-3 @MUST
    Scenario: QUIT does not remove what arrived meanwhile
      Given any message fresh
      And alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: DELE 1
        S: +OK
        """
      When alice is sent the message fresh
      Then the dialogue is:
        """pop3
        C: ${end}
        """
      And alice receives the message fresh
