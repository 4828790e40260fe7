@needs-imap
Feature: One selected mailbox
  A session has one mailbox selected, or none (RFC 3501 §5.1, §6.3.1, §6.4.2; RFC 9051 §5.1, §6.3.2, §6.4.1).

  Background:
    Given the mailbox holds:
      | message | flags           |
      | plain   | \Seen           |
      | budget  | \Seen \Answered |
      | minutes |                 |
      | menu    | \Flagged        |

  Rule: One mailbox at a time

    @R3501-6.3.1-e @R9051-6.3.2-e @MUST
    Scenario: A SELECT that fails leaves no mailbox selected
      Given an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SELECT ${mailbox}-missing
        S: a1 NO
        C: a2 FETCH 1 FLAGS
        S: a2 BAD/NO
        """

    @R3501-6.3.1-f @R9051-6.3.2-f @MUST
    Scenario Outline: <command> of a mailbox that does not exist is answered with NO
      Given an IMAP session authenticated
      When the client sends: a1 <command> ${mailbox}-missing
      Then the reply is a1 NO

      Examples:
        | command |
        | SELECT  |
        | EXAMINE |

    @R3501-6.4.2-d @R9051-6.4.1-d @MUST
    Scenario Outline: <command> of another mailbox removes nothing from the first
      Given an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 STORE 1:2 +FLAGS.SILENT (\Deleted)
        S: a1 OK
        C: a2 <command> INBOX
        S: a2 OK
        C: a3 STATUS ${mailbox} (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 4)
        S: a3 OK
        """

      Examples:
        | command |
        | SELECT  |
        | EXAMINE |

    @R3501-6.3.1-e @R9051-6.3.2-e @MUST
    Scenario: Numbers belong to the mailbox that was selected last
      Given an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-two
        S: a1 OK
        C: a2 COPY 4 ${mailbox}-two
        S: a2 OK
        C: a3 SELECT ${mailbox}-two
        S* * 1 EXISTS
        S: a3 OK
        C: a4 FETCH 1 BODY.PEEK[HEADER.FIELDS (SUBJECT)]
        S* * 1 FETCH (BODY[HEADER.FIELDS ${*}] "${*}Menu of the week${*}")
        S: a4 OK
        """

  Rule: INBOX is there in any case

    @R3501-5.1-a @R9051-5.1-a @R3501-7.5-15 @R9051-9-15 @MUST
    Scenario Outline: SELECT <name> opens INBOX
      Given an IMAP session authenticated
      When the client sends: a1 SELECT <name>
      Then the reply is a1 OK

      Examples:
        | name    |
        | INBOX   |
        | inbox   |
        | iNbOx   |
        | "InBoX" |

    @R3501-5.1-a @R9051-5.1-a @R3501-7.5-15 @R9051-9-15 @MUST
    Scenario: INBOX as a literal in mixed case opens INBOX
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SELECT {5}
        S: +
        C: inBOx
        S: a1 OK
        """
