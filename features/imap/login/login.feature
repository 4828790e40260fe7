@needs-imap
Feature: LOGIN
  A user is made known by name and password (RFC 3501 §6.2.3, RFC 9051 §6.2.3, RFC 5530).

  Rule: LOGIN takes name and password in any spelling

    @R3501-6.2.3-a @R9051-6.2.3-a @MUST @chapter-sec-1
    Scenario: LOGIN with quoted strings enters the authenticated state
      Given an IMAP session before login
      Then the dialogue is:
        """imap
        C: a1 LOGIN ${quoted(alice.user)} ${quoted(alice.password)}
        S: a1 OK
        C: a2 STATUS INBOX (MESSAGES)
        S* * STATUS INBOX (MESSAGES ${*})
        S: a2 OK
        """

    @R3501-6.2.3-a @R9051-6.2.3-a @R3501-9-m @R9051-9-m @MUST
    Scenario: LOGIN with literals enters the authenticated state
      Given an IMAP session before login
      Then the dialogue is:
        """imap
        C: a1 LOGIN {${alice.user.size}}
        S: +
        C: ${alice.user} {${alice.password.size}}
        S: +
        C: ${alice.password}
        S: a1 OK
        C: a2 STATUS INBOX (MESSAGES)
        S* * STATUS INBOX (MESSAGES ${*})
        S: a2 OK
        """

    @R3501-6.2.3-1 @R9051-6.2.3-2 @MAY
    Scenario: The OK of LOGIN carries the capabilities
      Given an IMAP session before login
      Then the dialogue is:
        """imap
        C: a1 LOGIN ${quoted(alice.user)} ${quoted(alice.password)}
        S: a1 OK [CAPABILITY ${*}]
        """

  Rule: A wrong name or password gets NO

    @R3501-6.2.3-b @R9051-6.2.3-b @MUST
    Scenario Outline: LOGIN with <what> is answered with NO
      Given an IMAP session before login
      When the client sends: a1 LOGIN <arguments>
      Then the reply is a1 NO

      Examples:
        | what              | arguments                           |
        | a wrong password  | ${quoted(alice.user)} "wrong-${id}" |
        | an empty password | ${quoted(alice.user)} ""            |
        | an unknown name   | "nobody-${id}" "secret"             |

    @R3501-6.2.3-b @R9051-6.2.3-b @R3501-3.1-1 @R9051-3.1-1 @MUST
    Scenario: After a refused LOGIN the session is not authenticated
      Given an IMAP session before login
      Then the dialogue is:
        """imap
        C: a1 LOGIN ${quoted(alice.user)} "wrong-${id}"
        S: a1 NO
        C: a2 SELECT INBOX
        S: a2 NO/BAD
        """

    @R3501-6.2.3-a @R9051-6.2.3-a @MUST
    Scenario: After a refused LOGIN the right password is still taken
      Given an IMAP session before login
      Then the dialogue is:
        """imap
        C: a1 LOGIN ${quoted(alice.user)} "wrong-${id}"
        S: a1 NO
        C: a2 LOGIN ${quoted(alice.user)} ${quoted(alice.password)}
        S: a2 OK
        """

    @R5530-3-a @R9051-7.1-c @MAY
    Scenario: A wrong password is refused with AUTHENTICATIONFAILED
      Given an IMAP session before login
      When the client sends: a1 LOGIN ${quoted(alice.user)} "wrong-${id}"
      Then the reply is a1 NO [AUTHENTICATIONFAILED]

    @R5530-3-a @R9051-7.1-c @MAY
    Scenario: An unknown name is refused with AUTHENTICATIONFAILED, like a wrong password
      Given an IMAP session before login
      When the client sends: a1 LOGIN "nobody-${id}" "secret"
      Then the reply is a1 NO [AUTHENTICATIONFAILED]

    @R3501-2.2.2-3 @R9051-2.2.2-3 @SHOULD
    Scenario Outline: LOGIN with <mistake> is answered with BAD
      Given an IMAP session before login
      When the client sends: a1 LOGIN <arguments>
      Then the reply is a1 BAD

      Examples:
        | mistake         | arguments             |
        | a name only     | ${quoted(alice.user)} |
        | three arguments | one two three         |
        | a list          | (one two)             |

  Rule: LOGINDISABLED means what it says

    @R3501-7.2.1-a @R9051-7.2.2-a @needs-clear-imap-LOGINDISABLED @MUST @chapter-sec-1 @else-profile-tls-required
    Scenario: LOGIN is answered with NO where LOGINDISABLED is announced
      Given an IMAP session greeted
      When the client sends: a1 LOGIN ${quoted(alice.user)} ${quoted(alice.password)}
      Then the reply is a1 NO

    @R5530-3-e @R9051-7.1-g @needs-clear-imap-LOGINDISABLED @MAY @else-profile-tls-required
    Scenario: The reason for a LOGIN that is disabled is PRIVACYREQUIRED
      Given an IMAP session greeted
      When the client sends: a1 LOGIN ${quoted(alice.user)} ${quoted(alice.password)}
      Then the reply is a1 NO [PRIVACYREQUIRED]
