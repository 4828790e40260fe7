@needs-smtp
Feature: EHLO
  The client gives its name and asks which extensions there are (RFC 5321 §2.2, §3.2, §4.1.1.1, §4.1.4).

  Rule: EHLO is supported, whatever else is

    @R5321-2.2.1-1 @R5321-2.2.1-2 @MUST @chapter-smtp-2
    Scenario: EHLO opens the session
      Given an SMTP session greeted
      When the client sends: EHLO ${helo}
      Then the reply is 250

    # “All the greeting-type replies have the official name (the fully-qualified primary domain name) of the server host as the
    # first word” (§4.3.1), or an address literal; that it is the same each time is said nowhere.
    @R5321-4.1.1.1-c @SHOULD
    Scenario: The reply to EHLO begins with the name of the server
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S? 250 [IPv6:
        S: 250 ${*:atom}.
        """

    @R5321-4.2.1-4 @MUST
    Scenario: Every line of the reply to EHLO carries the same code
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        C: ${alive}
        """

  Rule: The reply lists extensions, one a line

    @R5321-4.1.1.1-d @SHOULD
    Scenario: Every line after the first is a keyword with its parameters
      Given an SMTP session greeted
      When the client sends: EHLO ${helo}
      Then the reply is 250
      And every line of the last reply is a well-formed keyword

    @R5321-2.2.2-2 @R5321-2.2.2-3 @MUST
    Scenario: A keyword is registered or begins with X
      Given an SMTP session greeted
      When the client sends: EHLO ${helo}
      Then the reply is 250
      And every line of the last reply is a registered keyword

    @R5321-4.5.3.1.5-a @MUST
    Scenario: No line of the reply to EHLO is longer than 512 octets
      Given an SMTP session greeted
      When the client sends: EHLO ${helo}
      Then the reply is 250
      And every line of the last reply is at most 512 octets long

    @R5321-2.4-10 @SHOULD
    Scenario: 8BITMIME is among the extensions
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* 8BITMIME
        """

  Rule: The client names itself by a domain or by an address literal

    # Policy may refuse a name; what must not come is a syntax error.
    @R5321-4.1.1.1-a @MUST
    Scenario Outline: EHLO with <form> is no syntax error
      Given an SMTP session greeted
      When the client sends: EHLO <argument>
      Then the reply is 250/4xx/504/52x/53x/55x

      Examples:
        | form                            | argument                    |
        | a domain                        | mail.example.test           |
        | a domain in upper case          | MAIL.EXAMPLE.TEST           |
        | a single label                  | mailhost                    |
        | labels that begin with digits   | 3com.4test.example          |
        | hyphens inside labels           | a-b.c--d.example.test       |
        | an IPv4 literal                 | [192.0.2.1]                 |
        | a full IPv6 literal             | [IPv6:2001:db8:0:0:0:0:0:1] |
        | a short IPv6 literal            | [IPv6:2001:db8::1]          |
        | the IPv6 literal of loopback    | [IPv6:::1]                  |
        | an IPv6 literal that ends in v4 | [IPv6:::ffff:192.0.2.1]     |

    @R5321-4.1.1.1-b @SHOULD
    Scenario: EHLO without an argument is refused
      Given an SMTP session greeted
      When the client sends: EHLO
      Then the reply is 500/501/502/504/550

    # A lenient server may accept it; refusing has its codes.
    @R5321-4.1.4-5 @MUST
    Scenario: An EHLO that is not acceptable is refused by one of the codes for it
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO
        S? 250
        S: 500/501/502/504/550
        """

    # “for which there are no other reasons for rejection” (§4.1.2): other reasons, also for now, come with other codes.
    @R5321-4.1.2-9 @MUST
    Scenario Outline: EHLO with <character> in the domain is refused
      Given an SMTP session greeted
      When the client sends: EHLO <argument>
      Then the reply is 4xx/500/501/504/55x

      Examples:
        | character           | argument           |
        | an underscore       | under_score.test   |
        | an exclamation mark | mail!.example.test |
        | a slash             | mail/example.test  |
        | a control character | mail${x07}.test    |

    @R5321-4.1.4-10 @MUST
    Scenario: A name that is not the client's own is no reason to refuse its mail
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO not-my-name.example.test
        S? 550/554
        S: 250
        C: MAIL FROM:<${sender}>
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: DATA
        S: 354
        C: Subject: ${id}
        C:
        C: From a host by another name.
        C: .
        S: 250
        """
