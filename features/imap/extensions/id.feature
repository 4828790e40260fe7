@needs-imap-ID
Feature: ID
  Client and server tell each other what they are, for statistics and nothing else (RFC 2971).

  Rule: ID is answered in every state

    @R2971-3.2-1 @R2971-3.1-a @MUST
    Scenario Outline: ID is answered in a session <state>
      Given an IMAP session <state>
      Then the dialogue is:
        """imap
        C: a1 ID ("name" "mailspec" "version" "1")
        S: a1 OK
        """

      Examples:
        | state                          |
        | greeted                        |
        | authenticated                  |
        | with an empty mailbox selected |

    @R2971-3.2-a @SHOULD
    Scenario: The answer has an ID response, if only with NIL
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ID ("name" "mailspec" "version" "1")
        S* * ID ${*}
        S: a1 OK
        """

    @R2971-3.1-b @MUST
    Scenario Outline: ID <list> is taken
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ID <list>
        S: a1 OK
        """

      Examples:
        | list                          |
        | NIL                           |
        | ("name" NIL)                  |
        | ("name" "x" "os" NIL)         |
        | ("x-unheard-of" "\"quoted\"") |

    @R2971-3-6 @MUST
    Scenario: Nobody is refused for his name
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ID ("name" "Evil Client" "vendor" "nobody")
        S: a1 OK
        C: a2 SELECT INBOX
        S: a2 OK
        """

    @R3501-2.2.2-3 @R9051-2.2.2-3 @SHOULD
    Scenario Outline: <mistake> is answered with BAD
      Given an IMAP session authenticated
      When the client sends: a1 <command>
      Then the reply is a1 BAD

      Examples:
        | mistake                 | command     |
        | ID without an argument  | ID          |
        | a field without a value | ID ("name") |
        | ID with a word          | ID name     |

  Rule: The server keeps to the limits of its answer

    @MUST
    Scenario Outline: The ID response has <quality>
      Given an IMAP session authenticated
      When the client sends: a1 ID NIL
      Then the reply is a1 OK
      And the untagged responses have <quality>

      @R2971-3.3-1
      Examples:
        | quality                                   |
        | ID fields with names of at most 30 octets |

      @R2971-3.3-2
      Examples:
        | quality                                      |
        | ID fields with values of at most 1024 octets |

      @R2971-3.3-3
      Examples:
        | quality              |
        | at most 30 ID fields |

      @R2971-3.3-5
      Examples:
        | quality            |
        | each ID field once |
