@needs-imap @chapter-imap-1
Feature: Mailbox names
  Names may contain what a string may, international ones in modified UTF-7 or, with IMAP4rev2, in UTF-8
  (RFC 3501 §5.1, RFC 9051 §5.1, §A.1). What a server will not take it refuses; it never falls over.

  Rule: Quoted names work like others

    # A server need not allow every character; one that creates the mailbox has to know it again.
    @R3501-7.2.2-4 @R9051-7.3.1-11 @R3501-4.3-a @R9051-4.3-a @MUST @defect-imap-list-unquoted-names
    Scenario Outline: A mailbox whose name contains <what> is listed and can be used
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE "${mailbox}<suffix>"
        S? a1 NO
        S: a1 OK
        C: a2 LIST "" "${mailbox}*"
        S* * LIST (${*}) ${*} "${mailbox}<suffix>"
        S: a2 OK
        C: a3 STATUS "${mailbox}<suffix>" (MESSAGES)
        S* * STATUS "${mailbox}<suffix>" (MESSAGES 0)
        S: a3 OK
        C: a4 SELECT "${mailbox}<suffix>"
        S: a4 OK
        C: a5 DELETE "${mailbox}<suffix>"
        S: a5 OK/NO
        """

      Examples:
        | what              | suffix     |
        | a space           | a b        |
        | parentheses       | (a)        |
        | braces            | {a}        |
        | brackets          | [a]        |
        | a plus            | a+b        |
        | an apostrophe     | it's       |
        | a literal's end   | {5}        |
        | a semicolon       | a;b        |
        | an at sign        | a@b        |
        | equals            | a=b        |
        | dollar and comma  | $,a        |
        | NIL               | NIL        |

    @R3501-7.2.2-4 @R9051-7.3.1-11 @R3501-9-d @R9051-9-d @MUST @defect-imap-list-unescaped-names
    Scenario: A mailbox whose name contains a quote and a backslash is listed and can be used
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE "${mailbox}-a\"b\\c"
        S? a1 NO
        S: a1 OK
        C: a2 LIST "" "${mailbox}*"
        S* * LIST (${*}) ${*} "${mailbox}-a\"b\\c"
        S: a2 OK
        C: a3 SELECT "${mailbox}-a\"b\\c"
        S: a3 OK
        """

  Rule: International names are in modified UTF-7

    # A server without international names may refuse to make one.
    @R3501-5.1.3-3 @R9051-A.1-3 @MUST @defect-imap-utf7-case-folded
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
        | name                |
        | &AOQ-               |
        | &U,BTFw-            |
        | &ZeVnLIqe-          |
        | Entw&APw-rfe        |
        | &-                  |
        | A &- B              |
        | &2D3eAA-            |

    @R3501-5.1.3-4 @R9051-A.1-4 @SHOULD @defect-imap-bad-utf7-taken
    Scenario Outline: CREATE refuses the name <name>, which has <mistake>
      Given an IMAP session authenticated
      When the client sends: a1 CREATE "${mailbox}<name>"
      Then the reply is a1 NO/BAD

      Examples:
        | name                | mistake                          |
        | &Jjo!               | no shift back before !           |
        | &U,BTFw-&ZeVnLIqe-  | a needless shift                 |
        | &AGE-               | a letter a in BASE64             |
        | &AOQ                | no shift back at its end         |
        | &                   | a lone ampersand                 |
        | &A-                 | half a character                 |

    @R3501-5.1-2 @needs-imap-IMAP4rev1 @SHOULD
    Scenario: CREATE refuses a name with 8-bit octets that nothing has allowed
      Given an IMAP session authenticated
      When the client sends: a1 CREATE "${mailbox}-${xC3A4}"
      Then the reply is a1 NO/BAD

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

    @R9051-A-2 @R9051-A-3 @needs-imap-IMAP4rev1 @needs-imap-IMAP4rev2 @MUST @defect-imap-utf8-unasked
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
        | mistake                         | octets        |
        | is no UTF-8                     | ${xFF}        |
        | ends in the middle of a letter  | ${xC3}        |
        | has an overlong slash           | ${xC0AF}      |
        | has half of a surrogate pair    | ${xEDA080}    |

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

  Rule: Hostile names do no harm

    # What such a name means is the server's business; it must neither reach outside the user's mail nor fall over.
    @M-robust-imap-names-outside @MUST @hostile @defect-imap-name-path-traversal
    Scenario Outline: SELECT of <name> finds nothing
      Given an IMAP session authenticated
      When the client sends: a1 SELECT <name>
      Then the reply is a1 NO/BAD

      Examples:
        | name                         |
        | "../INBOX"                   |
        | "../../../../etc/passwd"     |
        | "/etc/passwd"                |
        | "${mailbox}/../../x"         |
        | ".."                         |
        | "."                          |
        | ""                           |
        | "*"                          |
        | "%"                          |
        | "~root/mail"                 |

    @R3501-2.2.2-3 @R9051-2.2.2-3 @M-robust-imap-names @SHOULD @hostile @defect-imap-nul-in-name
    Scenario: A name with NUL in it is refused
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE {${size(mailbox, "-", NUL, "x")}}
        S? a1 NO/BAD
        S: +
        C: ${mailbox}-${NUL}x
        S: a1 NO/BAD
        """

    @R3501-7.5-4 @R9051-9-4 @MUST @hostile
    Scenario: No NUL comes back in a name
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE {${size(mailbox, "-", NUL, "x")}}
        S? a1 NO/BAD
        S: +
        C: ${mailbox}-${NUL}x
        S? a1 NO/BAD
        S: a1 OK
        C: a2 LIST "" ${mailbox}*
        S! * LIST (${*}) ${*} "${mailbox}-${NUL}x"
        S: a2 OK
        """

    @M-robust-imap-names @SHOULD @hostile
    Scenario Outline: A name of <length> octets is refused or taken, and the session goes on
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE "${mailbox}-${<length> * "n"}"
        S? * BYE
        S: a1 OK/NO/BAD
        C: a2 NOOP
        S: a2 OK
        C: a3 DELETE "${mailbox}-${<length> * "n"}"
        S: a3 OK/NO/BAD
        """

      Examples:
        | length |
        | 200    |
        | 1000   |
        | 10000  |

    @M-robust-imap-names @SHOULD @hostile
    Scenario: A name of a hundred levels is refused or taken, and the session goes on
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE "${mailbox}${100 * "${delimiter}n"}"
        S: a1 OK/NO/BAD
        C: a2 NOOP
        S: a2 OK
        """
