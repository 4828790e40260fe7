@needs-smtp @needs-smtp-ENHANCEDSTATUSCODES
Feature: Enhanced status codes
  The text of a reply begins with a code of three numbers that tells more than the reply code can (RFC 2034, RFC 3463).

  Rule: The keyword stands alone

    @R2034-3-a @MUST
    Scenario: ENHANCEDSTATUSCODES has no parameter
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* ENHANCEDSTATUSCODES
        """

  Rule: Positive replies begin with class 2

    @R2034-4-1 @R2034-4-3 @R2034-3-b @MUST
    Scenario Outline: <command> <state> is answered with a code of class 2
      Given an SMTP session <state>
      When the client sends: <command>
      Then the reply is 2xx 2.${*:number}.${*:number}${SP}

      Examples:
        | state           | command               |
        | after EHLO      | NOOP                  |
        | after EHLO      | RSET                  |
        | after EHLO      | MAIL FROM:<${sender}> |
        | after MAIL      | RCPT TO:<${alice}>    |
        | after RCPT      | RSET                  |
        | after EHLO      | QUIT                  |
        | after a message | MAIL FROM:<${sender}> |

    @R2034-4-1 @R2034-4-3 @MUST
    Scenario: The end of the data is answered with a code of class 2
      Given an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C: From: <${sender}>
        C: Subject: class 2 ${id}
        C:
        C: text
        C: .
        S: 250 2.${*:number}.${*:number}${SP}
        """

    @R2034-4-2 @MUST
    Scenario: VRFY is answered with a code of the reply's class
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: VRFY ${alice}
        S? 4xx 4.${*:number}.${*:number}${SP}
        S? 5xx 5.${*:number}.${*:number}${SP}
        S: 25x 2.${*:number}.${*:number}${SP}
        """

    @R2034-4-5 @MUST
    Scenario Outline: After HELO <command> is answered with a code too
      Given an SMTP session after HELO
      When the client sends: <command>
      Then the reply is 250 2.${*:number}.${*:number}${SP}

      Examples:
        | command               |
        | NOOP                  |
        | MAIL FROM:<${sender}> |

  Rule: Refusals begin with class 5

    # DATA may be let through to its end (RFC 5321 §3.3), and a second MAIL may begin anew.
    @R2034-4-1 @R2034-4-3 @MUST
    Scenario Outline: <command> <state> is refused with a code of class 5
      Given an SMTP session <state>
      When the client sends: <command>
      Then the dialogue is:
        """smtp
        S? 250/354
        S: 5xx 5.${*:number}.${*:number}${SP}
        """

      Examples:
        | state      | command                           |
        | after EHLO | DATA                              |
        | after EHLO | MAIL                              |
        | after MAIL | RCPT TO:                          |
        | after EHLO | XMAILSPEC                         |
        | after EHLO | RCPT TO:<${alice}>                |
        | after MAIL | MAIL FROM:<${sender}>             |
        | after EHLO | MAIL FROM:<${sender}> XMAILSPEC=1 |

    @R2034-4-3 @MUST @needs-unknown
    Scenario: An unknown recipient is refused with a code of class 5
      Given an SMTP session after MAIL
      Then the dialogue is:
        """smtp
        C: RCPT TO:<${unknown}>
        S? 2xx/4xx
        S: 5xx 5.${*:number}.${*:number}${SP}
        """

    @R3463-3.2-a @SHOULD @needs-unknown
    Scenario: That code speaks of the address, the mailbox or policy
      Given an SMTP session after MAIL
      Then the dialogue is:
        """smtp
        C: RCPT TO:<${unknown}>
        S? 2xx/4xx
        S? 5xx 5.1.
        S? 5xx 5.2.
        S: 5xx 5.7.
        """

    # Whether the sender should try again is the server's own affair.
    @R3463-3.3-a @SHOULD @profile-small-quota
    Scenario: The code for a full mailbox says so
      Given any message filling of 19000 octets
      And any message letter of 3000 octets
      And alice's inbox holds:
        | message |
        | filling |
      And an SMTP session after MAIL
      Then the dialogue is:
        """smtp
        C: RCPT TO:<${alice}>
        S? 4xx 4.2.2${SP}
        S? 5xx 5.2.2${SP}
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S? 250
        S? 4xx 4.2.2${SP}
        S: 5xx 5.2.2${SP}
        """

    @R3463-3.6-a @SHOULD
    Scenario Outline: The code for <what> speaks of the protocol
      Given an SMTP session after EHLO
      When the client sends: <command>
      Then the reply is 5xx 5.5.

      Examples:
        | what                   | command            |
        | an unsupported command | XMAILSPEC          |
        | a command out of order | RCPT TO:<${alice}> |

  Rule: A status code has one form

    @R3463-2-a @MUST
    Scenario: Subject and detail have three digits at most
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}>
        S: 250 2.${subject:number <= 999}.${detail:number <= 999}${SP}
        C: RSET
        S: 250 2.${subject2:number <= 999}.${detail2:number <= 999}${SP}
        """

    @R3463-2-1 @MUST
    Scenario Outline: No number in the reply to <command> begins with a zero
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: <command>
        S: xxx
        S! ${*:number}.0${*:number}.${*}
        S! ${*:number}.${*:number}.0${*:number}${*}
        """

      Examples:
        | command               |
        | MAIL FROM:<${sender}> |
        | RSET                  |
        | XMAILSPEC             |

    @R2034-4-4 @MUST
    Scenario Outline: Every line of the reply to <command> begins with the same code
      Given an SMTP session after EHLO
      When the client sends: <command>
      Then the reply is xxx
      And every line of the last reply is begun with the same status code

      Examples:
        | command               |
        | HELP                  |
        | MAIL FROM:<${sender}> |
        | XMAILSPEC             |
