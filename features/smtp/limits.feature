@needs-smtp
Feature: Limits
  Sizes that every server takes (RFC 5321 §4.5.3.1). What goes beyond them may be refused.

  Rule: A local part of 64 octets is taken

    @R5321-4.5.3.1.1-a @R5321-4.5.3.1-1 @MUST
    Scenario: A reverse-path with a local part of 64 octets is no syntax error
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${64 * "a"}@${domain}>
      Then the reply is 250/4xx/52x/53x/550/551/552/553/554

    @R5321-4.5.3.1.1-a @R5321-4.5.3.1-1 @MUST
    Scenario: A forward-path with a local part of 64 octets is no syntax error
      Given an SMTP session after MAIL
      When the client sends: RCPT TO:<${64 * "a"}@${domain}>
      Then the reply is 250/251/4xx/52x/53x/550/551/552/553/554/556

  Rule: A domain of 255 octets is taken

    # No path has room for it; EHLO has. The limit is DNS's, which counts an octet before each label and one for the root:
    # the longest name that there can be has 253 characters, and more than that a server may call no domain.
    @R5321-4.5.3.1.2-a @R5321-4.5.3.1-1 @MUST
    Scenario: EHLO with a domain of 255 octets is no syntax error
      Given an SMTP session greeted
      When the client sends: EHLO ${63 * "a"}.${63 * "b"}.${63 * "c"}.${61 * "d"}
      Then the reply is 250/4xx/504/52x/53x/55x

  Rule: A path of 256 octets is taken

    @R5321-4.5.3.1.3-a @R5321-4.5.3.1-1 @MUST
    Scenario: A reverse-path of 256 octets is no syntax error
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${64 * "l"}@${63 * "a"}.${63 * "b"}.${56 * "c"}.test>
      Then the reply is 250/4xx/52x/53x/550/551/552/553/554

    @R5321-4.5.3.1.3-a @R5321-4.5.3.1-1 @MUST
    Scenario: A forward-path of 256 octets is no syntax error
      Given an SMTP session after MAIL
      When the client sends: RCPT TO:<${64 * "l"}@${63 * "a"}.${63 * "b"}.${56 * "c"}.test>
      Then the reply is 250/251/4xx/52x/53x/550/551/552/553/554/556

  Rule: A command line of 512 octets is taken

    # The parameter is unknown and may be refused; 500 would mean that the line is, unless the same is said of a short one: 500 is the
    # code of every syntax error, “this may include errors such as command line too long” (§4.2.3).
    @R5321-4.5.3.1.4-a @R5321-4.5.3.1-1 @MUST
    Scenario: A MAIL of 512 octets is not too long
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<> XMAILSPEC=a
        S? 500
        S: xxx
        C: MAIL FROM:<> XMAILSPEC=${487 * "a"}
        S: 250/4xx/501/503/504/52x/53x/55x
        """

    @R5321-4.5.3.1.4-a @R5321-4.5.3.1-1 @MUST
    Scenario: A RCPT of 512 octets is not too long
      Given an SMTP session after MAIL
      Then the dialogue is:
        """smtp
        C: RCPT TO:<postmaster> XMAILSPEC=a
        S? 500
        S: xxx
        C: RCPT TO:<postmaster> XMAILSPEC=${479 * "a"}
        S: 250/4xx/501/503/504/52x/53x/55x
        """

    # Who hangs up takes no part of the line for a command; that it says 421 first is asked below.
    @M-robust-long-line @SHOULD @hostile
    Scenario Outline: A command line of <length> octets gets one reply
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C~ NOOP ${<length> * "a"}${CRLF}
        S: 250/5xx
        C: RSET
        S: 250
        """

      Examples:
        | length |
        | 600    |
        | 2100   |
        | 5000   |
        | 20000  |

  Rule: A reply line has 512 octets at most

    @R5321-4.5.3.1.5-a @MUST
    Scenario Outline: The reply to <what> stays within 512 octets a line
      Given an SMTP session after MAIL
      When the client sends: <command>
      Then the reply is xxx
      And every line of the last reply is at most 512 octets long

      Examples:
        | what                          | command                          |
        | a RCPT of 500 octets          | RCPT TO:<${480 * "a"}@${domain}> |
        | a VRFY of 512 octets          | VRFY ${505 * "a"}                |
        | an unknown word of 512 octets | ${510 * "X"}                     |

  Rule: A text line of 1000 octets is taken

    @R5321-4.5.3.1.6-a @R5321-4.5.3.1-1 @MUST
    Scenario: A line of 998 characters and CR LF arrives whole
      Given the message long:
        """
        From: Sender <${sender}>
        Subject: ${id}

        ${998 * "x"}
        after
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${long}
        C: .
        S: 250
        """
      And alice receives the message long

    @R5321-4.5.3.1.6-b @MUST
    Scenario: The dot of transparency does not make a line too long
      Given the message long:
        """
        From: Sender <${sender}>
        Subject: ${id}

        .${997 * "x"}
        after
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C: From: Sender <${sender}>
        C: Subject: ${id}
        C:
        C: ..${997 * "x"}
        C: after
        C: .
        S: 250
        """
      And alice receives the message long

    @R5321-2.3.8-2 @MAY @hostile
    Scenario: A text line of 2000 octets is taken
      Given an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C: Subject: ${id}
        C:
        C: ${1998 * "x"}
        C: .
        S: 250
        """
