@needs-smtp
Feature: Forward-paths
  What may stand in RCPT TO: and what may not (RFC 5321 §3.3, §4.1.2, §4.1.3).

  Rule: What the grammar allows is no syntax error

    # The mailbox does not exist and may be refused for that; what must not come is a syntax error.
    @R5321-4.1.2-a @MUST
    Scenario Outline: A forward-path with <form> is no syntax error
      Given an SMTP session after MAIL
      When the client sends: RCPT TO:<path>
      Then the reply is 250/251/4xx/52x/53x/550/551/552/553/554/556

      Examples:
        | form                               | path                               |
        | dots in the local part             | <no.such.user@${domain}>           |
        | a plus sign                        | <nosuchuser+tag@${domain}>         |
        | every special character of an atom | <a!#$%&'*+-/=?^_`{\|}~z@${domain}> |
        | a quoted local part                | <"no such user"@${domain}>         |
        | an at sign in quotes               | <"no@such"@${domain}>              |
        | brackets in quotes                 | <"no<such>user"@${domain}>         |
        | a quoted quotation mark            | <"no\\"such"@${domain}>            |
        | a quoted backslash                 | <"no\\\\such"@${domain}>           |
        | an empty quoted string             | <""@${domain}>                     |

    @R5321-4.1.3-a @SHOULD
    Scenario Outline: A forward-path with <form> in place of a domain is no syntax error
      Given an SMTP session after MAIL
      When the client sends: RCPT TO:<path>
      Then the reply is 250/251/4xx/52x/53x/550/551/552/553/554/556

      Examples:
        | form                 | path                     |
        | an IPv4 literal      | <nosuchuser@[127.0.0.1]> |
        | a short IPv6 literal | <nosuchuser@[IPv6:::1]>  |

  Rule: Every quoted form names the same mailbox

    @R5321-4.1.2-5 @MUST
    Scenario Outline: A mailbox is found by its name <form>
      Given any message hello
      And an SMTP session after MAIL
      When the client sends: RCPT TO:<path>
      Then the reply is 250/251
      And the dialogue is:
        """smtp
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And alice receives the message hello

      Examples:
        | form                      | path                                 |
        | with a needless backslash | <"\\${alice.local}"@${alice.domain}> |
        | in quotes                 | <"${alice.local}"@${alice.domain}>   |

  Rule: What the grammar does not allow is refused

    @R5321-3.3-a @SHOULD
    Scenario Outline: RCPT with <fault> is refused
      Given an SMTP session after MAIL
      When the client sends: <command>
      Then the reply is 4xx/5xx

      Examples:
        | fault                    | command             |
        | a space before the colon | RCPT TO :<${alice}> |
        | a space after the colon  | RCPT TO: <${alice}> |

    @R5321-4.1.1.3-b @SHOULD
    Scenario Outline: A RCPT command with <fault> is refused
      Given an SMTP session after MAIL
      When the client sends: <command>
      Then the reply is 4xx/5xx

      Examples:
        | fault                        | command                                   |
        | no argument                  | RCPT                                      |
        | no TO                        | RCPT <${alice}>                           |
        | FROM in place of TO          | RCPT FROM:<${alice}>                      |
        | no colon                     | RCPT TO<${alice}>                         |
        | no path                      | RCPT TO:                                  |
        | no closing bracket           | RCPT TO:<${alice}                         |
        | no opening bracket           | RCPT TO:${alice}>                         |
        | brackets twice               | RCPT TO:<<${alice}>>                      |
        | a name before the path       | RCPT TO:Alice <${alice}>                  |
        | two mailboxes in one path    | RCPT TO:<${alice},${bob}>                 |
        | a space inside the brackets  | RCPT TO:< ${alice}>                       |
        | a space before the bracket   | RCPT TO:<${alice} >                       |
        | no domain                    | RCPT TO:<${alice.local}>                  |
        | no domain behind the at sign | RCPT TO:<${alice.local}@>                 |
        | no local part                | RCPT TO:<@${alice.domain}>                |
        | a dot first                  | RCPT TO:<.${alice}>                       |
        | a dot before the at sign     | RCPT TO:<${alice.local}.@${alice.domain}> |
        | no brackets                  | RCPT TO:${alice}                          |
        | text right behind the path   | RCPT TO:<${alice}>text                    |
        | two paths                    | RCPT TO:<${alice}>,<${bob}>               |

    @R5321-4.1.3-b @SHOULD
    Scenario Outline: A forward-path with <fault> is refused
      Given an SMTP session after MAIL
      When the client sends: RCPT TO:<path>
      Then the reply is 4xx/5xx

      Examples:
        | fault                             | path                 |
        | a number above 255 in the literal | <user@[127.0.0.256]> |
        | a literal that does not end       | <user@[127.0.0.1>    |
        | an IPv6 literal without its tag   | <user@[::1]>         |

    # “for which there are no other reasons for rejection” (§4.1.2): other reasons, also for now, come with other codes.
    @R5321-4.1.2-9 @MUST @hostile
    Scenario Outline: A forward-path with <character> is refused
      Given an SMTP session after MAIL
      When the client sends: RCPT TO:<path>
      Then the reply is 4xx/500/501/52x/53x/55x

      Examples:
        | character                     | path                                     |
        | a control character           | <${alice.local}${x07}@${alice.domain}>   |
        | a control character in quotes | <"${alice.local}${x07}"@${alice.domain}> |
        | DEL                           | <${alice.local}${x7F}@${alice.domain}>   |

    @R5321-2.4-9 @SHOULD @hostile
    Scenario: A forward-path with an octet outside ASCII is refused
      Given an SMTP session after MAIL
      When the client sends: RCPT TO:<${alice.local}${xC3A9}@${alice.domain}>
      Then the reply is 4xx/5xx
