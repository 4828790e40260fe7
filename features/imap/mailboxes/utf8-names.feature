@needs-imap @chapter-imap-1
Feature: International mailbox names
  Names are in modified UTF-7 or, with IMAP4rev2, in UTF-8 (RFC 3501 §5.1.3, RFC 9051 §5.1, §A.1).

  Rule: International names are in modified UTF-7

    # A server without international names may refuse to make one.
    @R3501-5.1.3-3 @R9051-A.1-3 @MUST
    Scenario Outline: The international name <name> comes back as it was given
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE "${mailbox}<name>"
        S? a1 NO
        S: a1 OK
        C: a2 LIST "" "${mailbox}*"
        S* * LIST (${*}) ${*} "${mailbox}<name>"
        S: a2 OK
        C: a3 STATUS "${mailbox}<name>" (MESSAGES)
        S* * STATUS "${mailbox}<name>" (MESSAGES 0)
        S: a3 OK
        """

      Examples:
        | name         |
        | &AOQ-        |
        | &U,BTFw-     |
        | &ZeVnLIqe-   |
        | Entw&APw-rfe |
        | &2D3eAA-     |
        | &-           |
        | A &- B       |

    @R3501-5.1.3-4 @R9051-A.1-4 @needs-imap-IMAP4rev1 @SHOULD
    Scenario Outline: CREATE refuses the name <name>, which has <mistake>
      Given an IMAP session authenticated
      When the client sends: a1 CREATE "${mailbox}<name>"
      Then the reply is a1 NO/BAD

      Examples:
        | name               | mistake                  |
        | &Jjo!              | no shift back before !   |
        | &U,BTFw-&ZeVnLIqe- | a needless shift         |
        | &AGE-              | a letter a in BASE64     |
        | &AOQ               | no shift back at its end |
        | &                  | a lone ampersand         |
        | &A-                | half a character         |

    # Who announces UTF8=ACCEPT may take names in UTF-8 before it is enabled, too, and makes them the same names (RFC 6855 §3).
    @R3501-5.1-2 @needs-imap-IMAP4rev1 @SHOULD
    Scenario: CREATE refuses a name with 8-bit octets that nothing has allowed
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE "${mailbox}-${xC3A4}"
        S? a1 NO/BAD
        S: a1 OK
        C: a2 CAPABILITY
        S* * CAPABILITY ${*} UTF8=ACCEPT ${*}
        S: a2 OK
        C: a3 LIST "" "${mailbox}*"
        S* * LIST (${*}) ${*} "${mailbox}-&AOQ-"
        S: a3 OK
        """

  Rule: IMAP4rev2 takes UTF-8

    @R9051-4.3-7 @R9051-9-p @needs-imap-IMAP4rev2 @MUST
    Scenario: A name in UTF-8 can be created and used
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE IMAP4rev2
        S: a1 OK
        C: a2 CREATE "${mailbox}-Entwürfe-草稿"
        S: a2 OK
        C: a3 LIST "" "${mailbox}*"
        S* * LIST (${*}) ${*} "${mailbox}-Entwürfe-草稿"
        S: a3 OK
        C: a4 STATUS "${mailbox}-Entwürfe-草稿" (MESSAGES)
        S* * STATUS "${mailbox}-Entwürfe-草稿" (MESSAGES 0)
        S: a4 OK
        """

    @R3501-5.1.3-6 @R9051-A.1-6 @R9051-A-2 @R9051-A-3 @needs-imap-IMAP4rev1 @needs-imap-IMAP4rev2 @MUST
    Scenario: A client of IMAP4rev1 sees such a name in modified UTF-7
      Given an IMAP session authenticated
      And a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE IMAP4rev2
        S: a1 OK
        C: a2 CREATE "${mailbox}-ä"
        S: a2 OK
        C2: b1 LIST "" "${mailbox}*"
        S2* * LIST (${*}) ${*} "${mailbox}-&AOQ-"
        S2: b1 OK
        """

    @R9051-5.1-2 @needs-imap-IMAP4rev2 @MUST @hostile
    Scenario Outline: CREATE refuses a name that <mistake>
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE IMAP4rev2
        S: a1 OK
        C: a2 CREATE "${mailbox}-<octets>"
        S: a2 NO/BAD
        """

      Examples:
        | mistake                        | octets     |
        | is no UTF-8                    | ${xFF}     |
        | ends in the middle of a letter | ${xC3}     |
        | has an overlong slash          | ${xC0AF}   |
        | has half of a surrogate pair   | ${xEDA080} |

    # A server that refuses e + combining accent is right as well; one that takes it has to find it again.
    @R9051-5.1-4 @needs-imap-IMAP4rev2 @MUST
    Scenario: A denormalised name that CREATE takes is taken by SELECT
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE IMAP4rev2
        S: a1 OK
        C: a2 CREATE "${mailbox}-e${xCC81}"
        S? a2 NO/BAD
        S: a2 OK
        C: a3 SELECT "${mailbox}-e${xCC81}"
        S: a3 OK
        """

  Rule: A name that the server spells otherwise is told as it was given
    e with a combining accent is another spelling of é (RFC 9051 §5.1). A server that refuses it, or keeps it as it is, has nothing to tell.

    @R9051-6.3.4-3 @R9051-6.3.9.7-1 @SHOULD @needs-imap-IMAP4rev2
    Scenario: CREATE tells the name that it was given as OLDNAME
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE IMAP4rev2
        S: a1 OK
        C: a2 CREATE "${mailbox}-e${xCC81}"
        S? a2 NO/BAD
        S: a2 OK
        C: a3 STATUS "${mailbox}-${xC3A9}" (MESSAGES)
        S? a3 NO
        S* * STATUS "${mailbox}-${xC3A9}" (MESSAGES 0)
        S: a3 OK
        C: a4 DELETE "${mailbox}-${xC3A9}"
        S: a4 OK
        C: a5 CREATE "${mailbox}-e${xCC81}"
        S* * LIST (${*}) ${*} "${mailbox}-${xC3A9}" (${*} "OLDNAME" ("${mailbox}-e${xCC81}") ${*})
        S: a5 OK
        """

    @R9051-6.3.2-6 @MUST @needs-imap-IMAP4rev2
    Scenario: SELECT tells the name that it was given as OLDNAME
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE IMAP4rev2
        S: a1 OK
        C: a2 CREATE "${mailbox}-e${xCC81}"
        S? a2 NO/BAD
        S: a2 OK
        C: a3 STATUS "${mailbox}-${xC3A9}" (MESSAGES)
        S? a3 NO
        S* * STATUS "${mailbox}-${xC3A9}" (MESSAGES 0)
        S: a3 OK
        C: a4 SELECT "${mailbox}-e${xCC81}"
        S? a4 NO/BAD
        S* * LIST (${*}) ${*} "${mailbox}-${xC3A9}" (${*} "OLDNAME" ("${mailbox}-e${xCC81}") ${*})
        S: a4 OK
        """

    @R9051-6.3.6-6 @R9051-6.3.9.7-1 @SHOULD @needs-imap-IMAP4rev2
    Scenario: RENAME tells the old name as OLDNAME
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE IMAP4rev2
        S: a1 OK
        C: a2 CREATE "${mailbox}-e${xCC81}"
        S? a2 NO/BAD
        S: a2 OK
        C: a3 STATUS "${mailbox}-${xC3A9}" (MESSAGES)
        S? a3 NO
        S* * STATUS "${mailbox}-${xC3A9}" (MESSAGES 0)
        S: a3 OK
        C: a4 RENAME "${mailbox}-e${xCC81}" ${mailbox}-new
        S? a4 NO/BAD
        S* * LIST (${*}) ${*} ${mailbox}-new (${*} "OLDNAME" ("${mailbox}-e${xCC81}") ${*})
        S: a4 OK
        """

    @R9051-6.3.5-8 @R9051-6.3.9.7-1 @SHOULD @needs-imap-IMAP4rev2
    Scenario: DELETE tells the name that it was given as OLDNAME
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE IMAP4rev2
        S: a1 OK
        C: a2 CREATE "${mailbox}-e${xCC81}"
        S? a2 NO/BAD
        S: a2 OK
        C: a3 STATUS "${mailbox}-${xC3A9}" (MESSAGES)
        S? a3 NO
        S* * STATUS "${mailbox}-${xC3A9}" (MESSAGES 0)
        S: a3 OK
        C: a4 DELETE "${mailbox}-e${xCC81}"
        S? a4 NO/BAD
        S* * LIST (\NonExistent) ${*} "${mailbox}-${xC3A9}" (${*} "OLDNAME" ("${mailbox}-e${xCC81}") ${*})
        S: a4 OK
        """

    @R9051-6.3.12-15 @SHOULD @needs-imap-IMAP4rev2
    Scenario: APPEND tells the name that it was given as OLDNAME
      Given any message hello
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 ENABLE IMAP4rev2
        S: a1 OK
        C: a2 CREATE "${mailbox}-e${xCC81}"
        S? a2 NO/BAD
        S: a2 OK
        C: a3 STATUS "${mailbox}-${xC3A9}" (MESSAGES)
        S? a3 NO
        S* * STATUS "${mailbox}-${xC3A9}" (MESSAGES 0)
        S: a3 OK
        C: a4 APPEND "${mailbox}-e${xCC81}" {${hello.size}}
        S? a4 NO/BAD
        S: +
        C: ${hello}
        S? a4 NO/BAD
        S* * LIST (${*}) ${*} "${mailbox}-${xC3A9}" (${*} "OLDNAME" ("${mailbox}-e${xCC81}") ${*})
        S: a4 OK
        """
