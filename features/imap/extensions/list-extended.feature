@needs-imap-LIST-EXTENDED/IMAP4rev2
Feature: Extended LIST
  LIST can select by more than a pattern and return more than a name (RFC 5258, RFC 5819, RFC 6154, RFC 9051 §6.3.9).

  Rule: Several patterns find what any of them finds

    # IMAP4rev2 has lists of patterns only where LIST-EXTENDED is announced as well (RFC 9051, Appendix C).
    @R5258-3-a @R5258-3-3 @needs-imap-LIST-EXTENDED @MUST
    Scenario: A list of patterns finds all of them, and an empty one among them finds nothing
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-one
        S: a1 OK
        C: a2 CREATE ${mailbox}-two
        S: a2 OK
        C: a3 CREATE ${mailbox}-three
        S: a3 OK
        C: a4 LIST "" (${mailbox}-o* "" ${mailbox}-two)
        S* * LIST (${*}) ${*} ${mailbox}-one
        S* * LIST (${*}) ${*} ${mailbox}-two
        S! * LIST (${*}) ${*} ${mailbox}-three
        S! * LIST (${*}) ${*} ""
        S: a4 OK
        """

    @R5258-3-1 @needs-imap-LIST-EXTENDED @SHOULD
    Scenario: A mailbox that fits several patterns is returned once
      Given an IMAP session authenticated
      When the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-one
        S: a1 OK
        C: a2 LIST "" (${mailbox}-o* ${mailbox}-* ${mailbox}-one)
        S* * LIST (${*}) ${*} ${mailbox}-one
        S: a2 OK
        """
      Then the untagged responses have each mailbox in one LIST response

  Rule: An empty pattern asks for nothing

    @R5258-3-2 @R9051-6.3.9-h @MUST
    Scenario: With RETURN an empty pattern is no request for the separator
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 LIST () "" "" RETURN (CHILDREN)
        S! * LIST (${*}) ${*} ""
        S: a1 OK
        """

    @R5258-3-4 @R9051-6.3.9-11 @MUST
    Scenario Outline: The pattern <pattern>, which means nothing, is passed over
      Given an IMAP session authenticated
      When the client sends: a1 LIST () "" <pattern>
      Then the reply is a1 OK

      Examples:
        | pattern            |
        | "../*"             |
        | "/etc/%"           |
        | "~nobody/*"        |
        | "${mailbox}//%%**" |
        | "#unheard.of.%"    |

  Rule: Options that are not known are refused, options that are repeated count once

    @R5258-3-8 @R9051-6.3.9-16 @MUST
    Scenario Outline: <command> is answered with BAD
      Given an IMAP session authenticated
      When the client sends: a1 <command>
      Then the reply is a1 BAD

      Examples:
        | command                         |
        | LIST (X-UNHEARD-OF) "" *        |
        | LIST "" * RETURN (X-UNHEARD-OF) |

    @R5258-3.1-6 @R9051-6.3.9.1-5 @MUST
    Scenario Outline: LIST (<options>) is answered with BAD
      Given an IMAP session authenticated
      When the client sends: a1 LIST (<options>) "" *
      Then the reply is a1 BAD

      Examples:
        | options               |
        | RECURSIVEMATCH        |
        | REMOTE RECURSIVEMATCH |

    @R5258-3-9 @R9051-6.3.9-17 @MUST
    Scenario: An option that is given twice counts once
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C: a2 SUBSCRIBE ${mailbox}
        S: a2 OK
        C: a3 LIST "" ${mailbox} RETURN (SUBSCRIBED SUBSCRIBED)
        S* * LIST (\Subscribed ${*}) ${*} ${mailbox}
        S: a3 OK
        C: a4 UNSUBSCRIBE ${mailbox}
        S: a4 OK
        """

  Rule: SUBSCRIBED selects, or only tells

    @R5258-3.1-1 @R9051-6.3.9.1-1 @R5258-3.1-3 @R9051-6.3.9.1-2 @MUST
    Scenario: LIST (SUBSCRIBED) returns the subscribed names, marked, and no others
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-yes
        S: a1 OK
        C: a2 CREATE ${mailbox}-no
        S: a2 OK
        C: a3 SUBSCRIBE ${mailbox}-yes
        S: a3 OK
        C: a4 UNSUBSCRIBE ${mailbox}-no
        S: a4 OK/NO
        C: a5 LIST (SUBSCRIBED) "" ${mailbox}*
        S* * LIST (\Subscribed ${*}) ${*} ${mailbox}-yes
        S! * LIST (${*}) ${*} ${mailbox}-no
        S: a5 OK
        C: a6 UNSUBSCRIBE ${mailbox}-yes
        S: a6 OK
        """

    # In IMAP4rev2 that the subscription outlives its mailbox is a SHOULD (RFC 9051 §6.3.7).
    @R5258-3.1-1 @R9051-6.3.9.1-1 @R5258-3-15 @needs-imap-LIST-EXTENDED @SHOULD
    Scenario: LIST (SUBSCRIBED) returns a deleted mailbox as \NonExistent
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C: a2 SUBSCRIBE ${mailbox}
        S: a2 OK
        C: a3 DELETE ${mailbox}
        S: a3 OK
        C: a4 LIST (SUBSCRIBED) "" ${mailbox}
        S* * LIST (\Subscribed \NonExistent ${*}) ${*} ${mailbox}
        S: a4 OK
        C: a5 UNSUBSCRIBE ${mailbox}
        S: a5 OK
        """

    @R5258-3.2-1 @R9051-6.3.9.2-1 @R5258-3-6 @R9051-6.3.9-12 @MUST
    Scenario: RETURN (SUBSCRIBED) marks the subscribed names and shows the others as well
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}-yes
        S: a1 OK
        C: a2 CREATE ${mailbox}-no
        S: a2 OK
        C: a3 SUBSCRIBE ${mailbox}-yes
        S: a3 OK
        C: a4 UNSUBSCRIBE ${mailbox}-no
        S: a4 OK/NO
        C: a5 LIST "" ${mailbox}* RETURN (SUBSCRIBED)
        S* * LIST (\Subscribed ${*}) ${*} ${mailbox}-yes
        S* * LIST (${*}) ${*} ${mailbox}-no
        S! * LIST (\Subscribed ${*}) ${*} ${mailbox}-no
        S: a5 OK
        C: a6 UNSUBSCRIBE ${mailbox}-yes
        S: a6 OK
        """

    @R5258-3-6 @R9051-6.3.9-12 @MUST
    Scenario: RETURN (SUBSCRIBED) does not show subscribed names that do not exist
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CREATE ${mailbox}
        S: a1 OK
        C: a2 SUBSCRIBE ${mailbox}
        S: a2 OK
        C: a3 DELETE ${mailbox}
        S: a3 OK
        C: a4 LIST "" ${mailbox} RETURN (SUBSCRIBED)
        S! * LIST (${*}) ${*} ${mailbox}
        S: a4 OK
        C: a5 UNSUBSCRIBE ${mailbox}
        S: a5 OK
        """
