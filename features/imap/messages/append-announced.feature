@needs-imap
Feature: APPEND and what it tells
  The message is announced like any other, and its UID is told (RFC 3501 §6.3.11, RFC 4315, RFC 9051 §6.3.12).

  Rule: The selected mailbox announces the message

    # The sentence about EXISTS is a SHOULD: other scenarios send a NOOP first.
    @R3501-6.3.11-12 @R9051-6.3.12-13 @SHOULD
    Scenario: EXISTS comes with the result of APPEND
      Given the message plain
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {${plain.size}}
        S: +
        C: ${plain}
        S* * 1 EXISTS
        S: a1 OK
        """

    @R3501-7-a @R9051-7-a @R3501-6.1.2-b @R9051-6.1.2-b @MUST
    Scenario: At the latest the next NOOP tells
      Given the message plain
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {${plain.size}}
        S: +
        C: ${plain}
        S: a1 OK
        C: a2 NOOP
        S: a2 OK
        C: a3 FETCH 1 (RFC822.SIZE)
        S* * 1 FETCH (RFC822.SIZE ${plain.size})
        S: a3 OK
        """

  Rule: INBOX takes messages too

    @R3501-6.3.11-a @R9051-6.3.12-a @R3501-5.1-a @R9051-5.1-a @MUST
    Scenario: A message goes into inbox, whatever the case of its name
      Given the message plain
      And alice's inbox is empty
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 APPEND InBox {${plain.size}}
        S: +
        C: ${plain}
        S: a1 OK
        C: a2 EXAMINE INBOX
        S* * 1 EXISTS
        S: a2 OK
        """

  Rule: APPENDUID names the new message

    @R4315-3-1 @R4315-3-a @needs-imap-UIDPLUS @SHOULD
    Scenario: APPENDUID has the UIDVALIDITY of the mailbox and the UID of the message
      Given the message plain
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C: a2 APPEND ${mailbox} {${plain.size}}
        S: +
        C: ${plain}
        S: a2 OK [APPENDUID ${validity:number} ${uid:number}]
        C: a3 SELECT ${mailbox}
        S* * OK [UIDVALIDITY ${validity}]
        S: a3 OK
        C: a4 FETCH 1 (UID)
        S* * 1 FETCH (UID ${uid})
        S: a4 OK
        """

    @R9051-6.3.12-d @needs-imap-IMAP4rev2 @MUST
    Scenario: With IMAP4rev2 APPEND returns APPENDUID
      Given the message plain
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {${plain.size}}
        S: +
        C: ${plain}
        S: a1 OK [APPENDUID ${*:number} ${uid:number}]
        C: ${alive}
        C: a3 FETCH 1 (UID)
        S* * 1 FETCH (UID ${uid})
        S: a3 OK
        """

    # That the code comes is a SHOULD of UIDPLUS (RFC 4315 §3).
    @R4315-3-4 @R9051-7.1-5 @needs-imap-UIDPLUS/IMAP4rev2 @SHOULD
    Scenario: APPENDUID of one message is a number and no range
      Given the message plain
      And an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {${plain.size}}
        S: +
        C: ${plain}
        S: a1 OK [APPENDUID ${*:number} ${*:number}]
        """
