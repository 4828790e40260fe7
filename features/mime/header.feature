@needs-delivery
Feature: The header section on its way
  A server puts its trace fields on top and leaves the rest alone (RFC 5321 §4.4, RFC 5322 §3.6).

  Rule: Trace fields come on top, and those that are there stay as they are

    @R5321-4.4-7 @R5322-3.6-2 @MUST
    Scenario: The new Received field stands above all that came with the message
      Given alice's inbox is empty
      When alice is sent the message received
      Then alice receives the message received
      And the top Received field has a BY clause
      And the received message has the header fields in this order:
        """
        Received: from b.test by c.test; Mon, 4 Mar 2019 10:00:02 +0000
        Received: from a.test by b.test; Mon, 4 Mar 2019 10:00:01 +0000
        Resent-From: rita@elsewhere.test
        Resent-Date: Mon, 4 Mar 2019 11:00:00 +0000
        Resent-To: bert@example.test
        """

    @R5321-4.4-6 @MUST
    Scenario Outline: The Received field <which> is unchanged
      Given alice's inbox is empty
      When alice is sent the message received
      Then alice receives the message received
      And the received message has the header field: Received: <value>

      Examples:
        | which              | value                                                 |
        | of the first host  | from a.test by b.test; Mon, 4 Mar 2019 10:00:01 +0000 |
        | of the second host | from b.test by c.test; Mon, 4 Mar 2019 10:00:02 +0000 |

    # Fields may be added: a Resent-Message-ID where the message that was sent again has none (RFC 5322 §3.6.6).
    @R5322-3.6-1 @SHOULD
    Scenario: Header fields keep their order
      Given alice's inbox is empty
      When alice is sent the message received
      Then alice receives the message received
      And the received message has the header fields in this order:
        """
        From: Ann Author <ann@elsewhere.test>
        To: Bert Reader <bert@example.test>
        Subject: mime-received
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}.mime-received@elsewhere.test>
        MIME-Version: 1.0
        Received: from b.test by c.test; Mon, 4 Mar 2019 10:00:02 +0000
        X-Between: them
        Received: from a.test by b.test; Mon, 4 Mar 2019 10:00:01 +0000
        Resent-From: rita@elsewhere.test
        Resent-Date: Mon, 4 Mar 2019 11:00:00 +0000
        Resent-To: bert@example.test
        Content-Type: text/plain
        """

  Rule: Other header fields arrive as they were

    @R5321-4.5.2-c @SHOULD
    Scenario Outline: A header section with <what> arrives as it was sent
      Given alice's inbox is empty
      When alice is sent the message <message>
      Then alice receives the message <message>
      And the received message ends with the message <message>

      Examples:
        | what                          | message           |
        | names in any case             | type-in-capitals  |
        | folded fields                 | folded-parameters |
        | fields that stand there twice | duplicates        |
        | two Content-Type fields       | two-types         |
        | comments in MIME fields       | comments          |
        | no Content-Type               | no-type           |
        | no MIME-Version               | no-version        |
        | encoded words                 | encoded-words     |
        | an unknown media type         | unknown-type      |
        | an unknown charset            | unknown-charset   |
        | an unknown transfer encoding  | unknown-encoding  |
        | a line of 998 octets          | long-header       |

    @R5321-4.5.2-c @SHOULD
    Scenario: Encoded words are read as what they stand for
      Given alice's inbox is empty
      When alice is sent the message encoded-words
      Then alice receives the message encoded-words
      And parsers read in the received message:
        | what    | value          |
        | subject | Grüße aus Köln |

    @R5321-4.5.2-c @MUST
    Scenario: Extended and continued parameters are read as what they stand for
      Given alice's inbox is empty
      When alice is sent the message parameters
      Then alice receives the message parameters
      And parsers read in the received message:
        | what       | value                                         |
        | attachment | application/octet-stream Grüße aus Köln.bin 3 |
        | attachment | application/octet-stream café.bin 4           |
        | attachment | application/octet-stream with "quotes".bin 1  |
