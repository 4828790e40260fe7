@needs-smtp @needs-smtp-SMTPUTF8
Feature: Internationalised mail
  Addresses and headers may be written in UTF-8 in a transaction that says SMTPUTF8 (RFC 6531).

  Rule: What is announced

    @R6531-3.1-1 @MUST
    Scenario: SMTPUTF8 has no parameter
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* SMTPUTF8
        """

    @R6531-3.1-6 @MUST
    Scenario: 8BITMIME is announced too
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* 8BITMIME
        """

    @R6531-3.7.1-2 @MUST
    Scenario: The server's name in the EHLO reply is ASCII
      Given an SMTP session after EHLO
      When the client sends: EHLO ${helo}
      Then the reply is 250
      And every line of the last reply is in ASCII

  Rule: MAIL may ask for it

    @R6531-3.1-a @MUST
    Scenario Outline: SMTPUTF8 in <case> is accepted at MAIL
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> <parameter>
      Then the reply is 250

      Examples:
        | case       | parameter |
        | upper case | SMTPUTF8  |
        | lower case | smtputf8  |

    @R6531-3.6-a @MUST
    Scenario: SMTPUTF8 goes with BODY=8BITMIME
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> SMTPUTF8 BODY=8BITMIME
      Then the reply is 250

    @R6531-3.6-a @MUST @needs-smtp-BINARYMIME
    Scenario: SMTPUTF8 goes with BODY=BINARYMIME
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> BODY=BINARYMIME SMTPUTF8
      Then the reply is 250

    @R6531-3.4-2 @MUST
    Scenario Outline: SMTPUTF8 with <what> is refused
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> <parameter>
      Then the reply is 5xx

      Examples:
        | what           | parameter    |
        | an empty value | SMTPUTF8=    |
        | a number       | SMTPUTF8=1   |
        | a word         | SMTPUTF8=YES |

  Rule: UTF-8 is accepted where an address can stand

    # The domain is the one of a sender that the target accepts; only the local part is new, and for that it may be refused, also
    # for now (RFC 5321 §3.3). A syntax error is no such answer.
    @R6531-3.2-1 @MUST
    Scenario Outline: The reverse-path may hold <script>
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<<text>.${sender}> SMTPUTF8
      Then the reply is 250/4xx/52x/53x/550/551/552/553/554

      Examples:
        | script             | text   |
        | Latin with accents | jörg   |
        | Greek              | πέτρος |
        | Cyrillic           | иван   |
        | Han                | 田中     |
        | an emoji           | 🙂      |

    # Whether such a recipient exists is another question: 550 and its kin are right answers, a syntax error is not.
    @R6531-3.2-1 @MUST
    Scenario Outline: <what> is no syntax error in RCPT
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}> SMTPUTF8
        S: 250
        C: RCPT TO:<path>
        S: 2xx/4xx/52x/53x/550/551/552/553/554/556
        """

      Examples:
        | what                          | path                      |
        | A word in UTF-8               | <jörg@${domain}>          |
        | Words in UTF-8 joined by dots | <j.ö.r.g@${domain}>       |
        | A domain in UTF-8             | <someone@bücher.example>  |
        | An address all in UTF-8       | <田中@例え.example>           |
        | A quoted string in UTF-8      | <"jörg müller"@${domain}> |

    @R6531-3.3-a @SHOULD
    Scenario Outline: A reverse-path with <what> is refused
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<j<octets>rg.${sender}> SMTPUTF8
      Then the reply is 5xx

      Examples:
        | what                       | octets       |
        | an octet that begins UTF-8 | ${xC3}       |
        | an octet that ends UTF-8   | ${xB6}       |
        | Latin-1                    | ${xF6}       |
        | an overlong form           | ${xC0AF}     |
        | half of a surrogate pair   | ${xEDA080}   |
        | a number beyond Unicode    | ${xF4908080} |

  Rule: Without the parameter addresses are ASCII

    @R6531-3.5-a @SHOULD
    Scenario: A reverse-path in UTF-8 needs SMTPUTF8
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<jörg.${sender}>
      Then the reply is 4xx/5xx

    @R6531-3.5-a @SHOULD
    Scenario: A forward-path in UTF-8 needs SMTPUTF8
      Given an SMTP session after MAIL
      When the client sends: RCPT TO:<jörg@${domain}>
      Then the reply is 4xx/5xx

  Rule: An international message arrives as it was sent

    @R6531-3.1-b @MUST
    Scenario: UTF-8 in the header arrives
      Given the message letter:
        """
        From: Jörg <${sender}>
        To: Алиса <${alice}>
        Subject: grüße ${id}
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        Ω≈ç√∫˜µ≤≥÷
        """
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}> SMTPUTF8 BODY=8BITMIME
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}.${CRLF}
        S: 250
        """
      Then alice receives the message letter
      And the received message has the header field: From: Jörg <${sender}>
      And the received message has the header field: To: Алиса <${alice}>
      And the received message has the header field: Subject: grüße ${id}

    @R6531-3.7.3-a @MUST
    Scenario: Received says that SMTPUTF8 was used
      Given the message letter:
        """
        From: <jörg.${sender}>
        Subject: with what ${id}

        See the Received field.
        """
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<jörg.${sender}> SMTPUTF8 BODY=8BITMIME
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${letter}.${CRLF}
        S: 250
        """
      Then alice receives the message letter
      And the received message has the header field: Received: ${*}with UTF8SMTP${*}

  Rule: Replies stay ASCII

    @R6531-3.7.4.2-7 @MUST
    Scenario: A refused address in UTF-8 is not repeated in the reply
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}> SMTPUTF8
        S: 250
        C: RCPT TO:<jörg@${domain}>
        S: xxx
        S! ${*}${xC3}${*}
        """

    @R6531-3.7.4.2-a @MUST
    Scenario: VRFY may end in SMTPUTF8
      Given an SMTP session after EHLO
      When the client sends: VRFY ${alice} SMTPUTF8
      Then the reply is 2xx/4xx/502/53x/55x

    @R6531-3.7.4.2-a @MUST
    Scenario: VRFY of a name in UTF-8 is no syntax error
      Given an SMTP session after EHLO
      When the client sends: VRFY jörg SMTPUTF8
      Then the reply is 2xx/4xx/502/53x/550/551/552/553/554

    @R6531-3.7.4.2-5 @MUST
    Scenario: A reply 250 to VRFY names the address
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: VRFY ${alice} SMTPUTF8
        S? 252/4xx/5xx
        S: 250/251
        S* ${*}@${*}
        """
