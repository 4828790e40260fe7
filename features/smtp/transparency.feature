@needs-smtp
Feature: Transparency
  A client doubles a dot that begins a line, so that no line of a message is a single dot; the server takes it away again
  (RFC 5321 §4.5.2).

  Rule: The first dot of a longer line is deleted

    @R5321-4.5.2-b @MUST @chapter-smtp-3
    Scenario Outline: A line of <what> loses its first dot
      Given the message dots:
        """
        From: Sender <${sender}>
        Subject: ${id}

        before
        <kept>
        after
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C: From: Sender <${sender}>
        C: Subject: ${id}
        C:
        C: before
        C: <sent>
        C: after
        C: .
        S: 250
        """
      And alice receives the message dots

      Examples:
        | what                       | sent       | kept      |
        | one dot and text           | .unstuffed | unstuffed |
        | three dots                 | ...        | ..        |
        | four dots                  | ....       | ...       |
        | two dots and text          | ..text     | .text     |
        | three dots and text        | ...text    | ..text    |
        | two dots, a space and text | .. text    | . text    |
        | dots on both ends          | ..text.    | .text.    |
        | two dots                   | ..         | .         |
        | two dots and a space       | ..${SP}    | .${SP}    |
        | two dots and a tab         | ..${TAB}   | .${TAB}   |
        | one dot and a space        | .${SP}     | ${SP}     |

    @R5321-4.5.2-b @MUST
    Scenario: Only the first dot counts, and only at the beginning of a line
      Given the message dots:
        """
        From: Sender <${sender}>
        Subject: ${id}

        a.
        a..
        a...b
         .
         ..
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${dots}
        C: .
        S: 250
        """
      And alice receives the message dots

    @R5321-4.5.2-b @MUST
    Scenario: A dot at the beginning of the first line of the body is deleted
      Given the message dots:
        """
        From: Sender <${sender}>
        Subject: ${id}

        .first
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C: From: Sender <${sender}>
        C: Subject: ${id}
        C:
        C: ..first
        C: .
        S: 250
        """
      And alice receives the message dots

    # A field's name may begin with a dot.
    @R5321-4.5.2-b @MUST
    Scenario: A dot at the beginning of the very first line is deleted
      Given the message dots:
        """
        .First: 1
        From: Sender <${sender}>
        To: Alice <${alice}>
        Date: Fri, 21 Nov 1997 10:00:00 +0000
        Message-ID: <${id}@example.test>
        Subject: ${id}

        Below a strange field.
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ .${dots}
        C: .
        S: 250
        """
      And alice receives the message dots
      And the received message ends with the message dots
      And the received message does not contain: ..First

    @R5321-4.5.2-b @MUST
    Scenario: A dot at the beginning of the last line is deleted
      Given the message dots:
        """
        From: Sender <${sender}>
        Subject: ${id}

        the last line is a dot
        .
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C: From: Sender <${sender}>
        C: Subject: ${id}
        C:
        C: the last line is a dot
        C: ..
        C: .
        S: 250
        """
      And alice receives the message dots

    @R5321-4.5.2-b @MUST
    Scenario: Many lines of dots are all kept
      Given the message dots:
        """
        From: Sender <${sender}>
        Subject: ${id}

        ${500 * ".${CRLF}"}end
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C: From: Sender <${sender}>
        C: Subject: ${id}
        C:
        C~ ${500 * "..${CRLF}"}
        C: end
        C: .
        S: 250
        """
      And alice receives the message dots

    @R5321-4.5.2-b @MUST
    Scenario: A doubled dot is recognised where a write ends between the two
      Given the message dots:
        """
        From: Sender <${sender}>
        Subject: ${id}

        before
        .after
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C: From: Sender <${sender}>
        C: Subject: ${id}
        C:
        C~ before${CR}
        C~ ${LF}
        C~ .
        C~ .after
        C~ ${CRLF}.${CRLF}
        S: 250
        """
      And alice receives the message dots
