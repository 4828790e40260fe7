@needs-smtp @needs-smtp-8BITMIME
Feature: 8-bit MIME transport
  Content may have octets above 127, and every bit of them arrives (RFC 6152).

  Rule: The keyword stands alone

    @R6152-2-a @MUST
    Scenario: 8BITMIME has no parameter
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* 8BITMIME
        """

  Rule: MAIL tells what the content is

    @R6152-2-b @MUST
    Scenario Outline: <what> is accepted at MAIL
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> <parameter>
      Then the reply is 250

      Examples:
        | what          | parameter     |
        | BODY=7BIT     | BODY=7BIT     |
        | BODY=8BITMIME | BODY=8BITMIME |

    @R6152-2-c @SHOULD
    Scenario Outline: BODY with <what> is refused
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> <parameter>
      Then the reply is 5xx

      Examples:
        | what                      | parameter          |
        | no value                  | BODY               |
        | an empty value            | BODY=              |
        | the name of an encoding   | BODY=8BIT          |
        | a value that nobody knows | BODY=9BITMIME      |
        | two values                | BODY=7BIT,8BITMIME |

    @R6152-3-c @SHOULD
    Scenario: Two kinds of content in one MAIL are refused
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> BODY=7BIT BODY=8BITMIME
      Then the reply is 5xx

  Rule: Every bit is kept

    @R6152-3-a @MUST
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
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}> BODY=8BITMIME
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}.${CRLF}
        S: 250
        """
      Then alice receives the message letter

    @R6152-3-a @MUST
    Scenario: UTF-8 text arrives
      Given the message letter:
        """
        From: <${sender}>
        Subject: utf-8 ${id}
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        Grüße, ελληνικά, русский, 日本語, 🙂
        """
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}> BODY=8BITMIME
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}.${CRLF}
        S: 250
        """
      Then alice receives the message letter

    @R6152-3-a @MUST

    Scenario: 7-bit content may be called 8BITMIME
      Given the message letter:
        """
        From: <${sender}>
        Subject: seven in eight ${id}
        MIME-Version: 1.0
        Content-Type: text/plain

        Nothing in here is above 127.
        """
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}> BODY=8BITMIME
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}.${CRLF}
        S: 250
        """
      Then alice receives the message letter

    @R6152-1-a @MUST
    Scenario: A line of 998 high octets is taken
      Given the message letter:
        """
        From: <${sender}>
        Subject: a long line of high octets ${id}
        MIME-Version: 1.0
        Content-Type: text/plain; charset=iso-8859-1
        Content-Transfer-Encoding: 8bit

        ${998 * "${xE9}"}
        """
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}> BODY=8BITMIME
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}.${CRLF}
        S: 250
        """
      Then alice receives the message letter

  Rule: Transparency is the same

    @R6152-3-b @MUST
    Scenario: Lines that begin with a dot arrive among high octets
      Given the message letter:
        """
        From: <${sender}>
        Subject: dots among high octets ${id}
        MIME-Version: 1.0
        Content-Type: text/plain; charset=iso-8859-1
        Content-Transfer-Encoding: 8bit

        .
        .${xE9}
        ${xE9}.
        ..${xFF}
        """
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}> BODY=8BITMIME
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C: From: <${sender}>
        C: Subject: dots among high octets ${id}
        C: MIME-Version: 1.0
        C: Content-Type: text/plain; charset=iso-8859-1
        C: Content-Transfer-Encoding: 8bit
        C:
        C: ..
        C: ..${xE9}
        C: ${xE9}.
        C: ...${xFF}
        C: .
        S: 250
        """
      Then alice receives the message letter

    # 0xAE is a dot with its high bit set, 0x8D 0x8A are CR and LF with theirs.
    @R6152-3-b @MUST
    Scenario: A line of a dot with its high bit set does not end the data
      Given the message letter:
        """
        From: <${sender}>
        Subject: high bits that look like an end ${id}
        MIME-Version: 1.0
        Content-Type: text/plain; charset=iso-8859-1
        Content-Transfer-Encoding: 8bit

        before
        ${xAE}
        ${x8D8AAE8D8A}
        after
        """
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}> BODY=8BITMIME
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}.${CRLF}
        S: 250
        """
      Then alice receives the message letter
