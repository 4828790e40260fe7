@needs-imap
Feature: APPEND that is refused
  What cannot be appended leaves nothing behind (RFC 3501 §6.3.11, RFC 5530, RFC 9051 §6.3.12).

  Rule: A mailbox that does not exist is not made

    # The server may refuse before or after the literal.
    @R3501-6.3.11-9 @R9051-6.3.12-8 @MUST
    Scenario: APPEND to a missing mailbox is refused
      Given the message plain
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox}-missing {${plain.size}}
        S? a1 NO
        S: +
        C: ${plain}
        S: a1 NO
        """

    @R3501-6.3.11-9 @R9051-6.3.12-8 @needs-imap-LITERAL+/LITERAL-/IMAP4rev2 @MUST
    Scenario: APPEND to a missing mailbox makes none
      Given the message plain
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox}-missing {${plain.size}+}
        C: ${plain}
        S: a1 NO
        C: a2 STATUS ${mailbox}-missing (MESSAGES)
        S: a2 NO
        """

    @R3501-6.3.11-10 @R9051-6.3.12-9 @MUST
    Scenario: TRYCREATE tells the client what it may do
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox}-missing {3}
        S? a1 NO [TRYCREATE]
        S: +
        C: abc
        S: a1 NO [TRYCREATE]
        """

  Rule: An APPEND that fails leaves nothing

    # The client must not send it; “servers SHOULD enforce the syntax” (§2.2.2).
    @R3501-6.3.11-c @R9051-6.3.12-c @SHOULD
    Scenario Outline: APPEND with <mistake> is refused
      Given the message plain
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} <argument> {${plain.size}}
        S? a1 NO/BAD
        S: +
        C: ${plain}
        S: a1 NO/BAD
        """

      Examples:
        | mistake              | argument                     |
        | a date that is none  | "yesterday"                  |
        | a month that is none | "17-Foo-2020 12:00:00 +0000" |

    # It can be taken all the same, as a date in the zone of the server: then only the syntax is broken.
    @R3501-2.2.2-2 @R9051-2.2.2-2 @SHOULD
    Scenario: APPEND with a date without a zone is refused
      Given the message plain
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} " 1-Mar-2020 12:00:00" {${plain.size}}
        S? a1 NO/BAD
        S: +
        C: ${plain}
        S: a1 NO/BAD
        """

    @R3501-6.3.11-8 @R9051-6.3.12-7 @MUST
    Scenario: A message that breaks off is not in the mailbox
      Given the message plain
      And an IMAP session with an empty mailbox selected
      And a second IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {${plain.size}}
        S: +
        C~ Subject: half
        C: ${close}
        C2: ${alive}
        C2: b2 STATUS ${mailbox} (MESSAGES)
        S2* * STATUS ${mailbox} (MESSAGES 0)
        S2: b2 OK
        """

  Rule: There is a limit to what fits

    @R5530-3-f @R9051-7.1-h @profile-small-quota @MAY
    Scenario: A message that exceeds the quota is refused with OVERQUOTA
      Given an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {25000}
        S? a1 NO [OVERQUOTA]
        S: +
        C: ${24998 * "x"}${CRLF}
        S: a1 NO [OVERQUOTA]
        """

    @R3501-6.3.11-8 @R9051-6.3.12-7 @needs-imap-LITERAL+/LITERAL-/IMAP4rev2 @profile-small-quota @MUST
    Scenario: A message that exceeds the quota is not in the mailbox
      Given an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {25000+}
        C: ${24998 * "x"}${CRLF}
        S? * BYE
        S: a1 NO/BAD
        C: a2 STATUS ${mailbox} (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 0)
        S: a2 OK
        """
