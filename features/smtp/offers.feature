@needs-smtp
Feature: What EHLO offers
  What is listed works, and what works beyond the required commands is listed
  (RFC 5321 §3.5.2, §4.1.1.1, §4.2.4, appendix F).

  Rule: No capability is listed that is then not there

    @R5321-4.2.4-3 @MUST @needs-smtp-VRFY
    Scenario: VRFY works where it is listed
      Given an SMTP session after EHLO
      When the client sends: VRFY ${alice}
      Then the reply is 2xx/4xx/501/503/504/530/55x

    @R5321-4.2.4-3 @MUST @needs-smtp-EXPN
    Scenario: EXPN works where it is listed
      Given an SMTP session after EHLO
      When the client sends: EXPN ${alice}
      Then the reply is 2xx/4xx/501/503/504/530/55x

    @R5321-4.2.4-3 @MUST @needs-smtp-HELP
    Scenario: HELP works where it is listed
      Given an SMTP session after EHLO
      When the client sends: HELP
      Then the reply is 2xx/4xx/501/503/504/530/55x

  Rule: A command beyond the required ones is listed where it is known

    @R5321-4.1.1.1-7 @MUST
    Scenario: HELP is listed where it works
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: HELP
        S? 4xx/5xx
        S: 2xx
        C: EHLO ${helo}
        S: 250
        S* HELP
        """

    # 252 is what a server with EXPN switched off answers.
    @R5321-3.5.2-9 @R5321-4.1.1.1-7 @MUST
    Scenario: EXPN is listed where it works
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EXPN ${alice}
        S? 252/4xx/5xx
        S: 250
        C: EHLO ${helo}
        S: 250
        S* EXPN
        """

    @R5321-F.6-3 @MUST
    Scenario: SEND is listed where it works
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: SEND FROM:<${sender}>
        S? 4xx/5xx
        S: 250
        C: EHLO ${helo}
        S: 250
        S* SEND
        """

    @R5321-F.6-3 @MUST
    Scenario: SOML is listed where it works
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: SOML FROM:<${sender}>
        S? 4xx/5xx
        S: 250
        C: EHLO ${helo}
        S: 250
        S* SOML
        """

    @R5321-F.6-3 @MUST
    Scenario: SAML is listed where it works
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: SAML FROM:<${sender}>
        S? 4xx/5xx
        S: 250
        C: EHLO ${helo}
        S: 250
        S* SAML
        """

  Rule: Some commands are better dead

    @R5321-F.1-1 @SHOULD
    Scenario: TURN is refused to a client that nobody has authenticated
      Given an SMTP session after EHLO
      When the client sends: TURN
      Then the reply is 5xx

  Rule: Keywords of extensions mean the same in any case

    @R5321-4.1.1.1-6 @MUST @needs-smtp-SIZE
    Scenario Outline: The parameter SIZE is understood in <case>
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> <parameter>
      Then the reply is 250

      Examples:
        | case       | parameter |
        | upper case | SIZE=100  |
        | lower case | size=100  |
        | mixed case | SiZe=100  |

    @R5321-4.1.1.1-6 @MUST @needs-smtp-8BITMIME
    Scenario Outline: The parameter BODY and its value are understood in <case>
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> <parameter>
      Then the reply is 250

      Examples:
        | case       | parameter     |
        | upper case | BODY=8BITMIME |
        | lower case | body=8bitmime |
        | mixed case | Body=7bit     |
