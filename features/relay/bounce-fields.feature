@needs-outside @needs-submission-DSN
Feature: What a report says
  A report is multipart/report: words for people, fields for programs, and what was sent (RFC 3464, RFC 6522). Who announces DSN makes
  its reports so (RFC 3461 §6).

  Rule: It is a multipart/report

    @R3464-2-a @R6522-3-a @MUST
    Scenario: Its type names what it reports
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And the received message has the header field: Content-Type: multipart/report;${*}report-type=${*}delivery-status${*}

    # Libraries that nobody here wrote find its parts.
    @R6522-3-1 @R6522-3-4 @R3464-2-b @MUST
    Scenario: Parsers find words for people and fields for programs
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a bounce that names carol@${elsewhere}
      And parsers read in the received message:
        | what   | value              |
        | text   | carol@${elsewhere} |
        | status | carol@${elsewhere} |
        | status | failed             |

    # In base64 or quoted-printable they are none (RFC 6533 allows these for its own type).
    @R3464-2.1-1 @MUST
    Scenario: The fields for programs are ASCII, as they stand
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And the report says of carol@${elsewhere}:
        """
        Action: failed
        """

    @R3464-2-2 @SHOULD
    Scenario: It comes from an address
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And the received message has the header field From 1 time
      And every field From of the received message holds an address with a whole domain

    @R3464-2-1 @MUST
    Scenario: It is addressed to the sender
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And the received message has the header field: To: ${*}${alice}${*}

  Rule: Of the message it says which it was, and who reports

    @R3461-6.3-3 @R3464-2.2.2-a @R3464-2.2-a @MUST
    Scenario: Reporting-MTA names the server
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And the report says of the message:
        """
        Reporting-MTA: ${type:atom}; ${name:atom}
        """

    @R3461-6.3-5 @MUST
    Scenario: A name that is no domain has another type than dns
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And every field Reporting-MTA of the received message holds the name of a host

    @R3464-2.2.3-1 @MUST
    Scenario: Nothing was translated by a gateway
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And the report says of the message:
        """
        DSN-Gateway: ${absent}
        """

    # Encoded as xtext on its way, and plain in the report.
    @R3461-6.3-1 @R3464-2.2.1-3 @MUST
    Scenario: ENVID comes back as it was meant
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}> ENVID=QQ+2B${id}+3Dz
        S: 250
        C: RCPT TO:<carol@${elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice receives a report of failure on carol@${elsewhere}
      And the report says of the message:
        """
        Original-Envelope-Id: QQ+${id}=z
        """

    @R3461-6.3-2 @MUST
    Scenario: None is made up
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And the report says of the message:
        """
        Original-Envelope-Id: ${absent}
        """

    @R3464-2.2.5-1 @MUST
    Scenario: Arrival-Date, where it is there, is a date
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And every field Arrival-Date of the received message holds a date with a numeric time zone

  Rule: Of a recipient it says who it was

    @R3461-6.3-9 @R3461-6.3-10 @MUST
    Scenario: Final-Recipient is the address of the envelope
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And the report says of carol@${elsewhere}:
        """
        Final-Recipient: rfc822; carol@${elsewhere}
        """

    @R3464-2.3.2-4 @MUST
    Scenario: It keeps its letters, capital and small
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to CaRol.O@${elsewhere}
      Then alice receives a report of failure on CaRol.O@${elsewhere}
      And the report says of CaRol.O@${elsewhere}:
        """
        Final-Recipient: rfc822; CaRol.O@${elsewhere}
        """

    @R3461-9.1-1 @MUST
    Scenario: A quoted local part stays as it was
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<"carol..o"@${elsewhere}>
        S? 5xx
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice receives a report of failure on "carol..o"@${elsewhere}
      And the report says of "carol..o"@${elsewhere}:
        """
        Final-Recipient: rfc822; "carol..o"@${elsewhere}
        """

    @R3461-6.3-7 @MUST
    Scenario: ORCPT comes back as it was meant
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      And a submission session after AUTH
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${alice}>
        S: 250
        C: RCPT TO:<carol@${elsewhere}> ORCPT=rfc822;Caro+2Bnews@${elsewhere}
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then alice receives a report of failure on carol@${elsewhere}
      And the report says of carol@${elsewhere}:
        """
        Original-Recipient: rfc822; Caro+news@${elsewhere}
        """

    @R3461-6.3-8 @MUST
    Scenario: No original recipient is made up
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And the report says of carol@${elsewhere}:
        """
        Original-Recipient: ${absent}
        """

  Rule: And what became of it

    @R3461-6.3-11 @R3461-6.3-12 @R3461-5.2.6-5 @MUST
    Scenario: Action and Status of one that was refused
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And the report says of carol@${elsewhere}:
        """
        Action: failed
        Status: 5.${*}
        """

    @R3464-2.3.4-3 @R3461-6.3-13 @MUST
    Scenario Outline: The status is a code where the other host said <reply>
      Given any message hello from alice
      And the next hop answers RCPT with <reply>
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And every field Status of the received message holds a status code
      And the report says of carol@${elsewhere}:
        """
        Status: 5.${*}
        """

      Examples:
        | reply            |
        | 550 go away      |
        | 550 5.01.01 gone |
        | 550 2.1.5 gone   |
        | 550 5.1 gone     |

    @R3464-2.3.3-a @MUST
    Scenario: The action is one of five
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And every field Action of the received message holds an action

    @R3461-6.3-14 @R3461-6.3-15 @MUST
    Scenario: Remote-MTA and Diagnostic-Code tell who said what
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And the report says of carol@${elsewhere}:
        """
        Remote-MTA: dns; ${*}
        Diagnostic-Code: smtp; ${*}
        """

    @R3461-9.2-1 @SHOULD
    Scenario: The diagnostic is the reply as it came
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And the report says of carol@${elsewhere}:
        """
        Diagnostic-Code: smtp; 550 5.1.1 no such user
        """

    @R3461-9.2-1 @SHOULD
    Scenario: A reply of two lines is there with both
      Given any message hello from alice
      And the next hop answers:
        """smtp
        S: 220 ${next-hop}
        C? HELO ${*}
        C: EHLO ${*}
        S: 250 ${next-hop}
        C: MAIL FROM:<${*}>${*}
        S: 250 go on
        C: RCPT TO:<carol@${elsewhere}>${*}
        S: 550-mailbox unavailable
        S: 550 user has moved with no forwarding address
        …
        """
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And the report says of carol@${elsewhere}:
        """
        Diagnostic-Code: smtp; 550-mailbox unavailable 550 user has moved with no forwarding address
        """

    @R3461-9.3-1 @SHOULD
    Scenario: The other host has its name
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And every field Remote-MTA of the received message holds the name of a host

    @R3464-2.3.5-1 @MUST @needs-outside-dns
    Scenario: Where nobody was called there is no Remote-MTA
      Given any message hello from alice
      When alice submits the message hello to carol@${nowhere}
      Then alice receives a report of failure on carol@${nowhere}
      And the report says of carol@${nowhere}:
        """
        Remote-MTA: ${absent}
        """

    @R3464-2.3.7-2 @MUST
    Scenario: Last-Attempt-Date, where it is there, is a date
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And every field Last-Attempt-Date of the received message holds a date with a numeric time zone

    @R3464-2.3.9-1 @MUST
    Scenario: Of what has failed it does not say how long it is tried
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And the report says of carol@${elsewhere}:
        """
        Will-Retry-Until: ${absent}
        """

    @R3464-2.1-a @MUST
    Scenario: Each recipient has a group of its own
      Given any message hello from alice
      And the next hop answers RCPT with 550 5.1.1 no such user
      When alice submits the message hello to carol@${elsewhere}, dave@${elsewhere}
      Then alice receives a report of failure on carol@${elsewhere}
      And the report says of the message:
        """
        Reporting-MTA: ${*}
        Final-Recipient: ${absent}
        """
      And the report says of carol@${elsewhere}:
        """
        Reporting-MTA: ${absent}
        Final-Recipient: ${*}carol@${elsewhere}
        """
