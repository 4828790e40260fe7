@needs-lmtp
Feature: Extensions of LMTP
  PIPELINING and ENHANCEDSTATUSCODES work as in SMTP; BDAT LAST answers once for each recipient (RFC 2033 §4.3, §5).

  Rule: Commands may be pipelined

    @R2033-5-2 @R2920-3.2-1 @MUST
    Scenario: A group is answered in its order
      Given an LMTP session after LHLO
      Then the dialogue is:
        """lmtp
        C: MAIL FROM:<${sender}>
        C: RCPT TO:<@@>
        C: RCPT TO:<${alice}>
        C: DATA
        S: 250
        S: 4xx/5xx
        S: 250/251
        S: 354
        """

    @R2033-5-2 @R2920-3.1-a @MUST
    Scenario: Content is followed by the next transaction
      Given an LMTP session after RCPT
      Then the dialogue is:
        """lmtp
        C: RCPT TO:<${bob}>
        C: DATA
        S: 250/251
        S: 354
        C~ Subject: first ${id}${CRLF}${CRLF}text${CRLF}.${CRLF}MAIL FROM:<${sender}>${CRLF}RCPT TO:<${alice}>${CRLF}
        S: 250
        S: 250
        S: 250
        S: 250/251
        """

  Rule: Replies have status codes

    @R2033-5-2 @R2034-4-1 @MUST
    Scenario Outline: <command> <state> is answered with a code of class <class>
      Given an LMTP session <state>
      When the client sends: <command>
      Then the reply is <class>xx <class>.${*:number}.${*:number}${SP}

      Examples:
        | state      | command               | class |
        | after LHLO | MAIL FROM:<${sender}> | 2     |
        | after MAIL | RCPT TO:<${alice}>    | 2     |
        | after LHLO | RCPT TO:<${alice}>    | 5     |
        | after LHLO | XMAILSPEC             | 5     |

    @R2033-5-2 @R2034-4-1 @MUST
    Scenario: Each recipient's reply has a code
      Given an LMTP session after RCPT
      Then the dialogue is:
        """lmtp
        C: RCPT TO:<${bob}>
        S: 250/251
        C: DATA
        S: 354
        C: Subject: codes ${id}
        C:
        C: text
        C: .
        S: 250 2.${*:number}.${*:number}${SP}
        S: 250 2.${*:number}.${*:number}${SP}
        """

  Rule: BDAT LAST answers once for each recipient

    @R2033-4.3-a @MUST @needs-lmtp-CHUNKING
    Scenario: One last chunk, two recipients, two replies
      Given any message letter
      And an LMTP session after RCPT
      When the dialogue is:
        """lmtp
        C: RCPT TO:<${bob}>
        S: 250/251
        C: BDAT ${letter.size} LAST
        C~ ${letter}
        S: 250
        S: 250
        C: ${alive}
        """
      Then alice receives the message letter
      And bob receives the message letter

    @R2033-4.3-b @MUST @needs-lmtp-CHUNKING
    Scenario: A chunk that is not the last has one reply
      Given an LMTP session after RCPT
      Then the dialogue is:
        """lmtp
        C: RCPT TO:<${bob}>
        S: 250/251
        C: BDAT 26
        C~ Subject: chunks${CRLF}${CRLF}first${CRLF}
        S: 250
        C: BDAT 0 LAST
        S: 250
        S: 250
        """

    @R2033-4.3-c @MAY @needs-lmtp-CHUNKING
    Scenario: BDAT LAST without a recipient gets no reply
      Given an LMTP session after MAIL
      Then the dialogue is:
        """lmtp
        C: BDAT 6 LAST
        C~ QUIT${CRLF}
        S: ${silent 100ms}
        """
