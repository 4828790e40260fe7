@needs-smtp @hostile
Feature: Unusual content
  A server refuses what it cannot carry, or carries it whole; it never delivers less than it confirmed (RFC 5321 §4.5.2, §6.1).

  Rule: A message is never cut

    @M-robust-whole-or-not @SHOULD
    Scenario Outline: A message with <what> is refused or arrives whole
      Given the message odd:
        """
        From: <${sender}>
        Subject: odd ${id}

        before
        <octets>
        after
        """
      And an SMTP session after DATA
      When the dialogue is:
        """smtp
        C~ ${odd}
        C: .
        S? ${closed}
        S? 4xx/5xx
        S: 250
        """
      Then alice receives the message odd

      Examples:
        | what                         | octets               |
        | a NUL                        | a${NUL}b             |
        | a line of NULs               | ${10 * "${NUL}"}     |
        | a bare LF                    | a${LF}b              |
        | a bare CR                    | a${CR}b              |
        | LF and CR in the wrong order | a${LF}${CR}b         |
        | a control-Z                  | ${x1A}               |
        | a control-D                  | ${x04}               |
        | octets that are not UTF-8    | ${xFFFEC0AF}         |
        | a line of 999 octets         | ${999 * "x"}         |
        | a line of 1,000 octets       | ${1000 * "x"}        |
        | a line of 2,049 octets       | ${2049 * "x"}        |
        | a line of 100,000 octets     | ${100000 * "x"}      |
        | twenty thousand empty lines  | ${20000 * "${CRLF}"} |

    # 998 is the last length that must arrive (RFC 5321 §4.5.3.1.6): a cut there would leave a part of the line on a line of its own.
    @M-robust-whole-or-not @SHOULD
    Scenario Outline: A message with <what> in its header is refused or arrives
      Given the message odd:
        """
        From: <${sender}>
        Subject: odd header ${id}
        <field>

        text
        """
      And an SMTP session after DATA
      When the dialogue is:
        """smtp
        C~ ${odd}
        C: .
        S? ${closed}
        S? 4xx/5xx
        S: 250
        """
      Then alice receives the message odd

      Examples:
        | what                        | field                                 |
        | a NUL                       | X-Nul: a${NUL}b                       |
        | a field of 998 octets       | X-Long: ${990 * "x"}                  |
        | a field of 60,000 octets    | X-Long: ${60000 * "x"}                |
        | a field of a thousand lines | X-Long: x${1000 * "${CRLF} x"}        |
        | a thousand fields           | ${1000 * "X-Many: x${CRLF}"}X-Last: x |
        | octets above 127            | X-Eight: gr${xFC}n                    |

  Rule: Structure is no reason to fall over

    @M-robust-whole-or-not @SHOULD @strain

    Scenario: A message of a thousand nested parts is refused or arrives whole
      Given the message deep:
        """
        From: <${sender}>
        Subject: deep ${id}
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        ${1000 * "--b${CRLF}Content-Type: multipart/mixed; boundary=b${CRLF}${CRLF}"}--b

        text
        """
      And an SMTP session after DATA
      When the dialogue is:
        """smtp
        C~ ${deep}
        C: .
        S? ${closed}
        S? 4xx/5xx
        S: 250
        """
      Then alice receives the message deep

  Rule: A large message is refused or arrives whole

    @M-robust-whole-or-not @SHOULD @slow @strain
    Scenario: Twenty million octets
      Given any message large of 20000000 octets
      And an SMTP session after DATA
      When the dialogue is:
        """smtp
        C~ ${large}
        C: .
        S? ${closed}
        S? 4xx/5xx
        S: 250
        """
      Then alice receives the message large
