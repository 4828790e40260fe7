@spends-logins
Feature: Logins that fail
  From what fails a stranger learns neither who has an account nor a password, and nobody else is locked out. What AUTH PLAIN and SCRAM answer stands in
  submission/failures.

  Rule: A failure does not tell who has an account

    @M-robust-auth-users-hidden @R3501-11.2-3 @R9051-11.7-3 @SHOULD @needs-imap @needs-limit-bad-logins-1
    Scenario: LOGIN of IMAP answers a wrong password and a name that nobody has alike
      Given an IMAP session before login
      Then the dialogue is:
        """imap
        C: a1 LOGIN ${quoted(alice.user)} "wrong-${id}"
        S: a1 NO ${first:atom}
        C: a2 LOGIN "nobody-${id}" "wrong-${id}"
        S: a2 NO ${first}
        """

    @M-robust-auth-users-hidden @R3501-11.2-1 @R9051-11.7-1 @SHOULD @needs-imap-AUTH=PLAIN @needs-limit-bad-logins-1
    Scenario: AUTHENTICATE of IMAP answers a wrong password and a name that nobody has alike
      Given an IMAP session before login
      Then the dialogue is:
        """imap
        C: a1 AUTHENTICATE PLAIN
        S: +
        C: ${base64(NUL, alice.user, NUL, "wrong-${id}")}
        S: a1 NO ${first:atom}
        C: a2 AUTHENTICATE PLAIN
        S: +
        C: ${base64(NUL, "nobody-${id}", NUL, "wrong-${id}")}
        S: a2 NO ${first}
        """

    @M-robust-auth-users-hidden @SHOULD @needs-pop3 @needs-limit-bad-logins-1
    Scenario: USER and PASS of POP3 answer a wrong password and a name that nobody has alike
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: USER ${alice.user}
        S: +OK
        C: PASS wrong-${id}
        S: -ERR ${first:atom}
        C: USER nobody-${id}
        S: +OK
        C: PASS wrong-${id}
        S: -ERR ${first}
        """

    @M-robust-auth-users-hidden @SHOULD @needs-submission-AUTH=LOGIN @needs-limit-bad-logins-1
    Scenario: AUTH LOGIN answers a wrong password and a name that nobody has alike
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH LOGIN
        S: 334
        C: ${base64(alice.user)}
        S: 334
        C: ${base64("wrong-${id}")}
        S: 535 ${first:atom}
        C: AUTH LOGIN
        S: 334
        C: ${base64("nobody-${id}")}
        S: 334
        C: ${base64("wrong-${id}")}
        S: 535 ${first}
        """

    # 252 says neither (RFC 5321 §7.3). A server may verify for those whom it trusts.
    @M-robust-users-verified @MAY @needs-smtp @needs-unknown
    Scenario: VRFY answers an address with a mailbox and one without alike
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: VRFY ${alice}
        S? 4xx/5xx
        S: 252
        C: VRFY ${unknown}
        S: 252
        """

    @M-robust-auth-users-time @MAY @slow @needs-imap
    Scenario: LOGIN of IMAP takes as long for a name that nobody has as for a wrong password
      Then an IMAP session before login takes as long with ${alice.user} as with nobody-${id}:
        """imap
        C: a1 LOGIN ${quoted(who)} "wrong-${id}"
        S: a1 NO
        """

    @M-robust-auth-users-time @MAY @slow @needs-pop3
    Scenario: USER and PASS of POP3 take as long for a name that nobody has as for a wrong password
      Then a POP3 session before login takes as long with ${alice.user} as with nobody-${id}:
        """pop3
        C: USER ${who}
        S? -ERR
        S: +OK
        C: PASS wrong-${id}
        S: -ERR
        """

    @M-robust-auth-users-time @MAY @slow @needs-submission-AUTH=PLAIN
    Scenario: AUTH PLAIN takes as long for a name that nobody has as for a wrong password
      Then a submission session before login takes as long with ${alice.user} as with nobody-${id}:
        """smtp
        C: AUTH PLAIN ${base64(NUL, who, NUL, "wrong-${id}")}
        S: 535
        """

  Rule: A name is a name and no path

    @M-robust-auth-name-path @MUST @needs-imap
    Scenario Outline: IMAP lets nobody in by <what>
      Given an IMAP session before login
      When the client sends: a1 LOGIN "<name>" ${quoted(alice.password)}
      Then the reply is a1 NO/BAD

      Examples:
        | what                            | name                         |
        | a way over the parent           | ../${alice.user}             |
        | a way from one user to another  | ${alice.user}/../${bob.user} |
        | a way from the root             | /${alice.user}               |
        | a way to a mailbox              | ${alice.user}/INBOX          |

    @M-robust-auth-name-path @MUST @needs-pop3
    Scenario Outline: POP3 lets nobody in by <what>
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: USER <name>
        S? -ERR
        S: +OK
        C: PASS ${alice.password}
        S: -ERR
        """

      Examples:
        | what                           | name                         |
        | a way over the parent          | ../${alice.user}             |
        | a way from one user to another | ${alice.user}/../${bob.user} |
        | a way from the root            | /${alice.user}               |

  Rule: Who guesses locks nobody else out

    @M-robust-auth-others @SHOULD @needs-imap @needs-limit-bad-logins-1
    Scenario: IMAP lets bob in while a guess of alice's password is being answered
      Given an IMAP session before login
      And a second IMAP session before login
      Then the dialogue is:
        """imap
        C: a1 LOGIN ${quoted(alice.user)} "wrong-${id}"
        C2: b1 LOGIN ${quoted(bob.user)} ${quoted(bob.password)}
        S2: b1 OK
        S: a1 NO
        """

    @M-robust-auth-others @SHOULD @needs-pop3 @needs-limit-bad-logins-1
    Scenario: POP3 lets bob in while a guess of alice's password is being answered
      Given a POP3 session before login
      And a second POP3 session before login
      Then the dialogue is:
        """pop3
        C: USER ${alice.user}
        S: +OK
        C: PASS wrong-${id}
        C2: USER ${bob.user}
        S2: +OK
        C2: PASS ${bob.password}
        S2: +OK
        S: -ERR
        """

    @M-robust-auth-others @SHOULD @needs-submission-AUTH=PLAIN @needs-limit-bad-logins-1
    Scenario: AUTH lets bob in while a guess of alice's password is being answered
      Given a submission session before login
      And a second submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH PLAIN ${base64(NUL, alice.user, NUL, "wrong-${id}")}
        C2: AUTH PLAIN ${base64(NUL, bob.user, NUL, bob.password)}
        S2: 235
        S: 535
        """

  Rule: Who guesses is turned away

    @M-robust-auth-guessing @MAY @slow @needs-imap
    Scenario: IMAP ends a session of six wrong passwords
      Given an IMAP session before login
      Then the dialogue is:
        """imap
        C: a1 LOGIN ${quoted(alice.user)} "wrong-1"
        S? * BYE
        S: a1 NO
        C: a2 LOGIN ${quoted(alice.user)} "wrong-2"
        S? * BYE
        S: a2 NO
        C: a3 LOGIN ${quoted(alice.user)} "wrong-3"
        S? * BYE
        S: a3 NO
        C: a4 LOGIN ${quoted(alice.user)} "wrong-4"
        S? * BYE
        S: a4 NO
        C: a5 LOGIN ${quoted(alice.user)} "wrong-5"
        S? * BYE
        S: a5 NO
        C: a6 LOGIN ${quoted(alice.user)} "wrong-6"
        S? * BYE
        S: ${closed}
        """
