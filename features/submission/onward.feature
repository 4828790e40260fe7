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
