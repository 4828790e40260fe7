@needs-pop3
Feature: Exclusive access
  A session has its maildrop to itself until it ends (RFC 1939 §4, §6). It is judged by its effect: a server may refuse a second session, or
  let it in without harm to the first.

  Rule: No other session takes messages away

    @R1939-4-b @MUST @chapter-pop-2
    Scenario: A message stays readable although another session deletes it
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated
      And a second POP3 session before login
      Then the dialogue is:
        """pop3
        C2: USER ${alice.user}
        S2? -ERR
        S2: +OK
        C2: PASS ${alice.password}
        S2? -ERR
        S2: +OK
        C2: DELE 1
        S2: +OK
        C2: ${end}
        S2? -ERR
        C: RETR 1
        S: +OK
        S* Subject: plain words
        """

    @R1939-4-b @MUST
    Scenario: Marks belong to the session that made them
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      And a second POP3 session before login
      Then the dialogue is:
        """pop3
        C: RETR 1
        S: +OK
        S* Subject: ${first:text}
        C: DELE 1
        S: +OK
        C2: USER ${alice.user}
        S2? -ERR
        S2: +OK
        C2: PASS ${alice.password}
        S2? -ERR
        S2: +OK
        C2: ${end}
        C: RSET
        S: +OK
        C: RETR 1
        S: +OK
        S* Subject: ${first}
        """

    # The code has a meaning where it comes (§8.1.2); that it must come is said nowhere.
    @R2449-8.1.2-a @MAY @needs-pop3-RESP-CODES
    Scenario: Who is refused for that is told so by [IN-USE]
      Given a POP3 session authenticated
      And a second POP3 session before login
      Then the dialogue is:
        """pop3
        C2: USER ${alice.user}
        S2: +OK
        C2: PASS ${alice.password}
        S2? +OK
        S2: -ERR [IN-USE
        """

    @R1939-7-e @MUST
    Scenario: Other people's maildrops are not locked
      Given a POP3 session authenticated
      And a second POP3 session before login
      Then the dialogue is:
        """pop3
        C2: USER ${bob.user}
        S2: +OK
        C2: PASS ${bob.password}
        S2: +OK
        """

  Rule: The maildrop is free when the session has ended

    @R1939-6-c @MUST
    Scenario: After QUIT the next session is let in at once
      Given a POP3 session authenticated
      And a second POP3 session before login
      Then the dialogue is:
        """pop3
        C: ${end}
        C2: USER ${alice.user}
        S2: +OK
        C2: PASS ${alice.password}
        S2: +OK
        """

    @R1939-6-d @SHOULD
    Scenario: When the client has gone the next session is let in
      Given a POP3 session authenticated
      And a second POP3 session before login
      Then the dialogue is:
        """pop3
        C: ${alive}
        C: ${close}
        S? -ERR
        S: ${closed}
        C2: USER ${alice.user}
        S2: +OK
        C2: PASS ${alice.password}
        S2: +OK
        """

    @R1939-4-4 @MUST @spends-logins
    Scenario: A refused login locks nothing
      Given a POP3 session before login
      And a second POP3 session before login
      Then the dialogue is:
        """pop3
        C: USER ${alice.user}
        S: +OK
        C: PASS not-the-password
        S: -ERR
        C2: USER ${alice.user}
        S2: +OK
        C2: PASS ${alice.password}
        S2: +OK
        """
