@hostile @strain
Feature: Bombs
  What is small to send and large to work on is answered in time or refused, and others are served meanwhile. What SMTP makes of such messages stands in
  mime/robustness, nested keys of SEARCH in floods.

  Rule: A structure of any size is told or refused

    @M-robust-imap-bomb @SHOULD @needs-imap
    Scenario Outline: The structure of <what> is told or refused, and the next client is served
      Given the message bomb:
        """
        From: Ann <ann@elsewhere.test>
        Subject: bomb ${id}
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=cut

        <body>
        """
      And the mailbox holds:
        | message |
        | bomb    |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 (BODYSTRUCTURE ENVELOPE)
        S2: * OK
        C2: b1 NOOP
        S2: b1 OK
        S? * BYE
        S: a1 OK/NO/BAD
        C: ${alive}
        """

      Examples:
        | what                                  | body                                                                                                                |
        | ten thousand parts                    | ${10000 * "--cut${CRLF}${CRLF}x${CRLF}"}--cut--                                                                      |
        | ten thousand messages within messages | ${10000 * "--cut${CRLF}Content-Type: message/rfc822${CRLF}${CRLF}From: a@b.test${CRLF}${CRLF}x${CRLF}"}--cut--         |
        | four hundred levels of one boundary  | ${400 * "--cut${CRLF}Content-Type: multipart/mixed; boundary=cut${CRLF}${CRLF}"}--cut--                              |
        | four hundred levels of messages      | --cut${CRLF}${400 * "Content-Type: message/rfc822${CRLF}${CRLF}"}x                                                  |
        | a part of fifty thousand parameters   | --cut${CRLF}Content-Type: text/plain${50000 * "; a=b"}${CRLF}${CRLF}x${CRLF}--cut--                                    |

  Rule: A short command that asks for much is answered or refused

    @M-robust-imap-bomb @SHOULD @needs-imap
    Scenario Outline: <what> gets an answer, and the next client is served
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 <command>
        S2: * OK
        C2: b1 NOOP
        S2: b1 OK
        S? * BYE
        S: a1 OK/NO/BAD
        C: ${alive}
        """

      Examples:
        | what                                       | command                                                           |
        | A set of the whole mailbox 2,000 times     | FETCH ${2000 * "1:*,"}1 (UID FLAGS)                               |
        | A set of all numbers there can be          | UID FETCH ${500 * "1:4294967295,"}1 (FLAGS)                       |
        | A field that is asked for 2,000 times      | FETCH 1 BODY.PEEK[HEADER.FIELDS (${2000 * "Subject "}From)]       |
        | A message that is asked for 500 times      | FETCH 1 (${500 * "BODY.PEEK[] "}UID)                              |
        | A search for a thousand texts              | SEARCH ${1000 * "TEXT aaaaaaab "}ALL                              |
        | A search of a thousand sets                | SEARCH ${1000 * "OR 1:* "}ALL                                     |
        | A list of patterns of a thousand asterisks | LIST "" "${1000 * "*a"}b"                                         |
        | A keyword that is set 2,000 times          | STORE 1 +FLAGS (${2000 * "k "}last)                               |
