@needs-imap @needs-pop3
Feature: One mailbox by IMAP and POP3
  Both protocols read the same messages, and what one removes is gone for the other (RFC 3501, RFC 1939).

  Rule: Both show the same octets

    # No RFC ties the two protocols together.
    @M-robust-one-store @SHOULD @chapter-agent-1 @chapter-pop-2
    Scenario: A message that IMAP appended is retrieved by POP3 as it is
      Given the message two-parts
      And alice's inbox is empty
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 APPEND INBOX {${two-parts.size}}
        S: +
        C: ${two-parts}
        S: a1 OK
        C: ${end}
        """
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: STAT
        S: +OK 1
        C: RETR 1
        S: +OK
        S| ${two-parts}
        """

    @M-robust-one-store @SHOULD
    Scenario: RFC822.SIZE is the size that POP3 lists
      Given the message eight-bit
      And alice's inbox is empty
      And an IMAP session authenticated
      Then the dialogue is:
        """imap
        C: a1 APPEND INBOX {${eight-bit.size}}
        S: +
        C: ${eight-bit}
        S: a1 OK
        C: a2 EXAMINE INBOX
        S: a2 OK
        C: a3 FETCH 1 RFC822.SIZE
        S* * 1 FETCH (RFC822.SIZE ${size:number})
        S: a3 OK
        C: ${end}
        """
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: LIST 1
        S: +OK 1 ${size}
        """

  Rule: What POP3 deletes IMAP does not show

    @M-robust-one-store @SHOULD @chapter-pop-2
    Scenario: A message that was deleted by POP3 is gone
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: RETR 2
        S: +OK
        S* Subject: ${kept:text}
        C: DELE 1
        S: +OK
        C: QUIT
        S: +OK
        S: ${closed}
        """
      Given an IMAP session with INBOX selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1:* (BODY.PEEK[HEADER.FIELDS (SUBJECT)])
        S* * 1 FETCH (BODY[HEADER.FIELDS ${*}] "${*}${kept}${*}")
        S! * 2 FETCH ${*}
        S: a1 OK
        """
