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
        Reporting-MTA: ${*:atom}; ${*:atom}
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
