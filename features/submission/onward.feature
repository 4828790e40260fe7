@needs-submission @needs-submission-AUTH=PLAIN
Feature: What is submitted goes on its way
  The server takes responsibility for the message and delivers it or hands it on (RFC 6409 §3.1, RFC 5321 §4.2.5).

  Rule: A mailbox of its own is served at once

    @R5321-4.1.1.4-6 @MUST @chapter-agent-1
    Scenario: The recipient receives what was submitted
      Given a submission session after DATA
      Then the dialogue is:
        """smtp
        C: From: <${alice}>
        C: To: <${alice}>
        C: Subject: ${id}
        C: Date: Tue, 03 Jun 2025 10:00:00 +0000
        C:
        C: A message for somebody here.
        C: .
        S: 250
        """
      And alice receives the message "Subject: ${id}"

  Rule: What an address elsewhere means is for its own host to say

    # The sender's may be rewritten (RFC 6409 §8.8).
    @R6409-8.8-2 @R5321-2.3.11-1 @MUST @needs-outside @chapter-route-1
    Scenario: The local part of a recipient elsewhere stays as it was written
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop} ESMTP
        C? HELO ${*}
        C: EHLO ${*:atom}
        S: 250 ${next-hop}
        C: MAIL FROM:<${*}>
        S: 250 2.1.0 go on
        C: RCPT TO:<Carol.O'Case+Tag@${elsewhere}>
        S: 250 2.1.5 go on
        …
        """
      When alice submits the message hello to Carol.O'Case+Tag@${elsewhere}
      Then the dialogue at the next hop takes place
