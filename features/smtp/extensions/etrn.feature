@needs-smtp @needs-smtp-ETRN
Feature: ETRN asks for what waits
  A host that is seldom there asks another to try now what waits for it (RFC 1985). The answer says what has begun, or why nothing has; the messages
  come over another connection.

  Rule: The keyword stands alone

    @R1985-2-a @MUST
    Scenario: ETRN has no parameters in the EHLO reply
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* ETRN
        """

  Rule: The reply says what has begun, or why nothing has

    # A server that wants a login first says so as it does of any command (RFC 4954 §6).
    @R1985-5.1-8 @SHOULD
    Scenario Outline: ETRN for <what> has a reply of its own, and the session goes on
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: ETRN <node>
        S: 250/251/252/253/458/459/530
        C: ${alive}
        """

      Examples:
        | what                    | node        |
        | a domain elsewhere      | example.org |
        | the server's own domain | ${domain}   |

    @R1985-5-b @MUST
    Scenario Outline: ETRN is in order <when>
      Given an SMTP session <state>
      Then the dialogue is:
        """smtp
        C: ETRN ${domain}
        S: 2xx/4xx/530/55x
        C: ${alive}
        """

      Examples:
        | when             | state           |
        | behind EHLO      | after EHLO      |
        | behind a message | after a message |

    @R1985-5-b @MUST
    Scenario: ETRN is in order when a transaction was given up
      Given an SMTP session after RCPT
      Then the dialogue is:
        """smtp
        C: RSET
        S: 250
        C: ETRN ${domain}
        S: 2xx/4xx/530/55x
        """

  Rule: There is no ETRN within a transaction

    @R1985-5-a @MUST
    Scenario Outline: ETRN is refused <when>
      Given an SMTP session <state>
      When the client sends: ETRN ${domain}
      Then the reply is 4xx/5xx

      Examples:
        | when        | state      |
        | behind MAIL | after MAIL |
        | behind RCPT | after RCPT |

  Rule: What is no request is a syntax error

    @R1985-5.1-9 @SHOULD
    Scenario Outline: ETRN with <what> is refused with 500 or 501
      Given an SMTP session after EHLO
      When the client sends: <line>
      Then the reply is 500/501/530

      Examples:
        | what        | line                     |
        | nothing     | ETRN                     |
        | two domains | ETRN ${domain} ${domain} |
