@needs-smtp @needs-smtp-CHUNKING
Feature: Chunking
  BDAT carries content in chunks of a stated number of octets, without a final dot (RFC 3030 §2).

  Rule: A message may come in one chunk or in several

    @R3030-2-5 @MUST

    Scenario: One last chunk is a whole message
      Given any message letter
      And an SMTP session after RCPT
      When the dialogue is:
        """smtp
        C: BDAT ${letter.size} LAST
        C~ ${letter}
        S: 250
        """
      Then alice receives the message letter

    @R3030-2-5 @MUST
    Scenario: Each of two chunks is answered 250
      Given the message letter:
        """
        From: <${sender}>
        Subject: two chunks ${id}

        The first chunk ends here.
        The second chunk ends here.
        """
      And an SMTP session after RCPT
      When the dialogue is:
        """smtp
        C: BDAT ${letter.size - 29}
        C~ From: <${sender}>${CRLF}Subject: two chunks ${id}${CRLF}${CRLF}The first chunk ends here.${CRLF}
        S: 250
        C: BDAT 29 LAST
        C~ The second chunk ends here.${CRLF}
        S: 250
        """
      Then alice receives the message letter

    @R3030-2-2 @MAY

    Scenario: The last chunk may be empty
      Given any message letter
      And an SMTP session after RCPT
      When the dialogue is:
        """smtp
        C: BDAT ${letter.size}
        C~ ${letter}
        S: 250
        C: BDAT 0 LAST
        S: 250
        """
      Then alice receives the message letter

    @R3030-2-g @MAY

    Scenario: An empty chunk in the middle changes nothing
      Given any message letter
      And an SMTP session after RCPT
      When the dialogue is:
        """smtp
        C: BDAT 0
        S: 250
        C: BDAT ${letter.size} LAST
        C~ ${letter}
        S: 250
        """
      Then alice receives the message letter

    @R3030-2-a @MUST

    Scenario: The verb and LAST may be written in any case
      Given any message letter
      And an SMTP session after RCPT
      When the dialogue is:
        """smtp
        C: bdat ${letter.size} last
        C~ ${letter}
        S: 250
        """
      Then alice receives the message letter

    @R3030-2-5 @MUST
    Scenario: A chunk of a hundred thousand octets is taken
      Given any message letter of 100000 octets
      And an SMTP session after RCPT
      When the dialogue is:
        """smtp
        C: BDAT ${letter.size} LAST
        C~ ${letter}
        S: 250
        """
      Then alice receives the message letter

  Rule: DATA stays

    @R3030-2-1 @MUST

    Scenario: DATA works where CHUNKING is announced
      Given any message letter
      And an SMTP session after DATA
      When the dialogue is:
        """smtp
        C~ ${letter}.${CRLF}
        S: 250
        """
      Then alice receives the message letter

    @R3030-2-f @MUST
    Scenario: BDAT and DATA take turns in one session
      Given any message first
      And any message second
      And an SMTP session after RCPT
      When the dialogue is:
        """smtp
        C: BDAT ${first.size} LAST
        C~ ${first}
        S: 250
        C: MAIL FROM:<${sender}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${second}.${CRLF}
        S: 250
        """
      Then alice receives the message first
      And alice receives the message second

    @R3030-2-f @MUST @needs-smtp-8BITMIME
    Scenario: 8-bit content may come in chunks
      Given the message letter:
        """
        From: <${sender}>
        Subject: 8-bit chunks ${id}
        MIME-Version: 1.0
        Content-Type: text/plain; charset=iso-8859-1
        Content-Transfer-Encoding: 8bit

        ${x80}${xE9}${xFF}
        """
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}> BODY=8BITMIME
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: BDAT ${letter.size} LAST
        C~ ${letter}
        S: 250
        """
      Then alice receives the message letter
