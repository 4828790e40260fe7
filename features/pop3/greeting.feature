@needs-pop3
Feature: The greeting
  A connection begins with one positive line from the server (RFC 1939 §3, §4).

  Rule: The server speaks first

    @R1939-4-a @MUST @chapter-pop-1
    Scenario: A new connection is greeted with +OK
      Given a POP3 session not greeted
      Then the reply is +OK

    @R1939-4-a @MUST
    Scenario: The greeting is a single line
      Given a POP3 session not greeted
      Then the dialogue is:
        """pop3
        S: +OK
        C: ${end}
        """

    @R1939-3-c @MUST
    Scenario: The greeting has at most 512 octets
      Given a POP3 session not greeted
      Then the reply is +OK
      And every line of the last reply is at most 512 octets long

  Rule: Each connection is a session of its own

    @R1939-4-a @MUST
    Scenario: A second connection is greeted while the first is open
      Given a POP3 session greeted
      Then the dialogue is:
        """pop3
        S2: +OK
        C2: ${end}
        C: ${end}
        """
