@needs-imap-NAMESPACE/IMAP4rev2
Feature: NAMESPACE
  The server says below which prefixes mailboxes are (RFC 2342, RFC 9051 §6.3.10).

  Rule: NAMESPACE names three kinds of namespace

    @R2342-5-a @R9051-6.3.10-a @R9051-6.3.10-1 @MUST
    Scenario: The response has a personal namespace with prefix and separator
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 NAMESPACE
        S* * NAMESPACE ((${*:string} ${*:string} ${*}) ${*}) ${*}
        S: a1 OK
        """

    @R2342-4-a @MUST
    Scenario: NAMESPACE works with a mailbox selected
      Given an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 NAMESPACE
        S* * NAMESPACE ${*}
        S: a1 OK
        """

    @R3501-3-a @R9051-3-a @MUST
    Scenario: NAMESPACE before login is refused
      Given an IMAP session greeted
      When the client sends: a1 NAMESPACE
      Then the reply is a1 BAD/NO

    @R3501-2.2.2-3 @R9051-2.2.2-3 @SHOULD
    Scenario: NAMESPACE with an argument is answered with BAD
      Given an IMAP session authenticated
      When the client sends: a1 NAMESPACE personal
      Then the reply is a1 BAD

  Rule: The personal namespace is where a client makes mailboxes

    @R2342-5-b @R9051-6.3.10-b @SHOULD
    Scenario: A mailbox below the prefix can be made and is listed under its whole name
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 NAMESPACE
        S* * NAMESPACE ((${prefix:string} ${separator:string} ${*}) ${*}) ${*}
        S: a1 OK
        C: a2 CREATE "${prefix}${id}"
        S: a2 OK
        C: a3 LIST "" "${prefix}%"
        S* * LIST (${*}) ${separator} "${prefix}${id}"
        S: a3 OK
        C: a4 DELETE "${prefix}${id}"
        S: a4 OK
        """
