@needs-delivery
Feature: A message is carried as it is
  MIME was made so that servers need not know of it: what stands in a message is for its readers (RFC 2045 §1, RFC 5321 §4.5.2).

  Rule: The body arrives octet by octet, whatever its encoding

    @R2045-6-a @R5321-4.5.2-c @MUST @chapter-mime-1 @chapter-mime-2
    Scenario Outline: A body in <encoding> arrives as it was sent
      Given alice's inbox is empty
      When alice is sent the message <message>
      Then alice receives the message <message>

      @defect-mime-white-space-collapsed
      Examples:
        | encoding                            | message                      |
        | 7bit                                | mime-latin-1                 |

      @defect-mime-base64-unwrapped
      Examples:
        | encoding                            | message                      |
        | base64                              | mime-base64                  |

      @defect-mime-unknown-encoding-emptied
      Examples:
        | encoding                            | message                      |
        | an encoding that nobody knows       | mime-unknown-encoding        |

      @defect-mime-quoted-printable-decoded @defect-mime-text-converted-to-utf-8
      Examples:
        | encoding                            | message                      |
        | quoted-printable                    | mime-quoted-printable        |

      @defect-mime-quoted-printable-decoded
      Examples:
        | encoding                            | message                      |
        | quoted-printable that is none       | mime-broken-quoted-printable |

      @defect-mime-base64-rewrapped @defect-mime-base64-unwrapped
      Examples:
        | encoding                            | message                      |
        | base64 in uneven lines              | mime-base64-lines            |
        | base64 that is none                 | mime-broken-base64           |

    @R6152-3-a @R2045-2.8-a @MUST @needs-delivery-8BITMIME @chapter-mime-2
    @defect-mime-eight-bit-encoded
    Scenario: A body in 8bit arrives as it was sent
      Given alice's inbox is empty
      When alice is sent the message mime-eight-bit
      Then alice receives the message mime-eight-bit

    @R3030-3-1 @R2045-2.9-a @MUST @needs-smtp-BINARYMIME @needs-smtp-CHUNKING
    @defect-mime-binary-taken-for-text @defect-mime-nul-in-binary-replaced @defect-mime-dot-ends-message
    Scenario: A body in binary arrives as it was sent
      Given the message binary:
        """
        From: Ann Author <ann@elsewhere.test>
        Subject: ${id}
        MIME-Version: 1.0
        Content-Type: application/octet-stream
        Content-Transfer-Encoding: binary

        ${NUL}${x01}${xFF}${CR}a bare CR, ${LF}a bare LF, and ${x80}${x81}
        .
        """
      And an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}> BODY=BINARYMIME
        S: 250
        C: RCPT TO:<${alice}>
        S: 250/251
        C: BDAT ${binary.size} LAST
        C~ ${binary}
        S: 250
        """
      And alice receives the message binary

  Rule: Lines stay as they are

    @R5321-4.5.2-c @MUST
    Scenario Outline: A body with <lines> arrives as it was sent
      Given alice's inbox is empty
      When alice is sent the message <message>
      Then alice receives the message <message>

      @defect-mime-dot-ends-message
      Examples:
        | lines                                 | message          |
        | lines of dots                         | mime-dots        |

      @defect-mime-from-lines-unquoted @defect-mime-from-line-ends-message @defect-mime-white-space-collapsed
      Examples:
        | lines                                 | message          |
        | lines that begin with From            | mime-from-lines  |

      @defect-mime-signature-separator-trimmed @defect-mime-flowed-text-joined
      Examples:
        | lines                                 | message          |
        | white space at the ends of its lines  | mime-spaces      |

      @defect-mime-first-empty-lines-dropped @defect-mime-last-empty-lines-dropped
      Examples:
        | lines                                 | message          |
        | empty lines at both ends              | mime-blank-ends  |

    @R5322-2.1.1-a @MUST @defect-mime-long-lines-broken
    Scenario: A body with lines of 998 octets arrives as it was sent
      Given alice's inbox is empty
      When alice is sent the message mime-long-line
      Then alice receives the message mime-long-line
