@needs-lmtp
Feature: A reply for each recipient
  After the final dot LMTP answers once for every recipient that was accepted, in the order of the RCPT commands (RFC 2033 §4.2).

  Rule: As many replies as recipients

    @R2033-4.2-a @MUST
    Scenario: One recipient, one reply
      Given any message letter
      And an LMTP session after DATA
      When the dialogue is:
        """lmtp
        C~ ${letter}
        C: .
        S: 250
        C: ${alive}
        """
      Then alice receives the message letter

    @R2033-4.2-a @MUST
    Scenario: Two recipients, two replies, and both have the message
      Given any message letter
      And an LMTP session after RCPT
      When the dialogue is:
        """lmtp
        C: RCPT TO:<${bob}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S: 250
        S: 250
        C: ${alive}
        """
      Then alice receives the message letter
      And bob receives the message letter

    @R2033-4.2-a @MUST @needs-accounts-3
    Scenario: Three recipients, three replies
      Given an LMTP session after RCPT
      Then the dialogue is:
        """lmtp
        C: RCPT TO:<${bob}>
        S: 250/251
        C: RCPT TO:<${carol}>
        S: 250/251
        C: DATA
        S: 354
        C: Subject: for three ${id}
        C:
        C: For all of you.
        C: .
        S: 250
        S: 250
        S: 250
        C: ${alive}
        """

    @R2033-4.2-a @MUST @needs-unknown
    Scenario: A recipient that was refused gets no reply after the dot
      Given any message letter
      And an LMTP session after RCPT
      When the dialogue is:
        """lmtp
        C: RCPT TO:<${unknown}>
        S? 2xx
        S: 4xx/5xx
        C: RCPT TO:<${bob}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S: 250
        S: 250
        C: ${alive}
        """
      Then alice receives the message letter
      And bob receives the message letter

    @R2033-4.2-b @MUST
    Scenario: A recipient accepted twice gets two replies
      Given an LMTP session after RCPT
      Then the dialogue is:
        """lmtp
        C: RCPT TO:<${alice}>
        S? 4xx/5xx
        S: 250/251
        C: DATA
        S: 354
        C: Subject: twice ${id}
        C:
        C: For alice and alice.
        C: .
        S: 250
        S: 250
        C: ${alive}
        """

    @R2033-4.2-a @MUST
    Scenario: Recipients of an earlier message are not answered again
      Given an LMTP session after RCPT
      Then the dialogue is:
        """lmtp
        C: RCPT TO:<${bob}>
        S: 250/251
        C: DATA
        S: 354
        C: Subject: first ${id}
        C:
        C: For two.
        C: .
        S: 250
        S: 250
        C: MAIL FROM:<${sender}>
        S: 250
        C: RCPT TO:<${bob}>
        S: 250/251
        C: DATA
        S: 354
        C: Subject: second ${id}
        C:
        C: For one.
        C: .
        S: 250
        C: ${alive}
        """

    @R2033-4.2-a @MUST
    Scenario: Recipients from before RSET are not answered
      Given an LMTP session after RCPT
      Then the dialogue is:
        """lmtp
        C: RCPT TO:<${bob}>
        S: 250/251
        C: RSET
        S: 250
        C: MAIL FROM:<${sender}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C: Subject: after RSET ${id}
        C:
        C: For one.
        C: .
        S: 250
        C: ${alive}
        """
