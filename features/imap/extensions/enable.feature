@needs-imap-ENABLE/IMAP4rev2
Feature: ENABLE
  A client says which extensions it understands (RFC 5161, RFC 9051 §6.3.1).

  Rule: ENABLE answers with what it has enabled

    @R5161-3.1-4 @R9051-6.3.1-4 @R5161-3.1-1 @R9051-6.3.1-1 @MUST
    Scenario: An unknown extension is passed over, and ENABLED says so
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE X-UNHEARD-OF
        S* * ENABLED
        S: a1 OK
        """

    @R5161-3.1-2 @R9051-6.3.1-2 @R5161-3.1-4 @R9051-6.3.1-4 @MUST
    Scenario: What needs no enabling is passed over
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE IDLE NAMESPACE
        S* * ENABLED
        S: a1 OK
        """

    @R5161-3.1-3 @R9051-6.3.1-3 @needs-imap-IMAP4rev2 @needs-imap-IMAP4rev1 @MUST
    Scenario: IMAP4rev2 is enabled among unknown names, in any case
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE X-UNHEARD-OF imap4REV2 IDLE
        S* * ENABLED IMAP4rev2
        S: a1 OK
        """

    @R5161-3.1-7 @R9051-6.3.1-7 @needs-imap-IMAP4rev2 @needs-imap-IMAP4rev1 @SHOULD
    Scenario: ENABLED names only what its own command enabled
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE IMAP4rev2
        S: a1 OK
        C: a2 ENABLE X-UNHEARD-OF
        S* * ENABLED
        S: a2 OK
        """

    @R3501-2.2.2-3 @R9051-2.2.2-3 @SHOULD
    Scenario: ENABLE without a name is answered with BAD
      Given an IMAP session authenticated
      When the client sends: a1 ENABLE
      Then the reply is a1 BAD

    @R3501-3-a @R9051-3-a @MUST
    Scenario: ENABLE before login is refused
      Given an IMAP session greeted
      When the client sends: a1 ENABLE X-UNHEARD-OF
      Then the reply is a1 BAD/NO

  Rule: ENABLE changes behaviour, not announcements

    @R5161-3.1-8 @R9051-6.3.1-8 @MUST
    Scenario: The capabilities after ENABLE are those from before
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CAPABILITY
        S* * CAPABILITY ${before:text}
        S: a1 OK
        C: a2 ENABLE IMAP4rev2 CONDSTORE QRESYNC UTF8=ACCEPT
        S: a2 OK
        C: a3 CAPABILITY
        S* * CAPABILITY ${before}
        S: a3 OK
        """

    @R3501-7.2.1-4 @R9051-7.2.2-5 @needs-imap-IMAP4rev1 @MUST
    Scenario: Before ENABLE the responses are those of IMAP4rev1
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 SEARCH ALL
        S* * SEARCH 1
        S! * ESEARCH ${*}
        S: a1 OK
        """

    @R9051-7.2.2-5 @R9051-6.4.4-u @needs-imap-IMAP4rev2 @MUST
    Scenario: With IMAP4rev2 enabled SEARCH answers with ESEARCH
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE IMAP4rev2
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S: a2 OK
        C: a3 SEARCH ALL
        S* * ESEARCH (TAG "a3") ALL 1
        S: a3 OK
        """
