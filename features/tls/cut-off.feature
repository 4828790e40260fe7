Feature: Connections that are cut off under TLS
  Whoever closes says so under TLS first (close_notify). An end without it may be the work of somebody in between: what was not said to its end is not taken for whole
  (RFC 8446 §6.1, RFC 5246 §7.2.1). Each protocol's own pages ask the same of connections in clear.

  Rule: A message that was cut off is not delivered

    @R5321-4.1.1.10-4 @MUST @needs-smtp-STARTTLS
    Scenario Outline: A message that is cut off under TLS <place> is not delivered
      Given the message cut:
        """
        From: Sender <${sender}>
        Subject: ${id}-cut

        Nearly whole
        """
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: STARTTLS
        S: 220
        C: ${starttls}
        C: EHLO ${helo}
        S: 250
        C: MAIL FROM:<${sender}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C~ From: Sender <${sender}>${CRLF}Subject: ${id}-cut${CRLF}${CRLF}Nearly whole<rest>
        C: ${cut}
        """
      Then alice does not receive the message cut

      Examples:
        | place               | rest           |
        | in its last line    |                |
        | behind its text     | ${CRLF}        |
        | behind the last dot | ${CRLF}.       |
        | before the last LF  | ${CRLF}.${CR}  |

  Rule: A command that was cut off is not carried out

    @R1939-6-1 @MUST @needs-pop3s
    Scenario Outline: Of a POP3 session that is cut off <place> no message is removed
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated on the TLS port
      When the dialogue is:
        """pop3
        C: DELE 1
        S: +OK
        C~ QUIT<rest>
        C: ${cut}
        """
      And a second POP3 session authenticated
      Then the dialogue is:
        """pop3
        C2: STAT
        S2: +OK 1 ${*:number}
        """

      Examples:
        | place               | rest  |
        | behind QUIT         |       |
        | behind the CR of it | ${CR} |

    @M-robust-cut-off @MUST @needs-imaps
    Scenario: EXPUNGE that is cut off removes nothing
      Given the mailbox holds:
        | message | flags    |
        | plain   | \Deleted |
      And an IMAP session with the mailbox selected on the TLS port
      When the dialogue is:
        """imap
        C~ a1 EXPUNGE
        C: ${cut}
        """
      And a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C2: b1 STATUS ${mailbox} (MESSAGES)
        S2* * STATUS ${mailbox} (MESSAGES 1)
        S2: b1 OK
        """
