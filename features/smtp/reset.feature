@needs-smtp
Feature: RSET
  Begin again: the transaction is forgotten, the session goes on (RFC 5321 §4.1.1.5).

  Rule: RSET is answered 250 in every state of an initialised session

    @R5321-4.1.1.5-2 @MUST
    Scenario Outline: RSET <state> is answered 250
      Given an SMTP session <state>
      When the client sends: RSET
      Then the reply is 250

      Examples:
        | state           |
        | after EHLO      |
        | after HELO      |
        | after MAIL      |
        | after RCPT      |
        | after a message |

    @R5321-4.1.1.5-3 @MUST
    Scenario Outline: RSET <state> keeps the connection open
      Given an SMTP session <state>
      Then the dialogue is:
        """smtp
        C: RSET
        S: 250
        C: ${alive}
        """

      Examples:
        | state      |
        | after EHLO |
        | after RCPT |

    # That it works before EHLO is a SHOULD (§4.1.4): verify.feature asks for it. Refused or not, the session goes on.
    @R5321-4.1.1.5-3 @MUST
    Scenario: RSET greeted keeps the connection open
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: RSET
        S: 250/503
        C: EHLO ${helo}
        S: 250
        """

  Rule: RSET discards the transaction

    @R5321-4.1.1.5-1 @MUST
    Scenario Outline: After RSET <state> there is no transaction
      Given an SMTP session <state>
      Then the dialogue is:
        """smtp
        C: RSET
        S: 250
        C: RCPT TO:<${alice}>
        S: 5xx
        """

      Examples:
        | state      |
        | after MAIL |
        | after RCPT |

    @R5321-4.1.1.5-1 @MUST
    Scenario: After RSET there is nothing to send
      Given an SMTP session after RCPT
      Then the dialogue is:
        """smtp
        C: RSET
        S: 250
        C: DATA
        S? 4xx/5xx
        S: 354
        C: .
        S: 4xx/5xx
        """

    @R5321-4.1.1.5-1 @MUST
    Scenario: After RSET a new transaction begins without EHLO
      Given an SMTP session after RCPT
      Then the dialogue is:
        """smtp
        C: RSET
        S: 250
        C: MAIL FROM:<${sender}>
        S: 250
        """

    @R5321-4.1.1.5-1 @MUST
    Scenario: Recipients from before RSET do not get what comes after it
      Given any message hello
      And an SMTP session after RCPT
      Then the dialogue is:
        """smtp
        C: RSET
        S: 250
        C: MAIL FROM:<${sender}>
        S: 250
        C: RCPT TO:<${bob}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And bob receives the message hello
      And alice does not receive the message hello

    @R5321-4.1.1.5-1 @MUST
    Scenario: The sender from before RSET is forgotten
      Given any message hello
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<>
        S: 250
        C: RSET
        S: 250
        C: MAIL FROM:<${sender}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And alice receives the message hello
      And the received message has the header field: Return-Path: <${sender}>

    @R5321-4.1.1.5-1 @MUST
    Scenario: RSET takes back no message that was accepted
      Given any message hello
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${hello}
        C: .
        S: 250
        C: RSET
        S: 250
        """
      And alice receives the message hello

    @R5321-4.3.2-4 @R5321-4.1.1-2 @SHOULD
    Scenario: RSET with an argument is refused with 501
      Given an SMTP session after EHLO
      When the client sends: RSET now
      Then the reply is 501
