@needs-smtp @needs-smtp-BINARYMIME
Feature: Binary MIME
  Content may be any octets at all, carried by BDAT and kept bit by bit (RFC 3030 §3).

  Rule: BINARYMIME rests on CHUNKING

    @R3030-3-a @R3030-3-b @MUST
    Scenario: BINARYMIME stands alone and CHUNKING beside it
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* BINARYMIME
        S* CHUNKING
        """

  Rule: Every octet is kept

    @R3030-3-1 @MUST
    Scenario: All 256 octets arrive
      Given the message letter:
        """
        From: <${sender}>
        Subject: every octet ${id}
        MIME-Version: 1.0
        Content-Type: application/octet-stream
        Content-Transfer-Encoding: binary

        ${x000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F}
        ${x202122232425262728292A2B2C2D2E2F303132333435363738393A3B3C3D3E3F}
        ${x404142434445464748494A4B4C4D4E4F505152535455565758595A5B5C5D5E5F}
        ${x606162636465666768696A6B6C6D6E6F707172737475767778797A7B7C7D7E7F}
        ${x808182838485868788898A8B8C8D8E8F909192939495969798999A9B9C9D9E9F}
        ${xA0A1A2A3A4A5A6A7A8A9AAABACADAEAFB0B1B2B3B4B5B6B7B8B9BABBBCBDBEBF}
        ${xC0C1C2C3C4C5C6C7C8C9CACBCCCDCECFD0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF}
        ${xE0E1E2E3E4E5E6E7E8E9EAEBECEDEEEFF0F1F2F3F4F5F6F7F8F9FAFBFCFDFEFF}
        """
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}> BODY=BINARYMIME
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: BDAT ${letter.size} LAST
        C~ ${letter}
        S: 250
        """
      Then alice receives the message letter

    @R3030-3-1 @MUST
    Scenario: CR, LF and NUL arrive as they are
      Given the message letter:
        """
        From: <${sender}>
        Subject: strange line ends ${id}
        MIME-Version: 1.0
        Content-Type: application/octet-stream
        Content-Transfer-Encoding: binary

        a${LF}b${CR}c${LF}${CR}d${CR}${CR}${LF}e${NUL}f${LF}.${LF}g
        """
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}> BODY=BINARYMIME
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: BDAT ${letter.size} LAST
        C~ ${letter}
        S: 250
        """
      Then alice receives the message letter

    @R3030-3-1 @MUST
    Scenario: There is no limit to the length of a line
      Given the message letter:
        """
        From: <${sender}>
        Subject: no lines at all ${id}
        MIME-Version: 1.0
        Content-Type: application/octet-stream
        Content-Transfer-Encoding: binary

        ${200000 * "${x00}"}
        """
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}> BODY=BINARYMIME
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: BDAT ${letter.size} LAST
        C~ ${letter}
        S: 250
        """
      Then alice receives the message letter

  Rule: Binary content is never sent by DATA

    @R3030-3-2 @MUST
    Scenario: DATA after BODY=BINARYMIME is answered 503
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}> BODY=BINARYMIME
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 503
        """

    @R3030-3-2 @MUST
    Scenario: After that refusal and RSET the session goes on
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}> BODY=BINARYMIME
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 4xx/5xx
        C: RSET
        S: 250
        C: MAIL FROM:<${sender}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        """

  Rule: Content that was not declared binary but says so is accepted

    @R3030-3-13 @MUST
    Scenario: A binary encoding in the header does not need BODY=BINARYMIME
      Given the message letter:
        """
        From: <${sender}>
        Subject: binary by its header ${id}
        MIME-Version: 1.0
        Content-Type: text/plain
        Content-Transfer-Encoding: binary

        It says binary, but these are ordinary lines.
        """
      And an SMTP session after RCPT
      Then the dialogue is:
        """smtp
        C: BDAT ${letter.size} LAST
        C~ ${letter}
        S: 250
        """
