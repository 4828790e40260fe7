@needs-imap-UTF8=ACCEPT
Feature: Enabling UTF-8
  A client says that it takes UTF-8, and uses it where strings stand (RFC 6855 §3).

  Rule: ENABLE UTF8=ACCEPT switches it on

    @R6855-3-a @MUST
    Scenario: ENABLE UTF8=ACCEPT is taken
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE UTF8=ACCEPT
        S* * ENABLED UTF8=ACCEPT
        S: a1 OK
        """

    @R6855-3-a @MUST
    Scenario: It is taken in any case of letters, among names that nobody knows
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE X-UNHEARD-OF utf8=Accept IDLE
        S* * ENABLED UTF8=ACCEPT
        S: a1 OK
        """

    @R6855-3-d @MUST
    Scenario Outline: Behind it <command> opens a mailbox as before
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE UTF8=ACCEPT
        S: a1 OK
        C: a2 <command> ${mailbox}
        S* * 1 EXISTS
        S: a2 OK
        C: a3 FETCH 1 (BODY.PEEK[])
        S* * 1 FETCH (BODY[] ${plain})
        S: a3 OK
        """

      Examples:
        | command |
        | SELECT  |
        | EXAMINE |

  Rule: UTF-8 stands in quotes, and nothing else beyond ASCII

    @R6855-3-e @needs-imap-IMAP4rev1 @MUST
    Scenario: A quoted string of SEARCH may be in UTF-8
      Given the message grues:
        """
        From: Sender <${sender}>
        Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?= ${id}

        A greeting.
        """
      And the mailbox holds:
        | message |
        | plain   |
        | grues   |
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE UTF8=ACCEPT
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S: a2 OK
        C: a3 SEARCH SUBJECT "Grüße"
        S* * SEARCH 2
        S: a3 OK
        """

    @R6855-3-2 @MUST @hostile
    Scenario Outline: A quoted string that <mistake> is answered BAD
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE UTF8=ACCEPT
        S: a1 OK
        C: a2 STATUS "${mailbox}-<octets>" (MESSAGES)
        S: a2 BAD
        """

      Examples:
        | mistake                        | octets     |
        | is no UTF-8                    | ${xFF}     |
        | ends in the middle of a letter | ${xC3}     |
        | has an overlong slash          | ${xC0AF}   |
        | has half of a surrogate pair   | ${xEDA080} |

  Rule: SEARCH names no charset any more

    # IMAP4rev2 alone has the charset UTF-8 in SEARCH whatever is enabled (RFC 9051 §6.4.4).
    @R6855-3-8 @needs-imap-IMAP4rev1 @SHOULD
    Scenario Outline: After ENABLE UTF8=ACCEPT <command> with the charset <charset> is answered BAD
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE UTF8=ACCEPT
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S: a2 OK
        C: a3 <command> CHARSET <charset> SUBJECT plain
        S: a3 BAD
        """

      Examples:
        | command    | charset  |
        | SEARCH     | UTF-8    |
        | SEARCH     | US-ASCII |
        | UID SEARCH | UTF-8    |

  Rule: UTF8=ACCEPT and UTF8=ONLY exclude each other

    @R6855-6-b @MUST
    Scenario: Who announces UTF8=ACCEPT does not announce UTF8=ONLY
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CAPABILITY
        S! * CAPABILITY ${*} UTF8=ONLY${*:text}
        S! * CAPABILITY ${*} UTF8=ONLY
        S: a1 OK
        """
