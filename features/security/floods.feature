@hostile @strain
Feature: Floods
  What has no end gets an answer, or its connection is closed; meanwhile and afterwards others are served. Floods of SMTP's own commands stand in
  smtp/robustness.

  Rule: Half a command holds up nobody

    @M-robust-garbage @SHOULD @needs-pop3
    Scenario Outline: Beside a line of POP3 without an end, <what>, the next client is served
      Given a POP3 session greeted
      Then the dialogue is:
        """pop3
        C~ <octets>
        S2: +OK
        C2: QUIT
        S2: +OK
        C: ${reset}
        """

      Examples:
        | what                 | octets                                      |
        | of a million letters | USER ${1000000 * "a"}                       |
        | of a TLS handshake   | ${x16030100C8010000C40303}${200 * "${x5A}"} |
        | of NULs              | ${100000 * "${NUL}"}                        |

    @M-robust-garbage @SHOULD @needs-imap
    Scenario Outline: Beside a command of IMAP without an end, <what>, the next client is served
      Given an IMAP session greeted
      Then the dialogue is:
        """imap
        C~ <octets>
        S2: * OK
        C2: a1 NOOP
        S2: a1 OK
        C: ${reset}
        """

      Examples:
        | what                     | octets                                      |
        | of a million letters     | a1 LOGIN ${1000000 * "a"}                   |
        | of a quote left open     | a1 LOGIN "${1000000 * "a"}                  |
        | of a million parentheses | a1 ID ${1000000 * "("}                      |
        | of a TLS handshake       | ${x16030100C8010000C40303}${200 * "${x5A}"} |
        | of NULs                  | ${100000 * "${NUL}"}                        |

    @M-robust-garbage @SHOULD @needs-lmtp
    Scenario Outline: Beside a line of LMTP without an end, <what>, the next client is served
      Given an LMTP session greeted
      Then the dialogue is:
        """lmtp
        C~ <octets>
        S2: 220
        C2: LHLO ${helo}
        S2: 250
        C: ${reset}
        """

      Examples:
        | what                 | octets               |
        | of a million letters | LHLO ${1000000 * "a"} |
        | of NULs              | ${100000 * "${NUL}"} |

    @M-robust-garbage @SHOULD @needs-smtp
    Scenario: Beside content without an end the next client is served
      Given an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ Subject: endless ${id}${CRLF}${CRLF}${2000000 * "a"}
        S2: 220
        C2: EHLO ${helo}
        S2: 250
        C: ${reset}
        """

    # The count is the last that SMTP servers read as a number in 32 bits; the octets never come.
    @M-robust-garbage @SHOULD @needs-smtp-CHUNKING
    Scenario: Beside a chunk of four gigabytes the next client is served
      Given an SMTP session after RCPT
      Then the dialogue is:
        """smtp
        C: BDAT 4294967295 LAST
        S2: 220
        C2: EHLO ${helo}
        S2: 250
        C: ${reset}
        """

  Rule: What is nested without measure is answered or refused

    @M-robust-imap-nesting @SHOULD @needs-imap
    Scenario Outline: <what> gets an answer, and the next client is served
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 <command>
        S? * BYE
        S: a1 OK/NO/BAD
        S2: * OK
        C2: a1 NOOP
        S2: a1 OK
        """

      Examples:
        | what                              | command                                             |
        | SEARCH in 10,000 parentheses      | SEARCH ${10000 * "("}SEEN${10000 * ")"}             |
        | SEARCH with 10,000 times NOT      | SEARCH ${10000 * "NOT "}SEEN                        |
        | SEARCH with 5,000 times OR        | SEARCH ${5000 * "OR SEEN "}SEEN                     |
        | FETCH in 10,000 parentheses       | FETCH 1 ${10000 * "("}FLAGS${10000 * ")"}           |
        | STORE in 10,000 parentheses       | STORE 1 FLAGS ${10000 * "("}${10000 * ")"}          |
        | FETCH of a part of 10,000 levels  | FETCH 1 BODY[1${10000 * ".1"}]                      |

  Rule: A number without measure is a number or an error

    @M-robust-imap-nesting @SHOULD @needs-imap
    Scenario Outline: <what> of 100 digits gets an answer
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 <command>
        S? * BYE
        S: a1 OK/NO/BAD
        C: ${alive}
        """

      Examples:
        | what                | command                                 |
        | A sequence number   | FETCH ${100 * "9"} FLAGS                |
        | A UID               | UID FETCH ${100 * "9"} FLAGS            |
        | A part number       | FETCH 1 BODY[${100 * "9"}]              |
        | A partial's start   | FETCH 1 BODY[]<${100 * "9"}.1>          |
        | A size to search by | SEARCH LARGER ${100 * "9"}              |
