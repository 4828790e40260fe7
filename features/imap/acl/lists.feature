@needs-imap-ACL
Feature: Access control lists are read and changed
  A list says who may do what with a mailbox: SETACL, DELETEACL, GETACL, LISTRIGHTS and MYRIGHTS (RFC 4314 §3). Who may administer nothing, and
  what nobody can be given, is not asked for.

  Background:
    Given the mailbox holds:
      | message | flags |
      | plain   |       |

  Rule: The rights that RFC 2086 did not have are announced

    @R4314-5.1.1-1 @needs-imap-RIGHTS @MUST
    Scenario: RIGHTS= has k, x, t and e
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CAPABILITY
        S: a1 OK
        """
      And the untagged responses have RIGHTS= with t, e, x and k

    @R4314-2.2-1 @needs-imap-RIGHTS @MUST
    Scenario: RIGHTS= has none of the rights that RFC 2086 has
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 CAPABILITY
        S: a1 OK
        """
      And the untagged responses have RIGHTS= without rights of RFC 2086

  Rule: MYRIGHTS tells what the user may do

    @R4314-3.5-a @MUST
    Scenario: MYRIGHTS of a mailbox of one's own
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 MYRIGHTS ${mailbox}
        S* * MYRIGHTS ${mailbox} ${*:string}
        S: a1 OK
        """

    @R4314-7-1 @MUST
    Scenario: Names of commands are taken in any case
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 myRights inbox
        S* * MYRIGHTS INBOX ${*:string}
        S: a1 OK
        """

    # Otherwise rights may come to bob by something that no list shows: then he would administer, too.
    @R4314-3.5-a @needs-imap-RIGHTS @MUST
    Scenario: MYRIGHTS follows the list
      Given bob has the rights lr, later lrs in the mailbox
      And an IMAP session authenticated
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C2: b1 GETACL ${quoted(shared)}
        S2? b1 OK
        S2: b1 NO
        C2: b2 MYRIGHTS ${quoted(shared)}
        S2* * MYRIGHTS ${shared} lr
        S2: b2 OK
        C: a1 SETACL ${mailbox} ${quoted(bob.user)} lrs
        S: a1 OK
        C2: b3 MYRIGHTS ${quoted(shared)}
        S2* * MYRIGHTS ${shared} lrs
        S2: b3 OK
        """

    @R4314-3.5-a @MUST
    Scenario: MYRIGHTS of no mailbox is refused
      Given an IMAP session authenticated
      When the client sends: a1 MYRIGHTS ${mailbox}-none
      Then the reply is a1 NO

    @R4314-5.1.1-10 @MUST
    Scenario: GETACL sent behind SETACL tells what that has done
      Given bob has the rights lr, later lrs in the mailbox
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SETACL ${mailbox} ${quoted(bob.user)} lrs
        C: a2 GETACL ${mailbox}
        S: a1 OK
        S* * ACL ${mailbox} ${identifier} lrs
        S: a2 OK
        """

    @R4314-4-i @needs-imap-RIGHTS @MUST
    Scenario Outline: With <right> alone MYRIGHTS is <done>
      Given bob has the rights lr, later <right> in the mailbox
      And an IMAP session authenticated
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C: a1 SETACL ${mailbox} ${quoted(bob.user)} <right>
        S: a1 OK
        C2: b1 MYRIGHTS ${quoted(shared)}
        S2: b1 <answer>
        """

      Examples:
        | right | done     | answer |
        | i     | answered | OK     |
        | w     | refused  | NO     |

  Rule: GETACL tells who has which rights

    @R4314-3.3-a @MUST
    Scenario: GETACL has the entry that SETACL made
      Given bob has the rights lr in the mailbox
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 GETACL ${mailbox}
        S* * ACL ${mailbox} ${identifier} lr
        S: a1 OK
        """

    @R4314-3.3-a @MUST
    Scenario: GETACL of no mailbox is refused
      Given an IMAP session authenticated
      When the client sends: a1 GETACL ${mailbox}-none
      Then the reply is a1 NO

    @R4314-4-h @MUST
    Scenario: Who may not administer reads no list
      Given bob has the rights lrs in the mailbox
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C2: b1 GETACL ${quoted(shared)}
        S2: b1 NO
        """

  Rule: SETACL gives rights, adds some, takes some away

    @R4314-3.1-a @MUST
    Scenario: Rights without a sign come in the place of others
      Given bob has the rights lrs, later lr in the mailbox
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SETACL ${mailbox} ${quoted(bob.user)} lr
        S: a1 OK
        C: a2 GETACL ${mailbox}
        S* * ACL ${mailbox} ${identifier} lr
        S: a2 OK
        """

    @R4314-3.1-b @MUST
    Scenario: Behind a plus are rights that he has besides
      Given bob has the rights lr, later lrs in the mailbox
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SETACL ${mailbox} ${quoted(bob.user)} +s
        S: a1 OK
        C: a2 GETACL ${mailbox}
        S* * ACL ${mailbox} ${identifier} lrs
        S: a2 OK
        """

    @R4314-3.1-c @MUST
    Scenario: Behind a minus are rights that he has no more
      Given bob has the rights lrs, later lr in the mailbox
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SETACL ${mailbox} ${quoted(bob.user)} -s
        S: a1 OK
        C: a2 GETACL ${mailbox}
        S* * ACL ${mailbox} ${identifier} lr
        S: a2 OK
        """

    @R4314-3.1-c @MUST
    Scenario: To take away what he has not changes nothing
      Given bob has the rights lr, later lrs in the mailbox
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SETACL ${mailbox} ${quoted(bob.user)} -s
        S: a1 OK
        C: a2 GETACL ${mailbox}
        S* * ACL ${mailbox} ${identifier} lr
        S: a2 OK
        """

    @R4314-3.1-1 @R4314-3.1-2 @needs-imap-RIGHTS @MUST
    Scenario Outline: <what> is no right
      Given bob has the rights lr in the mailbox
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SETACL ${mailbox} ${quoted(bob.user)} <rights>
        S: a1 BAD
        C: a2 GETACL ${mailbox}
        S* * ACL ${mailbox} ${identifier} lr
        S: a2 OK
        """

      Examples:
        | what                        | rights |
        | A capital letter            | lrS    |
        | A letter that nobody knows  | lrq    |
        | A sign among the letters    | lr+s   |
        | A letter that is to be lost | -q     |

    @R4314-2.1.1-1 @needs-imap-RIGHTS @MUST
    Scenario: d is e and t
      Given bob has the rights lr, later lret in the mailbox
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SETACL ${mailbox} ${quoted(bob.user)} +d
        S: a1 OK
        C: a2 SETACL ${mailbox} ${quoted(bob.user)} -x
        S: a2 OK
        C: a3 GETACL ${mailbox}
        S* * ACL ${mailbox} ${identifier} lret
        S: a3 OK
        """

    @R4314-2.1.1-1 @needs-imap-RIGHTS @MUST
    Scenario: Who loses d loses e and t
      Given bob has the rights lret, later lr in the mailbox
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SETACL ${mailbox} ${quoted(bob.user)} -d
        S: a1 OK
        C: a2 GETACL ${mailbox}
        S* * ACL ${mailbox} ${identifier} lr
        S: a2 OK
        """

    # Whether x comes with it or with d is the server's business (RFC 4314 §2.1.1).
    @R4314-2.1.1-4 @needs-imap-RIGHTS @MUST
    Scenario: c is k
      Given bob has the rights lr, later lrk in the mailbox
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SETACL ${mailbox} ${quoted(bob.user)} +c
        S: a1 OK
        C: a2 SETACL ${mailbox} ${quoted(bob.user)} -x
        S: a2 OK
        C: a3 GETACL ${mailbox}
        S* * ACL ${mailbox} ${identifier} lrk
        S: a3 OK
        """

    @R4314-4-h @MUST
    Scenario: Who may not administer gives himself nothing
      Given bob has the rights lrs in the mailbox
      And an IMAP session authenticated
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C2: b1 SETACL ${quoted(shared)} ${quoted(bob.user)} +i
        S2: b1 NO
        C: a1 GETACL ${mailbox}
        S* * ACL ${mailbox} ${identifier} lrs
        S: a1 OK
        """

  Rule: DELETEACL removes an entry

    @R4314-3.2-a @MUST
    Scenario: After DELETEACL GETACL does not have it
      Given bob has the rights lr in the mailbox
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 DELETEACL ${mailbox} ${quoted(bob.user)}
        S: a1 OK
        C: a2 GETACL ${mailbox}
        S! * ACL ${mailbox} ${identifier} ${*}
        S* * ACL ${mailbox} ${*}
        S: a2 OK
        """

    @R4314-4-h @MUST
    Scenario: Who may not administer deletes nothing from the list
      Given bob has the rights lr in the mailbox
      And an IMAP session authenticated
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C2: b1 DELETEACL ${quoted(shared)} ${quoted(bob.user)}
        S2: b1 NO
        C: a1 GETACL ${mailbox}
        S* * ACL ${mailbox} ${identifier} lr
        S: a1 OK
        """

    # A server need not have negative rights: NO is right for it.
    @R4314-2-b @MUST
    Scenario: Without the entry of bob his negative rights are still there
      Given bob has the rights lr, later w in the mailbox
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SETACL ${mailbox} ${quoted("-", bob.user)} w
        S? a1 NO
        S? a1 BAD
        S: a1 OK
        C: a2 DELETEACL ${mailbox} ${quoted(bob.user)}
        S: a2 OK
        C: a3 GETACL ${mailbox}
        S* * ACL ${mailbox} "-${identifier}" w
        S: a3 OK
        """

  Rule: LISTRIGHTS tells what can be given

    @R4314-3.4-a @R4314-3.4-2 @MUST
    Scenario: LISTRIGHTS names the mailbox and the identifier as they were given
      Given bob has the rights lr in the mailbox
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 LISTRIGHTS ${mailbox} ${quoted(bob.user)}
        S* * LISTRIGHTS ${mailbox} ${bob.user} ${*:string} ${*}
        S: a1 OK
        """

    @R4314-4-h @MUST
    Scenario: Who may not administer is not told what can be given
      Given bob has the rights lr in the mailbox
      And a second IMAP session authenticated as bob
      Then the dialogue is:
        """imap
        C2: b1 LISTRIGHTS ${quoted(shared)} ${quoted(bob.user)}
        S2: b1 NO
        """

  Rule: An identifier is somebody

    @R4314-3-2 @needs-imap-RIGHTS @MUST
    Scenario Outline: <command> for nobody is wrong
      Given an IMAP session authenticated
      When the client sends: a1 <command> ${mailbox} <identifier>
      Then the reply is a1 BAD

      Examples:
        | command    | identifier |
        | SETACL     | "" lr      |
        | DELETEACL  | ""         |
        | LISTRIGHTS | ""         |

    # U+0085 is a control (RFC 4013 §2.3). That a name is prepared at all is a SHOULD: who does not has no preparation that could fail.
    @R4314-3-1 @R4314-3-2 @needs-imap-RIGHTS @SHOULD
    Scenario Outline: <command> for a name that SASLprep forbids is wrong
      Given an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 <command> ${mailbox} {4}
        S? a1 BAD
        S: +
        C: a${xC285}b<rest>
        S: a1 BAD
        """

      Examples:
        | command    | rest     |
        | SETACL     | ${SP}lr  |
        | DELETEACL  |          |
        | LISTRIGHTS |          |

    @R4314-3-1 @needs-imap-RIGHTS @SHOULD
    Scenario: A soft hyphen in an identifier is nothing
      Given bob has the rights lr, later lrs in the mailbox
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 SETACL ${mailbox} {${size(bob.user) + 2}}
        S: +
        C: ${xC2AD}${bob.user} lrs
        S: a1 OK
        C: a2 GETACL ${mailbox}
        S* * ACL ${mailbox} ${identifier} lrs
        S: a2 OK
        """

  Rule: Who does not know a mailbox learns nothing of it

    # A server that says NOPERM of what there is not, too, gives nothing away.
    @R4314-6-1 @MUST
    Scenario Outline: <command> answers for a hidden mailbox as for none
      Given bob has the rights lr in the mailbox
      And an IMAP session authenticated as bob
      And a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C2: a1 DELETEACL ${mailbox} ${quoted(bob.user)}
        S2: a1 OK
        C: b1 <command> ${quoted(shared, "-none")}<rest>
        S? b1 NO [NOPERM]
        S: b1 NO
        C: b2 <command> ${quoted(shared)}<rest>
        S: b2 NO
        """
      And every line of the last reply is a status that does not say [NOPERM]

      Examples:
        | command    | rest                            |
        | GETACL     |                                 |
        | MYRIGHTS   |                                 |
        | SETACL     | ${SP}${quoted(bob.user)}${SP}lr |
        | DELETEACL  | ${SP}${quoted(bob.user)}        |
        | LISTRIGHTS | ${SP}${quoted(bob.user)}        |
