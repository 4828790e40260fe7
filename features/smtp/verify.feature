@needs-smtp
Feature: VRFY, EXPN and HELP
  Commands that ask about addresses and about the server (RFC 5321 §3.5, §4.1.1.6, §4.1.1.7, §4.1.1.8, §7.3).

  Rule: VRFY never denies a mailbox that exists

    @R5321-7.3-2 @MUST
    Scenario: An address that exists is verified, or passed over with 252
      Given an SMTP session after EHLO
      When the client sends: VRFY ${alice}
      Then the reply is 250/251/252/4xx/53x

    @R5321-3.5.1-9 @SHOULD
    Scenario: An address with its domain is understood
      Given an SMTP session after EHLO
      When the client sends: VRFY ${alice}
      Then the reply is 250/251/252

    # Where a server has several domains, a name alone may be ambiguous or not local.
    @R5321-3.5.1-8 @MUST
    Scenario: The name of a local mailbox is understood
      Given an SMTP session after EHLO
      When the client sends: VRFY ${alice.local}
      Then the reply is 250/251/252/4xx/53x/55x

    @R5321-4.5.1-2 @MUST
    Scenario: VRFY is implemented
      Given an SMTP session after EHLO
      When the client sends: VRFY ${alice}
      Then the reply is 250/251/252/4xx/501/504/53x/55x

  Rule: VRFY does not confirm what it has not verified

    @R5321-3.5.3-1 @R5321-3.5.3-2 @R5321-7.3-1 @MUST @needs-unknown
    Scenario: An address that does not exist is not confirmed
      Given an SMTP session after EHLO
      When the client sends: VRFY ${unknown}
      Then the reply is 252/4xx/5xx

    @R5321-3.5.3-1 @R5321-3.5.3-2 @R5321-7.3-1 @MUST
    Scenario: An address in a domain that does not exist is not confirmed
      Given an SMTP session after EHLO
      When the client sends: VRFY nobody@does-not-exist.invalid
      Then the reply is 252/4xx/5xx

  Rule: VRFY says that it has not verified what is elsewhere

    # 500 and 502 where it knows no VRFY (RFC 5321 §3.5.3).
    @R5321-3.5.3-4 @SHOULD @needs-outside @needs-trusted-client
    Scenario: An address in a domain to which mail is handed on is answered 252
      Given an SMTP session after EHLO from a trusted address
      When the client sends: VRFY carol@${elsewhere}
      Then the reply is 252/500/502

  Rule: A confirmation names the mailbox

    @R5321-3.5.1-2 @R5321-3.5.1-3 @R5321-3.5.2-1 @MUST
    Scenario: A 250 to VRFY gives local-part@domain
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: VRFY ${alice}
        S? 251/252/4xx/5xx
        S: 250
        S* ${*}@${*}
        """

    @R5321-3.5.2-3 @SHOULD
    Scenario: The address in a 250 to VRFY stands in brackets
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: VRFY ${alice}
        S? 251/252/4xx/5xx
        S: 250
        S* ${*}<${*}@${*}>${*}
        """

    @R5321-3.5.2-6 @MUST
    Scenario: A 250 to VRFY gives no source route
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: VRFY ${alice}
        S? 252/4xx/5xx
        S: 250/251
        S! ${*}<@${*}
        """

    # RFC 5321 §3.5.1 lets the address stand alone as well; the form with a name and brackets is the one that can be taken apart.
    @R5321-3.5.2-4 @MUST
    Scenario: The address in a 250 to VRFY can be used in RCPT
      Given an SMTP session after MAIL
      Then the dialogue is:
        """smtp
        C: VRFY ${alice}
        S? 251/252/4xx/5xx
        S? 250 ${local:atom}@${domain:atom}
        S? 250 2.1.5 ${local:atom}@${domain:atom}
        S: 250
        S* ${*}<${verified:atom}>${*}
        C: RCPT TO:<${verified}>
        S: 250/251
        """

  Rule: EXPN is supported and answers with mailboxes

    @R5321-3.5.1-1 @SHOULD
    Scenario: EXPN is implemented
      Given an SMTP session after EHLO
      When the client sends: EXPN ${alice}
      Then the reply is 250/252/4xx/501/504/55x

    @R5321-3.5.1-5 @MUST
    Scenario: A 250 to EXPN gives mailboxes
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: EXPN ${alice}
        S? 252/4xx/5xx
        S: 250
        S* ${*}@${*}
        """

    @R5321-3.5.3-1 @R5321-7.3-1 @MUST @needs-unknown
    Scenario: EXPN does not confirm what does not exist
      Given an SMTP session after EHLO
      When the client sends: EXPN ${unknown}
      Then the reply is 252/4xx/5xx

  Rule: HELP helps

    @R5321-4.1.1.8-2 @SHOULD
    Scenario: HELP without an argument is answered
      Given an SMTP session after EHLO
      When the client sends: HELP
      Then the reply is 2xx

    @R5321-4.1.1.8-1 @MAY
    Scenario: HELP about a command is answered
      Given an SMTP session after EHLO
      When the client sends: HELP MAIL
      Then the reply is 2xx

  Rule: None of them has an effect on the transaction

    @R5321-4.1.1.6-a @MUST
    Scenario: VRFY leaves the transaction as it was
      Given an SMTP session after RCPT
      Then the dialogue is:
        """smtp
        C: VRFY ${bob}
        S: xxx
        C: DATA
        S: 354
        """

    @R5321-4.1.1.6-a @MUST
    Scenario: VRFY adds no recipient
      Given any message hello
      And an SMTP session after RCPT
      Then the dialogue is:
        """smtp
        C: VRFY ${bob}
        S: xxx
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      And alice receives the message hello
      And bob does not receive the message hello

    @R5321-4.1.1.7-a @MUST
    Scenario: EXPN leaves the transaction as it was
      Given an SMTP session after RCPT
      Then the dialogue is:
        """smtp
        C: EXPN ${bob}
        S: xxx
        C: DATA
        S: 354
        """

    @R5321-4.1.1.8-a @MUST
    Scenario: HELP leaves the transaction as it was
      Given an SMTP session after RCPT
      Then the dialogue is:
        """smtp
        C: HELP
        S: xxx
        C: DATA
        S: 354
        """

  Rule: They need no EHLO before them

    @R5321-4.1.4-2 @R5321-4.1.4-11 @SHOULD
    Scenario Outline: <verb> before EHLO is not out of order
      Given an SMTP session greeted
      When the client sends: <command>
      Then the reply is <codes>

      Examples:
        | verb | command       | codes                       |
        | VRFY | VRFY ${alice} | 2xx/4xx/500/501/502/504/55x |
        | EXPN | EXPN ${alice} | 2xx/4xx/500/501/502/504/55x |
        | NOOP | NOOP          | 250                         |
        | HELP | HELP          | 2xx/4xx/500/501/502/504/55x |
        | RSET | RSET          | 250                         |
