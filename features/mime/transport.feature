@needs-delivery
Feature: A message is carried as it is
  MIME was made so that servers need not know of it: what stands in a message is for its readers (RFC 2045 §1, RFC 5321 §4.5.2).

  Rule: The body arrives octet by octet, whatever its encoding

    @R5321-4.5.2-c @MUST @chapter-mime-1 @chapter-mime-2
    Scenario Outline: A body in <encoding> arrives as it was sent
      Given alice's inbox is empty
      When alice is sent the message <message>
      Then alice receives the message <message>

      Examples:
        | encoding                      | message                 |
        | 7bit                          | latin-1                 |
        | base64                        | base64                  |
        | an encoding that nobody knows | unknown-encoding        |
        | quoted-printable              | quoted-printable        |
        | quoted-printable that is none | broken-quoted-printable |
        | base64 in uneven lines        | base64-lines            |
        | base64 that is none           | broken-base64           |

    @R6152-3-a @MUST @needs-delivery-8BITMIME @chapter-mime-2
    Scenario: A body in 8bit arrives as it was sent
      Given alice's inbox is empty
      When alice is sent the message utf8-text
      Then alice receives the message utf8-text

    @R3030-3-1 @MUST @needs-smtp-BINARYMIME @needs-smtp-CHUNKING
    Scenario: A body in binary arrives as it was sent
      Given the message binary:
        """
        From: Ann Author <ann@elsewhere.test>
        Subject: ${id}
        MIME-Version: 1.0
        Content-Type: application/octet-stream
        Content-Transfer-Encoding: binary

        ${NUL}${x01}${xFF}${CR}a bare CR, ${LF}a bare LF, and ${x80}${x81}
        .
        """
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}> BODY=BINARYMIME
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: BDAT ${binary.size} LAST
        C~ ${binary}
        S: 250
        """
      And alice receives the message binary

  Rule: Lines stay as they are

    @R5321-4.5.2-c @MUST
    Scenario Outline: A body with <lines> arrives as it was sent
      Given alice's inbox is empty
      When alice is sent the message <message>
      Then alice receives the message <message>

      Examples:
        | lines                                | message     |
        | lines of dots                        | dot-lines   |
        | lines that begin with From           | from-lines  |
        | white space at the ends of its lines | flowed-text |
        | empty lines at both ends             | blank-ends  |

    @R5321-4.5.3.1.6-a @MUST
    Scenario: A body with lines of 998 octets arrives as it was sent
      Given alice's inbox is empty
      When alice is sent the message long-line
      Then alice receives the message long-line
