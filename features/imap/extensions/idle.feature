@needs-imap-IDLE/IMAP4rev2 @chapter-imap-7
Feature: IDLE
  A client waits to be told (RFC 2177, RFC 9051 §6.3.13).

  Background:
    Given the mailbox holds:
      | message |
      | plain   |
      | budget  |
    And an IMAP session with the mailbox selected

  # “NO - failure: the server will not allow the IDLE command at this time” (RFC 2177 §3, RFC 9051 §6.3.13).
  Rule: IDLE goes on until DONE

    @R2177-3-a @R9051-6.3.13-a @R2177-3-3 @R9051-6.3.13-2 @MUST
    Scenario: IDLE is answered with +, DONE with its result
      Then the dialogue is:
        """imap
        C: a1 IDLE
        S? a1 NO
        S: +
        C: DONE
        S: a1 OK
        C: ${alive}
        """

    @R2177-3-a @R9051-6.3.13-a @MUST
    Scenario: DONE is taken in any case
      Then the dialogue is:
        """imap
        C: a1 IDLE
        S? a1 NO
        S: +
        C: done
        S: a1 OK
        """

    @R2177-3-a @R9051-6.3.13-a @MUST
    Scenario: A client may idle without a mailbox
      Given a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C2: b1 IDLE
        S2? b1 NO
        S2: +
        C2: DONE
        S2: b1 OK
        """

    @R2177-3-c @needs-imap-IDLE @SHOULD
    Scenario: Another word than DONE gets BAD
      Then the dialogue is:
        """imap
        C: a1 IDLE
        S? a1 NO
        S: +
        C: a2 NOOP
        S: a1 BAD
        """

    @R2177-3-a @R9051-6.3.13-a @MUST
    Scenario: DONE and the next command may come together
      Then the dialogue is:
        """imap
        C: a1 IDLE
        S? a1 NO
        S: +
        C: DONE
        C: a2 CAPABILITY
        S: a1 OK
        S: a2 OK
        """

    @R3501-3-a @R9051-3-a @MUST
    Scenario: IDLE before login is refused
      Given a second IMAP session greeted
      Then the dialogue is:
        """imap
        C2: b1 IDLE
        S2: b1 BAD/NO
        """

  # The RFC says that the server is free to send, not when it has to.
  Rule: Who idles is told at once

    @R2177-3-b @R9051-6.3.13-b @SHOULD
    Scenario: A message that another session appends
      Given the message menu
      And a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 IDLE
        S? a1 NO
        S: +
        C2: b1 APPEND ${mailbox} {${menu.size}}
        S2: +
        C2: ${menu}
        S2: b1 OK
        S* * 3 EXISTS
        C: DONE
        S: a1 OK
        """

    @R2177-3-b @R9051-6.3.13-b @SHOULD
    Scenario: A message that another session removes
      Given a second IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 IDLE
        S? a1 NO
        S: +
        C2: b1 STORE 1 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2: b2 OK
        S* * 1 EXPUNGE
        C: DONE
        S: a1 OK
        """

    @R2177-3-b @R9051-6.3.13-b @SHOULD
    Scenario: Flags that another session sets
      Given a second IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 IDLE
        S? a1 NO
        S: +
        C2: b1 STORE 2 +FLAGS (\Flagged)
        S2: b1 OK
        S* * 2 FETCH (FLAGS (\Flagged))
        C: DONE
        S: a1 OK
        """

    @R2177-3-b @R9051-6.3.13-b @SHOULD
    Scenario: What was told during IDLE has its new number afterwards
      Given a second IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 IDLE
        S? a1 NO
        S: +
        C2: b1 STORE 1 +FLAGS.SILENT (\Deleted)
        S2: b1 OK
        C2: b2 EXPUNGE
        S2: b2 OK
        S* * 1 EXPUNGE
        C: DONE
        S: a1 OK
        C: a2 FETCH 1 BODY.PEEK[]
        S* * 1 FETCH (BODY[] ${budget})
        S: a2 OK
        """

    @R2177-3-b @R9051-6.3.13-b @SHOULD @chapter-imap-7
    Scenario: A message that comes by SMTP
      Given alice's inbox is empty
      And a second IMAP session with INBOX selected
      And any message news
      When the dialogue is:
        """imap
        C2: b1 IDLE
        S2? b1 NO
        S2: +
        """
      And alice is sent the message news
      Then the dialogue is:
        """imap
        S2* * 1 EXISTS
        C2: DONE
        S2: b1 OK
        """

    # “If the server chooses to send unsolicited FETCH responses”: that it does is a SHOULD.
    @R9051-6.3.13-1 @needs-imap-IMAP4rev2 @SHOULD
    Scenario: With IMAP4rev2 a FETCH response during IDLE has the UID in it
      Given an IMAP session authenticated
      And a second IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 ENABLE IMAP4rev2
        S: a1 OK
        C: a2 SELECT ${mailbox}
        S: a2 OK
        C: a3 IDLE
        S? a3 NO
        S: +
        C2: b1 STORE 2 +FLAGS (\Flagged)
        S2: b1 OK
        S* * 2 FETCH (UID ${*:number} FLAGS (\Flagged))
        C: DONE
        S: a3 OK
        """
