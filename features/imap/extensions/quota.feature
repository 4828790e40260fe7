@needs-imap-QUOTA
Feature: QUOTA
  A server says how much there may be and how much there is (RFC 9208, and RFC 2087 before it).

  Rule: GETQUOTAROOT tells which quota roots a mailbox has

    @R2087-4.3-a @R9208-4.1.2-1 @MUST
    Scenario: GETQUOTAROOT names the mailbox and its roots, if it has any
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 GETQUOTAROOT INBOX
        S* * QUOTAROOT INBOX ${*}
        S: a1 OK
        """

    @R2087-4.3-b @R9208-4.1.2-1 @needs-imap-QUOTAROOT @MUST
    Scenario: Each root comes with its quota
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 GETQUOTAROOT INBOX
        S* * QUOTAROOT INBOX ${root:string} ${*}
        S: a1 OK
        C: a2 GETQUOTAROOT INBOX
        S* * QUOTA ${root} (${*})
        S: a2 OK
        """

    # Before RFC 9208 it had to exist (RFC 2087 §4.3).
    @R9208-4.1.2-a @needs-imap-QUOTA=RES-STORAGE/QUOTA=RES-MESSAGE @MUST
    Scenario: The mailbox need not exist
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 GETQUOTAROOT ${mailbox}
        S* * QUOTAROOT ${mailbox} ${*}
        S: a1 OK
        C: a2 STATUS ${mailbox} (MESSAGES)
        S: a2 NO
        """

    @R9208-4.1.2-1 @needs-imap-QUOTA=RES-STORAGE/QUOTA=RES-MESSAGE @MUST
    Scenario: A name that is no atom comes back as it was given
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 GETQUOTAROOT "${mailbox} (S)C"
        S* * QUOTAROOT "${mailbox} (S)C" ${*}
        S: a1 OK
        """

  Rule: GETQUOTA tells of one root

    # It may be for administrators alone: NO is “permission denied”, too.
    @R2087-4.2-a @R9208-4.1.1-1 @needs-imap-QUOTAROOT @MUST
    Scenario: GETQUOTA for a root that GETQUOTAROOT named
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 GETQUOTAROOT INBOX
        S* * QUOTAROOT INBOX ${root:string} ${*}
        S: a1 OK
        C: a2 GETQUOTA ${quoted(root)}
        S? a2 NO
        S* * QUOTA ${root} (${*})
        S: a2 OK
        """

    @R2087-4.2-b @R9208-4.1.1-a @MUST
    Scenario: A root that there is not is refused
      Given an IMAP session authenticated
      When the client sends: a1 GETQUOTA "no root ${id}"
      Then the reply is a1 NO

    @R9208-4.2.1-a @needs-imap-QUOTAROOT=STORAGE @MUST
    Scenario: A quota is what it limits, how much there is and how much there may be
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 GETQUOTAROOT INBOX
        S* * QUOTA ${*} (${*} STORAGE ${*:number} ${*:number} ${*})
        S: a1 OK
        """

    @R2087-6-1 @R9208-7-1 @MUST
    Scenario: Names of commands are taken in any case
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 getQuotaRoot inbox
        S* * QUOTAROOT INBOX ${*}
        S: a1 OK
        """

  Rule: What a root limits is announced

    @R9208-3.1.2-6 @needs-imap-QUOTA=RES-STORAGE/QUOTA=RES-MESSAGE @MUST
    Scenario Outline: <resource> is announced where it is limited
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CAPABILITY
        S* * CAPABILITY ${*} QUOTA=RES-<resource> ${*}
        S: a1 OK
        """

      @needs-imap-QUOTAROOT=STORAGE
      Examples:
        | resource |
        | STORAGE  |

      @needs-imap-QUOTAROOT=MESSAGE
      Examples:
        | resource |
        | MESSAGE  |

  Rule: MESSAGE counts messages

    # Others may use the account at the same time: there are three at least.
    @R9208-5.2-1 @needs-imap-QUOTAROOT=MESSAGE @needs-imap-QUOTA=RES-MESSAGE @MUST
    Scenario: MESSAGE is no less than what a mailbox of the root holds
      Given the mailbox holds:
        | message |
        | plain   |
        | budget  |
        | minutes |
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 GETQUOTAROOT ${mailbox}
        S* * QUOTA ${*} (${*} MESSAGE ${*:number >= 3} ${*:number} ${*})
        S: a1 OK
        """

  Rule: STATUS tells what an EXPUNGE would free

    @R9208-5.2-2 @R9208-4.1.4-a @needs-imap-QUOTA=RES-MESSAGE @MUST
    Scenario: DELETED is how many messages are \Deleted
      Given the mailbox holds:
        | message | flags    |
        | plain   | \Deleted |
        | budget  |          |
        | minutes | \Deleted |
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 STATUS ${mailbox} (DELETED MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 3 DELETED 2)
        S: a1 OK
        """

    @R9208-5.2-2 @R9208-4.1.4-a @needs-imap-QUOTA=RES-MESSAGE @MUST
    Scenario: After an EXPUNGE nothing is \Deleted
      Given the mailbox holds:
        | message | flags    |
        | plain   | \Deleted |
        | budget  |          |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 EXPUNGE
        S: a1 OK
        C: a2 STATUS ${mailbox} (DELETED)
        S* * STATUS ${mailbox} (DELETED 0)
        S: a2 OK
        """

    @R9208-5.1-4 @needs-imap-QUOTA=RES-STORAGE @MUST
    Scenario: DELETED-STORAGE is 0 where nothing is \Deleted
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 STATUS ${mailbox} (DELETED-STORAGE)
        S* * STATUS ${mailbox} (DELETED-STORAGE 0)
        S: a1 OK
        """

    # In which unit is nowhere said: something is more than nothing, in each.
    @R9208-4.1.4-1 @needs-imap-QUOTA=RES-STORAGE @SHOULD
    Scenario: DELETED-STORAGE is something where a message is \Deleted
      Given any message large of 9000 octets
      And the mailbox holds:
        | message | flags    |
        | large   | \Deleted |
        | plain   |          |
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 STATUS ${mailbox} (DELETED-STORAGE)
        S* * STATUS ${mailbox} (DELETED-STORAGE ${*:number > 0})
        S: a1 OK
        """
