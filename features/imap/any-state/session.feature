@needs-imap
Feature: From the greeting to LOGOUT
  A connection begins with a greeting; CAPABILITY, NOOP and LOGOUT work in every state
  (RFC 3501 §3, §6.1, §7.1; RFC 9051 §3, §6.1, §7.1).

  Rule: The server speaks first

    # A server that knows its client by other means greets with PREAUTH.
    @R3501-7.1.1-a @R9051-7.1.1-a @MUST @chapter-sum-2
    Scenario: The greeting is an untagged OK
      Given an IMAP session not greeted
      Then the dialogue is:
        """imap
        S: * OK/PREAUTH
        """

    @R3501-7.2.1-8 @R9051-7.2.2-10 @MAY
    Scenario: The greeting carries the capabilities
      Given an IMAP session not greeted
      Then the dialogue is:
        """imap
        S: * OK/PREAUTH [CAPABILITY ${*}]
        """

  Rule: CAPABILITY lists what the server can do, in every state

    @R3501-6.1.1-2 @needs-imap-IMAP4rev1 @MUST
    Scenario Outline: CAPABILITY names IMAP4rev1 in a session <state>
      Given an IMAP session <state>
      Then the dialogue is:
        """imap
        C: a1 CAPABILITY
        S* * CAPABILITY ${*} IMAP4rev1 ${*}
        S: a1 OK
        """

      Examples:
        | state                          |
        | greeted                        |
        | authenticated                  |
        | with an empty mailbox selected |

    @R9051-6.1.1-2 @needs-imap-IMAP4rev2 @MUST
    Scenario Outline: CAPABILITY names IMAP4rev2 in a session <state>
      Given an IMAP session <state>
      Then the dialogue is:
        """imap
        C: a1 CAPABILITY
        S* * CAPABILITY ${*} IMAP4rev2 ${*}
        S: a1 OK
        """

      Examples:
        | state                          |
        | authenticated                  |
        | with an empty mailbox selected |

    @R3501-6.2.2-8 @R9051-6.2.2-14 @SHOULD
    Scenario: CAPABILITY before login lists a mechanism
      Given an IMAP session before login
      Then the dialogue is:
        """imap
        C: a1 CAPABILITY
        S* * CAPABILITY ${*} AUTH=${*:atom} ${*}
        S: a1 OK
        """

  Rule: NOOP does nothing and always succeeds

    @R3501-6.1.2-a @R9051-6.1.2-a @MUST
    Scenario Outline: NOOP succeeds in a session <state>
      Given an IMAP session <state>
      When the client sends: a1 NOOP
      Then the reply is a1 OK

      Examples:
        | state                          |
        | greeted                        |
        | authenticated                  |
        | with an empty mailbox selected |

  Rule: LOGOUT says BYE, then OK, then closes

    @R3501-3.4-1 @R9051-3.4-1 @R3501-6.1.3-2 @R9051-6.1.3-2 @MUST @chapter-sum-2
    Scenario Outline: LOGOUT in a session <state> is answered by BYE and OK before the connection closes
      Given an IMAP session <state>
      Then the dialogue is:
        """imap
        C: a1 LOGOUT
        S* * BYE
        S: a1 OK
        S: ${closed}
        """

      Examples:
        | state                          |
        | greeted                        |
        | authenticated                  |
        | with an empty mailbox selected |

    @R3501-6.4.2-d @R9051-6.4.1-d @MUST
    Scenario: LOGOUT removes no message that is marked \Deleted
      Given the mailbox holds:
        | message | flags    |
        | plain   | \Deleted |
      And an IMAP session with the mailbox selected
      And a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 LOGOUT
        S: a1 OK
        S: ${closed}
        C2: b1 STATUS ${mailbox} (MESSAGES)
        S2* * STATUS ${mailbox} (MESSAGES 1)
        S2: b1 OK
        """

  Rule: A server that hangs up says BYE before

    @R3501-3.4-2 @R9051-3.4-2 @SHOULD @needs-restart
    Scenario Outline: A session <state> is told BYE when the server is shut down
      Given an IMAP session <state>
      When the server restarts
      Then the dialogue is:
        """imap
        S: * BYE
        S: ${closed}
        """

      Examples:
        | state         |
        | before login  |
        | authenticated |
