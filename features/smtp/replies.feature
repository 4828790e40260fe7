@needs-smtp
Feature: Replies
  Three digits and a text, one reply for each command, and no hanging up (RFC 5321 §3.8, §4.2, §4.3).

  Rule: A word that is no command is refused, and the session goes on

    @R5321-4.2.4-2 @SHOULD
    Scenario Outline: <word> is answered 500
      Given an SMTP session after EHLO
      When the client sends: <word>
      Then the reply is 500

      Examples:
        | word            |
        | XMAILSPEC       |
        | XMAILSPEC a b c |
        | NONSENSE        |
        | A1B2C3          |

    @R5321-3.8-1 @R5321-4.1.1.10-2 @MUST
    Scenario Outline: <word> is refused and the session goes on
      Given an SMTP session <state>
      Then the dialogue is:
        """smtp
        C: <word>
        S: 5xx
        C: ${alive}
        """

      Examples:
        | word      | state           |
        | XMAILSPEC | after EHLO      |
        | NONSENSE  | after HELO      |
        | BOGUS     | after MAIL      |
        | UNHEARDOF | after RCPT      |
        | XNOTHING  | after a message |

    @R5321-3.8-1 @MUST
    Scenario: An unknown command leaves the transaction as it was
      Given an SMTP session after RCPT
      Then the dialogue is:
        """smtp
        C: XMAILSPEC
        S: 5xx
        C: DATA
        S: 354
        """

    @M-robust-prefix @SHOULD
    Scenario Outline: <word> is no command
      Given an SMTP session after EHLO
      When the client sends: <word>
      Then the reply is 5xx

      Examples:
        | word                    |
        | NOO                     |
        | QUI                     |
        | DATADATA                |
        | NOOPX                   |
        | QUITE                   |
        | RSETS                   |
        | EHLOE mail.example.test |

    @M-robust-empty-line @SHOULD
    Scenario: An empty line is refused and the session goes on
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C:
        S: 5xx
        C: ${alive}
        """

  Rule: No error is a reason to hang up

    @R5321-4.1.1.10-2 @MUST
    Scenario Outline: After <fault> the session goes on
      Given an SMTP session <state>
      Then the dialogue is:
        """smtp
        C: <command>
        S: xxx
        C: ${alive}
        """

      Examples:
        | fault                  | state      | command                         |
        | a malformed MAIL       | after EHLO | MAIL FROM:<                     |
        | a malformed RCPT       | after MAIL | RCPT TO:<                       |
        | an unknown parameter   | after EHLO | MAIL FROM:<${sender}> XMAILSPEC |
        | a RCPT out of order    | after EHLO | RCPT TO:<${alice}>              |
        | a MAIL out of order    | after MAIL | MAIL FROM:<${sender}>           |
        | an EHLO without a name | after EHLO | EHLO                            |
        | a VRFY without a name  | after EHLO | VRFY                            |
        | TURN                   | after EHLO | TURN                            |

  Rule: Each command gets one reply with a code in range

    @R5321-4.2-1 @R5321-4.2-9 @R5321-4.3.2-2 @MUST
    Scenario: A session's replies are one each, of three digits from 2 to 5
      Given an SMTP session not greeted
      Then the dialogue is:
        """smtp
        S: xxx
        C: EHLO ${helo}
        S: xxx
        C: NOOP
        S: xxx
        C: HELP
        S: xxx
        C: VRFY ${alice}
        S: xxx
        C: MAIL FROM:<${sender}>
        S: xxx
        C: RCPT TO:<${alice}>
        S: xxx
        C: RSET
        S: xxx
        C: ${end}
        """

    @R5321-4.2-3 @SHOULD
    Scenario Outline: The code for <fault> is one of the document's
      Given an SMTP session <state>
      When the client sends: <command>
      Then the reply is 250/251/252/354/421/450/451/452/455/500/501/502/503/504/550/551/552/553/554/555

      Examples:
        | fault                         | state      | command                                |
        | an unknown command            | after EHLO | XMAILSPEC                              |
        | a malformed MAIL              | after EHLO | MAIL FROM:<                            |
        | a malformed RCPT              | after MAIL | RCPT TO:<                              |
        | an unknown parameter          | after EHLO | MAIL FROM:<${sender}> XMAILSPEC        |
        | a RCPT out of order           | after EHLO | RCPT TO:<${alice}>                     |
        | a DATA with an argument       | after RCPT | DATA now                               |
        | a mailbox that does not exist | after MAIL | RCPT TO:<no-such-user-${id}@${domain}> |

    @R5321-4.2-5 @SHOULD
    Scenario: A code is followed by a text
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: NOOP
        S: xxx ${*:string}
        C: MAIL FROM:<${sender}>
        S: 250 ${*:string}
        C: RSET
        S: 250 ${*:string}
        C: QUIT
        S: xxx ${*:string}
        """

  Rule: Each command has its codes

    # 421, 500 and 501 may answer any command.
    @R5321-4.3.1-3 @SHOULD
    Scenario Outline: <verb> is answered by one of its codes
      Given an SMTP session <state>
      When the client sends: <command>
      Then the reply is <codes>

      Examples:
        | verb | state      | command               | codes                                                   |
        | MAIL | after EHLO | MAIL FROM:<${sender}> | 250/421/451/452/455/501/503/550/552/553/555             |
        | RCPT | after MAIL | RCPT TO:<${alice}>    | 250/251/421/450/451/452/455/501/503/550/551/552/553/555 |
        | RSET | after RCPT | RSET                  | 250/421                                                 |
        | EXPN | after EHLO | EXPN ${alice}         | 250/252/421/500/501/502/504/550                         |
        | HELP | after EHLO | HELP                  | 211/214/421/500/502/504                                 |
        | NOOP | after EHLO | NOOP                  | 250/421                                                 |
        | EHLO | greeted    | EHLO ${helo}          | 250/421/504/550                                         |
        | HELO | greeted    | HELO ${helo}          | 250/421/504/550                                         |
        | DATA | after RCPT | DATA                  | 354/421/503/554                                         |
        | VRFY | after EHLO | VRFY ${alice}         | 250/251/252/421/501/504/550/551/553                     |
        | QUIT | after EHLO | QUIT                  | 221/421                                                 |
