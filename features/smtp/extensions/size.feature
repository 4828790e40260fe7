@needs-smtp @needs-smtp-SIZE
Feature: Message size declaration
  A server tells the largest message that it takes; a client tells how large its message is before it sends it (RFC 1870).

  Rule: The EHLO reply may tell the largest message

    @R1870-3-a @MAY
    Scenario: SIZE comes with a number
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* SIZE ${*:number}
        """

  Rule: MAIL may declare the size

    @R1870-4-a @MUST
    Scenario Outline: <what> may be declared
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> <parameter>
      Then the reply is 250

      Examples:
        | what                               | parameter                 |
        | A thousand octets                  | SIZE=1000                 |
        | One octet                          | SIZE=1                    |
        | Nothing                            | SIZE=0                    |
        | A thousand octets in twenty digits | SIZE=00000000000000001000 |

    @R1870-4-a @MUST
    Scenario: The null reverse-path may declare a size as well
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<> SIZE=1000
        S: 250
        """

    @R1870-3-b @SHOULD
    Scenario Outline: <what> is no size
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> <parameter>
      Then the reply is 5xx

      Examples:
        | what                  | parameter                  |
        | SIZE without a value  | SIZE                       |
        | An empty value        | SIZE=                      |
        | A word                | SIZE=large                 |
        | A negative number     | SIZE=-1                    |
        | A fraction            | SIZE=10.5                  |
        | A number with a unit  | SIZE=10k                   |
        | A hexadecimal number  | SIZE=0x10                  |
        | A number of 21 digits | SIZE=000000000000000001000 |

    @R1870-6-a @SHOULD
    Scenario: Two sizes in one MAIL are refused
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> SIZE=1000 SIZE=2000
      Then the reply is 5xx

    @R1870-4-a @MUST @needs-smtp-8BITMIME
    Scenario: A size goes with other parameters
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> BODY=8BITMIME SIZE=1000
      Then the reply is 250

  Rule: The declaration is an estimate, not a length

    @R1870-6-3 @MUST
    Scenario: Content beyond the declared size belongs to the message
      Given the message letter:
        """
        From: <${sender}>
        Subject: longer than declared ${id}

        Ten octets were declared.
        RSET
        The end is further down.
        """
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}> SIZE=10
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S? 4xx/5xx
        S: 250
        C: ${alive}
        """
      Then alice receives the message letter

    @R1870-6-3 @MUST
    Scenario: The end of the data ends a message that is shorter than declared
      Given any message letter
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}> SIZE=10000
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S: 250
        C: ${alive}
        """
      Then alice receives the message letter

    @R1870-6.1-2 @MAY
    Scenario: A message may be a little larger than declared
      Given any message letter
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}> SIZE=${letter.size - 10}
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S: 250
        """

  Rule: A declaration that was accepted counts

    @R1870-6.3-1 @SHOULD
    Scenario: A message of the declared size is not refused as too large
      Given any message letter of 40000 octets
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}> SIZE=${letter.size}
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}
        C: .
        S? 4xx/550/554
        S: 250
        """
