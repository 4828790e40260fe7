@needs-smtp
Feature: Reverse-paths
  What may stand in MAIL FROM: and what may not (RFC 5321 §3.3, §4.1.2, §4.1.3).

  Rule: What the grammar allows is no syntax error

    # Policy may refuse a sender, with a code for mailboxes or for policy; what must not come is a syntax error.
    @R5321-4.1.2-a @MUST
    Scenario Outline: A reverse-path with <form> is no syntax error
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<path>
      Then the reply is 250/4xx/52x/53x/550/551/552/553/554

      Examples:
        | form                               | path                               |
        | dots in the local part             | <a.b.c@${domain}>                  |
        | a local part of one character      | <a@${domain}>                      |
        | digits only                        | <123456@${domain}>                 |
        | a plus sign                        | <user+tag@${domain}>               |
        | every special character of an atom | <a!#$%&'*+-/=?^_`{\|}~z@${domain}> |
        | a hyphen first                     | <-user@${domain}>                  |
        | a domain that begins with digits   | <user@3com.example.test>           |
        | a domain of one label              | <user@localhost>                   |
        | a domain in upper case             | <user@EXAMPLE.TEST>                |
        | a quoted local part                | <"user"@${domain}>                 |
        | an at sign in quotes               | <"a@user"@${domain}>               |
        | brackets in quotes                 | <"a<user>"@${domain}>              |
        | a quoted quotation mark            | <"a\\"user"@${domain}>             |
        | a quoted backslash                 | <"a\\\\user"@${domain}>            |
        | two dots in quotes                 | <"a..user"@${domain}>              |
        | an empty quoted string             | <""@${domain}>                     |
        | a space in quotes                  | <"a user"@${domain}>               |

    @R5321-4.1.3-a @SHOULD
    Scenario Outline: A reverse-path with <form> in place of a domain is no syntax error
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<path>
      Then the reply is 250/4xx/52x/53x/550/551/552/553/554

      Examples:
        | form                 | path                               |
        | an IPv4 literal      | <user@[192.0.2.1]>                 |
        | a full IPv6 literal  | <user@[IPv6:2001:db8:0:0:0:0:0:1]> |
        | a short IPv6 literal | <user@[IPv6:2001:db8::1]>          |

    @R5321-4.1.2-1 @MUST
    Scenario: A reverse-path with a source route is no syntax error
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<@one.example.test,@two.example.test:${sender}>
      Then the reply is 250/4xx/52x/53x/550/551/552/553/554

  Rule: What the grammar does not allow is refused

    @R5321-3.3-a @SHOULD
    Scenario Outline: MAIL with <fault> is refused
      Given an SMTP session after EHLO
      When the client sends: <command>
      Then the reply is 4xx/5xx

      Examples:
        | fault                    | command                |
        | a space before the colon | MAIL FROM :<${sender}> |
        | a space after the colon  | MAIL FROM: <${sender}> |

    @R5321-4.1.1.2-b @SHOULD
    Scenario Outline: A MAIL command with <fault> is refused
      Given an SMTP session after EHLO
      When the client sends: <command>
      Then the reply is 4xx/5xx

      Examples:
        | fault                             | command                                      |
        | no argument                       | MAIL                                         |
        | no FROM                           | MAIL <${sender}>                             |
        | TO in place of FROM               | MAIL TO:<${sender}>                          |
        | no colon                          | MAIL FROM<${sender}>                         |
        | no path                           | MAIL FROM:                                   |
        | no closing bracket                | MAIL FROM:<${sender}                         |
        | no opening bracket                | MAIL FROM:${sender}>                         |
        | brackets twice                    | MAIL FROM:<<${sender}>>                      |
        | a name before the path            | MAIL FROM:Sender <${sender}>                 |
        | a space inside the brackets       | MAIL FROM:< ${sender}>                       |
        | no local part                     | MAIL FROM:<@${domain}>                       |
        | no domain behind the at sign      | MAIL FROM:<user@>                            |
        | no at sign                        | MAIL FROM:<user>                             |
        | two at signs                      | MAIL FROM:<user@name@${domain}>              |
        | a dot first                       | MAIL FROM:<.user@${domain}>                  |
        | a dot before the at sign          | MAIL FROM:<user.@${domain}>                  |
        | two dots together                 | MAIL FROM:<us..er@${domain}>                 |
        | a space in the local part         | MAIL FROM:<us er@${domain}>                  |
        | a quotation mark in an atom       | MAIL FROM:<us"er@${domain}>                  |
        | a quoted string that does not end | MAIL FROM:<"user@${domain}>                  |
        | text after a quoted string        | MAIL FROM:<"us"er@${domain}>                 |
        | two dots in the domain            | MAIL FROM:<user@example..test>               |
        | a dot first in the domain         | MAIL FROM:<user@.example.test>               |
        | a hyphen first in the domain      | MAIL FROM:<user@-example.test>               |
        | a hyphen last in the domain       | MAIL FROM:<user@example-.test>               |
        | a route without a mailbox         | MAIL FROM:<@one.example.test:>               |
        | a route without a colon           | MAIL FROM:<@one.example.test user@${domain}> |
        | no brackets                       | MAIL FROM:${sender}                          |
        | text right behind the path        | MAIL FROM:<${sender}>text                    |
        | two paths                         | MAIL FROM:<${sender}>,<${sender}>            |

    @R5321-4.1.3-b @SHOULD
    Scenario Outline: A reverse-path with <fault> is refused
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<path>
      Then the reply is 4xx/5xx

      Examples:
        | fault                             | path                            |
        | a literal of three numbers        | <user@[192.0.2]>                |
        | a literal of five numbers         | <user@[192.0.2.1.1]>            |
        | a number above 255 in the literal | <user@[192.0.2.256]>            |
        | a literal that does not end       | <user@[192.0.2.1>               |
        | an empty literal                  | <user@[]>                       |
        | an IPv6 literal without its tag   | <user@[::1]>                    |
        | two gaps in an IPv6 literal       | <user@[IPv6:2001::db8::1]>      |
        | nine groups in an IPv6 literal    | <user@[IPv6:1:2:3:4:5:6:7:8:9]> |
        | a letter out of range in IPv6     | <user@[IPv6:2001:dbg::1]>       |

  Rule: Characters that the syntax does not allow are refused

    # “for which there are no other reasons for rejection” (§4.1.2): other reasons, also for now, come with other codes.
    @R5321-4.1.2-9 @MUST
    Scenario Outline: A reverse-path with <character> is refused
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<path>
      Then the reply is 4xx/500/501/52x/53x/55x

      Examples:
        | character                             | path                      |
        | an underscore in the domain           | <user@under_score.test>   |
        | an exclamation mark in the domain     | <user@exclamation!.test>  |
        | a control character in the local part | <us${x07}er@${domain}>    |
        | a control character in quotes         | <"us${x07}er"@${domain}>  |
        | a control character in the domain     | <user@ex${x07}ample.test> |
        | DEL in the local part                 | <us${x7F}er@${domain}>    |

    @R5321-F.3-3 @R5321-4.1.2-9 @MUST
    Scenario: A host number behind a # is refused
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<user@#16909060>
      Then the reply is 4xx/500/501/52x/53x/55x

    @R5321-2.4-9 @SHOULD @hostile
    Scenario Outline: A reverse-path with an octet outside ASCII in the <place> is refused
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<path>
      Then the reply is 4xx/5xx

      Examples:
        | place      | path                       |
        | local part | <us${xC3A9}r@${domain}>    |
        | domain     | <user@ex${xC3A4}mple.test> |
