@needs-smtp
Feature: How commands are written
  Verbs in any case, white space at the end, arguments only where there are any (RFC 5321 §2.4, §4.1.1, §4.3.2, §4.5.1).

  Rule: The required commands are there

    @R5321-4.5.1-2 @MUST
    Scenario Outline: <verb> is a command that the server knows
      Given an SMTP session <state>
      When the client sends: <command>
      Then the reply is 2xx/3xx/4xx/501/503/504/53x/55x

      Examples:
        | verb | state      | command               |
        | MAIL | after EHLO | MAIL FROM:<${sender}> |
        | RCPT | after MAIL | RCPT TO:<${alice}>    |
        | DATA | after RCPT | DATA                  |
        | RSET | after EHLO | RSET                  |
        | NOOP | after EHLO | NOOP                  |
        | EHLO | greeted    | EHLO ${helo}          |
        | HELO | greeted    | HELO ${helo}          |
        | QUIT | after EHLO | QUIT                  |
        | VRFY | after EHLO | VRFY ${alice}         |

  Rule: Verbs and keywords mean the same in any case

    @R5321-2.4-a @MUST
    Scenario Outline: <verb> in <case> is understood
      Given an SMTP session <state>
      When the client sends: <command>
      Then the reply is <reply>

      Examples:
        | verb            | case       | state      | command               | reply   |
        | EHLO            | lower case | greeted    | ehlo ${helo}          | 250     |
        | EHLO            | mixed case | greeted    | EhLo ${helo}          | 250     |
        | HELO            | lower case | greeted    | helo ${helo}          | 250     |
        | HELO            | mixed case | greeted    | hElO ${helo}          | 250     |
        | MAIL FROM       | lower case | after EHLO | mail from:<${sender}> | 250     |
        | MAIL FROM       | mixed case | after EHLO | Mail From:<${sender}> | 250     |
        | RCPT TO         | lower case | after MAIL | rcpt to:<${alice}>    | 250/251 |
        | RCPT TO         | mixed case | after MAIL | Rcpt To:<${alice}>    | 250/251 |
        | FROM after MAIL | lower case | after EHLO | MAIL from:<${sender}> | 250     |
        | TO after RCPT   | lower case | after MAIL | RCPT to:<${alice}>    | 250/251 |
        | Null MAIL       | mixed case | after EHLO | mAiL fRoM:<>          | 250     |
        | DATA            | lower case | after RCPT | data                  | 354     |
        | DATA            | mixed case | after RCPT | DaTa                  | 354     |
        | RSET            | lower case | after RCPT | rset                  | 250     |
        | RSET            | mixed case | after RCPT | rSeT                  | 250     |
        | NOOP            | lower case | after EHLO | noop                  | 250     |
        | NOOP            | mixed case | after EHLO | NoOp                  | 250     |
        | QUIT            | lower case | after EHLO | quit                  | 221     |
        | QUIT            | mixed case | after EHLO | Quit                  | 221     |

  Rule: White space at the end of a command is tolerated

    @R5321-4.1.1-1 @SHOULD
    Scenario Outline: <verb> with <what> at its end is understood
      Given an SMTP session <state>
      When the client sends: <command>
      Then the reply is <reply>

      Examples:
        | verb | what       | state      | command                         | reply   |
        | MAIL | a tab      | after EHLO | MAIL FROM:<${sender}>${TAB}     | 250     |
        | RCPT | a tab      | after MAIL | RCPT TO:<${alice}>${TAB}        | 250/251 |
        | EHLO | a space    | greeted    | EHLO ${helo}${SP}               | 250     |
        | HELO | a space    | greeted    | HELO ${helo}${SP}               | 250     |
        | MAIL | a space    | after EHLO | MAIL FROM:<${sender}>${SP}      | 250     |
        | MAIL | two spaces | after EHLO | MAIL FROM:<${sender}>${SP}${SP} | 250     |
        | RCPT | a space    | after MAIL | RCPT TO:<${alice}>${SP}         | 250/251 |
        | RSET | a space    | after RCPT | RSET${SP}                       | 250     |
        | NOOP | a space    | after EHLO | NOOP${SP}                       | 250     |
        | DATA | a space    | after RCPT | DATA${SP}                       | 354     |
        | QUIT | a space    | after EHLO | QUIT${SP}                       | 221     |
