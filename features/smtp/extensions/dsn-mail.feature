@needs-smtp @needs-smtp-DSN
Feature: MAIL with RET and ENVID
  The sender of a message says how much of it comes back with a notification, and by which identifier it wants to know it
  (RFC 3461 §4.3, §4.4, §5.1). What becomes of these wishes is a matter of relaying.

  Rule: Valid RET and ENVID change nothing about MAIL

    @R3461-5.1-1 @R3461-5.1-2 @MUST
    Scenario Outline: MAIL with <parameters> is accepted
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> <parameters>
      Then the reply is 250

      Examples:
        | parameters             |
        | RET=FULL               |
        | RET=HDRS               |
        | ENVID=QQ314159         |
        | ENVID=a                |
        | ENVID=(comment)        |
        | ENVID=one;two,three    |
        | ENVID=+41+42+43        |
        | ENVID=two+20words      |
        | ENVID=a+2Bb+3Dc        |
        | RET=HDRS ENVID=QQ31415 |
        | ENVID=QQ31415 RET=FULL |

    @R3461-4.3-a @MUST
    Scenario Outline: RET <what> is understood
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> <parameter>
      Then the reply is 250

      Examples:
        | what                    | parameter |
        | with FULL in lower case | RET=full  |
        | with HDRS in mixed case | RET=Hdrs  |
        | itself in lower case    | ret=FULL  |

    @R3461-5.1-1 @MUST
    Scenario: The null reverse-path may have an envelope identifier
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<> ENVID=QQ314159
      Then the reply is 250

    @R3461-5.1-2 @MUST
    Scenario: Every character of xtext may stand in ENVID
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}> ENVID=!"#$%&'()*,-./0123456789:;<>?@
        S: 250
        C: RSET
        S: 250
        C: MAIL FROM:<${sender}> ENVID=ABCXYZ[\]^_`abcxyz{|}~
        S: 250
        """

  Rule: RET and ENVID that are not valid are answered 501

    @R3461-5.1-3 @MUST
    Scenario Outline: MAIL with <parameters> is refused
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> <parameters>
      Then the reply is 501

      Examples:
        | parameters        |
        | RET=BODY          |
        | RET=FULL,HDRS     |
        | RET=FULLY         |
        | RET=FULL RET=FULL |
        | RET=FULL RET=HDRS |
        | ENVID=a ENVID=a   |
        | ENVID=a ENVID=b   |
        | ENVID=a=b         |

    @R3461-4-b @MUST
    Scenario Outline: A plus sign <what> is not xtext
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> ENVID=<value>
      Then the reply is 501

      Examples:
        | what                        | value |
        | at the end                  | a+    |
        | before a single digit       | a+4   |
        | before a digit and a letter | a+4G  |
        | before letters              | a+zz  |
        | before another              | a++   |

    # Which of the two codes fits a missing value is open: bad syntax, or no such parameter.
    @R3461-5.1-3 @MUST
    Scenario Outline: <what> is refused
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> <parameter>
      Then the reply is 501/555

      Examples:
        | what                    | parameter |
        | RET without a value     | RET       |
        | RET with an empty value | RET=      |
        | ENVID without a value   | ENVID     |

    # It would come back as a line of its own in the header of a notification.
    @M-robust-xtext-control @SHOULD
    Scenario Outline: ENVID with <what> inside is refused
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> ENVID=a<value>b
      Then the reply is 5xx

      Examples:
        | what           | value  |
        | a line break   | +0D+0A |
        | a NUL          | +00    |
        | an 8-bit octet | +E9    |

  Rule: Each parameter belongs to one command

    @R3461-4-a @SHOULD
    Scenario Outline: <parameter> does not belong to MAIL
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> <parameter>
      Then the reply is 501/555

      Examples:
        | parameter             |
        | NOTIFY=NEVER          |
        | ORCPT=rfc822;${alice} |

  Rule: Long values are accepted

    @R3461-5.4-1 @MUST
    Scenario: ENVID may have 100 characters
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> ENVID=${100 * "e"}
      Then the reply is 250

    @R3461-5.4-4 @MUST @needs-smtp-SIZE @needs-smtp-8BITMIME
    Scenario: MAIL takes the parameters of every extension at once
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> RET=HDRS ENVID=${100 * "e"} BODY=8BITMIME SIZE=00000000000000001000
      Then the reply is 250
