@needs-delivery
Feature: The lines between parts
  Boundaries, and what stands before and behind them, are part of the body (RFC 2046 §5.1.1).

  Rule: Nothing of a multipart is touched

    @R2046-5.1.1-a @MUST @chapter-mime-3
    Scenario Outline: A multipart with <what> arrives as it was sent
      Given alice's inbox is empty
      When alice is sent the message <message>
      Then alice receives the message <message>

      @defect-mime-multipart-without-boundary-emptied
      Examples:
        | what                                      | message              |
        | no boundary in its Content-Type           | mime-no-boundary     |

      @defect-mime-preamble-dropped @defect-mime-epilogue-dropped
      Examples:
        | what                                      | message              |
        | a preamble and an epilogue                | mime-preamble        |

      @defect-mime-boundary-prefix-taken
      Examples:
        | what                                      | message              |
        | a boundary that begins another            | mime-prefix-boundary |

      @defect-mime-boundary-renamed
      Examples:
        | what                                      | message              |
        | a boundary in quotes                      | mime-quoted-boundary |

      @defect-mime-boundary-padding-dropped
      Examples:
        | what                                      | message              |
        | white space behind its boundaries         | mime-boundary-spaces |

      @defect-mime-empty-parts-dropped
      Examples:
        | what                                      | message              |
        | empty parts                               | mime-empty-parts     |

      @defect-mime-end-added
      Examples:
        | what                                      | message              |
        | no end                                    | mime-unclosed        |

      @defect-mime-end-added @defect-mime-preamble-dropped
      Examples:
        | what                                      | message              |
        | no part                                   | mime-no-parts        |

    @R2046-5.1.1-a @MUST
    @defect-mime-boundary-prefix-taken
    Scenario: A boundary that begins another keeps the parts apart
      Given alice's inbox is empty
      When alice is sent the message mime-prefix-boundary
      Then alice receives the message mime-prefix-boundary
      And parsers read in the received message:
        | what | value                                                      |
        | text | An inner part, whose boundary begins with the outer one.   |
        | text | The second outer part.                                     |
