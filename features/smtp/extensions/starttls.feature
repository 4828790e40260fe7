@needs-smtp @needs-smtp-STARTTLS
Feature: TLS on the same connection
  STARTTLS turns a connection in clear text into one under TLS, and everything begins anew (RFC 3207).

  Rule: What is announced works

    @R3207-3-a @MUST
    Scenario: STARTTLS has no parameter
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* STARTTLS
        """

    @R3207-4-b @MUST
    Scenario: TLS begins after 220
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: STARTTLS
        S? 454
        S: 220
        C: ${starttls}
        C: EHLO ${helo}
        S: 250
        """

    @R3207-4-b @MUST
    Scenario: A message sent under TLS arrives
      Given any message letter
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: STARTTLS
        S: 220
        C: ${starttls}
        C: EHLO ${helo}
        S: 250
        C: MAIL FROM:<${sender}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}.${CRLF}
        S: 250
        """
      Then alice receives the message letter

    @R3207-4-a @SHOULD
    Scenario: STARTTLS with a parameter is answered 501
      Given an SMTP session after EHLO
      When the client sends: STARTTLS now
      Then the reply is 501

  Rule: What was said in clear text is forgotten

    # A server may refuse STARTTLS inside a transaction.
    @R3207-4.2-1 @MUST
    Scenario: A transaction does not outlive the handshake
      Given an SMTP session after MAIL
      Then the dialogue is:
        """smtp
        C: STARTTLS
        S? 5xx
        S: 220
        C: ${starttls}
        C: EHLO ${helo}
        S: 250
        C: RCPT TO:<${alice}>
        S: 5xx
        """

    @R3207-6-4 @MUST
    Scenario: A command sent behind STARTTLS in clear text is not carried out under TLS
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C~ STARTTLS${CRLF}XMAILSPEC${CRLF}
        S? 4xx/5xx
        S? ${closed}
        S: 220
        C: ${starttls}
        C: EHLO ${helo}
        S? ${closed}
        S: 250
        """

  Rule: TLS is started once

    @R3207-4.2-7 @MUST
    Scenario: STARTTLS is not announced under TLS
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: STARTTLS
        S: 220
        C: ${starttls}
        C: EHLO ${helo}
        S: 250
        S! STARTTLS
        """

    # The client must not ask, and the server not list it (§4.2); what the server then answers is said nowhere.
    @M-robust-starttls-again @SHOULD
    Scenario: STARTTLS under TLS is refused
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: STARTTLS
        S: 220
        C: ${starttls}
        C: EHLO ${helo}
        S: 250
        C: STARTTLS
        S: 4xx/5xx
        """
