@needs-smtp-DELIVERBY
Feature: DELIVERBY says until when a message is to be delivered
  The sender says within how many seconds a message is to be delivered, and whether it shall come back or she shall hear of it where it is not (RFC
  2852). What becomes of it is judged in `../../relay`.

  Rule: A time may be given at MAIL

    # A server may have reasons of its own not to take one (§4).
    @R2852-3-b @MUST
    Scenario Outline: <what> is accepted
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> <parameter>
      Then the reply is 250/455/555

      Examples:
        | what                           | parameter      |
        | A day, and it comes back       | BY=86400;R     |
        | A day, and the sender hears    | BY=86400;N     |
        | A number with a plus sign      | BY=+86400;R    |
        | A mode in small letters        | by=86400;r     |
        | A trace of what comes back     | BY=86400;RT    |
        | A trace of what is told        | BY=86400;NT    |
        | The longest time               | BY=999999999;N |

    # Somebody before this server may have used it up.
    @R2852-4-a @SHOULD
    Scenario Outline: <what> is accepted where the sender only wants to hear
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> <parameter>
      Then the reply is 250/455/555

      Examples:
        | what                  | parameter       |
        | A time that is over   | BY=-60;N        |
        | No time               | BY=0;N          |
        | The longest time past | BY=-999999999;N |

  Rule: What is to come back needs some time

    @R2852-4-2 @SHOULD
    Scenario Outline: <what> is answered 501 where the message is to come back
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> <parameter>
      Then the reply is 501

      Examples:
        | what                | parameter |
        | No time             | BY=0;R    |
        | A time that is over | BY=-60;R  |

    @R2852-4-3 @SHOULD @needs-smtp-ENHANCEDSTATUSCODES
    Scenario: No time has the status code 5.5.4 where the message is to come back
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> BY=0;R
      Then the reply is 5xx 5.5.4${SP}

    @R2852-3-a @MUST @needs-smtp-DELIVERBY=2..999999999
    Scenario: Less than the time that is announced is refused for good
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* DELIVERBY ${least:number}
        C: MAIL FROM:<${sender}> BY=${least - 1};R
        S: 55x
        """

    @R2852-4-4 @SHOULD @needs-smtp-DELIVERBY=2..999999999
    Scenario: Less than the time that is announced is answered 555
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* DELIVERBY ${least:number}
        C: MAIL FROM:<${sender}> BY=${least - 1};R
        S: 555
        """

    @R2852-4-5 @SHOULD @needs-smtp-DELIVERBY=2..999999999 @needs-smtp-ENHANCEDSTATUSCODES
    Scenario: Less than the time that is announced has a status code of failure
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* DELIVERBY ${least:number}
        C: MAIL FROM:<${sender}> BY=${least - 1};R
        S: 5xx 5.${*:number}.${*:number}${SP}
        """

    @R2852-3-a @MUST @needs-smtp-DELIVERBY=2..999999999
    Scenario: The time that is announced is enough
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* DELIVERBY ${least:number}
        C: MAIL FROM:<${sender}> BY=${least};R
        S: 250/455
        """

    @R2852-2-a @MUST @needs-smtp-DELIVERBY=2..999999999
    Scenario: Less than the time that is announced is enough where the sender only wants to hear
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* DELIVERBY ${least:number}
        C: MAIL FROM:<${sender}> BY=${least - 1};N
        S: 250/455
        """

  Rule: What is no time is refused

    @R2852-4-1 @MUST
    Scenario: BY without a value is refused
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> BY
      Then the reply is 4xx/5xx

    @R2852-4-b @SHOULD
    Scenario Outline: BY with <what> is refused
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> <parameter>
      Then the reply is 5xx

      Examples:
        | what                   | parameter             |
        | no mode                | BY=86400              |
        | no time                | BY=;R                 |
        | an unknown mode        | BY=86400;X            |
        | the trace first        | BY=86400;TR           |
        | the trace alone        | BY=86400;T            |
        | a word                 | BY=tomorrow;N         |
        | a unit                 | BY=10m;N              |
        | a number of 10 digits  | BY=1000000000;N       |
        | a second one behind it | BY=86400;N BY=86400;N |
