@needs-smtp
Feature: QUIT
  The end of a session, which may come at any time (RFC 5321 §4.1.1.10).

  Rule: QUIT is answered 221, then the connection is closed

    @R5321-4.1.1.10-1 @R5321-4.1.1.10-a @MUST @chapter-smtp-2
    Scenario Outline: QUIT <state> closes the connection after 221
      Given an SMTP session <state>
      Then the dialogue is:
        """smtp
        C: QUIT
        S: 221
        S: ${closed}
        """

      Examples:
        | state           |
        | greeted         |
        | after EHLO      |
        | after HELO      |
        | after MAIL      |
        | after RCPT      |
        | after a message |

    @R5321-4.1.1.10-1 @MUST
    Scenario: After an error QUIT still closes the connection
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: XMAILSPEC
        S: 5xx
        C: QUIT
        S: 221
        S: ${closed}
        """

    @R5321-4.3.2-4 @R5321-4.1.1-2 @SHOULD
    Scenario: QUIT with an argument is refused with 501
      Given an SMTP session after EHLO
      When the client sends: QUIT now
      Then the reply is 501
