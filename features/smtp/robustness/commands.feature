@needs-smtp @hostile
Feature: Commands from hostile clients
  Whatever comes instead of a command, the server answers it, or hangs up, and goes on serving others.

  Rule: A NUL ends nothing

    # A server that reads up to the NUL would take the first half for all of it.
    @M-robust-nul-command @SHOULD
    Scenario Outline: <what> with a NUL is refused
      Given an SMTP session <state>
      Then the dialogue is:
        """smtp
        C~ <command>${CRLF}
        S? ${closed}
        S: 421/5xx
        """

      Examples:
        | what        | state      | command                                 |
        | A verb      | after EHLO | RSET${NUL}                              |
        | A MAIL      | after EHLO | MAIL FROM:<${sender}>${NUL}             |
        | A RCPT      | after MAIL | RCPT TO:<${alice}>${NUL}                |
        | A path      | after MAIL | RCPT TO:<${alice}${NUL}@elsewhere.test> |
        | A host name | greeted    | EHLO ${helo}${NUL}                      |

  Rule: A verb is made of letters

    # Postfix says 221 to what does not look like SMTP at all, and hangs up.
    @M-robust-octets @SHOULD
    Scenario Outline: A verb <with> is not understood
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C~ <command>${CRLF}
        S? ${closed}
        S: 221/421/5xx
        """

      Examples:
        | with                      | command        |
        | with a high bit           | R${xD3}ET      |
        | after a control character | ${x01}RSET     |
        | after a byte order mark   | ${xEFBBBF}RSET |
        | with a backspace          | RSS${x08}ET    |

  Rule: Other protocols are turned away

    # A browser can be made to post SMTP to a mail server (cross-protocol scripting).
    @M-robust-other-protocol @SHOULD
    Scenario Outline: <what> is refused
      Given an SMTP session greeted
      When the client sends: <line>
      Then the reply is 221/421/5xx

      Examples:
        | what                 | line                             |
        | A web page's address | GET / HTTP/1.1                   |
        | A web form           | POST / HTTP/1.1                  |
        | A proxy request      | CONNECT mail.example:25 HTTP/1.1 |
        | A login of IMAP      | a1 LOGIN alice secret            |
        | A login of POP3      | USER alice                       |
        | A greeting of LMTP   | LHLO ${helo}                     |

  Rule: What one client sends harms no other

    @M-robust-garbage @SHOULD
    Scenario Outline: After <what> the server greets the next client
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C~ <octets>
        S2: 220
        C2: EHLO ${helo}
        S2: 250
        C: ${reset}
        """

      Examples:
        | what                       | octets                                      |
        | a TLS handshake            | ${x16030100C8010000C40303}${200 * "${x5A}"} |
        | a thousand NULs            | ${1000 * "${NUL}"}                          |
        | a thousand octets 255      | ${1000 * "${xFF}"}                          |
        | a thousand bare CRs        | ${1000 * "${CR}"}                           |
        | a line of a million octets | ${1000000 * "a"}                            |

    @M-robust-long-line @SHOULD @strain
    Scenario: A line of a million octets gets one reply at most
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C~ NOOP ${1000000 * "a"}${CRLF}
        S? ${closed}
        S: 250/5xx
        C: RSET
        S: 250
        """
