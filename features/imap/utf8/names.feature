@needs-imap-UTF8=ACCEPT
Feature: Names in UTF-8
  Who has enabled UTF-8 gives and gets names of mailboxes in it; who has not, in modified UTF-7 (RFC 6855 §3, RFC 3501 §5.1.3).

  Rule: Names are taken and told in UTF-8

    @R6855-3-5 @R6855-3-b @needs-imap-IMAP4rev1 @SHOULD
    Scenario: A name in quotes is taken by CREATE and told by LIST, STATUS and LSUB
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE UTF8=ACCEPT
        S: a1 OK
        C: a2 CREATE "${mailbox}-Entwürfe-草稿"
        S: a2 OK
        C: a3 LIST "" "${mailbox}*"
        S* * LIST (${*}) ${*} "${mailbox}-Entwürfe-草稿"
        S: a3 OK
        C: a4 STATUS "${mailbox}-Entwürfe-草稿" (MESSAGES)
        S* * STATUS "${mailbox}-Entwürfe-草稿" (MESSAGES 0)
        S: a4 OK
        C: a5 SUBSCRIBE "${mailbox}-Entwürfe-草稿"
        S: a5 OK
        C: a6 LSUB "" "${mailbox}*"
        S* * LSUB (${*}) ${*} "${mailbox}-Entwürfe-草稿"
        S: a6 OK
        C: a7 UNSUBSCRIBE "${mailbox}-Entwürfe-草稿"
        S: a7 OK
        """

    @R6855-3-5 @SHOULD
    Scenario: A name in UTF-8 may come as a literal
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE UTF8=ACCEPT
        S: a1 OK
        C: a2 CREATE {${size(mailbox, "-ä")}}
        S: +
        C: ${mailbox}-ä
        S: a2 OK
        C: a3 LIST "" "${mailbox}*"
        S* * LIST (${*}) ${*} "${mailbox}-ä"
        S: a3 OK
        """

    @R6855-3-5 @SHOULD
    Scenario: Mailboxes with such names are opened, filled, renamed and deleted
      Given any message hello
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE UTF8=ACCEPT
        S: a1 OK
        C: a2 CREATE "${mailbox}-ä"
        S: a2 OK
        C: a3 APPEND "${mailbox}-ä" {${hello.size}}
        S: +
        C: ${hello}
        S: a3 OK
        C: a4 RENAME "${mailbox}-ä" "${mailbox}-ö"
        S: a4 OK
        C: a5 SELECT "${mailbox}-ö"
        S* * 1 EXISTS
        S: a5 OK
        C: a6 CLOSE
        S: a6 OK
        C: a7 DELETE "${mailbox}-ö"
        S: a7 OK
        C: a8 LIST "" "${mailbox}*"
        S! * LIST (${*}) ${*} "${mailbox}-ä"
        S! * LIST (${*}) ${*} "${mailbox}-ö"
        S: a8 OK
        """

    @R6855-3-b @MUST
    Scenario: A pattern in UTF-8 finds the names that fit
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE UTF8=ACCEPT
        S: a1 OK
        C: a2 CREATE "${mailbox}-über"
        S? a2 NO
        S: a2 OK
        C: a3 CREATE "${mailbox}-aber"
        S: a3 OK
        C: a4 LIST "" "${mailbox}-ü%"
        S* * LIST (${*}) ${*} "${mailbox}-über"
        S! * LIST (${*}) ${*} "${mailbox}-aber"
        S: a4 OK
        """

    @R6855-3-c @MUST @needs-imap-ACL
    Scenario: ACL and MYRIGHTS tell a name in UTF-8
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE UTF8=ACCEPT
        S: a1 OK
        C: a2 CREATE "${mailbox}-ä"
        S? a2 NO
        S: a2 OK
        C: a3 GETACL "${mailbox}-ä"
        S* * ACL "${mailbox}-ä" ${*}
        S: a3 OK
        C: a4 MYRIGHTS "${mailbox}-ä"
        S* * MYRIGHTS "${mailbox}-ä" ${*}
        S: a4 OK
        """

    @R6855-3-c @MUST @needs-imap-QUOTA
    Scenario: QUOTAROOT tells a name in UTF-8
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE UTF8=ACCEPT
        S: a1 OK
        C: a2 CREATE "${mailbox}-ä"
        S? a2 NO
        S: a2 OK
        C: a3 GETQUOTAROOT "${mailbox}-ä"
        S* * QUOTAROOT "${mailbox}-ä" ${*}
        S: a3 OK
        """

  Rule: A mailbox has one name, however it is written

    # Who refuses names in modified UTF-7 need not take those in UTF-8: that is a SHOULD.
    @R6855-3-9 @needs-imap-IMAP4rev1 @MUST
    Scenario: What was made in UTF-8 others see in modified UTF-7
      Given an IMAP session authenticated
      And a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C2: b1 CREATE "${mailbox}-&APY-"
        S2? b1 NO
        S2: b1 OK
        C: a1 ENABLE UTF8=ACCEPT
        S: a1 OK
        C: a2 CREATE "${mailbox}-ä"
        S: a2 OK
        C2: b2 LIST "" "${mailbox}*"
        S2* * LIST (${*}) ${*} "${mailbox}-&AOQ-"
        S2: b2 OK
        C2: b3 STATUS "${mailbox}-&AOQ-" (MESSAGES)
        S2* * STATUS "${mailbox}-&AOQ-" (MESSAGES 0)
        S2: b3 OK
        """

    @R6855-3-9 @R6855-3-b @needs-imap-IMAP4rev1 @MUST
    Scenario: What was made in modified UTF-7 is told in UTF-8
      Given an IMAP session authenticated
      And a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C2: b1 CREATE "${mailbox}-&AOQ-"
        S2? b1 NO
        S2: b1 OK
        C: a1 ENABLE UTF8=ACCEPT
        S: a1 OK
        C: a2 LIST "" "${mailbox}*"
        S* * LIST (${*}) ${*} "${mailbox}-ä"
        S: a2 OK
        C: a3 STATUS "${mailbox}-ä" (MESSAGES)
        S* * STATUS "${mailbox}-ä" (MESSAGES 0)
        S: a3 OK
        """

    @R6855-3-9 @needs-imap-IMAP4rev1 @MUST
    Scenario: An ampersand is one in UTF-8, and &- before
      Given an IMAP session authenticated
      And a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE UTF8=ACCEPT
        S: a1 OK
        C: a2 CREATE "${mailbox}-a&b"
        S? a2 NO
        S: a2 OK
        C: a3 LIST "" "${mailbox}*"
        S* * LIST (${*}) ${*} "${mailbox}-a&b"
        S: a3 OK
        C2: b1 LIST "" "${mailbox}*"
        S2* * LIST (${*}) ${*} "${mailbox}-a&-b"
        S2: b1 OK
        """

  Rule: Names are Net-Unicode without controls

    # Whoever takes such a name may still leave the character out: then it must not come back.
    @R6855-3-10 @MUST @hostile
    Scenario Outline: No name has <what>
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE UTF8=ACCEPT
        S: a1 OK
        C: a2 CREATE "${mailbox}-a<octets>b"
        S? a2 NO/BAD
        S: a2 OK
        C: a3 LIST "" "${mailbox}*"
        S! * LIST (${*}) ${*} "${mailbox}-a<octets>b"
        S: a3 OK
        """

      Examples:
        | what                  | octets     |
        | DEL                   | ${x7F}     |
        | the control U+0085    | ${xC285}   |
        | a line separator      | ${xE280A8} |
        | a paragraph separator | ${xE280A9} |

    # A server that refuses e + combining accent is right as well; one that takes it has to find it again.
    @R6855-3-6 @MUST
    Scenario: A denormalised name that CREATE takes is taken by SELECT
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE UTF8=ACCEPT
        S: a1 OK
        C: a2 CREATE "${mailbox}-e${xCC81}"
        S? a2 NO/BAD
        S: a2 OK
        C: a3 SELECT "${mailbox}-e${xCC81}"
        S: a3 OK
        """
