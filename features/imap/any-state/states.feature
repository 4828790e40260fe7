@needs-imap
Feature: States
  What a client may do depends on whether it has logged in and selected a mailbox (RFC 3501 §3, §6; RFC 9051 §3, §6).

  Rule: Before login a server refuses what needs a user

    # RFC 3501 §3 leaves it to the server whether a command in the wrong state gets BAD or NO.
    @R3501-3-a @R9051-3-a @R3501-3.1-1 @R9051-3.1-1 @needs-imap-IMAP4rev1 @MUST @chapter-sec-1
    Scenario Outline: <command> before login is refused
      Given an IMAP session greeted
      When the client sends: a1 <command>
      Then the reply is a1 BAD/NO

      Examples:
        | command                 |
        | SELECT INBOX            |
        | EXAMINE INBOX           |
        | CREATE ${mailbox}       |
        | DELETE ${mailbox}       |
        | RENAME ${mailbox} other |
        | SUBSCRIBE INBOX         |
        | UNSUBSCRIBE INBOX       |
        | LIST "" *               |
        | LSUB "" *               |
        | STATUS INBOX (MESSAGES) |
        | CHECK                   |
        | CLOSE                   |
        | EXPUNGE                 |
        | SEARCH ALL              |
        | FETCH 1 FLAGS           |
        | STORE 1 FLAGS (\Seen)   |
        | COPY 1 INBOX            |
        | UID FETCH 1 FLAGS       |
        | UID SEARCH ALL          |

    # The server may refuse at once or after the literal.
    @R3501-3-a @R9051-3-a @R3501-3.1-1 @R9051-3.1-1 @MUST
    Scenario: APPEND before login is refused
      Given an IMAP session greeted
      Then the dialogue is:
        """imap
        C: a1 APPEND INBOX {3}
        S? a1 BAD/NO
        S: +
        C: abc
        S: a1 BAD/NO
        """

  Rule: Without a selected mailbox a server refuses what needs messages

    @R3501-3-a @R9051-3-a @R3501-3.2-1 @R9051-3.2-1 @MUST
    Scenario Outline: <command> without a mailbox is refused
      Given an IMAP session authenticated
      When the client sends: a1 <command>
      Then the reply is a1 BAD/NO

      Examples:
        | command                   |
        | CLOSE                     |
        | EXPUNGE                   |
        | SEARCH ALL                |
        | FETCH 1 FLAGS             |
        | STORE 1 FLAGS (\Seen)     |
        | COPY 1 INBOX              |
        | UID FETCH 1 FLAGS         |
        | UID STORE 1 FLAGS (\Seen) |
        | UID COPY 1 INBOX          |
        | UID SEARCH ALL            |

    @R3501-3-a @R9051-3-a @needs-imap-IMAP4rev1 @MUST
    Scenario: CHECK without a mailbox is refused
      Given an IMAP session authenticated
      When the client sends: a1 CHECK
      Then the reply is a1 BAD/NO

  Rule: Nobody logs in twice

    @R3501-6.2-a @R9051-6.2-a @R3501-3-a @R9051-3-a @MUST
    Scenario Outline: <command> in a session <state> is refused
      Given an IMAP session <state>
      When the client sends: a1 <command>
      Then the reply is a1 BAD/NO

      Examples:
        | state                          | command                                               |
        | authenticated                  | LOGIN ${quoted(alice.user)} ${quoted(alice.password)} |
        | with an empty mailbox selected | LOGIN ${quoted(alice.user)} ${quoted(alice.password)} |
        | authenticated                  | AUTHENTICATE PLAIN                                    |
        | authenticated                  | STARTTLS                                              |

  Rule: A command that is refused with BAD changes nothing

    @R3501-6-a @R9051-6-a @MUST
    Scenario: A SELECT with a syntax error leaves the mailbox selected
      Given an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SELECT
        S? a1 NO
        S: a1 BAD
        C: a2 SEARCH ALL
        S: a2 OK
        """

    @R3501-6-a @R9051-6-a @MUST
    Scenario: A LOGIN with a syntax error leaves the session as it was
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 LOGIN
        S: a1 BAD/NO
        C: a2 STATUS INBOX (MESSAGES)
        S* * STATUS INBOX (MESSAGES ${*})
        S: a2 OK
        """
