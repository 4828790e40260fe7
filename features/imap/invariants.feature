@needs-imap
Feature: What an IMAP session says agrees with itself             # RFC 3501 §2.3, §5.2, §7
  Held against every response of every session of the run, whatever its scenario was about.

  Rule: A session has a beginning and an end

    @R3501-9-ag @MUST
    Scenario: A session begins with OK, PREAUTH or BYE
      Then every session of the run keeps the rule imap-greeting

    @R3501-3.4-1 @R3501-6.1.3-2 @MUST
    Scenario: BYE comes before LOGOUT is done
      Then every session of the run keeps the rule imap-bye-before-logout

    @R3501-9-ah @MUST
    Scenario: Behind BYE comes no more than a result
      Then every session of the run keeps the rule imap-bye-is-last

  Rule: Every result belongs to a command, and brings what the command is for

    @R3501-2.2.2-a @MUST
    Scenario: Every result has the tag of a command that runs
      Then every session of the run keeps the rule imap-tag

    @R3501-6.1.1-2 @MUST
    Scenario: CAPABILITY brings capabilities
      Then every session of the run keeps the rule imap-capability-told

    @R3501-6.3.1-2 @R3501-6.3.1-3 @MUST
    Scenario: SELECT and EXAMINE bring FLAGS, EXISTS and RECENT
      Then every session of the run keeps the rule imap-select-told

    @R3501-6.3.10-a @MUST
    Scenario: STATUS brings STATUS
      Then every session of the run keeps the rule imap-status-told

    @R3501-7.2.4-a @R9051-7.3.3-a @R3501-6.3.10-a @MUST
    Scenario: STATUS is of the mailbox, and has the items, that were asked for
      Then every session of the run keeps the rule imap-status-as-asked

    @R3501-6.4.4-2 @MUST
    Scenario: SEARCH brings what was found
      Then every session of the run keeps the rule imap-search-told

    @R3501-7.2.5-a @R5256-4-a @R5256-4-b @MUST
    Scenario: SEARCH, LSUB, NAMESPACE and ENABLED come when they were asked for
      Then every session of the run keeps the rule imap-data-as-asked

    @R3501-6.5.1-3 @R9051-6.5-2 @MUST
    Scenario: Experimental data come when an experimental command runs
      Then every session of the run keeps the rule imap-experiment-as-asked

    @R9051-7.3.4-a @MUST
    Scenario: ESEARCH has the tag of a command that runs
      Then every session of the run keeps the rule imap-esearch-tag

    @R5161-3.1-7 @SHOULD
    Scenario: ENABLED has no name that was not asked for
      Then every session of the run keeps the rule imap-enabled-as-asked

    @R3501-7.4.2-n @R3501-7.4.2-3 @MUST
    Scenario: A section is named as it was asked for
      Then every session of the run keeps the rule imap-section-as-asked

    @R3501-6.4.8-1 @MUST
    Scenario: UID FETCH brings the UID of each message
      Then every session of the run keeps the rule imap-uid-told

  Rule: The numbers of a mailbox change by what is told alone

    @R3501-5.2-a @MUST
    Scenario: EXISTS never tells of fewer messages
      Then every session of the run keeps the rule imap-exists-grows

    @R3501-7.4.1-1 @R9051-7.5.1-1 @R5256-3-e @R5256-3-n @MUST
    Scenario: EXPUNGE never comes between commands, nor during FETCH, STORE or SEARCH
      Then every session of the run keeps the rule imap-expunge-time

    @R3501-5.2-3 @MUST
    Scenario: When a command is done EXISTS has told of every message that it named
      Then every session of the run keeps the rule imap-number-within-exists

    @R3501-5.2-3 @MUST
    Scenario: When SEARCH is done EXISTS has told of every message that it found
      Then every session of the run keeps the rule imap-found-within-exists

  Rule: A message keeps what it has

    @R3501-2.3.1-8 @R3501-2.3.1-9 @MUST
    Scenario: UIDs ascend with the numbers of messages
      Then every session of the run keeps the rule imap-uids-ascend

    @R3501-2.3.1-2 @MUST
    Scenario: A message keeps its UID
      Then every session of the run keeps the rule imap-uid-stays

    @R3501-6.3.1-c @MUST
    Scenario: UIDNEXT is above the UIDs of the messages that were there
      Then every session of the run keeps the rule imap-uid-below-next

    @R3501-6.4.5-1 @MUST
    Scenario: A message that is fetched twice is the same
      Then every session of the run keeps the rule imap-message-stays

    @R3501-2.3.4-a @MUST
    Scenario: RFC822.SIZE is the number of octets that are fetched
      Then every session of the run keeps the rule imap-size-is-length

  Rule: Who knows mod-sequences is told of them

    @R7162-3.1-7 @R7162-3.1.8-1 @MUST
    Scenario: Once CONDSTORE is enabled flags come with MODSEQ
      Then every session of the run keeps the rule imap-modseq-beside-flags

    @R7162-3.1-3 @MUST
    Scenario: The mod-sequence of a message never falls
      Then every session of the run keeps the rule imap-modseq-grows

    @R7162-3.1.2-1 @MUST
    Scenario: Once CONDSTORE is enabled every SELECT and EXAMINE tells HIGHESTMODSEQ or NOMODSEQ
      Then every session of the run keeps the rule imap-select-modseq-told

  Rule: Who knows QRESYNC is told by UIDs what goes

    @R7162-3.2.3-3 @R7162-3.2.10-1 @MUST
    Scenario: Once QRESYNC is enabled EXPUNGE never comes
      Then every session of the run keeps the rule imap-vanished-for-expunge

    @R7162-3.2.10.2-5 @R7162-3.2.10.2-7 @MUST
    Scenario: VANISHED never comes between commands, nor during FETCH, STORE or SEARCH
      Then every session of the run keeps the rule imap-vanished-time

    @R7162-3.2.10.2-3 @R7162-3.2.10.2-4 @MUST
    Scenario: VANISHED names messages that the client knows of, and each once
      Then every session of the run keeps the rule imap-vanished-known

    @R7162-3.2.10-2 @MUST
    Scenario: VANISHED with EARLIER is an answer to who asked what has gone
      Then every session of the run keeps the rule imap-earlier-as-answer

    @R7162-3.2.6-5 @MUST
    Scenario: VANISHED with EARLIER comes before all FETCH responses of its answer
      Then every session of the run keeps the rule imap-earlier-before-fetch

    @R7162-3.2.8-3 @MUST
    Scenario: The result of CLOSE tells no HIGHESTMODSEQ
      Then every session of the run keeps the rule imap-close-without-modseq

  Rule: What is asked of access control lists is told

    @R4314-3.3-a @R4314-3.4-a @R4314-3.5-a @MUST
    Scenario: GETACL, LISTRIGHTS and MYRIGHTS bring what they ask for
      Then every session of the run keeps the rule imap-rights-told

    @R8440-3-2 @MUST
    Scenario: The rights of a mailbox come behind its name
      Then every session of the run keeps the rule imap-my-rights-after-list

  Rule: A client that logs off is not refused

    @R8437-3-d @MUST
    Scenario: UNAUTHENTICATE is never answered NO
      Then every session of the run keeps the rule imap-unauthenticate-without-no
