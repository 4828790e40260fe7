@needs-smtp
Feature: Lost connections
  A connection that is lost before the end of the data cancels its transaction, and nothing else
  (RFC 5321 §4.1.1.5, §4.1.1.10).

  Background:
    Given any message hello

  Rule: A lost connection cancels the transaction

    @R5321-4.1.1.10-4 @MUST
    Scenario: A message cut off in its text is not delivered
      Given any message cut
      And an SMTP session after DATA
      When the client speaks and the connection is lost:
        """smtp
        C~ ${cut}
        """
      Then alice does not receive the message cut

    @R5321-4.1.1.10-4 @MUST
    Scenario Outline: A message cut off <place> is not delivered
      Given the message cut:
        """
        From: Sender <${sender}>
        Subject: ${id}-cut

        Nearly whole
        """
      And an SMTP session after DATA
      When the client speaks and the connection is lost:
        """smtp
        C~ From: Sender <${sender}>${CRLF}Subject: ${id}-cut${CRLF}${CRLF}Nearly whole<rest>
        """
      Then alice does not receive the message cut

      Examples:
        | place                      | rest          |
        | in the last line           |               |
        | after the last CR          | ${CR}         |
        | before the final dot       | ${CRLF}       |
        | after the final dot        | ${CRLF}.      |
        | between the last CR and LF | ${CRLF}.${CR} |

    @R5321-4.1.1.10-4 @MUST
    Scenario: A message closed by the client in its text is not delivered
      Given any message cut
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${cut}
        C: ${close}
        """
      And alice does not receive the message cut

    @R5321-4.1.1.10-4 @MUST
    Scenario: A lost connection takes nothing from a message sent before
      Given an SMTP session after DATA
      When the client speaks and the connection is lost:
        """smtp
        C~ ${hello}
        C: .
        S: 250
        C: MAIL FROM:<${sender}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C: Subject: ${id}-cut
        """
      Then alice receives the message hello

    @R5321-4.1.1.5-4 @SHOULD
    Scenario: A connection that is broken leaves the server ready for the next
      Given an SMTP session after RCPT
      Then the dialogue is:
        """smtp
        C: ${reset}
        S2: 220
        C2: EHLO ${helo}
        S2: 250
        """
