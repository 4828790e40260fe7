@hostile @strain
Feature: Slow clients
  Who sends half a line and no more, and who never reads, costs the server a connection and others nothing.

  Rule: Half a line on every connection but one holds up nobody

    @M-robust-connections @SHOULD @needs-smtp @needs-limit-connections-10
    Scenario: Beside seven half commands of SMTP the next client is served
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C~ E
        S2: 220
        C2~ EH
        C3~ EHL
        C4~ EHLO
        C5~ M
        C6~ N
        C7~ Q
        S8: 220
        C8: EHLO ${helo}
        S8: 250
        C: ${reset}
        """

    @M-robust-connections @SHOULD @needs-pop3 @needs-limit-connections-10
    Scenario: Beside seven half commands of POP3 the next client is served
      Given a POP3 session greeted
      Then the dialogue is:
        """pop3
        C~ U
        S2: +OK
        C2~ US
        C3~ USE
        C4~ USER
        C5~ C
        C6~ Q
        C7~ QU
        S8: +OK
        C8: QUIT
        S8: +OK
        C: ${reset}
        """

    @M-robust-connections @SHOULD @needs-imap @needs-limit-connections-10
    Scenario: Beside seven half commands of IMAP the next client is served
      Given an IMAP session greeted
      Then the dialogue is:
        """imap
        C~ a
        S2: * OK
        C2~ a1
        C3~ a1 LOGIN
        C4~ a1 LOGIN {
        C5~ a1 LOGIN "
        C6~ a1 ID (
        C7~ a1 NOOP${CR}
        S8: * OK
        C8: a1 NOOP
        S8: a1 OK
        C: ${reset}
        """

    @M-robust-connections @SHOULD @needs-smtp @needs-limit-connections-10
    Scenario: Beside a message that stops the next client is served
      Given an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ Subject: never en
        S2: 220
        C2: EHLO ${helo}
        S2: 250
        C: ${reset}
        """

  Rule: Who sends an octet a second is served, and keeps nobody waiting

    @M-robust-connections @SHOULD @needs-smtp @slow
    Scenario: Beside a command of SMTP at an octet a second the next client is served
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C~ E
        S: ${silent 1s}
        C~ H
        S2: 220
        C2: EHLO ${helo}
        S2: 250
        S: ${silent 1s}
        C~ L
        S: ${silent 1s}
        C~ O ${helo}${CRLF}
        S: 250
        """

    @M-robust-connections @SHOULD @needs-pop3 @slow
    Scenario: Beside a command of POP3 at an octet a second the next client is served
      Given a POP3 session greeted
      Then the dialogue is:
        """pop3
        C~ Q
        S: ${silent 1s}
        C~ U
        S2: +OK
        C2: QUIT
        S2: +OK
        S: ${silent 1s}
        C~ I
        S: ${silent 1s}
        C~ T${CRLF}
        S: +OK
        """

    @M-robust-connections @SHOULD @needs-imap @slow
    Scenario: Beside a command of IMAP at an octet a second the next client is served
      Given an IMAP session greeted
      Then the dialogue is:
        """imap
        C~ a1${SP}
        S: ${silent 1s}
        C~ N
        S2: * OK
        C2: a1 NOOP
        S2: a1 OK
        S: ${silent 1s}
        C~ OO
        S: ${silent 1s}
        C~ P${CRLF}
        S: a1 OK
        """

  Rule: Who does not read keeps nobody waiting

    @M-robust-connections @SHOULD @needs-smtp
    Scenario: Beside a client of SMTP that reads no answers the next one is served
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C~ ${30000 * "NOOP${CRLF}"}
        S2: 220
        C2: EHLO ${helo}
        S2: 250
        C: ${reset}
        """

    @M-robust-connections @SHOULD @needs-imap
    Scenario: Beside a client of IMAP that reads no answers the next one is served
      Given the message bulky:
        """
        From: Sender <${sender}>
        Subject: bulky ${id}

        ${20000 * "A line of a message that is larger than what fits into a window, so it waits.${CRLF}"}end
        """
      And the mailbox holds:
        | message |
        | bulky   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C~ ${10 * "a1 FETCH 1 BODY[]${CRLF}"}
        S2: * OK
        C2: a1 NOOP
        S2: a1 OK
        C: ${reset}
        """
