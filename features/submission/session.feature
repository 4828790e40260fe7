@needs-submission
Feature: The port for users
  It speaks SMTP with extensions, with AUTH among them and without those that are for servers only (RFC 6409 §3.1, §7).

  Rule: The protocol is SMTP with extensions

    @R6409-3.1-a @MUST
    Scenario: Who is greeted says EHLO
      Given a submission session not greeted
      Then the dialogue is:
        """smtp
        S: 220
        C: EHLO ${helo}
        S: 250
        """

  Rule: Users can say who they are

    @R6409-7-4 @MUST
    Scenario: AUTH is offered
      Given a submission session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* AUTH ${*}
        """

    @R6409-7-4 @MUST @needs-submissions
    Scenario: AUTH is offered on the TLS port
      Given a submission session greeted on the TLS port
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* AUTH ${*}
        """

  Rule: What helps clients should be there

    @SHOULD @needs-submission-AUTH
    Scenario Outline: <extension> is offered
      Given a submission session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* <extension>
        """

      @R6409-7-2
      Examples:
        | extension           |
        | ENHANCEDSTATUSCODES |

      @R6409-7-3
      Examples:
        | extension  |
        | PIPELINING |

      @R6409-7-a
      Examples:
        | extension |
        | 8BITMIME  |

      @R6409-7-b
      Examples:
        | extension |
        | DSN       |

  Rule: What only servers need is not there

    @R6409-7-1 @MUST @needs-submission-AUTH
    Scenario Outline: <extension> is not offered
      Given a submission session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S! <extension>
        """

      Examples:
        | extension |
        | ETRN      |
        | ATRN      |
