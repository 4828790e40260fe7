@needs-imap @chapter-imap-4
Feature: Substrings of a section
  A client reads a text piece by piece (RFC 3501 §6.4.5, §7.4.2; RFC 9051 §6.4.5, §7.5.2).

  Rule: A substring of a section is counted in octets

    @R3501-6.4.5-l @R9051-6.4.5-l @R3501-6.4.5-n @R9051-6.4.5-n @MUST
    Scenario Outline: <partial> of the text is <octets>
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY.PEEK[TEXT]<partial>
        S* * 1 FETCH (BODY[TEXT]<origin> "<octets>")
        S: a1 OK
        """

      Examples:
        | partial        | origin | octets                                                      |
        | <0.5>          | <0>    | Plain                                                       |
        | <6.5>          | <6>    | words                                                       |
        | <13.4>         | <13>   | n${CRLF}t                                                   |
        | <0.1>          | <0>    | P                                                           |
        | <28.14>        | <28>   | ${CRLF}and no more.                                         |
        | <30.100>       | <30>   | and no more.${CRLF}                                         |
        | <0.4294967295> | <0>    | Plain words on${CRLF}three lines,${CRLF}and no more.${CRLF} |

    @R3501-6.4.5-m @R9051-6.4.5-m @MUST
    Scenario Outline: <partial>, which begins behind the end, is an empty string
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY.PEEK[TEXT]<partial>
        S* * 1 FETCH (BODY[TEXT]<origin> "")
        S: a1 OK
        """

      Examples:
        | partial   | origin  |
        | <44.10>   | <44>    |
        | <99999.1> | <99999> |

    @R3501-7.4.2-3 @R9051-7.5.2-8 @MUST
    Scenario: Nothing is cut where the client did not ask for it
      Given the mailbox holds:
        | message |
        | minutes |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY.PEEK[]<0.100000>
        S* * 1 FETCH (BODY[]<0> ${whole:string})
        S: a1 OK
        C: a2 FETCH 1 BODY.PEEK[]
        S* * 1 FETCH (BODY[] ${whole})
        S! * 1 FETCH (BODY[]<0> ${*})
        S: a2 OK
        """

    @R3501-6.4.5-o @R9051-6.4.5-o @MUST
    Scenario: Of HEADER.FIELDS the selected lines are counted
      Given the mailbox holds:
        | message |
        | folded  |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 BODY.PEEK[HEADER.FIELDS (TO)]<4.5>
        S* * 1 FETCH (BODY[HEADER.FIELDS ${*}]<4> "bert@")
        S: a1 OK
        """

    @R3501-6.4.5-l @R9051-6.4.5-l @MUST
    Scenario: Two substrings of one section can be fetched at once
      Given the mailbox holds:
        | message |
        | plain   |
      And an IMAP session with the mailbox selected
      Then the dialogue is:
        """imap
        C: a1 FETCH 1 (BODY.PEEK[TEXT]<0.5> BODY.PEEK[TEXT]<6.5>)
        S* * 1 FETCH (BODY[TEXT]<0> "Plain" BODY[TEXT]<6> "words")
        S: a1 OK
        """
