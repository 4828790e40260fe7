@needs-delivery
Feature: The lines between parts
  Boundaries, and what stands before and behind them, are part of the body (RFC 2046 §5.1.1).

  Rule: Nothing of a multipart is touched

    @R2046-5.1.1-a @MUST @chapter-mime-3
    Scenario Outline: A multipart with <what> arrives as it was sent
      Given alice's inbox is empty
      When alice is sent the message <message>
      Then alice receives the message <message>

      Examples:
        | what                                      | message              |
        | a preamble and an epilogue                | mime-preamble        |
        | a boundary that begins another            | mime-prefix-boundary |
        | a boundary in quotes                      | mime-quoted-boundary |
        | white space behind its boundaries         | mime-boundary-spaces |
        | empty parts                               | mime-empty-parts     |
        | no end                                    | mime-unclosed        |
        | no part                                   | mime-no-parts        |
        | no boundary in its Content-Type           | mime-no-boundary     |

    @R2046-5.1.1-a @MUST
    Scenario: A boundary that begins another keeps the parts apart
      Given alice's inbox is empty
      When alice is sent the message mime-prefix-boundary
      Then alice receives the message mime-prefix-boundary
      And parsers read in the received message:
        | what | value                                                      |
        | text | An inner part, whose boundary begins with the outer one.   |
        | text | The second outer part.                                     |
