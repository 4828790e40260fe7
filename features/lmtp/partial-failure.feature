@needs-lmtp
Feature: Delivery that fails for some
  What SMTP cannot say, LMTP can: one recipient has the message, another has not (RFC 2033 §3, §4.2).

  Rule: Each reply speaks for one recipient

    # Alice's mailbox holds 20,000 octets in this profile and is nearly full; bob's is empty.
    @R2033-4.2-c @MUST @profile-small-quota
    Scenario: A full mailbox refuses, the other takes
      Given any message filling of 18000 octets
      And any message letter of 3000 octets
      And alice's inbox holds:
        | message |
        | filling |
      And an LMTP session after MAIL
      When the dialogue is:
        """lmtp
        C: RCPT TO:<${alice}>
        S? 4xx/5xx
        S: 250/251
        C: RCPT TO:<${bob}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S: 4xx/5xx
        S: 250
        """
      Then bob receives the message letter

    @R2033-4.2-c @MUST @profile-small-quota
    Scenario: The refusal stands where its recipient stood
      Given any message filling of 18000 octets
      And any message letter of 3000 octets
      And alice's inbox holds:
        | message |
        | filling |
      And an LMTP session after MAIL
      When the dialogue is:
        """lmtp
        C: RCPT TO:<${bob}>
        S: 250/251
        C: RCPT TO:<${alice}>
        S? 4xx/5xx
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S: 250
        S: 4xx/5xx
        """
      Then bob receives the message letter

    @R3463-3.3-a @SHOULD @needs-lmtp-ENHANCEDSTATUSCODES @profile-small-quota
    Scenario: The refusal says that the mailbox is full
      Given any message filling of 18000 octets
      And any message letter of 3000 octets
      And alice's inbox holds:
        | message |
        | filling |
      And an LMTP session after MAIL
      Then the dialogue is:
        """lmtp
        C: RCPT TO:<${alice}>
        S? 4xx 4.2.2${SP}
        S? 5xx 5.2.2${SP}
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S? 4xx 4.2.2${SP}
        S: 5xx 5.2.2${SP}
        """
