@needs-imap-COMPRESS=DEFLATE
Feature: COMPRESS
  Commands and responses go compressed (RFC 4978).

  Background:
    Given an IMAP session authenticated

  Rule: Behind the OK both ends compress

    @R4978-3-a @R4978-3-5 @MUST
    Scenario: The OK comes in clear, and what is said behind it is compressed
      Then the dialogue is:
        """imap
        C: a1 COMPRESS DEFLATE
        S: a1 OK
        C: ${deflate}
        C: a2 NOOP
        S: a2 OK
        C: a3 LIST "" INBOX
        S* * LIST ${*} INBOX
        S: a3 OK
        C: a4 NOOP
        S: a4 OK
        """

    @R4978-3-a @MUST
    Scenario: Several commands that come compressed together are all answered
      Then the dialogue is:
        """imap
        C: a1 COMPRESS DEFLATE
        S: a1 OK
        C: ${deflate}
        C: a2 NOOP
        C: a3 CREATE "${mailbox}"
        C: a4 STATUS "${mailbox}" (MESSAGES)
        S: a2 OK
        S: a3 OK
        S* * STATUS "${mailbox}" (MESSAGES 0)
        S: a4 OK
        """

    @R4978-3-a @MUST
    Scenario: A command may come in several blocks
      Then the dialogue is:
        """imap
        C: a1 COMPRESS DEFLATE
        S: a1 OK
        C: ${deflate}
        C~ a2 LIST "" IN
        C~ BOX${CRLF}
        S* * LIST ${*} INBOX
        S: a2 OK
        """

    # Each block may refer to what stood in those before it.
    @R4978-3-a @MUST
    Scenario: A literal that comes in several blocks is taken, and is given back as it was
      Given an IMAP session with an empty mailbox selected
      And the message budget
      Then the dialogue is:
        """imap
        C: a1 COMPRESS DEFLATE
        S: a1 OK
        C: ${deflate}
        C: a2 APPEND "${mailbox}" {${size(budget, budget, budget)}}
        S: +
        C~ ${budget}
        C~ ${budget}
        C~ ${budget}
        C~ ${CRLF}
        S: a2 OK
        C: a3 SELECT "${mailbox}"
        S* * 1 EXISTS
        S: a3 OK
        C: a4 FETCH 1 (BODY.PEEK[])
        S* * 1 FETCH (BODY[] ${"${budget}${budget}${budget}"})
        S: a4 OK
        C: ${alive}
        """

    @R4978-3-a @MUST
    Scenario: The mailbox stays selected
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 COMPRESS DEFLATE
        S: a1 OK
        C: ${deflate}
        C: a2 FETCH 1 (UID)
        S* * 1 FETCH (UID ${*:number})
        S: a2 OK
        """

    @R4978-3-a @MUST
    Scenario: LOGOUT is answered compressed, and the connection ends
      Then the dialogue is:
        """imap
        C: a1 COMPRESS DEFLATE
        S: a1 OK
        C: ${deflate}
        C: a2 LOGOUT
        S* * BYE
        S: a2 OK
        S: ${closed}
        """

    @R4978-5-1 @MUST
    Scenario: COMPRESS and DEFLATE are taken in any case
      Then the dialogue is:
        """imap
        C: a1 compress deflate
        S: a1 OK
        C: ${deflate}
        C: a2 NOOP
        S: a2 OK
        """

  Rule: What is compressed goes through TLS

    @R4978-3-7 @R4978-3-8 @needs-imaps-COMPRESS=DEFLATE @MUST
    Scenario: Under TLS commands are expanded behind it, and responses compressed before it
      Given an IMAP session authenticated on the TLS port
      Then the dialogue is:
        """imap
        C: a1 COMPRESS DEFLATE
        S: a1 OK
        C: ${deflate}
        C: a2 LIST "" INBOX
        S* * LIST ${*} INBOX
        S: a2 OK
        """

  Rule: What is refused begins nothing

    @R4978-3-b @SHOULD
    Scenario: A mechanism that nobody knows gets BAD
      When the client sends: a1 COMPRESS LZW
      Then the reply is a1 BAD

    @R4978-3-b @SHOULD
    Scenario: COMPRESS without a mechanism gets BAD
      When the client sends: a1 COMPRESS
      Then the reply is a1 BAD

    @R4978-3-6 @MUST
    Scenario: Behind a refusal the session goes on in clear
      Then the dialogue is:
        """imap
        C: a1 COMPRESS LZW
        S: a1 BAD/NO
        C: a2 LIST "" INBOX
        S* * LIST ${*} INBOX
        S: a2 OK
        """

    @R4978-5-a @SHOULD
    Scenario: Before the login COMPRESS is refused
      Given an IMAP session before login
      When the client sends: a1 COMPRESS DEFLATE
      Then the reply is a1 BAD/NO

  Rule: Who compresses already is not compressed again

    @R4978-3-c @MUST
    Scenario: A second COMPRESS is refused, and the first goes on
      Then the dialogue is:
        """imap
        C: a1 COMPRESS DEFLATE
        S: a1 OK
        C: ${deflate}
        C: a2 COMPRESS DEFLATE
        S: a2 BAD/NO
        C: a3 LIST "" INBOX
        S* * LIST ${*} INBOX
        S: a3 OK
        """

    @R4978-3-4 @MUST
    Scenario: Who says NO to a second COMPRESS says why
      Then the dialogue is:
        """imap
        C: a1 COMPRESS DEFLATE
        S: a1 OK
        C: ${deflate}
        C: a2 COMPRESS DEFLATE
        S? a2 BAD
        S: a2 NO [COMPRESSIONACTIVE]
        """
