@needs-imap
Feature: SELECT with IMAP4rev2
  LIST and CLOSED come in place of RECENT and UNSEEN (RFC 9051 §6.3.2, §6.3.3, §7.1).

  Background:
    Given the mailbox holds:
      | message | flags           |
      | plain   | \Seen           |
      | budget  | \Seen \Answered |
      | minutes |                 |
      | menu    | \Flagged        |

  Rule: IMAP4rev2 has LIST and CLOSED instead of RECENT and UNSEEN

    @R9051-6.3.2-2 @R9051-6.3.2-3 @R9051-6.3.2-4 @R9051-6.3.3-2 @needs-imap-IMAP4rev2 @MUST
    Scenario Outline: <command> with IMAP4rev2 reports all that RFC 9051 demands
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE IMAP4rev2
        S: a1 OK
        C: a2 <command> ${mailbox}
        S* * FLAGS ${*}
        S* * 4 EXISTS
        S* * LIST (${*}) ${*} ${mailbox}
        S* * OK [PERMANENTFLAGS ${*}]
        S* * OK [UIDNEXT ${next:number > 0}]
        S* * OK [UIDVALIDITY ${validity:number > 0}]
        S: a2 OK
        """

      Examples:
        | command |
        | SELECT  |
        | EXAMINE |

    @R9051-6.3.2-5 @needs-imap-IMAP4rev2 @MUST
    Scenario: The attributes in the LIST response of SELECT are right
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE IMAP4rev2
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S* * LIST (${*}) ${*} ${mailbox}
        S! * LIST (\NonExistent ${*}) ${*}
        S! * LIST (\Noselect ${*}) ${*}
        S! * LIST (\HasChildren ${*}) ${*}
        S: a2 OK
        """

    @R9051-6.3.2-7 @needs-imap-IMAP4rev2 @MUST
    Scenario: SELECT of another mailbox sends CLOSED in between
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE IMAP4rev2
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S: a2 OK
        C: a3 SELECT INBOX
        S* * OK [CLOSED]
        S: a3 OK
        """
