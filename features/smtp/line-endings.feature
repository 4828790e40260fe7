@needs-smtp
Feature: Line endings
  CR LF ends a line and nothing else does, in commands, in the message and in replies (RFC 5321 §2.3.8, §4.1.1.4).

  Rule: A command ends in CR LF only

    # One command, then, whatever is made of it: a server that ends lines elsewhere answers twice.
    @R5321-2.3.8-1 @MUST @hostile
    Scenario Outline: A bare <octet> does not end a command
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C~ NOOP<octets>XMAILSPEC${CRLF}
        S? ${closed}
        S: 250/4xx/5xx
        C: RSET
        S: 250
        """

      Examples:
        | octet | octets |
        | CR    | ${CR}  |
        | LF    | ${LF}  |

    @R5321-2.3.8-1 @MUST
    Scenario: A command is taken only when its CR LF is there
      Given an SMTP session after RCPT
      Then the dialogue is:
        """smtp
        C~ RCPT TO:<${bob}>
        S: ${silent 100ms}
        C~ ${CR}
        C~ ${LF}
        S: 250/251
        """

    @R5321-2.3.8-1 @MUST
    Scenario: A command may come octet by octet
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C~ R
        C~ S
        C~ E
        C~ T
        C~ ${CR}
        C~ ${LF}
        S: 250
        C~ R
        C~ SET${CR}
        C~ ${LF}
        S: 250
        """

  Rule: Replies end in CR LF

    # The suite takes no other end of a line, in any scenario.
    @R5321-2.3.8-1 @MUST
    Scenario: Replies of one line and of several end in CR LF
      Given an SMTP session not greeted
      Then the dialogue is:
        """smtp
        S? 421/554
        S: 220
        C: EHLO ${helo}
        S: 250
        C: NOOP
        S: xxx
        C: QUIT
        S: xxx
        """

  Rule: The data ends at CR LF dot CR LF only

    # More of the kind stands in robustness/smuggling. What follows the false end is text; a server that takes it for commands answers more than once. Refusing the message is right, too.
    @R5321-4.1.1.4-5 @R5321-4.1.1.4-4 @R5321-2.3.8-1 @MUST @hostile
    Scenario Outline: <end> does not end the data
      Given an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ Subject: ${id}${CRLF}${CRLF}first<octets>XMAILSPEC${CRLF}.${CRLF}
        S? ${closed}
        S: 250/4xx/5xx
        C: ${alive}
        """

      Examples:
        | end       | octets      |
        | LF dot LF | ${LF}.${LF} |
        | CR dot CR | ${CR}.${CR} |

    @R5321-4.2.5-3 @MUST @hostile
    Scenario: A message refused at its end for a bare LF is not delivered
      Given the message bare:
        """
        From: Sender <${sender}>
        Subject: ${id}

        One line.
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ From: Sender <${sender}>${CRLF}Subject: ${id}${CRLF}${CRLF}One${LF}line.${CRLF}.${CRLF}
        S? 2xx
        S: 4xx/5xx
        """
      And alice does not receive the message bare
