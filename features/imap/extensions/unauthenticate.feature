@needs-imap-UNAUTHENTICATE
Feature: UNAUTHENTICATE
  A client logs off and keeps the connection, for another user's login (RFC 8437).

  Background:
    Given an IMAP session authenticated

  Rule: The session is as it was before the login

    @R8437-3-a @MUST
    Scenario Outline: After UNAUTHENTICATE <command> is refused
      Then the dialogue is:
        """imap
        C: a1 UNAUTHENTICATE
        S: a1 OK
        C: a2 <command>
        S: a2 NO/BAD
        C: ${alive}
        """

      Examples:
        | command                 |
        | LIST "" INBOX           |
        | STATUS INBOX (MESSAGES) |
        | SELECT INBOX            |

    @R8437-3-a @MUST
    Scenario: The same user may log in again
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C: a2 UNAUTHENTICATE
        S: a2 OK
        C: a3 LOGIN ${quoted(alice.user)} ${quoted(alice.password)}
        S: a3 OK
        C: a4 STATUS ${mailbox} (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 0)
        S: a4 OK
        """

    @R8437-3-a @MUST
    Scenario: It may be done again and again
      Then the dialogue is:
        """imap
        C: a1 UNAUTHENTICATE
        S: a1 OK
        C: a2 LOGIN ${quoted(alice.user)} ${quoted(alice.password)}
        S: a2 OK
        C: a3 UNAUTHENTICATE
        S: a3 OK
        C: a4 LOGIN ${quoted(alice.user)} ${quoted(alice.password)}
        S: a4 OK
        C: a5 STATUS INBOX (MESSAGES)
        S* * STATUS INBOX (MESSAGES ${*:number})
        S: a5 OK
        """

    @R8437-3-a @MUST
    Scenario: UNAUTHENTICATE is taken in any case
      Then the dialogue is:
        """imap
        C: a1 unauthenticate
        S: a1 OK
        C: a2 LIST "" INBOX
        S: a2 NO/BAD
        """

    @R8437-3-a @needs-imap-AUTH=PLAIN @MUST
    Scenario: The mechanisms of the login are announced again
      Given an IMAP session before login
      Then the dialogue is:
        """imap
        C: a1 CAPABILITY
        S* * CAPABILITY ${*} AUTH=PLAIN ${*}
        S: a1 OK
        C: a2 LOGIN ${quoted(alice.user)} ${quoted(alice.password)}
        S: a2 OK
        C: a3 UNAUTHENTICATE
        S: a3 OK
        C: a4 CAPABILITY
        S* * CAPABILITY ${*} AUTH=PLAIN ${*}
        S: a4 OK
        """

    @R8437-3-f @needs-imap-AUTH=PLAIN @needs-imap-SASL-IR @MUST
    Scenario: AUTHENTICATE may be sent along with it
      Then the dialogue is:
        """imap
        C: a1 UNAUTHENTICATE
        C: a2 AUTHENTICATE PLAIN ${base64(NUL, alice.user, NUL, alice.password)}
        S: a1 OK
        S: a2 OK
        C: a3 STATUS INBOX (MESSAGES)
        S* * STATUS INBOX (MESSAGES ${*:number})
        S: a3 OK
        """

    @R8437-4.1-1 @needs-imaps-UNAUTHENTICATE @MUST
    Scenario: TLS stays
      Given an IMAP session authenticated on the TLS port
      Then the dialogue is:
        """imap
        C: a1 UNAUTHENTICATE
        S: a1 OK
        C: a2 LOGIN ${quoted(alice.user)} ${quoted(alice.password)}
        S: a2 OK
        C: a3 STATUS INBOX (MESSAGES)
        S* * STATUS INBOX (MESSAGES ${*:number})
        S: a3 OK
        """

    @R8437-3-2 @MAY
    Scenario: UNAUTHENTICATE is announced after the login alone
      Given an IMAP session before login
      Then the dialogue is:
        """imap
        C: a1 CAPABILITY
        S! * CAPABILITY ${*} UNAUTHENTICATE ${*}
        S: a1 OK
        """

  Rule: The next user has nothing of the one before

    @R8437-8-a @needs-accounts-2 @MUST
    Scenario: Another user who logs in has her own mailboxes
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C: a2 UNAUTHENTICATE
        S: a2 OK
        C: a3 LOGIN ${quoted(bob.user)} ${quoted(bob.password)}
        S: a3 OK
        C: a4 LIST "" ${mailbox}
        S! * LIST (${*}) ${*} ${mailbox}
        S: a4 OK
        """

    @R8437-8-a @R8437-3-b @needs-accounts-2 @MUST
    Scenario: Another user who logs in reads nothing of what was selected
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 UNAUTHENTICATE
        S: a1 OK
        C: a2 LOGIN ${quoted(bob.user)} ${quoted(bob.password)}
        S: a2 OK
        C: a3 FETCH 1 (BODY.PEEK[])
        S! * 1 FETCH ${*}
        S: a3 NO/BAD
        """

    @R8437-4.1-2 @needs-imap-ACL @needs-accounts-2 @MUST
    Scenario: Another user who logs in has the rights that the list gives her
      Given the mailbox holds:
        | message |
        | plain   |
      And bob has the rights lr in the mailbox
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 MYRIGHTS ${mailbox}
        S* * MYRIGHTS ${mailbox} ${*}
        S: a1 OK
        C: a2 UNAUTHENTICATE
        S: a2 OK
        C: a3 LOGIN ${quoted(bob.user)} ${quoted(bob.password)}
        S: a3 OK
        C: a4 MYRIGHTS ${quoted(shared)}
        S* * MYRIGHTS ${shared} lr
        S: a4 OK
        """

  Rule: No mailbox is selected any more, and nothing has gone from it

    @R8437-3-b @MUST
    Scenario: What is marked for removal stays
      Given the mailbox holds:
        | message | flags    |
        | plain   |          |
        | budget  | \Deleted |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 UNAUTHENTICATE
        S! * ${*:number} EXPUNGE
        S: a1 OK
        C: a2 LOGIN ${quoted(alice.user)} ${quoted(alice.password)}
        S: a2 OK
        C: a3 STATUS ${mailbox} (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 2)
        S: a3 OK
        """

    @R8437-3-b @MUST
    Scenario: The same user, too, has no mailbox selected when he logs in again
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 UNAUTHENTICATE
        S: a1 OK
        C: a2 LOGIN ${quoted(alice.user)} ${quoted(alice.password)}
        S: a2 OK
        C: a3 FETCH 1 (UID)
        S! * 1 FETCH ${*}
        S: a3 NO/BAD
        """

    @R8437-3-b @MUST
    Scenario: News of that mailbox comes no more
      Given the mailbox holds:
        | message |
        | plain   |
      And any message more
      And an IMAP session with the mailbox selected
      And a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 UNAUTHENTICATE
        S: a1 OK
        C2: b1 APPEND ${mailbox} {${more.size}}
        S2: +
        C2: ${more}
        S2: b1 OK
        C: a2 NOOP
        S! * ${*:number} EXISTS
        S: a2 OK
        """

  Rule: What was enabled is so no more

    @R8437-4.1-3 @R8437-4.1-b @needs-imap-ENABLE @needs-imap-QRESYNC @MUST
    Scenario: Without QRESYNC what goes is told by its number again
      Given the mailbox holds:
        | message | flags    |
        | plain   | \Deleted |
        | budget  |          |
      Then the dialogue is:
        """imap
        C: a1 ENABLE QRESYNC
        S* * ENABLED QRESYNC ${*}
        S: a1 OK
        C: a2 UNAUTHENTICATE
        S: a2 OK
        C: a3 LOGIN ${quoted(alice.user)} ${quoted(alice.password)}
        S: a3 OK
        C: a4 SELECT ${mailbox}
        S: a4 OK
        C: a5 EXPUNGE
        S* * 1 EXPUNGE
        S! * VANISHED ${*}
        S: a5 OK
        """

    @R8437-4.1-3 @needs-imap-CONDSTORE @MUST
    Scenario: Whoever speaks of mod-sequences anew is told anew where the mailbox stands
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox} (CONDSTORE)
        S? * OK [NOMODSEQ]
        S: a1 OK
        C: a2 UNAUTHENTICATE
        S: a2 OK
        C: a3 LOGIN ${quoted(alice.user)} ${quoted(alice.password)}
        S: a3 OK
        C: a4 SELECT ${mailbox}
        S: a4 OK
        C: a5 FETCH 1 (MODSEQ)
        S* * OK [HIGHESTMODSEQ ${*:number > 0}]
        S* * 1 FETCH (MODSEQ (${*:number > 0}))
        S: a5 OK
        """

    @R8437-4.1-b @needs-imap-IMAP4rev1 @needs-imap-IMAP4rev2 @MUST
    Scenario: Without IMAP4rev2 names are in modified UTF-7 again
      Then the dialogue is:
        """imap
        C: a1 ENABLE IMAP4rev2
        S: a1 OK
        C: a2 CREATE "${mailbox}-ä"
        S? a2 NO
        S: a2 OK
        C: a3 UNAUTHENTICATE
        S: a3 OK
        C: a4 LOGIN ${quoted(alice.user)} ${quoted(alice.password)}
        S: a4 OK
        C: a5 LIST "" "${mailbox}*"
        S* * LIST (${*}) ${*} "${mailbox}-&AOQ-"
        S: a5 OK
        """

    @R8437-4.1-b @needs-imap-ENABLE @needs-imap-CONDSTORE @MUST
    Scenario: What was enabled before can be enabled again
      Then the dialogue is:
        """imap
        C: a1 ENABLE CONDSTORE
        S* * ENABLED CONDSTORE
        S: a1 OK
        C: a2 UNAUTHENTICATE
        S: a2 OK
        C: a3 LOGIN ${quoted(alice.user)} ${quoted(alice.password)}
        S: a3 OK
        C: a4 ENABLE CONDSTORE
        S* * ENABLED CONDSTORE
        S: a4 OK
        """

  Rule: What else extensions know is forgotten

    @R8437-4.1-c @needs-imap-SEARCHRES/IMAP4rev2 @MUST
    Scenario: What a search has saved is forgotten
      Given the mailbox holds:
        | message |
        | plain   |
        | budget  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SEARCH RETURN (SAVE) ALL
        S: a1 OK
        C: a2 UNAUTHENTICATE
        S: a2 OK
        C: a3 LOGIN ${quoted(alice.user)} ${quoted(alice.password)}
        S: a3 OK
        C: a4 SELECT ${mailbox}
        S: a4 OK
        C: a5 SEARCH RETURN (COUNT) $
        S* * ESEARCH (TAG "a5") COUNT 0
        S: a5 OK
        """

    @R8437-4.1-a @needs-imap-COMPRESS=DEFLATE @MUST
    Scenario: Behind the OK nothing is compressed any more
      Then the dialogue is:
        """imap
        C: a1 COMPRESS DEFLATE
        S: a1 OK
        C: ${deflate}
        C: a2 UNAUTHENTICATE
        S: a2 OK
        C: ${clear}
        C: a3 LOGIN ${quoted(alice.user)} ${quoted(alice.password)}
        S: a3 OK
        C: a4 STATUS INBOX (MESSAGES)
        S* * STATUS INBOX (MESSAGES ${*:number})
        S: a4 OK
        """

    @R8437-4.1-a @needs-imap-COMPRESS=DEFLATE @MUST
    Scenario: Whoever logs in anew may compress anew
      Then the dialogue is:
        """imap
        C: a1 COMPRESS DEFLATE
        S: a1 OK
        C: ${deflate}
        C: a2 UNAUTHENTICATE
        S: a2 OK
        C: ${clear}
        C: a3 LOGIN ${quoted(alice.user)} ${quoted(alice.password)}
        S: a3 OK
        C: a4 COMPRESS DEFLATE
        S: a4 OK
        C: ${deflate}
        C: a5 STATUS INBOX (MESSAGES)
        S* * STATUS INBOX (MESSAGES ${*:number})
        S: a5 OK
        """

  Rule: Who has not logged in cannot log off

    @R8437-3-e @R8437-3-d @MUST
    Scenario: Before the login UNAUTHENTICATE gets BAD
      Given an IMAP session before login
      When the client sends: a1 UNAUTHENTICATE
      Then the reply is a1 BAD

    @R8437-3-e @R8437-3-d @MUST
    Scenario: A second UNAUTHENTICATE gets BAD
      Then the dialogue is:
        """imap
        C: a1 UNAUTHENTICATE
        S: a1 OK
        C: a2 UNAUTHENTICATE
        S: a2 BAD
        """

    @R8437-3-e @R8437-3-d @MUST
    Scenario: UNAUTHENTICATE with an argument gets BAD, and the user stays
      Then the dialogue is:
        """imap
        C: a1 UNAUTHENTICATE now
        S: a1 BAD
        C: a2 STATUS INBOX (MESSAGES)
        S* * STATUS INBOX (MESSAGES ${*:number})
        S: a2 OK
        """
