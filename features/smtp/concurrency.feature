@needs-smtp
Feature: Several connections
  More than one client is served at a time, each by itself (RFC 5321 §4.5.4.2).

  Background:
    Given any message hello

  Rule: Sessions do not know of each other

    @R5321-4.5.4.2-1 @SHOULD
    Scenario: A connection is greeted while another sends its message
      Given an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C: Subject: ${id}
        S2: 220
        C2: EHLO ${helo}
        S2: 250
        C:
        C: Two at once.
        C: .
        S: 250
        """

    @R5321-4.5.4.2-a @MUST
    Scenario: Two transactions at a time are both completed
      Given any message second
      And an SMTP session after RCPT
      Then the dialogue is:
        """smtp
        S2: 220
        C2: EHLO ${helo}
        S2: 250
        C2: MAIL FROM:<${sender}>
        S2: 250
        C2: RCPT TO:<${bob}>
        S2: 250/251
        C: DATA
        S: 354
        C2: DATA
        S2: 354
        C~ ${hello}
        C2~ ${second}
        C2: .
        S2: 250
        C: .
        S: 250
        """
      And alice receives the message hello
      And bob receives the message second
      And bob does not receive the message hello

    @R5321-4.5.4.2-a @MUST
    Scenario: What one session says changes nothing in another
      Given an SMTP session after RCPT
      Then the dialogue is:
        """smtp
        S2: 220
        C2: EHLO ${helo}
        S2: 250
        C2: RSET
        S2: 250
        C: DATA
        S: 354
        """
