@needs-pop3 @needs-pop3-LANG
Feature: LANG
  A client chooses the language of the server's texts (RFC 6856 §3).

  Rule: The languages are listed

    @R6856-3.2-c @MUST
    Scenario Outline: LANG lists tags and names in a session <state>
      Given a POP3 session <state>
      Then the dialogue is:
        """pop3
        C: LANG
        S? -ERR
        S: +OK
        """
      And every line of the last reply is a language listing

      Examples:
        | state         |
        | before login  |
        | authenticated |

  Rule: A language is chosen

    @R6856-3.2-a @MUST
    Scenario: A language of the list is answered with its tag
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: LANG
        S? -ERR
        S: +OK
        S* ${tag:atom}${*}
        C: LANG ${tag}
        S: +OK ${*:atom}${SP}
        """

    @R6856-3.2-d @MUST
    Scenario: The language of the house is answered with its tag
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: LANG *
        S? -ERR
        S: +OK ${*:atom}${SP}
        """

    @R6856-3.2-b @MUST
    Scenario Outline: <tag> is not spoken
      Given a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: LANG <tag>
        S: -ERR
        C: ${alive}
        """

      Examples:
        | tag  |
        | zxx  |
        | i-no |
