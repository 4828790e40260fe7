@needs-smtp @needs-smtp-DSN
Feature: RCPT with NOTIFY and ORCPT
  The sender of a message says for each recipient when it wants to be notified, and under which address (RFC 3461 §4.1, §4.2, §5.1).

  Rule: Valid NOTIFY and ORCPT change nothing about RCPT

    @R3461-5.1-4 @R3461-5.1-5 @MUST
    Scenario Outline: RCPT with <parameters> is accepted
      Given an SMTP session after MAIL
      When the client sends: RCPT TO:<${alice}> <parameters>
      Then the reply is 250/251

      Examples:
        | parameters                                   |
        | NOTIFY=NEVER                                 |
        | NOTIFY=SUCCESS                               |
        | NOTIFY=FAILURE                               |
        | NOTIFY=DELAY                                 |
        | NOTIFY=SUCCESS,FAILURE                       |
        | NOTIFY=DELAY,FAILURE,SUCCESS                 |
        | ORCPT=rfc822;${alice}                        |
        | ORCPT=rfc822;someone+2Belse@elsewhere.test   |
        | ORCPT=x400;/G+3Da/S+3Db/                     |
        | NOTIFY=NEVER ORCPT=rfc822;${alice}           |
        | ORCPT=rfc822;${alice} NOTIFY=SUCCESS,FAILURE |

    @R3461-4.1-a @MUST
    Scenario Outline: <parameter> is understood
      Given an SMTP session after MAIL
      When the client sends: RCPT TO:<${alice}> <parameter>
      Then the reply is 250/251

      Examples:
        | parameter              |
        | NOTIFY=never           |
        | NOTIFY=Success,failure |
        | notify=DELAY           |
        | orcpt=RFC822;${alice}  |

    @R3461-5.1-4 @MUST @needs-unknown
    Scenario: An unknown recipient is refused with NOTIFY as it is without
      Given an SMTP session after MAIL
      Then the dialogue is:
        """smtp
        C: RCPT TO:<${unknown}>
        S? 2xx/4xx
        S: 5xx
        C: RCPT TO:<${unknown}> NOTIFY=NEVER
        S: 52x/53x/550/551/552/553/554/556
        """

    @R3461-5.1-4 @MUST

    Scenario: A message with all four parameters arrives
      Given any message letter
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}> RET=HDRS ENVID=${id}
        S: 250
        C: RCPT TO:<${alice}> NOTIFY=NEVER ORCPT=rfc822;${alice}
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}.${CRLF}
        S: 250
        """
      Then alice receives the message letter

  Rule: NOTIFY and ORCPT that are not valid are answered 501

    @R3461-5.1-6 @SHOULD
    Scenario Outline: RCPT with <parameters> is refused
      Given an SMTP session after MAIL
      When the client sends: RCPT TO:<${alice}> <parameters>
      Then the reply is 501

      Examples:
        | parameters                                  |
        | NOTIFY=ALWAYS                               |
        | NOTIFY=NEVER,SUCCESS                        |
        | NOTIFY=SUCCESS,NEVER                        |
        | NOTIFY=SUCCESS;FAILURE                      |
        | NOTIFY=NEVER NOTIFY=NEVER                   |
        | NOTIFY=SUCCESS NOTIFY=DELAY                 |
        | ORCPT=rfc822;a@b.test ORCPT=rfc822;a@b.test |

    @R3461-5.1-6 @SHOULD
    Scenario Outline: ORCPT with <what> is refused
      Given an SMTP session after MAIL
      When the client sends: RCPT TO:<${alice}> ORCPT=<value>
      Then the reply is 501

      Examples:
        | what                    | value             |
        | no address type         | a@b.test          |
        | an empty address type   | ;a@b.test         |
        | an equals sign inside   | rfc822;a=b@c.test |
        | a plus sign not encoded | rfc822;a+z@c.test |

    @R3461-5.1-6 @SHOULD
    Scenario Outline: <what> is refused
      Given an SMTP session after MAIL
      When the client sends: RCPT TO:<${alice}> <parameter>
      Then the reply is 501/555

      Examples:
        | what                       | parameter |
        | NOTIFY without a value     | NOTIFY    |
        | NOTIFY with an empty value | NOTIFY=   |
        | ORCPT without a value      | ORCPT     |
        | ORCPT with an empty value  | ORCPT=    |

    @M-robust-xtext-control @SHOULD
    Scenario Outline: ORCPT with <what> inside is refused
      Given an SMTP session after MAIL
      When the client sends: RCPT TO:<${alice}> ORCPT=rfc822;a<value>b
      Then the reply is 5xx

      Examples:
        | what         | value  |
        | a line break | +0D+0A |
        | a NUL        | +00    |

  Rule: Each parameter belongs to one command

    @R3461-4-a @SHOULD
    Scenario Outline: <parameter> does not belong to RCPT
      Given an SMTP session after MAIL
      When the client sends: RCPT TO:<${alice}> <parameter>
      Then the reply is 501/555

      Examples:
        | parameter      |
        | RET=FULL       |
        | ENVID=QQ314159 |

  Rule: Long values are accepted

    @R3461-5.4-1 @MUST
    Scenario: NOTIFY may have 28 characters
      Given an SMTP session after MAIL
      When the client sends: RCPT TO:<${alice}> NOTIFY=SUCCESS,FAILURE,DELAY
      Then the reply is 250/251

    @R3461-5.4-1 @MUST
    Scenario: ORCPT may have 500 characters
      Given an SMTP session after MAIL
      When the client sends: RCPT TO:<${alice}> ORCPT=rfc822;${487 * "o"}
      Then the reply is 250/251

    # The longest line of RCPT that the grammar allows: a path of 256, NOTIFY of 28 and ORCPT of 500 characters.
    @R3461-5.4-3 @MUST
    Scenario: The longest RCPT is no syntax error
      Given an SMTP session after MAIL
      Then the dialogue is:
        """smtp
        C: RCPT TO:<${64 * "l"}@${3 * "${60 * "d"}."}elsewh> NOTIFY=SUCCESS,FAILURE,DELAY ORCPT=rfc822;${487 * "o"}
        S: 2xx/4xx/550/551/552/553/554/556
        """
