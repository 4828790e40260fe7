@needs-smtp
Feature: Source routes
  Old paths that begin with a list of hosts: their syntax is understood, the route itself is ignored
  (RFC 5321 §3.3, §3.6.1, §4.1.1.3, appendix C).

  Rule: The syntax of a source route is understood

    # A server may decline the relaying that a route implies; what must not come is a syntax error.
    @R5321-3.3-5 @R5321-4.1.1.3-2 @R5321-4.1.2-1 @MUST
    Scenario Outline: A forward-path through <route> is no syntax error
      Given an SMTP session after MAIL
      When the client sends: RCPT TO:<path>
      Then the reply is 250/251/4xx/52x/53x/550/551/552/553/554/556

      Examples:
        | route            | path                                                 |
        | one host         | <@one.example.test:${alice}>                         |
        | two hosts        | <@one.example.test,@two.example.test:${alice}>       |
        | the server       | <@${domain}:${alice}>                                |
        | a quoted mailbox | <@one.example.test:"${alice.local}"@${alice.domain}> |

  Rule: The route is ignored, the mailbox at its end is served

    # “Servers MAY decline … to accept addresses that specify source routes” (§3.6.1).
    @R5321-3.6.1-3 @SHOULD
    Scenario Outline: A message sent through <route> reaches the mailbox
      Given any message hello
      And an SMTP session after MAIL
      When the client sends: RCPT TO:<path>
      Then the dialogue is:
        """smtp
        S? 4xx/5xx
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And alice receives the message hello

      Examples:
        | route     | path                                           |
        | one host  | <@one.example.test:${alice}>                   |
        | two hosts | <@one.example.test,@two.example.test:${alice}> |
