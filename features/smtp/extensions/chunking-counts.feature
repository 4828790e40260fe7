@needs-smtp @needs-smtp-CHUNKING
Feature: Octets of a chunk
  A chunk is as many octets as BDAT says, whatever they are and wherever they end (RFC 3030 §2).

  Rule: A chunk ends by its count alone

    @R3030-2-b @MUST
    Scenario: Dots are neither an end nor doubled
      Given the message letter:
        """
        From: <${sender}>
        Subject: dots in a chunk ${id}

        before
        .
        ..
        .hidden
        after
        """
      And an SMTP session after RCPT
      When the dialogue is:
        """smtp
        C: BDAT ${letter.size} LAST
        C~ ${letter}
        S: 250
        """
      Then alice receives the message letter

    @R3030-2-b @MUST

    Scenario: Commands inside the count are content
      Given the message letter:
        """
        From: <${sender}>
        Subject: commands in a chunk ${id}

        RSET
        QUIT
        BDAT 5 LAST
        """
      And an SMTP session after RCPT
      When the dialogue is:
        """smtp
        C: BDAT ${letter.size} LAST
        C~ ${letter}
        S: 250
        C: ${alive}
        """
      Then alice receives the message letter

    @R3030-2-b @MUST

    Scenario: A count that is too large takes the next command for content
      Given the message letter:
        """
        From: <${sender}>
        Subject: counted too much ${id}

        The line below was meant as a command.
        RSET
        """
      And an SMTP session after RCPT
      When the dialogue is:
        """smtp
        C: BDAT ${letter.size} LAST
        C~ From: <${sender}>${CRLF}Subject: counted too much ${id}${CRLF}${CRLF}
        C~ The line below was meant as a command.${CRLF}
        C: RSET
        S: 250
        C: ${alive}
        """
      Then alice receives the message letter

    # The rest is “invalid commands” (§2); who takes it for an attack may say so and hang up.
    @R3030-2-13 @MUST

    Scenario: Octets beyond the count are refused as a command
      Given any message letter
      And an SMTP session after RCPT
      When the dialogue is:
        """smtp
        C: BDAT ${letter.size} LAST
        C~ ${letter}${x80FF}${NUL}octets beyond the count${CRLF}
        S: 250
        S? ${closed}
        S: 221/421/5xx
        """
      Then alice receives the message letter

    @R3030-2-c @MUST
    Scenario: A chunk may end inside a line, and between CR and LF
      Given the message letter:
        """
        From: <${sender}>
        Subject: cut lines ${id}

        one line
        another
        """
      And an SMTP session after RCPT
      When the dialogue is:
        """smtp
        C: BDAT ${letter.size - 16}
        C~ From: <${sender}>${CRLF}Subject: cut lines ${id}${CRLF}${CRLF}one
        S: 250
        C: BDAT 6
        C~ ${SP}line${CR}
        S: 250
        C: BDAT 10 LAST
        C~ ${LF}another${CRLF}
        S: 250
        """
      Then alice receives the message letter

    @R3030-2-c @MUST

    Scenario: A command line and its chunk may arrive in pieces
      Given the message letter:
        """
        From: <${sender}>
        Subject: in pieces ${id}

        The chunk came in three writes.
        """
      And an SMTP session after RCPT
      When the dialogue is:
        """smtp
        C~ BD
        C~ AT ${letter.size} LAST${CR}
        C~ ${LF}From: <${sender}>${CRLF}Subj
        C~ ect: in pieces ${id}${CRLF}${CRLF}The chunk came
        C~ ${SP}in three writes.${CRLF}
        S: 250
        """
      Then alice receives the message letter

  Rule: BDAT has a count and perhaps LAST

    # A server that cannot know how much follows may hang up after its reply.
    @R3030-2-h @SHOULD
    Scenario Outline: BDAT with <what> is refused
      Given an SMTP session after RCPT
      When the client sends: <command>
      Then the reply is 5xx

      Examples:
        | what          | command     |
        | nothing       | BDAT        |
        | LAST alone    | BDAT LAST   |
        | a word        | BDAT x LAST |
        | a minus sign  | BDAT -1     |
        | a plus sign   | BDAT +1     |
        | a hexadecimal | BDAT 0x5    |

    @R3030-2-h @SHOULD
    Scenario: Another word than LAST is refused
      Given an SMTP session after RCPT
      Then the dialogue is:
        """smtp
        C: BDAT 5 FIRST
        C~ hello
        S: 5xx
        """
