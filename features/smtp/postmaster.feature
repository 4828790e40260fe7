@needs-smtp
Feature: Postmaster
  One mailbox that every mail system has (RFC 5321 §2.3.5, §4.1.1.3, §4.5.1).

  Rule: Postmaster is accepted without a domain, in any case

    @R5321-2.3.5-4 @R5321-4.5.1-3 @R5321-4.5.1-4 @MUST
    Scenario Outline: Postmaster <how> is accepted without a domain
      Given an SMTP session after MAIL
      When the client sends: RCPT TO:<local>
      Then the reply is 250/251

      Examples:
        | how                   | local        |
        | in lower case         | <postmaster> |
        | with a capital letter | <Postmaster> |
        | in upper case         | <POSTMASTER> |
        | in mixed case         | <pOsTmAsTeR> |

  Rule: Postmaster is accepted at every domain served

    @R5321-4.5.1-3 @R5321-4.5.1-4 @MUST
    Scenario Outline: Postmaster <how> is accepted at the server's domain
      Given an SMTP session after MAIL
      When the client sends: RCPT TO:<<local>@${domain}>
      Then the reply is 250/251

      Examples:
        | how                   | local      |
        | in lower case         | postmaster |
        | with a capital letter | Postmaster |
        | in upper case         | POSTMASTER |

    @R5321-4.5.1-4 @MUST @to-postmaster
    Scenario: A message to postmaster is taken
      Given an SMTP session after MAIL
      Then the dialogue is:
        """smtp
        C: RCPT TO:<postmaster@${domain}>
        S: 250/251
        C: DATA
        S: 354
        C: From: Sender <${sender}>
        C: Subject: ${id}
        C:
        C: Is anybody there?
        C: .
        S: 250
        """

    @R5321-4.5.1-4 @MUST
    Scenario: Postmaster takes mail with a null reverse-path
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<>
        S: 250
        C: RCPT TO:<postmaster>
        S: 250/251
        """
