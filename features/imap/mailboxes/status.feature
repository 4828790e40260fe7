@needs-imap
Feature: STATUS
  STATUS tells about a mailbox without opening it (RFC 3501 §6.3.10, §7.2.4; RFC 9051 §6.3.11, §7.3.3; RFC 8438).

  Background:
    Given the mailbox holds:
      | message | flags          |
      | plain   | \Seen          |
      | budget  |                |
      | minutes | \Deleted       |
      | menu    | \Seen \Deleted |
      | folded  | \Flagged       |

  Rule: Each item is what the mailbox has

    @R3501-6.3.10-a @R9051-6.3.11-a @R3501-6.3.10-b @R9051-6.3.11-b @R3501-7.2.4-a @R9051-7.3.3-a @MUST
    Scenario: MESSAGES is the number of messages
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 STATUS ${mailbox} (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 5)
        S: a1 OK
        """

    @R3501-6.3.10-f @R9051-6.3.11-f @MUST
    Scenario: UNSEEN is the number of messages without \Seen, not the first of them
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 STATUS ${mailbox} (UNSEEN)
        S* * STATUS ${mailbox} (UNSEEN 3)
        S: a1 OK
        """

    @R3501-6.3.10-d @R9051-6.3.11-d @R3501-6.3.10-e @R9051-6.3.11-e @MUST
    Scenario: UIDNEXT and UIDVALIDITY are those of SELECT
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 STATUS ${mailbox} (UIDNEXT UIDVALIDITY)
        S* * STATUS ${mailbox} (UIDNEXT ${next:number > 0} UIDVALIDITY ${validity:number > 0})
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S* * OK [UIDNEXT ${next}]
        S* * OK [UIDVALIDITY ${validity}]
        S: a2 OK
        """

    @R3501-6.3.10-c @needs-imap-IMAP4rev1 @MUST
    Scenario: RECENT is a number that SELECT confirms
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 STATUS ${mailbox} (RECENT)
        S* * STATUS ${mailbox} (RECENT ${recent:number <= 5})
        S: a1 OK
        C: a2 EXAMINE ${mailbox}
        S* * ${recent} RECENT
        S: a2 OK
        """

    @R3501-6.3.10-a @R9051-6.3.11-a @MUST
    Scenario: Several items come in one answer
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 STATUS ${mailbox} (UNSEEN MESSAGES UIDNEXT)
        S* * STATUS ${mailbox} (MESSAGES 5 UNSEEN 3 UIDNEXT ${*:number})
        S: a1 OK
        """

    @R9051-6.3.11-i @needs-imap-IMAP4rev2 @MUST
    Scenario: DELETED is the number of messages with \Deleted
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 STATUS ${mailbox} (DELETED)
        S* * STATUS ${mailbox} (DELETED 2)
        S: a1 OK
        """

    @R8438-3-1 @R9051-6.3.11-5 @needs-imap-STATUS=SIZE/IMAP4rev2 @MUST
    Scenario: SIZE is at least the sum of the sizes
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 STATUS ${mailbox} (SIZE)
        S* * STATUS ${mailbox} (SIZE ${sum:number >= size(plain, budget, minutes, menu, folded)})
        S: a1 OK
        """

  Rule: STATUS changes nothing

    @R3501-6.3.10-1 @MUST
    Scenario: The selected mailbox stays selected
      Given an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 STATUS INBOX (MESSAGES)
        S: a1 OK
        C: a2 FETCH 5 (FLAGS)
        S* * 5 FETCH (FLAGS (\Flagged))
        S: a2 OK
        """

    @R3501-6.3.10-1 @R3501-6.3.2-3 @needs-imap-IMAP4rev1 @MUST
    Scenario: STATUS and EXAMINE do not take \Recent away
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 STATUS ${mailbox} (RECENT)
        S* * STATUS ${mailbox} (RECENT ${recent:number})
        S: a1 OK
        C: a2 EXAMINE ${mailbox}
        S* * ${recent} RECENT
        S: a2 OK
        C: a3 CLOSE
        S: a3 OK
        C: a4 STATUS ${mailbox} (RECENT)
        S* * STATUS ${mailbox} (RECENT ${recent})
        S: a4 OK
        """

    @R9051-6.3.11-3 @needs-imap-IMAP4rev2 @MUST
    Scenario: STATUS works on the selected mailbox
      Given an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 STATUS ${mailbox} (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 5)
        S: a1 OK
        """

  Rule: STATUS takes a name and no pattern

    @R3501-6.3.10-g @R9051-6.3.11-g @MUST
    Scenario: STATUS of a mailbox that does not exist is answered with NO
      Given an IMAP session authenticated
      When the client sends: a1 STATUS ${mailbox}-missing (MESSAGES)
      Then the reply is a1 NO

    # Unquoted, a wildcard is a syntax error; quoted, it is a name that nobody has.
    @R3501-6.3.10-h @R9051-6.3.11-h @MUST
    Scenario Outline: STATUS of the pattern <pattern> finds nothing
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 STATUS <pattern> (MESSAGES)
        S! * STATUS ${mailbox} ${*}
        S: a1 NO/BAD
        """

      Examples:
        | pattern       |
        | ${mailbox}*   |
        | "${mailbox}*" |
        | "${mailbox}%" |

  Rule: STATUS counts what others have done

    @R3501-6.3.10-b @R9051-6.3.11-b @MUST
    Scenario: A message that another session appends is counted
      Given an IMAP session authenticated
      And a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 STATUS ${mailbox} (MESSAGES UIDNEXT)
        S* * STATUS ${mailbox} (MESSAGES 5 UIDNEXT ${next:number})
        S: a1 OK
        C2: b1 APPEND ${mailbox} {${plain.size}}
        S2: +
        C2: ${plain}
        S2: b1 OK
        C: a2 STATUS ${mailbox} (MESSAGES UIDNEXT)
        S* * STATUS ${mailbox} (MESSAGES 6 UIDNEXT ${next2:number > next})
        S: a2 OK
        """
