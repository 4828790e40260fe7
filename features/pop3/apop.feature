@needs-pop3
Feature: APOP
  A digest of the greeting's time stamp and a shared secret shows that the client knows the secret (RFC 1939 §7).

  Rule: The greeting of a server with APOP has a time stamp

    @R1939-7-25 @MUST @needs-pop3-APOP
    Scenario: The time stamp has the form of a Message-ID
      Given a POP3 session not greeted
      Then the reply is +OK ${*}<${*:atom}@${*:atom}>

    @R1939-7-25 @MUST @needs-pop3-APOP @needs-accounts-3 @spends-logins
    Scenario: The time stamp of one session opens no maildrop in another
      Given a POP3 session not greeted
      Then the dialogue is:
        """pop3
        S: +OK ${*}<${stamp:atom}>
        C2: APOP ${carol.user} ${md5("<", stamp, ">", carol.password)}
        S2: -ERR
        """

  Rule: The right digest opens the maildrop

    # Most servers can do this only for accounts that were made for it.
    @R1939-7-h @MAY @needs-pop3-APOP @needs-accounts-3
    Scenario: APOP with the right digest leads to the TRANSACTION state
      Given carol's inbox holds:
        | message |
        | plain   |
      And a POP3 session not greeted
      Then the dialogue is:
        """pop3
        S: +OK ${*}<${stamp:atom}>
        C: APOP ${carol.user} ${md5("<", stamp, ">", carol.password)}
        S: +OK
        C: STAT
        S: +OK 1${SP}
        """

    @R1939-13-1 @SHOULD @needs-pop3-APOP @spends-logins
    Scenario: Who logs in by PASS is not let in by APOP
      Given a POP3 session not greeted
      Then the dialogue is:
        """pop3
        S: +OK ${*}<${stamp:atom}>
        C: APOP ${alice.user} ${md5("<", stamp, ">", alice.password)}
        S: -ERR
        """

  Rule: Any other digest is refused

    @R1939-7-g @MUST @needs-pop3-APOP @needs-accounts-3 @spends-logins
    Scenario Outline: The digest of <what> is refused
      Given a POP3 session not greeted
      Then the dialogue is:
        """pop3
        S: +OK ${*}<${stamp:atom}>
        C: APOP ${carol.user} ${md5(<digested>)}
        S: -ERR
        """

      Examples:
        | what                             | digested                          |
        | another secret                   | "<", stamp, ">", "another secret" |
        | the secret without a time stamp  | carol.password                    |
        | the time stamp without a secret  | "<", stamp, ">"                   |
        | the secret before the time stamp | carol.password, "<", stamp, ">"   |
        | nothing                          | ""                                |

    @R1939-7-g @MUST @needs-pop3-APOP @needs-accounts-3 @spends-logins
    Scenario: No maildrop is open after a wrong digest
      Given a POP3 session greeted
      Then the dialogue is:
        """pop3
        C: APOP ${carol.user} ${md5("wrong")}
        S: -ERR
        C: STAT
        S? ${closed}
        S: -ERR
        """

    @R1939-7-20 @R1939-3-5 @MUST @needs-pop3-APOP @spends-logins
    Scenario Outline: APOP <what> is refused
      Given a POP3 session greeted
      When the client sends: <command>
      Then the reply is -ERR

      Examples:
        | what             | command                               |
        | alone            | APOP                                  |
        | without a name   | APOP c4c9334bac560ecc979e58001b3e22fb |
        | without a digest | APOP ${alice.user}                    |
