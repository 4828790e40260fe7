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

    # Whoever does not know LOGIN, or gives the name at once, is asked nothing. The message is for a host of better manners.
    @R4954-4-13 @MUST @needs-timing-retry
    Scenario: A challenge that is not base64 is answered by *
      Given any message hello from alice
      And the next hop answers demands a login; has a good certificate
      And the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C? HELO ${*}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250 STARTTLS
        C? MAIL FROM:${*}
        C: STARTTLS
        S: 220 go on
        S: ${starttls}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250 AUTH LOGIN
        C? ${closed}
        C? QUIT
        C? MAIL FROM:${*}
        C? AUTH LOGIN ${*}
        C: AUTH LOGIN
        S: 334 Username:
        C: *
        S: 501 5.7.0 as you like
        …
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the dialogue at the next hop takes place
      And the next hop answers:
        """smtp
        S: 220 ${next-hop}
        …
        """
      And the next hop receives the message hello

  Rule: Who submitted the message is no better known to the next host than to the server

    # AUTH=alice would be her identity, which she has not said. Whoever does not log in there owes nothing.
    @R4954-5-3 @R4954-5-9 @MUST
    Scenario: AUTH=<> is passed on
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C? HELO ${*}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250 STARTTLS
        C? MAIL FROM:${*}
        C: STARTTLS
        S: 220 go on
        S: ${starttls}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250 AUTH PLAIN
        C? MAIL FROM:${*}
        C? AUTH PLAIN
        C: AUTH PLAIN ${*}
        S: 235 2.7.0 welcome
        C: MAIL FROM:<${alice}>${*}AUTH=<>${*}
        S: 250 2.1.0 go on
        …
        """
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> AUTH=<>
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then the dialogue at the next hop takes place

    @R4954-5-7 @MUST @needs-trusted-client
    Scenario: A client that has not logged in counts as having said AUTH=<>
      Given any message hello
      And the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C? HELO ${*}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250 STARTTLS
        C? MAIL FROM:${*}
        C: STARTTLS
        S: 220 go on
        S: ${starttls}
        C: EHLO ${*}
        S: 250-${next-hop}
        S: 250 AUTH PLAIN
        C? MAIL FROM:${*}
        C? AUTH PLAIN
        C: AUTH PLAIN ${*}
        S: 235 2.7.0 welcome
        C: MAIL FROM:<eve@${faraway}>${*}AUTH=<>${*}
        S: 250 2.1.0 go on
        …
        """
      And an SMTP session after EHLO from a trusted address
      When the dialogue is:
        """smtp
        C: MAIL FROM:<eve@${faraway}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then the dialogue at the next hop takes place

    # Where its users are trusted it may make a name for them (RFC 4954 §5).
    @R4954-5-5 @R4954-8-2 @MUST
    Scenario: The AUTH parameter of MAIL, where there is one, holds an address or <>
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
