@needs-imap
Feature: STARTTLS
  A connection becomes private by STARTTLS, and login follows (RFC 3501 §6.2.1, RFC 9051 §6.2.1).

  Rule: The handshake follows the OK

    @R3501-6.2.1-a @R9051-6.2.1-a @R3501-6.2.1-b @R9051-6.2.1-b @needs-imap-STARTTLS @MUST @chapter-sec-2
    Scenario: After STARTTLS the session is private, and not yet authenticated
      Given an IMAP session not greeted
      Then the dialogue is:
        """imap
        S: * OK
        C: a1 STARTTLS
        S: a1 OK
        C: ${starttls}
        C: a2 CAPABILITY
        S* * CAPABILITY ${*}
        S: a2 OK
        C: a3 SELECT INBOX
        S: a3 NO/BAD
        """

    @R3501-6.2.3-a @R9051-6.2.3-a @needs-imap-STARTTLS @MUST @chapter-sec-2
    Scenario: After STARTTLS a user can log in
      Given an IMAP session not greeted
      Then the dialogue is:
        """imap
        S: * OK
        C: a1 STARTTLS
        S: a1 OK
        C: ${starttls}
        C: a2 LOGIN ${quoted(alice.user)} ${quoted(alice.password)}
        S: a2 OK
        C: a3 STATUS INBOX (MESSAGES)
        S* * STATUS INBOX (MESSAGES ${*})
        S: a3 OK
        """

    @R9051-6.2.1-5 @needs-imap-STARTTLS @needs-imap-IMAP4rev2 @SHOULD
    Scenario: After STARTTLS the server announces it no longer
      Given an IMAP session not greeted
      Then the dialogue is:
        """imap
        S: * OK
        C: a1 STARTTLS
        S: a1 OK
        C: ${starttls}
        C: a2 CAPABILITY
        S* * CAPABILITY ${*}
        S! * CAPABILITY ${*} STARTTLS ${*}
        S: a2 OK
        """

    @R3501-6.2.1-3 @needs-imap-STARTTLS @MAY
    Scenario: After STARTTLS other capabilities are announced
      Given an IMAP session not greeted
      Then the dialogue is:
        """imap
        S: * OK
        C: a1 CAPABILITY
        S* * CAPABILITY ${before:text}
        S: a1 OK
        C: a2 STARTTLS
        S: a2 OK
        C: ${starttls}
        C: a3 CAPABILITY
        S! * CAPABILITY ${before}
        S: a3 OK
        """
