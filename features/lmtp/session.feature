@needs-lmtp
Feature: LMTP sessions
  LMTP is SMTP between the parts of one mail system: it opens with LHLO, so that neither side takes the other for SMTP (RFC 2033 §4).

  Rule: LHLO opens the session

    @R2033-4-a @MUST
    Scenario: The server speaks first
      Given an LMTP session not greeted
      Then the dialogue is:
        """lmtp
        S: 220
        """

    @R2033-4.1-a @R5321-4.1.1.1-c @SHOULD
    Scenario: LHLO is answered 250 with the name of the server
      Given an LMTP session greeted
      Then the dialogue is:
        """lmtp
        C: LHLO ${helo}
        S? 250 [IPv6:
        S: 250 ${*:atom}.
        """

    @R2033-4.1-a @MUST
    Scenario Outline: LHLO with <argument> is no syntax error
      Given an LMTP session greeted
      When the client sends: LHLO <name>
      Then the reply is 250/4xx/504/52x/53x/55x

      Examples:
        | argument           | name                |
        | a name with dots   | mail.elsewhere.test |
        | an address literal | [127.0.0.1]         |

    @R5321-4.1.1.1-b @SHOULD
    Scenario: LHLO without an argument is refused
      Given an LMTP session greeted
      When the client sends: LHLO
      Then the reply is 5xx

    @R2033-4.1-a @MUST
    Scenario: LHLO in lower case is understood
      Given an LMTP session greeted
      When the client sends: lhlo ${helo}
      Then the reply is 250

    @R2033-4.1-a @MUST
    Scenario: LHLO in the middle of a transaction discards it
      Given an LMTP session after RCPT
      Then the dialogue is:
        """lmtp
        C: LHLO ${helo}
        S: 250
        C: DATA
        S: 5xx
        """

  Rule: HELO and EHLO are not LMTP's

    @R2033-4.1-1 @MUST
    Scenario Outline: <verb> <state> is not answered with success
      Given an LMTP session <state>
      When the client sends: <verb> ${helo}
      Then the reply is 4xx/5xx

      Examples:
        | verb | state      |
        | HELO | greeted    |
        | EHLO | greeted    |
        | HELO | after LHLO |
        | EHLO | after LHLO |

    @R2033-4.1-b @SHOULD
    Scenario Outline: <verb> is answered 500
      Given an LMTP session greeted
      When the client sends: <verb> ${helo}
      Then the reply is 500

      Examples:
        | verb |
        | HELO |
        | EHLO |

    @R2033-4.1-1 @MUST
    Scenario: After a refused EHLO the session can still be opened
      Given an LMTP session greeted
      Then the dialogue is:
        """lmtp
        C: EHLO ${helo}
        S: 4xx/5xx
        C: LHLO ${helo}
        S: 250
        """

  Rule: Some extensions are always there

    @R2033-5-2 @MUST
    Scenario Outline: <keyword> is announced
      Given an LMTP session greeted
      Then the dialogue is:
        """lmtp
        C: LHLO ${helo}
        S: 250
        S* <keyword>
        """

      Examples:
        | keyword             |
        | ENHANCEDSTATUSCODES |
        | PIPELINING          |

    @R2033-5-3 @SHOULD
    Scenario: 8BITMIME is announced
      Given an LMTP session greeted
      Then the dialogue is:
        """lmtp
        C: LHLO ${helo}
        S: 250
        S* 8BITMIME
        """

  Rule: What LMTP does not change is as in SMTP

    @R2033-4-a @MUST
    Scenario Outline: <command> <state> is answered <reply>
      Given an LMTP session <state>
      When the client sends: <command>
      Then the reply is <reply>

      Examples:
        | state      | command               | reply   |
        | after LHLO | NOOP                  | 250     |
        | after LHLO | RSET                  | 250     |
        | after RCPT | RSET                  | 250     |
        | after LHLO | MAIL FROM:<${sender}> | 250     |
        | after LHLO | MAIL FROM:<>          | 250     |
        | after MAIL | RCPT TO:<${alice}>    | 250/251 |
        | after RCPT | RCPT TO:<${bob}>      | 250/251 |
        | after RCPT | DATA                  | 354     |
        | after LHLO | QUIT                  | 221     |
        | after LHLO | RCPT TO:<${alice}>    | 503     |
        | after MAIL | MAIL FROM:<${sender}> | 250/503 |
        | after LHLO | XMAILSPEC             | 5xx     |

    @R2033-4-a @MUST
    Scenario: RSET discards the transaction
      Given an LMTP session after RCPT
      Then the dialogue is:
        """lmtp
        C: RSET
        S: 250
        C: RCPT TO:<${alice}>
        S: 5xx
        """

    @R2033-4-a @MUST
    Scenario: After QUIT the server closes the connection
      Given an LMTP session after LHLO
      Then the dialogue is:
        """lmtp
        C: QUIT
        S: 221
        S: ${closed}
        """
