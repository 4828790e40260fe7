@needs-delivery
Feature: Media types
  A server carries every type, known or not (RFC 2045 §5, RFC 2046 §3).

  Rule: The types of the chapter's examples arrive as they were

    @R5321-4.5.2-c @MUST @chapter-mime-1
    Scenario: A message that is a picture arrives, and its picture can be read
      Given alice's inbox is empty
      When alice is sent the message image
      Then alice receives the message image
      And parsers read in the received message:
        | what        | value        |
        | attachments | 1            |
        | attachment  | image/png 68 |

    @R5321-4.5.2-c @MUST @chapter-mime-3
    Scenario: A message of text, picture and text arrives with all three
      Given alice's inbox is empty
      When alice is sent the message text-and-image
      Then alice receives the message text-and-image
      And parsers read in the received message:
        | what       | value                                  |
        | text       | Dear Bert, here is a picture of a dot. |
        | text       | Do you like it?                        |
        | attachment | image/png 68                           |

  Rule: Composite types arrive as they were

    @R5321-4.5.2-c @MUST
    Scenario Outline: <type> arrives as it was sent
      Given alice's inbox is empty
      When alice is sent the message <message>
      Then alice receives the message <message>

      Examples:
        | type                          | message            |
        | multipart/alternative         | alternative        |
        | multipart/related             | related            |
        | multipart/digest              | digest-of-messages |
        | multipart/report              | report             |
        | a message within a message    | enclosed           |
        | a piece of a message in three | partial            |
        | three levels of multiparts    | nested             |

    @R5321-4.5.2-c @MUST
    Scenario: Both alternatives can be read
      Given alice's inbox is empty
      When alice is sent the message alternative
      Then alice receives the message alternative
      And parsers read in the received message:
        | what | value        |
        | text | Plain.       |
        | html | <p>Rich.</p> |

    @R5321-4.5.2-c @MUST
    Scenario: All leaves of nested multiparts can be read
      Given alice's inbox is empty
      When alice is sent the message nested
      Then alice receives the message nested
      And parsers read in the received message:
        | what       | value                                |
        | text       | Hello, plainly.                      |
        | attachment | image/png dot.png 68                 |
        | attachment | application/octet-stream three.bin 3 |

    @R5321-4.5.2-c @MUST
    Scenario: The header of an enclosed message is left alone
      Given alice's inbox is empty
      When alice is sent the message enclosed
      Then alice receives the message enclosed
      And the received message has the header field Bcc 0 times

  Rule: Other types arrive as they were

    @R5321-4.5.2-c @MUST
    Scenario Outline: <type> is carried like any other type
      Given alice's inbox is empty
      When alice is sent the message <message>
      Then alice receives the message <message>

      Examples:
        | type                        | message         |
        | HTML without a version      | no-version      |
        | a charset that nobody knows | unknown-charset |
        | text without a type         | no-type         |
        | a type that nobody knows    | unknown-type    |
        | text/calendar               | calendar        |
