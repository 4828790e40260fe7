@needs-imap-PREVIEW=
Feature: PREVIEW
  A few words of a message, for a list of messages (RFC 8970). What is meaningful is for the server to say: each message may get an empty string.

  Background:
    Given the message long:
      """
      From: Ann Author <ann@elsewhere.test>
      Subject: long ${id}
      Date: Tue, 5 Mar 2019 10:00:00 +0000
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: 8bit

      ${300 * "ü"}
      """
    And the message page:
      """
      From: Ann Author <ann@elsewhere.test>
      Subject: page ${id}
      Date: Tue, 5 Mar 2019 10:00:00 +0000
      MIME-Version: 1.0
      Content-Type: text/html; charset=utf-8

      <p class="first">Rich <b>words</b> on a page.</p>
      """
    And the mailbox holds:
      | message     |
      | plain       |
      | alternative |
      | page        |
      | long        |
      | image       |
      | menu        |
    And an IMAP session with the mailbox selected

  Rule: FETCH brings a string

    @R8970-3.2-3 @R8970-3.2-6 @MUST
    Scenario: FETCH (PREVIEW) brings a string for each message, and NIL for none
      Then the dialogue is:
        """imap
        C: a1 FETCH 1:6 (PREVIEW)
        S* * 1 FETCH (PREVIEW "${*}")
        S* * 2 FETCH (PREVIEW "${*}")
        S* * 3 FETCH (PREVIEW "${*}")
        S* * 4 FETCH (PREVIEW "${*}")
        S* * 5 FETCH (PREVIEW "${*}")
        S* * 6 FETCH (PREVIEW "${*}")
        S: a1 OK
        """

    @R8970-3.1-a @MUST
    Scenario: PREVIEW may stand alone
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 PREVIEW
        S* * 1 FETCH (PREVIEW ${*})
        S: a1 OK
        """

    @R8970-6-a @MUST
    Scenario: It stands beside other items
      Then the dialogue is:
        """imap
        C: a1 UID FETCH 1:* (UID preview ENVELOPE RFC822.SIZE)
        S* * 1 FETCH (UID ${*:number} PREVIEW ${*} ENVELOPE (${*}) RFC822.SIZE ${plain.size})
        S: a1 OK
        """

    @R8970-3.1-a @MUST
    Scenario: PREVIEW sets no \Seen
      Then the dialogue is:
        """imap
        C: a1 FETCH 1:6 (PREVIEW)
        S: a1 OK
        C: a2 FETCH 1 (FLAGS)
        S* * 1 FETCH (FLAGS ())
        S: a2 OK
        """

    @R8970-3.2-1 @SHOULD
    Scenario: A message gets the same string each time
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 (PREVIEW)
        S* * 1 FETCH (PREVIEW ${words:string})
        S: a1 OK
        C: a2 STORE 1 +FLAGS.SILENT (\Flagged)
        S: a2 OK
        C: a3 FETCH 1 (PREVIEW)
        S* * 1 FETCH (PREVIEW ${again:string = words})
        S: a3 OK
        """

  Rule: A client that is in a hurry says LAZY

    @R8970-4.1-2 @MUST
    Scenario: FETCH takes LAZY
      Then the dialogue is:
        """imap
        C: a1 FETCH 1:2 (PREVIEW (LAZY))
        S* * 1 FETCH (PREVIEW ${*})
        S* * 2 FETCH (PREVIEW ${*})
        S: a1 OK
        """

    @R8970-4.1-2 @R8970-6-a @MUST
    Scenario: LAZY stands among other items, in any case
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 (ENVELOPE preview (lazy) RFC822.SIZE)
        S* * 1 FETCH (ENVELOPE (${*}) PREVIEW ${*} RFC822.SIZE ${plain.size})
        S: a1 OK
        """

  Rule: The string is text as people read it

    @R8970-3.2-a @SHOULD
    Scenario: It has words of the message
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 (PREVIEW)
        S* * 1 FETCH (PREVIEW "${*}Plain words${*}")
        S: a1 OK
        """

    @R8970-3.3-3 @SHOULD
    Scenario: It has no markup
      Then the dialogue is:
        """imap
        C: a1 FETCH 2:3 (PREVIEW)
        S! * 2 FETCH (PREVIEW "${*}<p>${*}")
        S! * 3 FETCH (PREVIEW "${*}<b>${*}")
        S! * 3 FETCH (PREVIEW "${*}class=${*}")
        S: a1 OK
        """

    @R8970-3.3-2 @MUST
    Scenario: What came in quoted-printable and in another charset is in UTF-8, and in no transfer encoding
      Then the dialogue is:
        """imap
        C: a1 FETCH 6 (PREVIEW)
        S! * 6 FETCH (PREVIEW "${*}=E8${*}")
        S! * 6 FETCH (PREVIEW "${*}${xE8}${*}")
        S: a1 OK
        """

  Rule: The string is short

    @R8970-3.3-5 @MUST
    Scenario: It never has more than 256 characters
      Then the dialogue is:
        """imap
        C: a1 FETCH 4 (PREVIEW)
        S! * 4 FETCH (PREVIEW "${*}${257 * "ü"}${*}")
        S: a1 OK
        """

    @R8970-3.3-4 @SHOULD
    Scenario: It should have no more than 200
      Then the dialogue is:
        """imap
        C: a1 FETCH 4 (PREVIEW)
        S! * 4 FETCH (PREVIEW "${*}${201 * "ü"}${*}")
        S: a1 OK
        """
