@needs-submission @needs-submission-AUTH=PLAIN
Feature: Addresses of a submission
  Who is the sender, and what an address must be like before it goes out (RFC 6409 §3.2, §4.2, §5.1, §6).

  Rule: A null reverse-path is no cause to refuse

    @R6409-3.2-3 @MUST
    Scenario: A message from nobody is taken
      Given a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<>
        S: 250
        C: RCPT TO:<${bob}>
        S: 250/251
        C: DATA
        S: 354
        C: From: <${alice}>
        C: To: <${bob}>
        C: Subject: ${id}
        C: Date: Tue, 03 Jun 2025 10:00:00 +0000
        C: Message-ID: <${id}@${domain}>
        C:
        C: I have read what you wrote.
        C: .
        S: 250
        """
      And bob receives the message "Subject: ${id}"

  Rule: A user may be kept from sending as somebody else

    @R6409-6.1-1 @MAY
    Scenario: The address of another user is refused
      Given a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${bob}>
        S? 5xx
        S: 250
        C: RCPT TO:<${alice}>
        S: 5xx
        """

    @R6409-6.1-a @SHOULD
    Scenario: The code for it is 550
      Given a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${bob}>
        S? 2xx/4xx
        S: 550
        """

  Rule: Domains in the envelope are fully qualified

    # Refused, completed, or bounced: it does not go on as it is. No MUST here, for a server that knows no better may take it for a top-level domain
    # (RFC 5321 §2.3.5).
    @R6409-4.2-1 @SHOULD
    Scenario: A reverse-path with a single label does not come through
      Given a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${alice.local}@mailspec>
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<${bob}>
        S? 4xx/5xx
        S: 250/251
        C: DATA
        S? 4xx/5xx
        S: 354
        C: From: <${alice}>
        C: To: <${bob}>
        C: Subject: ${id}
        C:
        C: My domain is short.
        C: .
        S: 250/4xx/5xx
        """
      And bob does not receive the message "<${alice.local}@mailspec>"

    # 550 is for recipients whom the user may not write to, or who do not exist (RFC 6409 §6.2, RFC 5321 §4.2.3).
    @R6409-4.2-a @SHOULD
    Scenario: The code for a recipient with a single label is 554
      Given a submission session after MAIL
      Then the dialogue is:
        """smtp
        C: RCPT TO:<${bob.local}@mailspec>
        S? 2xx/4xx/550
        S: 554
        """

  Rule: What is no address is refused

    # A server may also accept and bounce (RFC 6409 §3.2).
    @R6409-5.1-1 @SHOULD
    Scenario Outline: A recipient <path> is refused
      Given a submission session after MAIL
      Then the dialogue is:
        """smtp
        C: RCPT TO:<path>
        S? 5xx
        S: 250/251
        C: DATA
        S? 5xx
        S: 354
        C: From: <${alice}>
        C: To: <${bob}>
        C: Subject: ${id}
        C: Date: Tue, 03 Jun 2025 10:00:00 +0000
        C:
        C: Where shall this go?
        C: .
        S? 5xx
        S: 250
        """
      And alice receives the message "Subject: ${id}"
      And the received message has the header field: Return-Path: <>

      Examples:
        | path                      |
        | <@${domain}>              |
        | <${bob.local}@>           |
        | <${bob.local}@.>          |
        | <${bob.local}@${domain}>> |

    @R6409-5.1-1 @SHOULD
    Scenario Outline: A sender <path> is refused
      Given a submission session after AUTH
      When the client sends: MAIL FROM:<path>
      Then the reply is 5xx

      Examples:
        | path              |
        | <@${domain}>      |
        | <${alice.local}@> |

    @R6409-5.1-a @SHOULD
    Scenario: The code for it is 501
      Given a submission session after MAIL
      Then the dialogue is:
        """smtp
        C: RCPT TO:<${bob.local}@>
        S? 2xx/4xx
        S: 501
        """

  Rule: A message may be refused for what its header says

    @R6409-6.3-1 @MAY
    Scenario: An address without a domain is refused
      Given a submission session after DATA
      Then the dialogue is:
        """smtp
        C: From: <${alice}>
        C: To: <@>
        C: Subject: ${id}
        C: Date: Tue, 03 Jun 2025 10:00:00 +0000
        C: Message-ID: <${id}@${domain}>
        C:
        C: Whom is this for?
        C: .
        S: 5xx
        """

    @R6409-5.1-b @SHOULD
    Scenario: The code for a wrong address in the header is 554
      Given a submission session after DATA
      Then the dialogue is:
        """smtp
        C: From: <${alice}>
        C: To: <@>
        C: Subject: ${id}
        C: Date: Tue, 03 Jun 2025 10:00:00 +0000
        C: Message-ID: <${id}@${domain}>
        C:
        C: Whom is this for?
        C: .
        S? 2xx/4xx
        S: 554
        """
