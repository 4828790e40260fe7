@needs-delivery
Feature: Media types
  A server carries every type, known or not (RFC 2045 §5, RFC 2046 §3).

  Rule: The types of the chapter's examples arrive as they were

    @R2046-3-a @MUST @chapter-mime-1 @defect-mime-base64-unwrapped
    Scenario: A message that is a picture arrives, and its picture can be read
      Given alice's inbox is empty
      When alice is sent the message mime-image
      Then alice receives the message mime-image
      And parsers read in the received message:
        | what        | value        |
        | attachments | 1            |
        | attachment  | image/png 68 |

    @R2046-5.1-a @MUST @chapter-mime-3 @defect-mime-base64-unwrapped
    Scenario: A message of text, picture and text arrives with all three
      Given alice's inbox is empty
      When alice is sent the message mime-text-and-image
      Then alice receives the message mime-text-and-image
      And parsers read in the received message:
        | what        | value                                  |
        | text        | Dear Bert, here is a picture of a dot. |
        | text        | Do you like it?                        |
        | attachment  | image/png 68                           |

  Rule: Composite types arrive as they were

    @R2046-5.1-a @MUST
    Scenario Outline: <type> arrives as it was sent
      Given alice's inbox is empty
      When alice is sent the message <message>
      Then alice receives the message <message>

      @defect-mime-plain-alternative-dropped @defect-mime-html-made-text
      Examples:
        | type                                | message          |
        | multipart/alternative               | mime-alternative |

      @defect-mime-html-cleaned @defect-mime-base64-unwrapped @defect-mime-html-made-text
      Examples:
        | type                                | message          |
        | multipart/related                   | mime-related     |

      @defect-mime-default-type-in-digest-plain
      Examples:
        | type                                | message          |
        | multipart/digest                    | mime-digest      |

      @defect-mime-report-groups-joined
      Examples:
        | type                                | message          |
        | multipart/report                    | mime-report      |

      @defect-mime-header-filter-reaches-body @defect-mime-trace-of-enclosed-dropped
      Examples:
        | type                                | message          |
        | a message within a message          | mime-enclosed    |

      @defect-mime-partial-replaced
      Examples:
        | type                                | message          |
        | a piece of a message in three       | mime-partial     |

      @defect-mime-deep-parts-dropped @defect-mime-plain-alternative-dropped @defect-mime-unknown-attachments-dropped @defect-mime-html-cleaned
      @defect-mime-base64-unwrapped @defect-mime-html-made-text
      Examples:
        | type                                | message          |
        | three levels of multiparts          | mime-nested      |

    @R2046-5.1.4-a @MUST
    @defect-mime-plain-alternative-dropped @defect-mime-html-made-text
    Scenario: Both alternatives can be read
      Given alice's inbox is empty
      When alice is sent the message mime-alternative
      Then alice receives the message mime-alternative
      And parsers read in the received message:
        | what | value        |
        | text | Plain.       |
        | html | <p>Rich.</p> |

    @R2046-5.1-a @MUST
    @defect-mime-deep-parts-dropped @defect-mime-plain-alternative-dropped @defect-mime-unknown-attachments-dropped @defect-mime-html-cleaned
    @defect-mime-base64-unwrapped @defect-mime-html-made-text
    Scenario: All leaves of nested multiparts can be read
      Given alice's inbox is empty
      When alice is sent the message mime-nested
      Then alice receives the message mime-nested
      And parsers read in the received message:
        | what       | value                                |
        | text       | Hello, plainly.                      |
        | attachment | image/png dot.png 68                 |
        | attachment | application/octet-stream three.bin 3 |

    @R2046-5.2.1-a @MUST
    @defect-mime-header-filter-reaches-body @defect-mime-trace-of-enclosed-dropped
    Scenario: The header of an enclosed message is left alone
      Given alice's inbox is empty
      When alice is sent the message mime-enclosed
      Then alice receives the message mime-enclosed
      And the received message has the header field Bcc 0 times

  Rule: Other types arrive as they were

    @R2046-3-a @MUST
    Scenario Outline: <type> is carried like any other type
      Given alice's inbox is empty
      When alice is sent the message <message>
      Then alice receives the message <message>

      @defect-mime-html-made-text
      Examples:
        | type                     | message              |
        | HTML without a version   | mime-no-version      |

      @defect-mime-unknown-charset-emptied
      Examples:
        | type                     | message              |
        | a charset that nobody knows | mime-unknown-charset |

      @defect-mime-untyped-made-attachment
      Examples:
        | type                     | message              |
        | text without a type      | mime-no-type         |

      @defect-mime-unlisted-types-removed
      Examples:
        | type                     | message              |
        | a type that nobody knows | mime-unknown-type    |
        | text/calendar            | mime-calendar        |
