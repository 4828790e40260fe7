@hostile
Feature: What old servers fell for
  The first holes that were published in mail servers are words that opened a door, addresses that were programs, and arguments longer than a buffer.

  Rule: No word of old opens a door

    @M-robust-old-doors @SHOULD @needs-smtp
    Scenario Outline: <word> is no command
      Given an SMTP session after EHLO
      When the client sends: <word>
      Then the reply is 221/421/5xx

      Examples:
        | word  |
        | DEBUG |
        | WIZ   |
        | KILL  |
        | SHELL |

  Rule: No address is a program or a file

    @M-robust-program @SHOULD @needs-smtp @needs-unknown
    Scenario Outline: A recipient that reads like <what> is refused
      Given an SMTP session after MAIL
      When the client sends: RCPT TO:<address>
      Then the reply is 4xx/5xx

      Examples:
        | what           | address                                |
        | a program      | <"\|/bin/true ${id}"@${alice.domain}>  |
        | a file         | <"/dev/null/${id}"@${alice.domain}>    |
        | a bare program | \|/bin/true                            |
        | an include     | <":include:/etc/${id}"@${alice.domain}> |

    # Who takes it and runs nothing is as safe.
    @M-robust-program-sender @MAY @needs-smtp
    Scenario: A sender that is a program is refused
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM: |testing
      Then the reply is 4xx/5xx

  Rule: No argument is too long for an answer

    @M-robust-long-line @SHOULD @needs-smtp
    Scenario: HELO with 3,000 octets gets an answer, and the next client is served
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: HELO ${3000 * "a"}
        S: 250/421/5xx
        S2: 220
        C2: EHLO ${helo}
        S2: 250
        """

    @M-robust-auth-huge @SHOULD @needs-pop3 @spends-logins
    Scenario: PASS with 3,000 octets gets an answer, and the next client is served
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: USER ${alice.user}
        S: +OK
        C: PASS ${3000 * "a"}
        S: -ERR
        S2: +OK
        C2: QUIT
        S2: +OK
        """

    @M-robust-auth-huge @SHOULD @needs-imap @spends-logins
    Scenario Outline: <what> with 3,000 octets gets an answer, and the next client is served
      Given an IMAP session before login
      Then the dialogue is:
        """imap
        C: a1 <command>
        S? * BYE
        S: a1 NO/BAD
        S2: * OK
        C2: b1 NOOP
        S2: b1 OK
        """

      Examples:
        | what         | command                  |
        | LOGIN        | LOGIN ${3000 * "a"} a    |
        | AUTHENTICATE | AUTHENTICATE ${3000 * "A"} |
