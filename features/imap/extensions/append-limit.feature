@needs-imap-APPENDLIMIT
Feature: APPENDLIMIT
  How large a message may be that is appended (RFC 7889).

  Rule: The limit is told

    @R7889-3.1-a @MUST
    Scenario: STATUS tells the limit of a mailbox, or that it has none
      Given an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 STATUS ${mailbox} (APPENDLIMIT)
        S* * STATUS ${mailbox} (APPENDLIMIT ${*})
        S: a1 OK
        """

    @R7889-2-a @needs-imap-APPENDLIMIT=0.. @MUST
    Scenario: A limit that is announced is that of every mailbox
      Given an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 CAPABILITY
        S* * CAPABILITY ${*} APPENDLIMIT=${limit:number} ${*}
        S: a1 OK
        C: a2 STATUS ${mailbox} (APPENDLIMIT)
        S* * STATUS ${mailbox} (APPENDLIMIT ${limit})
        S: a2 OK
        """

    @R7889-3.2-1 @needs-imap-LIST-STATUS @MUST
    Scenario: LIST tells it of each mailbox
      Given an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 LIST "" ${mailbox} RETURN (STATUS (APPENDLIMIT))
        S* * STATUS ${mailbox} (APPENDLIMIT ${*})
        S: a1 OK
        """

    @R7889-5-1 @MUST
    Scenario: Its name is taken in any case
      Given an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 status ${mailbox} (messages appendLimit)
        S* * STATUS ${mailbox} (MESSAGES 0 APPENDLIMIT ${*})
        S: a1 OK
        """

  Rule: What is larger is refused with TOOBIG

    # Who takes it at first may still refuse it at its end: only its beginning is sent here.
    @R7889-4-1 @needs-imap-APPENDLIMIT=1..2000000000 @MUST
    Scenario: A message that exceeds the limit by one octet, as soon as it is announced
      Given an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 CAPABILITY
        S* * CAPABILITY ${*} APPENDLIMIT=${limit:number} ${*}
        S: a1 OK
        C: a2 APPEND ${mailbox} {${limit + 1}}
        S? +
        S: a2 NO [TOOBIG]
        """

    @R7889-4-1 @needs-imap-LITERAL+ @profile-small-messages @MUST
    Scenario: A message that exceeds the limit and comes unasked
      Given an IMAP session with an empty mailbox selected
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {20000+}
        C: ${19998 * "x"}${CRLF}
        S? * BYE
        S: a1 NO [TOOBIG]
        C: a2 STATUS ${mailbox} (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 0)
        S: a2 OK
        """
