@needs-outside
Feature: What a client says, and when
  Whoever hands mail on is a client of the next host: it waits for the greeting, says its name, waits for each answer and takes its leave
  (RFC 5321 §3.1 to §3.3, §4.1, §4.3).

  Background:
    Given any message hello from alice

  Rule: The greeting comes first

    @R5321-4.3.1-2 @SHOULD
    Scenario: It says nothing before the greeting
      Given the next hop answers:
        """smtp
        C: ${silent 300ms}
        S: 220 ${next-hop} ESMTP
        …
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the dialogue at the next hop takes place

    @R5321-4.1.1.1-3 @SHOULD
    Scenario: A host whose greeting does not speak of ESMTP is told EHLO too
      Given the next hop answers:
        """smtp
        S: 220 ${next-hop} ready
        C: EHLO ${*}
        …
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the dialogue at the next hop takes place

    @R5321-4.1.1.1-5 @MUST
    Scenario: There is no transaction before EHLO or HELO
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the next hop has nothing to complain of

    @R5321-2.3.5-3 @R6531-3.7.1-1 @MUST
    Scenario: The client's name is a whole domain in ASCII, or an address literal
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the next hop has nothing to complain of

    @R5321-4.1.1.1-2 @SHOULD
    Scenario: Nothing stands behind an address literal
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the next hop has nothing to complain of

  Rule: Each command waits for its answer, unless PIPELINING is offered

    @R5321-4.3.1-1 @MUST
    Scenario: Without PIPELINING nothing is sent ahead
      Given the next hop answers offers no PIPELINING; MAIL with 250 after 200ms; RCPT with 250 after 200ms
      When alice submits the message hello to carol@${elsewhere}, dave@${elsewhere}
      Then the next hop receives the message hello
      And the next hop has nothing to complain of

    @R5321-4.3.1-1 @MUST
    Scenario: With PIPELINING nothing is sent behind EHLO before it is answered
      Given the next hop answers EHLO with 250 after 200ms
      When alice submits the message hello to carol@${elsewhere}, dave@${elsewhere}
      Then the next hop receives the message hello
      And the next hop has nothing to complain of

  Rule: Content follows 354 and nothing else

    @R5321-3.3-10 @MUST
    Scenario: The content waits for 354
      Given the next hop answers DATA with 354 after 200ms
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the next hop has nothing to complain of

    # 250 says that the command is done, which DATA without its content never is.
    @R5321-3.3-10 @MUST
    Scenario Outline: A host that answers DATA with <reply> gets no content
      Given the next hop answers:
        """smtp
        S: 220 ${next-hop} ESMTP
        C? HELO ${*}
        C: EHLO ${*}
        S: 250 ${next-hop}
        C: MAIL FROM:<${*}>
        S: 250 2.1.0 go on
        C: RCPT TO:<carol@${elsewhere}>
        S: 250 2.1.5 go on
        C: DATA
        S: <reply>
        C? ${closed}
        C? RSET
        C: QUIT
        S: 221 2.0.0 bye
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the dialogue at the next hop takes place

      Examples:
        | reply                     |
        | 250 2.0.0 thank you       |
        | 451 4.3.0 not now         |
        | 503 5.5.1 out of sequence |
        | 554 5.5.1 no recipients   |

  Rule: It takes its leave

    @R5321-4.1.1.10-3 @MUST @needs-timing-retry
    Scenario Outline: It says QUIT although <what> was answered <reply>
      Given the next hop answers <what> with <reply> one time, then all
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop has nothing to complain of

      Examples:
        | what         | reply |
        | the greeting | 554   |
        | MAIL         | 550   |
        | RCPT         | 550   |
        | RCPT         | 451   |
        | DATA         | 554   |
        | the message  | 554   |

    @R5321-4.1.1.10-5 @SHOULD
    Scenario: It waits for the answer to QUIT
      Given the next hop answers:
        """smtp
        S: 220 ${next-hop} ESMTP
        C? HELO ${*}
        C: EHLO ${*}
        S: 250 ${next-hop}
        C: MAIL FROM:<${*}>
        S: 250 2.1.0 go on
        C: RCPT TO:<carol@${elsewhere}>
        S: 250 2.1.5 go on
        C: DATA
        S: 354 go on
        C: ${message}
        S: 250 2.0.0 taken
        C: QUIT
        C: ${silent 300ms}
        S: 221 2.0.0 bye
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the dialogue at the next hop takes place
