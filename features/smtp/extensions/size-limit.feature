@needs-smtp @needs-smtp-SIZE
Feature: Messages that are too large
  What is larger than the server announced is refused with 552, at MAIL when it was declared, after the content otherwise
  (RFC 1870 §4, §6.1, §7).

  Rule: What is too large is refused at MAIL

    @R1870-7-1 @MUST @needs-smtp-SIZE=1..
    Scenario: An octet more than the announced size is too large
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* SIZE ${max:number}
        C: MAIL FROM:<${sender}> SIZE=${max + 1}
        S: 552
        """

    # A server that counts in 32 or 64 bits must not take this for a small number. Where its limit is larger, it may accept.
    @R1870-7-1 @MUST @needs-smtp-SIZE=1..4294967296
    Scenario Outline: A declared size of <size> octets does not wrap around
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> SIZE=<size>
      Then the reply is 4xx/5xx

      Examples:
        | size                 |
        | 4294967297           |
        | 9223372036854775808  |
        | 18446744073709551617 |
        | 99999999999999999999 |

    # 452 is the answer of a server that has no room just now (RFC 1870 §6.1).
    @R1870-4-b @MUST @needs-smtp-SIZE=1..
    Scenario: The announced size itself is not too large
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* SIZE ${max:number}
        C: MAIL FROM:<${sender}> SIZE=${max}
        S? 452
        S: 250
        """

    @R1870-7-1 @MUST @needs-smtp-SIZE=1..
    Scenario: After a size that was too large the session goes on
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* SIZE ${max:number}
        C: MAIL FROM:<${sender}> SIZE=${max}0
        S: 4xx/5xx
        C: MAIL FROM:<${sender}> SIZE=1000
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        """

  Rule: What is too large is refused after the content, when it was not declared

    # The server may hang up while 31 million octets are still on their way; then there is no reply to judge.
    @R1870-4-c @MUST @needs-smtp-SIZE=1..30000000 @slow
    Scenario: A message that is larger than announced is refused and not delivered
      Given an SMTP session after RCPT
      When the dialogue is:
        """smtp
        C: DATA
        S: 354
        C: Subject: large ${id}
        C:
        C~ ${31000 * "${998 * "a"}${CRLF}"}
        C: .
        S? ${closed}
        S: 4xx/5xx
        """
      Then alice does not receive the message "large ${id}"

    @R1870-4-c @MUST @profile-small-messages
    Scenario: One octet too many is too many
      Given an SMTP session after RCPT
      Then the dialogue is:
        """smtp
        C: DATA
        S: 354
        C: Subject: a
        C:
        C~ ${99 * "${98 * "b"}${CRLF}"}${85 * "b"}${CRLF}
        C: .
        S: 552
        """

    @R1870-4-b @MUST @profile-small-messages
    Scenario: A message of exactly the announced size is taken
      Given an SMTP session after RCPT
      Then the dialogue is:
        """smtp
        C: DATA
        S: 354
        C: Subject: a
        C:
        C~ ${99 * "${98 * "b"}${CRLF}"}${84 * "b"}${CRLF}
        C: .
        S: 250
        """

    # RFC 1870 §5: neither the final dot nor a doubled dot counts.
    @R1870-4-b @MUST @profile-small-messages
    Scenario: Dots added for transparency do not count
      Given an SMTP session after RCPT
      Then the dialogue is:
        """smtp
        C: DATA
        S: 354
        C: Subject: a
        C:
        C~ ${99 * "..${97 * "b"}${CRLF}"}${84 * "b"}${CRLF}
        C: .
        S: 250
        """
