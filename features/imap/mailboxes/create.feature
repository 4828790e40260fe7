@needs-imap @chapter-imap-1
Feature: CREATE
  A mailbox is made, with the levels above it (RFC 3501 §6.3.3, RFC 9051 §6.3.4, RFC 5530).

  Rule: CREATE makes a mailbox

    @R3501-6.3.3-a @R9051-6.3.4-a @MUST
    Scenario: A new mailbox is listed and empty
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C: a2 LIST "" ${mailbox}
        S* * LIST (${*}) ${*} ${mailbox}
        S: a2 OK
        C: a3 STATUS ${mailbox} (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 0)
        S: a3 OK
        """

    @R3501-6.3.3-a @R9051-6.3.4-a @MUST
    Scenario: A mailbox that one session makes is there for another
      Given an IMAP session authenticated
      And a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C2: b1 SELECT ${mailbox}
        S2* * 0 EXISTS
        S2: b1 OK
        """

    @R3501-6.3.3-b @R9051-6.3.4-b @MUST
    Scenario: CREATE of a name that is taken is answered with NO
      Given an IMAP session with an empty mailbox selected
      When the client sends: a1 CREATE ${mailbox}
      Then the reply is a1 NO

    @R3501-6.3.3-b @R9051-6.3.4-b @MUST
    Scenario Outline: CREATE <name> is answered with NO
      Given an IMAP session authenticated
      When the client sends: a1 CREATE <name>
      Then the reply is a1 NO

      Examples:
        | name  |
        | INBOX |
        | Inbox |
        | inbox |

    @R5530-3-b @R9051-7.1-d @MAY
    Scenario: CREATE of a name that is taken is refused with ALREADYEXISTS
      Given an IMAP session with an empty mailbox selected
      When the client sends: a1 CREATE ${mailbox}
      Then the reply is a1 NO [ALREADYEXISTS]

  Rule: The separator in a name makes levels

    @R3501-6.3.3-1 @R9051-6.3.4-6 @R3501-6.3.3-c @R9051-6.3.4-c @MUST
    Scenario: A separator at the end is no part of the name
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}${delimiter}
        S: a1 OK
        C: a2 LIST "" ${mailbox}*
        S* * LIST (${*}) ${*} ${mailbox}
        S: a2 OK
        """

    @R3501-6.3.3-2 @R9051-6.3.4-7 @SHOULD
    Scenario: CREATE makes the levels above
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}${delimiter}two${delimiter}three
        S: a1 OK
        C: a2 LIST "" ${mailbox}${delimiter}%
        S* * LIST (${*}) ${*} ${mailbox}${delimiter}two
        S: a2 OK
        C: a3 LIST "" ${mailbox}${delimiter}two${delimiter}%
        S* * LIST (${*}) ${*} ${mailbox}${delimiter}two${delimiter}three
        S: a3 OK
        """

    @R3501-7.2.2-b @R9051-7.3.1-b @R3501-5.1.1-1 @R9051-5.1.1-1 @MUST
    Scenario: The separator that LIST returns makes a mailbox below another
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C: a2 LIST "" ${mailbox}
        S* * LIST (${*}) ${separator:string} ${mailbox}
        S: a2 OK
        C: a3 CREATE ${mailbox}${separator}child
        S? a3 NO
        S: a3 OK
        C: a4 LIST "" ${mailbox}${separator}%
        S* * LIST (${*}) ${separator} ${mailbox}${separator}child
        S: a4 OK
        """

    # A server may well make something of two separators in a row; one that cannot says so.
    @R5530-3-g @R9051-7.1-j @MAY
    Scenario: A name that can never be is refused with CANNOT
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}${delimiter}${delimiter}child
        S? a1 OK
        S: a1 NO [CANNOT]
        """
