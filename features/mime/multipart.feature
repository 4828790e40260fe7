@needs-delivery
Feature: The lines between parts
  Boundaries, and what stands before and behind them, are part of the body (RFC 2046 §5.1.1).

  Rule: Nothing of a multipart is touched

    @R5321-4.5.2-c @MUST @chapter-mime-3
    Scenario Outline: A multipart with <what> arrives as it was sent
      Given alice's inbox is empty
      When alice is sent the message <message>
      Then alice receives the message <message>

      Examples:
        | what                              | message         |
        | no boundary in its Content-Type   | no-boundary     |
        | a preamble and an epilogue        | preamble        |
        | a boundary that begins another    | prefix-boundary |
        | a boundary in quotes              | quoted-boundary |
        | white space behind its boundaries | boundary-spaces |
        | empty parts                       | empty-parts     |
        | no end                            | unclosed        |
        | no part                           | no-parts        |

    @R5321-4.5.2-c @MUST
    Scenario: A boundary that begins another keeps the parts apart
      Given alice's inbox is empty
      When alice is sent the message prefix-boundary
      Then alice receives the message prefix-boundary
      And parsers read in the received message:
        | what | value                                                    |
        | text | An inner part, whose boundary begins with the outer one. |
        | text | The second outer part.                                   |
