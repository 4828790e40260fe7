@needs-smtp
Feature: DATA
  After 354 come lines of text up to one that is a single dot (RFC 5321 §3.3, §4.1.1.4).

  Rule: 354 invites the message, 250 confirms it

    @R5321-4.1.1.4-a @MUST @chapter-smtp-2
    Scenario: DATA after a recipient is answered 354
      Given an SMTP session after RCPT
      When the client sends: DATA
      Then the reply is 354

    @R5321-4.1.1.4-6 @R5321-4.1.1.3-d @MUST @chapter-smtp-2
    Scenario: A message that was answered 250 is in the mailbox
      Given any message hello
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${hello}
        C: .
        S: 250
        """
      And alice receives the message hello

    @R5321-4.1.1.4-6 @MUST
    Scenario: The end of the data gets one reply and no more
      Given an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C: Subject: ${id}
        C:
        C: One reply.
        C: .
        S: 250
        C: ${alive}
        """

    @R5321-4.1.1.4-b @R5321-3.3-8 @MUST
    Scenario: The end of the data leaves no recipients behind
      Given an SMTP session after a message
      When the client sends: RCPT TO:<${alice}>
      Then the reply is 5xx

  Rule: After 354 every line is data

    @R5321-4.1.1.4-c @MUST
    Scenario Outline: A line that reads <command> is data
      Given the message commands:
        """
        From: Sender <${sender}>
        Subject: ${id}

        <command>
        The line above is text.
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${commands}
        C: .
        S: 250
        """
      And alice receives the message commands

      Examples:
        | command                |
        | QUIT                   |
        | RSET                   |
        | NOOP                   |
        | EHLO mail.example.test |
        | MAIL FROM:<>           |
        | STARTTLS               |

    # A reply to a line would be read in place of the reply to the end.
    @R5321-4.1.1.4-c @MUST
    Scenario: No line is answered before the end
      Given an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C: Subject: ${id}
        C:
        C: BOGUS
        S: ${silent 100ms}
        C: .
        S: 250
        """

    @R5321-4.1.1.4-c @MUST
    Scenario: A message that comes in pieces is kept whole
      Given the message hello:
        """
        From: Sender <${sender}>
        Subject: ${id}

        First line.

        Third line.
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ From: Sender <${sender}>${CR}
        C~ ${LF}Subject: ${id}
        C~ ${CRLF}
        C~ ${CRLF}
        C~ First line.${CRLF}${CR}
        C~ ${LF}Thi
        C~ rd line.
        C~ ${CRLF}.
        C~ ${CRLF}
        S: 250
        """
      And alice receives the message hello

  Rule: DATA takes no arguments

    @R5321-4.3.2-4 @R5321-4.1.1-2 @SHOULD
    Scenario: DATA with an argument is refused with 501
      Given an SMTP session after RCPT
      When the client sends: DATA now
      Then the reply is 501
