Feature: Versions of TLS
  TLS 1.2 is spoken, and TLS 1.3 (RFC 9325 §3.1.1).

  Rule: TLS 1.2 is spoken, and TLS 1.3

    @needs-submission @needs-submission-STARTTLS
    Scenario Outline: STARTTLS of submission goes on in <version>
      Given a submission session not greeted
      Then the dialogue is:
        """smtp
        S: 220
        C: EHLO ${helo}
        S: 250
        C: STARTTLS
        S: 220
        C: ${starttls <version>}
        C: EHLO ${helo}
        S: 250
        """

      @R9325-3.1.1-5 @MUST
      Examples:
        | version |
        | TLS 1.2 |

      @R9325-3.1.1-6 @SHOULD
      Examples:
        | version |
        | TLS 1.3 |

    @needs-pop3 @needs-pop3-STLS
    Scenario Outline: STLS of POP3 goes on in <version>
      Given a POP3 session greeted
      Then the dialogue is:
        """pop3
        C: STLS
        S: +OK
        C: ${starttls <version>}
        C: ${end}
        """

      @R9325-3.1.1-5 @MUST
      Examples:
        | version |
        | TLS 1.2 |

      @R9325-3.1.1-6 @SHOULD
      Examples:
        | version |
        | TLS 1.3 |

    @needs-imap @needs-imap-STARTTLS
    Scenario Outline: STARTTLS of IMAP goes on in <version>
      Given an IMAP session greeted
      Then the dialogue is:
        """imap
        C: a1 STARTTLS
        S: a1 OK
        C: ${starttls <version>}
        C: ${alive}
        """

      @R9325-3.1.1-5 @MUST
      Examples:
        | version |
        | TLS 1.2 |

      @R9325-3.1.1-6 @R9051-11.1-3 @SHOULD
      Examples:
        | version |
        | TLS 1.3 |

    @needs-submissions
    Scenario Outline: The TLS port of submission goes on in <version>
      Given a submission session before the handshake
      Then the dialogue is:
        """smtp
        C: ${starttls <version>}
        S: 220
        """

      @R9325-3.1.1-5 @MUST
      Examples:
        | version |
        | TLS 1.2 |

      @R9325-3.1.1-6 @SHOULD
      Examples:
        | version |
        | TLS 1.3 |

    @needs-pop3s
    Scenario Outline: The TLS port of POP3 goes on in <version>
      Given a POP3 session before the handshake
      Then the dialogue is:
        """pop3
        C: ${starttls <version>}
        S: +OK
        """

      @R9325-3.1.1-5 @MUST
      Examples:
        | version |
        | TLS 1.2 |

      @R9325-3.1.1-6 @SHOULD
      Examples:
        | version |
        | TLS 1.3 |

    @needs-imaps
    Scenario Outline: The TLS port of IMAP goes on in <version>
      Given an IMAP session before the handshake
      Then the dialogue is:
        """imap
        C: ${starttls <version>}
        S: * OK
        """

      @R9325-3.1.1-5 @MUST
      Examples:
        | version |
        | TLS 1.2 |

      @R9325-3.1.1-6 @R9051-11.1-3 @SHOULD
      Examples:
        | version |
        | TLS 1.3 |
