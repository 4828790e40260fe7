@needs-pop3 @needs-pop3-UTF8
Feature: UTF8
  A client that says UTF8 gets headers in UTF-8, and may use UTF-8 to log in (RFC 6856 §2).

  Rule: UTF8 comes before login

    # “The server MAY respond to the "UTF8" command with an -ERR response” (§2.1).
    @R6856-2-a @MAY
    Scenario: UTF8 is taken before login
      Given a POP3 session before login
      When the client sends: UTF8
      Then the reply is +OK

    @R6856-2-a @R1939-3-6 @MUST
    Scenario: UTF8 is refused after login
      Given a POP3 session authenticated
      When the client sends: UTF8
      Then the reply is -ERR

    @R6856-2.1-a @SHOULD
    Scenario: UTF8 with an argument is refused
      Given a POP3 session before login
      When the client sends: UTF8 ON
      Then the reply is -ERR

    @R6856-2.1-7 @MAY @needs-pop3-STLS
    Scenario: STLS is refused after UTF8
      Given a POP3 session greeted
      Then the dialogue is:
        """pop3
        C: UTF8
        S? -ERR
        S: +OK
        C: STLS
        S: -ERR
        """

  Rule: In UTF-8 mode messages are sent as they are

    @R6856-2.1-1 @SHOULD
    Scenario: A subject in UTF-8 comes as it is
      Given the message umlauts:
        """
        From: Sender <${sender}>
        Subject: Grüße ${id}

        Mit Umlauten: äöü.
        """
      And alice's inbox holds:
        | message |
        | umlauts |
      And a POP3 session before login
      Then the dialogue is:
        """pop3
        C: UTF8
        S? -ERR
        S: +OK
        C: USER ${alice.user}
        S: +OK
        C: PASS ${alice.password}
        S: +OK
        C: RETR 1
        S: +OK
        S* Subject: Grüße ${id}
        S* Mit Umlauten: äöü.
        """

    @R6856-2.1-5 @SHOULD
    Scenario: Sizes are octets, not characters
      Given the message umlauts:
        """
        From: Sender <${sender}>
        Subject: Grüße ${id}

        Mit Umlauten: äöü.
        """
      And alice's inbox holds:
        | message |
        | umlauts |
      And a POP3 session before login
      Then the dialogue is:
        """pop3
        C: UTF8
        S? -ERR
        S: +OK
        C: USER ${alice.user}
        S: +OK
        C: PASS ${alice.password}
        S: +OK
        C: RETR 1
        S: +OK
        S| ${whole:lines}
        C: LIST 1
        S: +OK 1 ${size:number = whole.size}
        """

    @R6856-2.1-1 @SHOULD
    Scenario: Messages in ASCII are the same in both modes
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: RETR 1
        S: +OK
        S| ${whole:lines}
        C: ${end}
        """
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: UTF8
        S? -ERR
        S: +OK
        C: USER ${alice.user}
        S: +OK
        C: PASS ${alice.password}
        S: +OK
        C: RETR 1
        S: +OK
        S| ${whole}
        """

  Rule: Without it a header in UTF-8 is not sent as it is

    @R6856-2.1-2 @R6856-2.1-3 @MUST
    Scenario Outline: <command> refuses the message or sends a surrogate
      Given the message umlauts:
        """
        From: Sender <${sender}>
        Subject: Grüße ${id}

        Mit Umlauten.
        """
      And alice's inbox holds:
        | message |
        | umlauts |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: <command>
        S? -ERR
        S: +OK
        S! ${*}Grüße${*}
        """

      Examples:
        | command  |
        | RETR 1   |
        | TOP 1 0  |
        | TOP 1 10 |

    @R6856-5-a @MAY @needs-pop3-RESP-CODES
    Scenario: A refusal says [UTF8]
      Given the message umlauts:
        """
        From: Sender <${sender}>
        Subject: Grüße ${id}

        Mit Umlauten.
        """
      And alice's inbox holds:
        | message |
        | umlauts |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: RETR 1
        S? +OK
        S: -ERR [UTF8]
        """

  Rule: Names and passwords in UTF-8 are prepared

    @R6856-2.2-1 @SHOULD @needs-pop3-UTF8=USER
    Scenario Outline: A soft hyphen in the <what> is left out
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: USER <user>
        S: +OK
        C: PASS <password>
        S: +OK
        """

      Examples:
        | what     | user                  | password                  |
        | name     | ${xC2AD}${alice.user} | ${alice.password}         |
        | password | ${alice.user}         | ${alice.password}${xC2AD} |

    @R6856-2.2-2 @MUST @needs-pop3-UTF8=USER @needs-pop3-APOP @needs-accounts-3
    Scenario: A soft hyphen in the name of APOP is left out
      Given a POP3 session not greeted
      Then the dialogue is:
        """pop3
        S: +OK ${*}<${stamp:atom}>
        C: APOP ${carol.user} ${md5("<", stamp, ">", carol.password)}
        S? -ERR
        S: +OK
        C: ${end}
        """
      Given a POP3 session not greeted
      Then the dialogue is:
        """pop3
        S: +OK ${*}<${other:atom}>
        C: APOP ${carol.user}${xC2AD} ${md5("<", other, ">", carol.password)}
        S: +OK
        """

    @R6856-2.2-3 @MUST @needs-pop3-UTF8=USER @spends-logins
    Scenario Outline: <what> is refused
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: USER <user>
        S? -ERR
        S: +OK
        C: PASS <password>
        S: -ERR
        """

      Examples:
        | what                                | user                    | password                    |
        | A control character in the name     | ${alice.user}${x07}     | ${alice.password}           |
        | A private character in the name     | ${alice.user}${xEE8080} | ${alice.password}           |
        | A private character in the password | ${alice.user}           | ${alice.password}${xEE8080} |

    @R6856-2.2-8 @MUST @needs-pop3-UTF8=USER @spends-logins
    Scenario Outline: Broken UTF-8 in the <what> is refused
      Given a POP3 session before login
      Then the dialogue is:
        """pop3
        C: USER <user>
        S? -ERR
        S: +OK
        C: PASS <password>
        S: -ERR
        """

      Examples:
        | what     | user                | password                |
        | name     | ${alice.user}${xC3} | ${alice.password}       |
        | password | ${alice.user}       | ${alice.password}${xC3} |
