@needs-smtp @hostile
Feature: Messages out of all proportion
  Carried whole, or refused with a clear reply: never mangled, never the end of the server.

  Rule: A message is carried whole or refused

    @M-robust-mime-header @SHOULD
    Scenario: A header section of 50 KB
      Given the message wide:
        """
        From: Ann Author <ann@elsewhere.test>
        Subject: ${id}
        ${600 * "X-Wide: a field that makes the header section wider and wider, line by line, on and on${CRLF}"}X-Last: yes

        The body.
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${wide}
        C: .
        S? 5xx
        S: 250
        """
      And alice receives the message wide
      And the received message has the header field: X-Last: yes

    @M-robust-mime-parts @SHOULD @strain
    Scenario: A multipart of 10,000 parts
      Given the message many:
        """
        From: Ann Author <ann@elsewhere.test>
        Subject: ${id}
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=cut

        ${10000 * "--cut${CRLF}${CRLF}A part.${CRLF}"}--cut--
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${many}
        C: .
        S? 5xx
        S: 250
        """
      And alice receives the message many

    @M-robust-mime-levels @SHOULD @strain
    Scenario: Two hundred levels of messages within messages
      Given the message deep:
        """
        From: Ann Author <ann@elsewhere.test>
        Subject: ${id}
        ${200 * "MIME-Version: 1.0${CRLF}Content-Type: message/rfc822${CRLF}${CRLF}"}
        The innermost text.
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${deep}
        C: .
        S? 5xx
        S: 250
        """
      And alice receives the message deep

    @M-robust-mime-levels @SHOULD @strain
    Scenario: Two hundred levels of multiparts that never end
      Given the message unended:
        """
        From: Ann Author <ann@elsewhere.test>
        Subject: ${id}
        MIME-Version: 1.0
        ${200 * "Content-Type: multipart/mixed; boundary=cut${CRLF}${CRLF}--cut${CRLF}"}
        The innermost text.
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${unended}
        C: .
        S? 5xx
        S: 250
        """
      And alice receives the message unended

    @M-robust-mime-boundary @SHOULD
    Scenario Outline: A boundary of <length> octets
      Given the message bounded:
        """
        From: Ann Author <ann@elsewhere.test>
        Subject: ${id}
        MIME-Version: 1.0
        Content-Type: multipart/mixed;
         boundary="${<length> * "b"}"

        --${<length> * "b"}

        The only part.
        --${<length> * "b"}--
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${bounded}
        C: .
        S? 5xx
        S: 250
        """
      And alice receives the message bounded

      Examples:
        | length |
        | 70     |
        | 71     |
        | 900    |

    @M-robust-mime-parameters @SHOULD
    Scenario: A Content-Type of a thousand parameters
      Given the message parameters:
        """
        From: Ann Author <ann@elsewhere.test>
        Subject: ${id}
        MIME-Version: 1.0
        Content-Type: text/plain${1000 * ";${CRLF} name=value"}

        The body.
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${parameters}
        C: .
        S? 5xx
        S: 250
        """
      And alice receives the message parameters
      And the received message has the header field: Content-Type: text/plain${1000 * "; name=value"}

    @M-robust-mime-header @SHOULD
    Scenario: A To field of two thousand addresses
      Given the message crowd:
        """
        From: Ann Author <ann@elsewhere.test>
        Subject: ${id}
        To: bert@example.test${2000 * ",${CRLF} bert@example.test"}

        The body.
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${crowd}
        C: .
        S? 5xx
        S: 250
        """
      And alice receives the message crowd
      And the received message has the header field: To: bert@example.test${2000 * ", bert@example.test"}
