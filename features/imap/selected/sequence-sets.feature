@needs-imap
Feature: Sequence sets
  Messages are named by numbers, ranges and * (RFC 3501 §9, RFC 9051 §9, seq-number, seq-range, sequence-set).

  Background:
    Given the mailbox holds:
      | message | flags     |
      | plain   | \Seen     |
      | budget  | \Answered |
      | minutes | \Flagged  |
      | menu    | \Draft    |
      | folded  | \Deleted  |

  Rule: A set names each of its messages

    @R3501-9-a @R9051-9-a @R3501-9-b @R9051-9-b @MUST
    Scenario Outline: The set <set> names the messages 3, 4 and 5
      Given an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH <set> FLAGS
        S* * 3 FETCH (FLAGS (\Flagged))
        S* * 4 FETCH (FLAGS (\Draft))
        S* * 5 FETCH (FLAGS (\Deleted))
        S! * 1 FETCH ${*}
        S! * 2 FETCH ${*}
        S: a1 OK
        """

      Examples:
        | set       |
        | 3:5       |
        | 3,4,5     |
        | 5,3,4     |
        | 3:4,5     |
        | 3:5,4,3:4 |
        | 3:*       |
        | 4,3:*     |
        | *,3:4     |
        | 5:3       |
        | *:3       |

    @R3501-9-a @R9051-9-a @MUST
    Scenario Outline: The set <set> names the last message
      Given an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH <set> FLAGS
        S* * 5 FETCH (FLAGS (\Deleted))
        S! * 4 FETCH ${*}
        S: a1 OK
        """

      Examples:
        | set |
        | *   |
        | *:* |
        | 5:* |

  Rule: A number above the last message is an error

    @R3501-9-c @R9051-9-c @SHOULD
    Scenario Outline: <command> is answered with BAD in a mailbox of five messages
      Given an IMAP session with the mailbox selected
      When the client sends: a1 <command>
      Then the reply is a1 BAD

      Examples:
        | command                |
        | FETCH 6 FLAGS          |
        | FETCH 1:6 FLAGS        |
        | FETCH 4000000000 FLAGS |
        | STORE 6 +FLAGS (\Seen) |
        | COPY 6 INBOX           |

    @R3501-9-c @R9051-9-c @SHOULD
    Scenario Outline: FETCH <set> is answered with BAD in an empty mailbox
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-empty
        S: a1 OK
        C: a2 SELECT ${mailbox}-empty
        S: a2 OK
        C: a3 FETCH <set> FLAGS
        S: a3 BAD
        """

      Examples:
        | set |
        | *   |
        | 1   |
        | 1:* |
