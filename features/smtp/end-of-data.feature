@needs-smtp
Feature: The end of the data
  CR LF, a dot and CR LF end a message, however they arrive (RFC 5321 §4.1.1.4, §4.5.2).

  Rule: A line of a single dot ends the data

    @R5321-4.5.2-a @MUST @chapter-smtp-3
    Scenario Outline: The end is recognised where a write ends <place>
      Given an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C: Subject: ${id}
        C:
        C~ text<first>
        C~ <second>
        S: 250
        C: ${alive}
        """

      Examples:
        | place               | first         | second          |
        | before the first CR |               | ${CRLF}.${CRLF} |
        | before the first LF | ${CR}         | ${LF}.${CRLF}   |
        | before the dot      | ${CRLF}       | .${CRLF}        |
        | after the dot       | ${CRLF}.      | ${CRLF}         |
        | before the last LF  | ${CRLF}.${CR} | ${LF}           |

    @R5321-4.5.2-a @MUST
    Scenario: The end is recognised where every octet is a write of its own
      Given an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C: Subject: ${id}
        C:
        C~ t
        C~ ${CR}
        C~ ${LF}
        C~ .
        C~ ${CR}
        C~ ${LF}
        S: 250
        C: ${alive}
        """

    # No message has been sent then, strictly speaking: some servers refuse it.
    @R5321-4.5.2-a @MUST
    Scenario: A dot right after 354 ends the data as well
      Given an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C: .
        S: 250/4xx/5xx
        C: ${alive}
        """
