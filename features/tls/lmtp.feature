@needs-lmtp-STARTTLS
Feature: STARTTLS in LMTP
  Between the parts of a mail system TLS begins as it does in SMTP, and is as easily undermined (RFC 2033 §4, RFC 3207 §4.2, §6).

  Rule: What is announced works

    @R2033-4-a @R3207-4-b @MUST
    Scenario: TLS begins after 220, and LHLO opens the session
      Given an LMTP session after LHLO
      Then the dialogue is:
        """lmtp
        C: STARTTLS
        S? 454
        S: 220
        C: ${starttls}
        C: LHLO ${helo}
        S: 250
        """

    @R2033-4-a @R3207-4.2-7 @MUST
    Scenario: STARTTLS is not announced under TLS
      Given an LMTP session after LHLO
      Then the dialogue is:
        """lmtp
        C: STARTTLS
        S? 454
        S: 220
        C: ${starttls}
        C: LHLO ${helo}
        S: 250
        S! STARTTLS
        """

    @R3207-4-a @SHOULD
    Scenario: STARTTLS with a parameter is answered 501
      Given an LMTP session after LHLO
      When the client sends: STARTTLS now
      Then the reply is 501

    @M-robust-starttls-again @SHOULD
    Scenario: STARTTLS under TLS is refused
      Given an LMTP session after LHLO
      Then the dialogue is:
        """lmtp
        C: STARTTLS
        S? 454
        S: 220
        C: ${starttls}
        C: LHLO ${helo}
        S: 250
        C: STARTTLS
        S: 4xx/5xx
        """

  Rule: What was said in clear is forgotten

    @R2033-4-a @R3207-4.2-1 @MUST
    Scenario: Recipients do not outlive the handshake
      Given an LMTP session after RCPT
      Then the dialogue is:
        """lmtp
        C: STARTTLS
        S? 4xx/5xx
        S: 220
        C: ${starttls}
        C: LHLO ${helo}
        S: 250
        C: DATA
        S: 4xx/5xx
        """

  Rule: What came in clear behind STARTTLS is not carried out

    @R2033-4-a @R3207-6-4 @MUST @hostile
    Scenario: A command behind STARTTLS is not carried out
      Given an LMTP session after LHLO
      Then the dialogue is:
        """lmtp
        C~ STARTTLS${CRLF}XMAILSPEC${CRLF}
        S? 4xx/5xx
        S? ${closed}
        S: 220
        C: ${starttls}
        C: LHLO ${helo}
        S? ${closed}
        S: 250
        C: QUIT
        S: 221
        """

    @R2033-4-a @R3207-6-4 @MUST @hostile
    Scenario Outline: A command behind STARTTLS is not carried out, <how>
      Given an LMTP session after LHLO
      Then the dialogue is:
        """lmtp
        C~ <first>
        C~ <second>
        S? 4xx/5xx
        S? ${closed}
        S: 220
        C: ${starttls}
        C: LHLO ${helo}
        S? ${closed}
        S: 250
        C: QUIT
        S: 221
        """

      Examples:
        | how                    | first                | second                     |
        | in the next segment    | STARTTLS${CRLF}      | XMAILSPEC${CRLF}           |
        | where STARTTLS is cut  | START                | TLS${CRLF}XMAILSPEC${CRLF} |
        | where it is cut in two | STARTTLS${CRLF}XMAIL | SPEC${CRLF}                |

    @R2033-4-a @R3207-6-4 @MUST @hostile
    Scenario: A transaction behind STARTTLS is not begun
      Given an LMTP session after LHLO
      Then the dialogue is:
        """lmtp
        C~ STARTTLS${CRLF}LHLO ${helo}${CRLF}MAIL FROM:<${sender}>${CRLF}
        S? 4xx/5xx
        S? ${closed}
        S: 220
        C: ${starttls}
        C: RCPT TO:<${alice}>
        S? ${closed}
        S: 4xx/5xx
        """

    @R2033-4-a @R3207-6-4 @MUST @hostile
    Scenario: Half a command in clear is not made whole under TLS
      Given an LMTP session after LHLO
      Then the dialogue is:
        """lmtp
        C~ STARTTLS${CRLF}X
        S? 4xx/5xx
        S? ${closed}
        S: 220
        C: ${starttls}
        C: LHLO ${helo}
        S? ${closed}
        S: 250
        """
