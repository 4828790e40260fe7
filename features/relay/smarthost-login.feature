@needs-outside-smarthost @profile-smarthost-login
Feature: A smarthost that knows the server
  The host that gets all mail may demand that the server logs in (RFC 4954): the server is the client of AUTH then.

  Rule: The server logs in before it hands mail over

    @M-robust-smarthost @SHOULD
    Scenario Outline: The host demands a login and <offers>
      Given any message hello from alice
      And the next hop answers demands a login; offers <offers>; has a good certificate
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

      Examples:
        | offers           |
        | AUTH PLAIN       |
        | AUTH LOGIN       |
        | AUTH PLAIN LOGIN |

    @R4954-4-1 @R4954-4-33 @MUST
    Scenario: What it says to log in has the form of AUTH
      Given any message hello from alice
      And the next hop answers demands a login; has a good certificate
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the next hop has nothing to complain of

  Rule: Whoever has logged in says for whom

    # Its users are trusted or not: their name, or <>, but never nothing.
    @R4954-5-9 @MUST
    Scenario: MAIL has an AUTH parameter
      Given any message hello from alice
      And the next hop answers demands a login; has a good certificate
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the next hop has nothing to complain of

  Rule: A login that is refused is no verdict on the message

    @M-robust-smarthost-login @SHOULD @needs-timing-retry
    Scenario Outline: AUTH is answered <reply> once
      Given any message hello from alice
      And the next hop answers demands a login; has a good certificate; AUTH with <reply> one time, then all
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

      Examples:
        | reply                                |
        | 454 4.7.0 later                      |
        | 535 5.7.8 wrong                      |
        | a closed connection                  |
