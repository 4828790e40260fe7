@needs-smtp
Feature: What a message may hold
  A server takes what it is sent and is no judge of header fields (RFC 5321 §3.3, §3.7.2, §4.5.3.1.8, §6.3).

  Rule: Faults of the header section are no reason to refuse a message

    @R5321-3.3-12 @SHOULD
    Scenario Outline: A message <fault> is taken
      Given an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ <content>
        C: .
        S: 250
        """

      Examples:
        | fault                             | content                                                                                                                                                       |
        | without a body                    | From: a@example.test${CRLF}Subject: ${id}${CRLF}                                                                                                              |
        | without From and Date             | Subject: ${id}${CRLF}${CRLF}Hello.${CRLF}                                                                                                                     |
        | with two From fields              | From: a@example.test${CRLF}From: b@example.test${CRLF}Subject: ${id}${CRLF}${CRLF}Hello.${CRLF}                                                               |
        | with two Subject fields           | From: a@example.test${CRLF}Subject: ${id}${CRLF}Subject: again${CRLF}${CRLF}Hello.${CRLF}                                                                     |
        | with a header line without colon  | From: a@example.test${CRLF}Subject: ${id}${CRLF}no colon here${CRLF}${CRLF}Hello.${CRLF}                                                                      |
        | with a date that is none          | From: a@example.test${CRLF}Date: yesterday${CRLF}Subject: ${id}${CRLF}${CRLF}Hello.${CRLF}                                                                    |
        | with addresses that are none      | From: @@,;<${CRLF}To: <<>>${CRLF}Subject: ${id}${CRLF}${CRLF}Hello.${CRLF}                                                                                    |
        | with a Message-ID that is none    | From: a@example.test${CRLF}Message-ID: none${CRLF}Subject: ${id}${CRLF}${CRLF}Hello.${CRLF}                                                                   |
        | with an unknown MIME version      | From: a@example.test${CRLF}MIME-Version: 9.9${CRLF}Subject: ${id}${CRLF}${CRLF}Hello.${CRLF}                                                                  |
        | with a malformed Content-Type     | From: a@example.test${CRLF}MIME-Version: 1.0${CRLF}Content-Type: ;;${CRLF}Subject: ${id}${CRLF}${CRLF}Hello.${CRLF}                                           |
        | with an unknown transfer encoding | From: a@example.test${CRLF}MIME-Version: 1.0${CRLF}Content-Transfer-Encoding: rot13${CRLF}Subject: ${id}${CRLF}${CRLF}Uryyb.${CRLF}                           |
        | with a multipart without its end  | From: a@example.test${CRLF}MIME-Version: 1.0${CRLF}Content-Type: multipart/mixed; boundary=b${CRLF}Subject: ${id}${CRLF}${CRLF}--b${CRLF}${CRLF}Hello.${CRLF} |
        | without a header section          | ${CRLF}Nothing but a body, ${id}.${CRLF}                                                                                                                      |

    @R5321-3.3-13 @MUST
    Scenario Outline: A message <resent> is taken
      Given an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ <fields>${CRLF}From: a@example.test${CRLF}Subject: ${id}${CRLF}${CRLF}Sent again.${CRLF}
        C: .
        S: 250
        """

      Examples:
        | resent                               | fields                                                                                        |
        | with Resent-To and no Resent-From    | Resent-To: b@example.test                                                                     |
        | with Resent-To and no Resent-Date    | Resent-To: b@example.test${CRLF}Resent-From: a@example.test                                   |
        | with more Resent-From than Resent-To | Resent-From: a@example.test${CRLF}Resent-From: c@example.test${CRLF}Resent-To: b@example.test |

    @R5321-3.7.2-2 @MUST
    Scenario Outline: A message with a Received field <oddity> is taken
      Given an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ Received: <value>${CRLF}From: a@example.test${CRLF}Subject: ${id}${CRLF}${CRLF}From far away.${CRLF}
        C: .
        S: 250
        """

      Examples:
        | oddity                | value                                                            |
        | without a date        | from a by b                                                      |
        | with a date of old    | from a by b; Fri, 21 Nov 97 10:00 EST                            |
        | in a style of its own | by mail.example.test (Whatever 1.0) on Tuesday                   |
        | with unknown clauses  | from a by b under water at noon; Fri, 21 Nov 1997 10:00:00 +0000 |

    @R5321-3.7.2-2 @MUST
    Scenario: A message with an empty Return-Path field is taken
      Given an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C: Return-Path:
        C: From: a@example.test
        C: Subject: ${id}
        C:
        C: From nowhere.
        C: .
        S: 250
        """

  Rule: The number of recipients in the header section is no reason either

    @R5321-4.5.3.1.8-2 @SHOULD
    Scenario: A message with five hundred addresses in To is taken
      Given an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C: From: a@example.test
        C~ To: b@example.test${500 * ",${CRLF} b@example.test"}${CRLF}
        C: Subject: ${id}
        C:
        C: To nearly everybody.
        C: .
        S: 250
        """

  Rule: A message that has come far is not a loop yet

    @R5321-6.3-1 @SHOULD
    Scenario: A message with 99 Received fields is taken
      Given an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${99 * "Received: from a.test by b.test; Fri, 21 Nov 1997 10:00:00 +0000${CRLF}"}
        C: From: a@example.test
        C: Subject: ${id}
        C:
        C: A long way.
        C: .
        S: 250
        """

  Rule: Octets with the high bit set need an extension

    @R5321-2.4-6 @MAY @hostile
    Scenario: Content with the high bit set is taken where no extension allowed it
      Given an SMTP session after HELO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C: Subject: ${id}
        C:
        C: Gr${xC3BC}${xC39F}e
        C: .
        S: 250
        """

    @R5321-2.4-11 @MAY @hostile @needs-smtp-8BITMIME
    Scenario: 8-bit content without MIME labels is taken
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}> BODY=8BITMIME
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C: Subject: ${id}
        C:
        C: Gr${xC3BC}${xC39F}e
        C: .
        S: 250
        """
