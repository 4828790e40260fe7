@needs-imap @profile-small-quota
Feature: Over quota
  What would be too much is refused, and the client is told why (RFC 9208 §4.3.1).

  Background:
    Given any message half of 9000 octets
    And the mailbox holds:
      | message |
      | half    |
    And an IMAP session with the mailbox selected

  Rule: OVERQUOTA says that there is no room

    @R9208-4.3.1-1 @needs-imap-QUOTA=RES-STORAGE @SHOULD
    Scenario: APPEND that would exceed the quota
      Then the dialogue is:
        """imap
        C: a1 APPEND ${mailbox} {15000}
        S? a1 NO [OVERQUOTA]
        S: +
        C: ${14998 * "x"}${CRLF}
        S: a1 NO [OVERQUOTA]
        """

    @R9208-4.3.1-1 @needs-imap-QUOTA=RES-STORAGE @SHOULD
    Scenario: COPY that would exceed the quota
      Then the dialogue is:
        """imap
        C: a1 COPY 1 ${mailbox}
        S: a1 OK
        C: a2 COPY 1 ${mailbox}
        S: a2 NO [OVERQUOTA]
        """

    @R3501-6.4.7-5 @R9051-6.4.7-5 @MUST
    Scenario: COPY of several messages copies none where there is no room for all
      Then the dialogue is:
        """imap
        C: a1 COPY 1 ${mailbox}
        S: a1 OK
        C: a2 CREATE ${mailbox}-other
        S: a2 OK
        C: a3 COPY 1:2 ${mailbox}-other
        S? a3 OK
        S: a3 NO
        C: a4 STATUS ${mailbox}-other (MESSAGES)
        S* * STATUS ${mailbox}-other (MESSAGES 0)
        S: a4 OK
        """

    @R9208-4.3.1-3 @needs-imap-QUOTA=RES-STORAGE @MUST
    Scenario: Who puts nothing anywhere is told nothing of it
      Given a second IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 COPY 1 ${mailbox}
        S: a1 OK
        C2: b1 GETQUOTAROOT INBOX
        S2! * NO [OVERQUOTA]
        S2: b1 OK
        """

  Rule: What takes no room is done in a full account

    # RFC 6851 §4.1 lets a server do so, and asks for nothing.
    @R6851-4.1-a @needs-imap-MOVE/IMAP4rev2 @MAY
    Scenario: MOVE from one mailbox to another
      Then the dialogue is:
        """imap
        C: a1 COPY 1 ${mailbox}
        S: a1 OK
        C: a2 CREATE ${mailbox}-other
        S: a2 OK
        C: a3 MOVE 1:2 ${mailbox}-other
        S: a3 OK
        C: a4 STATUS ${mailbox}-other (MESSAGES)
        S* * STATUS ${mailbox}-other (MESSAGES 2)
        S: a4 OK
        """

    @M-robust-room-again @SHOULD
    Scenario: What is removed makes room
      Then the dialogue is:
        """imap
        C: a1 COPY 1 ${mailbox}
        S: a1 OK
        C: a2 COPY 1 ${mailbox}
        S? a2 OK
        S: a2 NO
        C: a3 STORE 1 +FLAGS (\Deleted)
        S: a3 OK
        C: a4 EXPUNGE
        S: a4 OK
        C: a5 COPY 1 ${mailbox}
        S: a5 OK
        """
