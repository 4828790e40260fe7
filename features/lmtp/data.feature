@needs-lmtp
Feature: Content over LMTP
  DATA needs a recipient, carries content as in SMTP, and what was answered 250 is kept (RFC 2033 §4.2, §4.3).

  Rule: Without a recipient there is no DATA

    @R2033-4.2-1 @MUST
    Scenario Outline: DATA <state> is answered 503
      Given an LMTP session <state>
      When the client sends: DATA
      Then the reply is 503

      Examples:
        | state      |
        | after LHLO |
        | after MAIL |

    @R2033-4.2-1 @MUST @needs-unknown
    Scenario: DATA after a refused recipient is answered 503
      Given an LMTP session after MAIL
      Then the dialogue is:
        """lmtp
        C: RCPT TO:<${unknown}>
        S? 2xx
        S: 4xx/5xx
        C: DATA
        S: 503
        """

    @R2033-4-a @MUST
    Scenario: DATA after a whole message needs a new transaction
      Given an LMTP session after a message
      When the client sends: DATA
      Then the reply is 5xx

  Rule: Content is carried as in SMTP

    @R2033-4-a @MUST
    Scenario: Doubled dots are undone
      Given the message dots:
        """
        From: <${sender}>
        Subject: dots ${id}

        .
        ..
        .hidden
        """
      And an LMTP session after DATA
      When the dialogue is:
        """lmtp
        C~ ${stuffed(dots)}
        C: .
        S: 250
        """
      Then alice receives the message dots

    @R2033-4-a @MUST @needs-lmtp-8BITMIME
    Scenario: All octets from 128 to 255 arrive
      Given the message letter:
        """
        From: <${sender}>
        Subject: high octets ${id}
        MIME-Version: 1.0
        Content-Type: text/plain; charset=iso-8859-1
        Content-Transfer-Encoding: 8bit

        ${x808182838485868788898A8B8C8D8E8F909192939495969798999A9B9C9D9E9F}
        ${xA0A1A2A3A4A5A6A7A8A9AAABACADAEAFB0B1B2B3B4B5B6B7B8B9BABBBCBDBEBF}
        ${xC0C1C2C3C4C5C6C7C8C9CACBCCCDCECFD0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF}
        ${xE0E1E2E3E4E5E6E7E8E9EAEBECEDEEEFF0F1F2F3F4F5F6F7F8F9FAFBFCFDFEFF}
        """
      And an LMTP session after LHLO
      When the dialogue is:
        """lmtp
        C: MAIL FROM:<${sender}> BODY=8BITMIME
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S: 250
        """
      Then alice receives the message letter

    @R2033-4-a @MUST
    Scenario: Final delivery adds Return-Path
      Given any message letter
      And an LMTP session after DATA
      When the dialogue is:
        """lmtp
        C~ ${letter}
        C: .
        S: 250
        """
      Then alice receives the message letter
      And the received message has the header field: Return-Path: <${sender}>

    @R2033-4-a @MUST @hostile
    Scenario Outline: <end> does not end the data
      Given an LMTP session after DATA
      Then the dialogue is:
        """lmtp
        C~ Subject: ${id}${CRLF}${CRLF}first<octets>XMAILSPEC${CRLF}.${CRLF}
        S: 250/4xx/5xx
        C: ${alive}
        """

      Examples:
        | end          | octets        |
        | LF dot LF    | ${LF}.${LF}   |
        | LF dot CR LF | ${LF}.${CRLF} |
        | CR LF dot LF | ${CRLF}.${LF} |

  Rule: What was not confirmed is not delivered

    @R2033-4-a @MUST
    Scenario: A message cut off by a lost connection is not delivered
      Given an LMTP session after DATA
      When the client speaks and the connection is lost:
        """lmtp
        C: Subject: cut off ${id}
        C:
        C: half a message
        """
      Then alice does not receive the message "cut off ${id}"

  Rule: What was confirmed is kept

    @R2033-4.2-2 @MUST
    Scenario: A message stays when the client goes without QUIT
      Given any message letter
      And an LMTP session after DATA
      When the client speaks and the connection is lost:
        """lmtp
        C~ ${letter}
        C: .
        S: 250
        """
      Then alice receives the message letter

    @R2033-4.2-2 @MUST @needs-restart
    Scenario: A message stays when the server restarts
      Given any message letter
      And an LMTP session after DATA
      When the client speaks and the connection is lost:
        """lmtp
        C~ ${letter}
        C: .
        S: 250
        """
      And the server restarts
      Then alice receives the message letter
