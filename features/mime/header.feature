@needs-delivery
Feature: The header section on its way
  A server puts its trace fields on top and leaves the rest alone (RFC 5321 §4.4, RFC 5322 §3.6).

  Rule: Trace fields come on top, and those that are there stay as they are

    @R5321-4.4-7 @R5322-3.6-2 @MUST
    @defect-mime-repeated-fields-dropped @defect-mime-fields-sorted @defect-mime-received-reversed @defect-mime-received-dropped
    Scenario: The new Received field stands above all that came with the message
      Given alice's inbox is empty
      When alice is sent the message mime-received
      Then alice receives the message mime-received
      And the top Received field has a BY clause
      And the received message has the header fields in this order:
        """
        Received: from b.test by c.test; Mon, 4 Mar 2019 10:00:02 +0000
        Received: from a.test by b.test; Mon, 4 Mar 2019 10:00:01 +0000
        Resent-From: rita@elsewhere.test
        Resent-Date: Mon, 4 Mar 2019 11:00:00 +0000
        Resent-To: bert@example.test
        """

    @R5321-4.4-6 @MUST @defect-mime-received-dropped
    Scenario Outline: The Received field <which> is unchanged
      Given alice's inbox is empty
      When alice is sent the message mime-received
      Then alice receives the message mime-received
      And the received message has the header field: Received: <value>

      Examples:
        | which         | value                                             |
        | of the first host  | from a.test by b.test; Mon, 4 Mar 2019 10:00:01 +0000 |

      @defect-mime-repeated-fields-dropped
      Examples:
        | which         | value                                             |
        | of the second host | from b.test by c.test; Mon, 4 Mar 2019 10:00:02 +0000 |

    # Fields may be added: a Resent-Message-ID where the message that was sent again has none (RFC 5322 §3.6.6).
    @R5322-3.6-1 @SHOULD
    @defect-mime-repeated-fields-dropped @defect-mime-fields-sorted @defect-mime-received-reversed @defect-mime-resent-fields-moved
    @defect-mime-received-dropped
    Scenario: Header fields keep their order
      Given alice's inbox is empty
      When alice is sent the message mime-received
      Then alice receives the message mime-received
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

    @R5322-3.6-a @SHOULD
    @defect-mime-field-names-capitalized @defect-mime-fields-sorted
    Scenario Outline: A header section with <what> arrives as it was sent
      Given alice's inbox is empty
      When alice is sent the message <message>
      Then alice receives the message <message>
      And the received message ends with the message <message>

      Examples:
        | what                              | message          |
        | names in any case                 | mime-case        |

      @defect-mime-fields-unfolded @defect-mime-fields-refolded
      Examples:
        | what                              | message          |
        | folded fields                     | mime-folded      |

      @defect-mime-repeated-fields-dropped
      Examples:
        | what                              | message          |
        | fields that stand there twice     | mime-duplicates  |

      @defect-mime-repeated-fields-dropped @defect-mime-content-fields-repeated-dropped
      Examples:
        | what                              | message          |
        | two Content-Type fields           | mime-two-types   |

      @defect-mime-comments-dropped
      Examples:
        | what                              | message          |
        | comments in MIME fields           | mime-comments    |

      @defect-mime-content-type-added @defect-mime-untyped-made-attachment
      Examples:
        | what                              | message          |
        | no Content-Type                   | mime-no-type     |

      @defect-mime-version-added @defect-mime-html-made-text
      Examples:
        | what                              | message          |
        | no MIME-Version                   | mime-no-version  |

      @defect-mime-encoded-words-decoded
      Examples:
        | what                              | message          |
        | encoded words                     | mime-words       |

      @defect-mime-unknown-type-replaced @defect-mime-unlisted-types-removed
      Examples:
        | what                              | message          |
        | an unknown media type             | mime-unknown-type |

      @defect-mime-unknown-charset-replaced @defect-mime-unknown-charset-emptied
      Examples:
        | what                              | message          |
        | an unknown charset                | mime-unknown-charset |

      @defect-mime-unknown-encoding-replaced @defect-mime-unknown-encoding-emptied
      Examples:
        | what                              | message          |
        | an unknown transfer encoding      | mime-unknown-encoding |

      @defect-mime-fields-refolded @defect-mime-long-fields-cut
      Examples:
        | what                              | message          |
        | a line of 998 octets              | mime-long-header |

    @R2047-6-a @SHOULD
    @defect-mime-encoded-words-decoded
    Scenario: Encoded words are read as what they stand for
      Given alice's inbox is empty
      When alice is sent the message mime-words
      Then alice receives the message mime-words
      And parsers read in the received message:
        | what    | value          |
        | subject | Grüße aus Köln |

    @R2231-4-a @MUST
    @defect-mime-continuations-dropped @defect-mime-extended-parameters-decoded @defect-mime-file-names-requoted @defect-mime-unknown-attachments-dropped
    Scenario: Extended and continued parameters are read as what they stand for
      Given alice's inbox is empty
      When alice is sent the message mime-parameters
      Then alice receives the message mime-parameters
      And parsers read in the received message:
        | what        | value                                             |
        | attachment  | application/octet-stream Grüße aus Köln.bin 3     |
        | attachment  | application/octet-stream café.bin 4               |
        | attachment  | application/octet-stream with "quotes".bin 1      |
