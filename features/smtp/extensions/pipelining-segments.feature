@needs-smtp @needs-smtp-PIPELINING
Feature: Groups in pieces
  TCP cuts a stream where it likes; a server makes nothing of it (RFC 2920 §3.2).

  Rule: Nothing is assumed about what has not come yet

    @R2920-3.2-8 @MUST
    Scenario: Half a command does not hold back the replies to whole ones
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C~ RSET${CRLF}MAIL FR
        S: 250
        C~ OM:<${sender}>${CRLF}
        S: 250
        """

  Rule: Where a segment ends means nothing

    @R2920-3.2-a @MUST
    Scenario: Commands are cut anywhere
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C~ MA
        C~ IL FROM:<${sender}
        C~ >${CRLF}RCPT TO:
        C~ <${alice}>${CRLF}DAT
        S: 250
        S: 250/251
        C~ A${CRLF}
        S: 354
        """

    @R2920-3.2-a @MUST
    Scenario: A segment ends between CR and LF
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C~ RSET${CR}
        C~ ${LF}MAIL FROM:<${sender}>${CR}
        S: 250
        C~ ${LF}
        S: 250
        """

    @R2920-3.2-a @MUST

    Scenario: The end of the data is cut anywhere
      Given any message letter
      And an SMTP session after DATA
      When the dialogue is:
        """smtp
        C~ ${letter}
        C~ .
        C~ ${CR}
        C~ ${LF}MAIL FR
        S: 250
        C~ OM:<${sender}>${CRLF}
        S: 250
        """
      Then alice receives the message letter
