Feature: FUTURERELEASE keeps a message until its time
  Who hands a message in may say when it shall go, in so many seconds or at a date (RFC 4865). Where it goes then is judged in `../../relay`.

  Rule: The keyword tells for how long and until when a message may wait

    @R4865-4.2-3 @MUST @needs-submission-FUTURERELEASE
    Scenario: FUTURERELEASE comes with a number of seconds and a date
      Given a submission session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* FUTURERELEASE ${longest:number > 0} ${*:number}-${*:number}-${*:number}T${*:number}:${*:number}:${*}
        """

  Rule: Other servers have no use for it

    @R4865-4.2-2 @MUST @needs-smtp
    Scenario: FUTURERELEASE is not offered where servers hand mail on
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S! FUTURERELEASE
        S! FUTURERELEASE ${*}
        """

  Rule: A time within the limits is accepted

    @R4865-4.2-4 @MUST @needs-submission-FUTURERELEASE
    Scenario Outline: HOLDFOR=<seconds> is accepted
      Given a submission session after AUTH
      When the client sends: MAIL FROM:<${alice}> HOLDFOR=<seconds>
      Then the reply is 250

      Examples:
        | seconds |
        | 1       |
        | 10      |

    @R4865-4.2-4 @MUST @needs-submission-FUTURERELEASE
    Scenario: The longest time is accepted
      Given a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* FUTURERELEASE ${longest:number} ${*}
        C: MAIL FROM:<${alice}> HOLDFOR=${longest}
        S: 250
        """

    @R4865-4.2-4 @MUST @needs-submission-FUTURERELEASE
    Scenario: The latest date is accepted
      Given a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* FUTURERELEASE ${*:number} ${latest:atom}
        C: MAIL FROM:<${alice}> HOLDUNTIL=${latest}
        S: 250
        """

    @R4865-4.2-4 @MUST @needs-submission-FUTURERELEASE @needs-submission-SIZE
    Scenario: A time goes with other parameters
      Given a submission session after AUTH
      When the client sends: MAIL FROM:<${alice}> SIZE=1000 HOLDFOR=10
      Then the reply is 250

  Rule: A time beyond the limits is refused

    @R4865-4.2-7 @MUST @needs-submission-FUTURERELEASE
    Scenario: One second more than the longest time is refused
      Given a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* FUTURERELEASE ${longest:number} ${*}
        C: MAIL FROM:<${alice}> HOLDFOR=${longest + 1}
        S: 4xx/5xx
        """

    @R4865-4.2-8 @MUST @needs-submission-FUTURERELEASE
    Scenario: A date that is too late is refused
      Given a submission session after AUTH
      When the client sends: MAIL FROM:<${alice}> HOLDUNTIL=9999-12-31T23:59:59Z
      Then the reply is 4xx/5xx

  Rule: What is no time is refused

    @R4865-4.2-7 @MUST @needs-submission-FUTURERELEASE
    Scenario Outline: HOLDFOR with <what> is refused
      Given a submission session after AUTH
      When the client sends: MAIL FROM:<${alice}> <parameter>
      Then the reply is 4xx/5xx

      Examples:
        | what                  | parameter          |
        | no value              | HOLDFOR            |
        | no time at all        | HOLDFOR=0          |
        | a negative number     | HOLDFOR=-60        |
        | a fraction            | HOLDFOR=1.5        |
        | a unit                | HOLDFOR=10m        |
        | a number of 10 digits | HOLDFOR=1000000000 |

    @R4865-4.2-8 @MUST @needs-submission-FUTURERELEASE
    Scenario Outline: HOLDUNTIL with <what> is refused
      Given a submission session after AUTH
      When the client sends: MAIL FROM:<${alice}> <parameter>
      Then the reply is 4xx/5xx

      Examples:
        | what               | parameter                      |
        | no value           | HOLDUNTIL                      |
        | a word             | HOLDUNTIL=tomorrow             |
        | seconds since 1970 | HOLDUNTIL=1577836800           |
        | a 13th month       | HOLDUNTIL=2020-13-01T00:00:00Z |
        | no zone            | HOLDUNTIL=2020-01-01T00:00:00  |

  Rule: A message has one time

    @R4865-4.2-9 @MUST @needs-submission-FUTURERELEASE
    Scenario: HOLDFOR and HOLDUNTIL together are refused
      Given a submission session after AUTH
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* FUTURERELEASE ${*:number} ${latest:atom}
        C: MAIL FROM:<${alice}> HOLDFOR=10 HOLDUNTIL=${latest}
        S: 4xx/5xx
        """

    @R4865-4.2-9 @MUST @needs-submission-FUTURERELEASE
    Scenario: HOLDFOR twice is refused
      Given a submission session after AUTH
      When the client sends: MAIL FROM:<${alice}> HOLDFOR=10 HOLDFOR=20
      Then the reply is 4xx/5xx

  Rule: A message is not released when its time for delivery is over

    @R4865-5.2.2-1 @MUST @needs-submission-FUTURERELEASE @needs-submission-DELIVERBY
    Scenario Outline: <what> is refused
      Given a submission session after AUTH
      When the client sends: MAIL FROM:<${alice}> <parameters>
      Then the reply is 4xx/5xx

      Examples:
        | what                                            | parameters            |
        | Release in ten minutes, delivery within one     | HOLDFOR=600 BY=60;N   |
        | Delivery within one minute, release in ten      | BY=60;N HOLDFOR=600   |
        | Delivery within one minute or back, and release | HOLDFOR=600 BY=60;R   |

    @R4865-5.2.2-2 @SHOULD @needs-submission-FUTURERELEASE @needs-submission-DELIVERBY
    Scenario: Release behind the time for delivery is answered 501
      Given a submission session after AUTH
      When the client sends: MAIL FROM:<${alice}> HOLDFOR=600 BY=60;N
      Then the reply is 501

    @R4865-5.2.2-3 @SHOULD @needs-submission-FUTURERELEASE @needs-submission-DELIVERBY @needs-submission-ENHANCEDSTATUSCODES
    Scenario: Release behind the time for delivery has the status code 5.5.4
      Given a submission session after AUTH
      When the client sends: MAIL FROM:<${alice}> HOLDFOR=600 BY=60;N
      Then the reply is 5xx 5.5.4${SP}

  Rule: The refusal says that it is about the parameters

    @R4865-4.2-10 @SHOULD @needs-submission-FUTURERELEASE
    Scenario Outline: <what> is answered 501
      Given a submission session after AUTH
      When the client sends: MAIL FROM:<${alice}> <parameters>
      Then the reply is 501

      Examples:
        | what                  | parameters                     |
        | No time at all        | HOLDFOR=0                      |
        | A date far away       | HOLDUNTIL=9999-12-31T23:59:59Z |
        | A word                | HOLDUNTIL=tomorrow             |
        | A time that is double | HOLDFOR=10 HOLDFOR=20          |

    @R4865-4.2-11 @SHOULD @needs-submission-FUTURERELEASE @needs-submission-ENHANCEDSTATUSCODES
    Scenario Outline: <what> has the status code 5.5.4
      Given a submission session after AUTH
      When the client sends: MAIL FROM:<${alice}> <parameters>
      Then the reply is 5xx 5.5.4${SP}

      Examples:
        | what                  | parameters                     |
        | No time at all        | HOLDFOR=0                      |
        | A date far away       | HOLDUNTIL=9999-12-31T23:59:59Z |
        | A time that is double | HOLDFOR=10 HOLDFOR=20          |
