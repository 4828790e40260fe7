@needs-pop3
Feature: The greeting
  A connection begins with one positive line from the server (RFC 1939 §3, §4).

  Rule: The server speaks first

    @R1939-4-a @MUST @chapter-pop-1 @defect-pop3-greeting-negative @defect-pop3-greeting-of-two-lines @defect-pop3-status-lines-end-in-lf
    Scenario: A new connection is greeted with +OK
      Given a POP3 session not greeted
      Then the reply is +OK

    @R1939-4-a @MUST @defect-pop3-quit-stays-open
    Scenario: The greeting is a single line
      Given a POP3 session greeted
      When the client sends: QUIT
      Then the reply is +OK
      And the dialogue is:
        """pop3
        S: ${closed}
        """

    @R1939-3-c @MUST @defect-pop3-greeting-negative @defect-pop3-greeting-of-two-lines @defect-pop3-greeting-too-long
    @defect-pop3-status-lines-end-in-lf
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
        C2: QUIT
        S2: +OK
        C: QUIT
        S: +OK
        """
