@needs-imap @chapter-imap-1
Feature: Hostile mailbox names
  What a server will not take it refuses; it never falls over (RFC 3501 §5.1, §9).

  Rule: Hostile names do no harm

    # What such a name means is the server's business; it must neither reach outside the user's mail nor fall over.
    @M-robust-imap-names-outside @MUST @hostile
    Scenario Outline: SELECT of <name> finds nothing
      Given an IMAP session authenticated
      When the client sends: a1 SELECT <name>
      Then the reply is a1 NO/BAD

      Examples:
        | name                     |
        | "../INBOX"               |
        | "../../../../etc/passwd" |
        | "/etc/passwd"            |
        | "${mailbox}/../../x"     |
        | ".."                     |
        | "."                      |
        | ""                       |
        | "*"                      |
        | "%"                      |
        | "~root/mail"             |

    @R3501-2.2.2-3 @R9051-2.2.2-3 @M-robust-imap-names @SHOULD @hostile
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
        C: ${alive}
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
        C: ${alive}
        """
