@needs-imap
Feature: Tags, words and spaces
  Every command is a tag, a name and its arguments, parted by single spaces (RFC 3501 §2.2.1, §9; RFC 9051 §2.2.1, §9).

  Rule: The result carries the tag of the command

    @R3501-2.2.2-a @R9051-2.2.2-a @R3501-9-g @R9051-9-g @MUST
    Scenario Outline: A command tagged <tag> is answered with this tag
      Given an IMAP session greeted
      When the client sends: <tag> CAPABILITY
      Then the reply is <tag> OK

      Examples:
        | tag                                  |
        | a1                                   |
        | 1                                    |
        | 0000                                 |
        | tag]                                 |
        | aaaaaaaaaabbbbbbbbbbccccccccccdddddd |
        | A1                                   |
        | Zz.-_:;,/?!@#$&'=^`~\|<>             |

    @R3501-2.2.2-a @R9051-2.2.2-a @MUST
    Scenario: The tag comes back in the case in which it was sent
      Given an IMAP session greeted
      Then the dialogue is:
        """imap
        C: aBcD CAPABILITY
        S: aBcD OK
        C: AbCd CAPABILITY
        S: AbCd OK
        """

    @R9051-2.2.1-1 @needs-imap-IMAP4rev2 @MUST
    Scenario: A tag may be used again
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CAPABILITY
        S: a1 OK
        C: a1 CAPABILITY
        S: a1 OK
        """

  Rule: Commands are taken in any case

    @R3501-7.5-3 @R9051-9-3 @MUST
    Scenario Outline: <command> is taken in this case
      Given an IMAP session with an empty mailbox selected
      When the client sends: a1 <command>
      Then the reply is a1 OK

      Examples:
        | command                   |
        | noop                      |
        | nOoP                      |
        | Capability                |
        | search not (seen deleted) |
        | list "" "*"               |
        | status inbox (messages)   |
        | Uid Search All            |

    @R3501-7.5-3 @R9051-9-3 @MUST
    Scenario: Item names of FETCH and STORE are taken in any case
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 fetch 1 (rfc822.size body.peek[header.fields (subject)])
        S* * 1 FETCH (RFC822.SIZE ${*:number} BODY[HEADER.FIELDS ${*}] "${*}plain words${*}")
        S: a1 OK
        C: a2 store 1 +flags.silent (\SEEN)
        S: a2 OK
        C: a3 FETCH 1 flags
        S* * 1 FETCH (FLAGS (\Seen))
        S: a3 OK
        """

  Rule: One space parts arguments, and all arguments have to be there

    @R3501-2.2.2-2 @R9051-2.2.2-2 @R3501-2.2.2-3 @R9051-2.2.2-3 @SHOULD
    Scenario Outline: <mistake> is answered with BAD
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session with the mailbox selected
      When the client sends: a1 <command>
      Then the reply is a1 BAD

      Examples:
        | mistake                               | command                             |
        | an argument to NOOP                   | NOOP now                            |
        | an argument to CAPABILITY             | CAPABILITY all                      |
        | SELECT without a name                 | SELECT                              |
        | SELECT with two names                 | SELECT INBOX INBOX                  |
        | RENAME with one name                  | RENAME ${mailbox}                   |
        | LIST with one argument                | LIST ""                             |
        | STATUS without items                  | STATUS INBOX                        |
        | STATUS with an empty list             | STATUS INBOX ()                     |
        | STATUS with an unknown item           | STATUS INBOX (MOOD)                 |
        | STATUS without parentheses            | STATUS INBOX MESSAGES               |
        | FETCH without items                   | FETCH 1                             |
        | FETCH with an empty list              | FETCH 1 ()                          |
        | FETCH of an unknown item              | FETCH 1 SMELL                       |
        | FETCH with an open list               | FETCH 1 (FLAGS                      |
        | FETCH of a macro among items          | FETCH 1 (ALL UID)                   |
        | FETCH of an open section              | FETCH 1 BODY[                       |
        | FETCH of an unknown section           | FETCH 1 BODY.PEEK[NECK]             |
        | FETCH of MIME without a part          | FETCH 1 BODY.PEEK[MIME]             |
        | FETCH of part 0                       | FETCH 1 BODY.PEEK[0]                |
        | FETCH of fields without names         | FETCH 1 BODY.PEEK[HEADER.FIELDS]    |
        | FETCH of no fields                    | FETCH 1 BODY.PEEK[HEADER.FIELDS ()] |
        | FETCH of no octets                    | FETCH 1 BODY.PEEK[]<0.0>            |
        | STORE of an unknown item              | STORE 1 *FLAGS (\Seen)              |
        | COPY without a mailbox                | COPY 1                              |
        | SEARCH without a key                  | SEARCH                              |
        | SEARCH with an unknown key            | SEARCH SMELLY                       |
        | SEARCH with half an OR                | SEARCH OR SEEN                      |
        | SEARCH with NOT and no key            | SEARCH NOT                          |
        | SEARCH with an open list              | SEARCH (SEEN                        |
        | SEARCH with no date                   | SEARCH SINCE yesterday              |
        | SEARCH with a month that is none      | SEARCH SINCE 1-Foo-2020             |
        | SEARCH with a size that is no number  | SEARCH LARGER big                   |
        | UID without a command                 | UID                                 |
        | a sequence set with a hole            | FETCH 1,,2 FLAGS                    |
        | a sequence set with an open range     | FETCH 1: FLAGS                      |
        | a sequence set that is a word         | FETCH one FLAGS                     |
        | message 0                             | FETCH 0 FLAGS                       |
        | a quoted string without an end        | STATUS "INBOX (MESSAGES)            |
        | a quoted string with a lone backslash | STATUS "IN\BOX" (MESSAGES)          |
        | STORE without flags                   | STORE 1 FLAGS                       |
        | UID with a command that has no UIDs   | UID NOOP                            |

    # The grammar demands a single space (a MUST); what the server answers to more is a SHOULD.
    @R3501-2.2.2-3 @R9051-2.2.2-3 @SHOULD
    Scenario Outline: <mistake> is answered with BAD, for SP is one space
      Given an IMAP session with an empty mailbox selected
      When the client sends: <line>
      Then the reply is a1 BAD

      Examples:
        | mistake                            | line                                |
        | two spaces between tag and command | a1  NOOP                            |
        | two spaces between arguments       | a1 STATUS  INBOX (MESSAGES)         |
        | two spaces in a list               | a1 STATUS INBOX (MESSAGES  UIDNEXT) |
        | a space before the end of a list   | a1 STATUS INBOX (MESSAGES )         |
        | a TAB between arguments            | a1 STATUS${TAB}INBOX (MESSAGES)     |
        | a space at the end of the line     | a1 NOOP${SP}                        |

  # An unknown command is a syntax error (§2.2.2: “such as unrecognized command”), and that “SHOULD be rejected, and … given a BAD”.
  Rule: BAD answers what is no command

    @R3501-2.2.2-b @R9051-2.2.2-b @SHOULD
    Scenario Outline: The unknown command <command> is answered with BAD in a session <state>
      Given an IMAP session <state>
      When the client sends: a1 <command>
      Then the reply is a1 BAD

      Examples:
        | state                          | command           |
        | greeted                        | FROBNICATE        |
        | authenticated                  | FROBNICATE        |
        | with an empty mailbox selected | FROBNICATE 1 2 3  |
        | with an empty mailbox selected | XFROBNICATE       |
        | with an empty mailbox selected | HELO example.test |
        | with an empty mailbox selected | UID FROBNICATE 1  |

    @R3501-2.2.2-b @R9051-2.2.2-b @SHOULD
    Scenario: A tag without a command is answered with BAD, tagged or not
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1
        S? * BAD
        S: a1 BAD
        """

    # The response cannot carry a tag: RFC 3501 §7.1.3 has the untagged form for it.
    @R3501-6-a @R9051-6-a @MUST
    Scenario: An empty line does no harm
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C:
        C: a1 CAPABILITY
        S: a1 OK
        """

  Rule: Numbers have at most 32 bits

    @R3501-9-h @R9051-9-h @needs-imap-IMAP4rev1 @MUST
    Scenario Outline: The number <number> does not reach message 1
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH <number> FLAGS
        S! * 1 FETCH (FLAGS ${*})
        S: a1 OK/NO/BAD
        C: ${alive}
        """

      Examples:
        | number                     |
        | 4294967297                 |
        | 18446744073709551617       |
        | 99999999999999999999999999 |
        | -1                         |
