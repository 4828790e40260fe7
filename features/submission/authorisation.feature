@needs-submission
Feature: Who may send
  A server for users wants a login, or a client that it knows by its address (RFC 6409 §3.3, §4.3).

  Rule: Without a login a stranger sends nothing

    # Whatever the server answers (RFC 6409 §3.2 permits it to accept and to bounce), nothing may come of it.
    @R6409-4.3-1 @MUST @needs-stranger @chapter-route-2
    Scenario: Mail of somebody who has not logged in is not taken
      Given a submission session before login from a stranger's address
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${bob}>
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 4xx/5xx
        S: 250/251
        C: DATA
        S? 4xx/5xx
        S: 354
        C: From: <${bob}>
        C: To: <${alice}>
        C: Subject: ${id}
        C:
        C: I did not say who I am.
        C: .
        S: 250/4xx/5xx
        """
      And alice does not receive the message "Subject: ${id}"

    # Where it is accepted and bounced, the bounce goes to alice.
    @R6409-4.3-1 @MUST @needs-stranger @needs-submission-AUTH=PLAIN
    Scenario: A login on one connection is none on another
      Given a submission session after AUTH from a stranger's address
      And a second submission session before login from a stranger's address
      Then the dialogue is:
        """smtp
        C2: MAIL FROM:<${alice}>
        S2? 4xx/5xx
        S2: 250
        C2: RCPT TO:<${bob}>
        S2? 4xx/5xx
        S2: 250/251
        C2: DATA
        S2? 4xx/5xx
        S2: 354
        C2: From: <${alice}>
        C2: To: <${bob}>
        C2: Subject: ${id}
        C2:
        C2: Somebody else said who I am.
        C2: .
        S2: 250/4xx/5xx
        """
      And bob does not receive the message "Subject: ${id}"

    # A server may wait for RCPT, since it may take mail for postmaster without a login (RFC 6409 §6.4).
    @R6409-4.3-a @SHOULD @needs-stranger
    Scenario: MAIL is refused already
      Given a submission session before login from a stranger's address
      When the client sends: MAIL FROM:<${bob}>
      Then the reply is 4xx/5xx

    @R6409-4.3-b @SHOULD @needs-stranger
    Scenario: The code is 530
      Given a submission session before login from a stranger's address
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${bob}>
        S? 2xx/4xx
        S: 530
        """

  Rule: Who is known sends elsewhere too

    @R6409-3.3-a @MAY @needs-submission-AUTH=PLAIN @chapter-route-1 @chapter-route-2
    Scenario: After a login a recipient elsewhere is taken
      Given a submission session after MAIL
      When the client sends: RCPT TO:<${foreign}>
      Then the reply is 250/251

    @R6409-3.3-a @MAY @needs-submission-AUTH=PLAIN @needs-stranger @chapter-route-2
    Scenario: A login counts wherever the user comes from
      Given a submission session after MAIL from a stranger's address
      When the client sends: RCPT TO:<${foreign}>
      Then the reply is 250/251

    @R6409-3.3-a @MAY @needs-trusted-client @chapter-route-2
    Scenario: A client in a trusted network needs no login
      Given a submission session before login from a trusted address
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<${foreign}>
        S: 250/251
        """
