Feature: Old versions of TLS
  What is older than TLS 1.2 is not negotiated (RFC 8996 §4, §5, RFC 9325 §3.1.1).

  Rule: TLS 1.0 and TLS 1.1 are not negotiated

    @needs-smtp @needs-smtp-STARTTLS @MUST
    Scenario Outline: STARTTLS of SMTP does not go on in <version>
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: STARTTLS
        S: 220
        C: ${starttls <version>}
        S: ${refused}
        """

      @R8996-4-2
      Examples:
        | version |
        | TLS 1.0 |

      @R8996-5-2
      Examples:
        | version |
        | TLS 1.1 |

    @needs-submission @needs-submission-STARTTLS @MUST
    Scenario Outline: STARTTLS of submission does not go on in <version>
      Given a submission session not greeted
      Then the dialogue is:
        """smtp
        S: 220
        C: EHLO ${helo}
        S: 250
        C: STARTTLS
        S: 220
        C: ${starttls <version>}
        S: ${refused}
        """

      @R8996-4-2
      Examples:
        | version |
        | TLS 1.0 |

      @R8996-5-2
      Examples:
        | version |
        | TLS 1.1 |

    @needs-pop3 @needs-pop3-STLS @MUST
    Scenario Outline: STLS of POP3 does not go on in <version>
      Given a POP3 session greeted
      Then the dialogue is:
        """pop3
        C: STLS
        S: +OK
        C: ${starttls <version>}
        S: ${refused}
        """

      @R8996-4-2
      Examples:
        | version |
        | TLS 1.0 |

      @R8996-5-2
      Examples:
        | version |
        | TLS 1.1 |

    @needs-imap @needs-imap-STARTTLS @MUST
    Scenario Outline: STARTTLS of IMAP does not go on in <version>
      Given an IMAP session greeted
      Then the dialogue is:
        """imap
        C: a1 STARTTLS
        S: a1 OK
        C: ${starttls <version>}
        S: ${refused}
        """

      @R8996-4-2
      Examples:
        | version |
        | TLS 1.0 |

      @R8996-5-2
      Examples:
        | version |
        | TLS 1.1 |

    @needs-submissions @MUST
    Scenario Outline: The TLS port of submission does not go on in <version>
      Given a submission session before the handshake
      Then the dialogue is:
        """smtp
        C: ${starttls <version>}
        S: ${refused}
        """

      @R8996-4-2
      Examples:
        | version |
        | TLS 1.0 |

      @R8996-5-2
      Examples:
        | version |
        | TLS 1.1 |

    @needs-pop3s @MUST
    Scenario Outline: The TLS port of POP3 does not go on in <version>
      Given a POP3 session before the handshake
      Then the dialogue is:
        """pop3
        C: ${starttls <version>}
        S: ${refused}
        """

      @R8996-4-2
      Examples:
        | version |
        | TLS 1.0 |

      @R8996-5-2
      Examples:
        | version |
        | TLS 1.1 |

    @needs-imaps @MUST
    Scenario Outline: The TLS port of IMAP does not go on in <version>
      Given an IMAP session before the handshake
      Then the dialogue is:
        """imap
        C: ${starttls <version>}
        S: ${refused}
        """

      @R8996-4-2
      Examples:
        | version |
        | TLS 1.0 |

      @R8996-5-2
      Examples:
        | version |
        | TLS 1.1 |

  Rule: Whoever knows nothing newer is told so

    # The octets are a ClientHello of the version, and the suites that its clients knew: ECDHE and RSA with AES, in CBC.
    @needs-submissions @MUST
    Scenario Outline: The TLS port of submission answers a hello of <version> by the alert for it, and closes
      Given a submission session before the handshake
      Then the dialogue is:
        """smtp
        C~ ${client-hello(<octets>, xC009C013C00AC014002F0035)}
        S: ${refused protocol_version}
        S: ${closed}
        """

      @R8996-4-5
      Examples:
        | version | octets |
        | TLS 1.0 | x0301  |

      @R8996-5-5
      Examples:
        | version | octets |
        | TLS 1.1 | x0302  |

    @needs-pop3s @MUST
    Scenario Outline: The TLS port of POP3 answers a hello of <version> by the alert for it, and closes
      Given a POP3 session before the handshake
      Then the dialogue is:
        """pop3
        C~ ${client-hello(<octets>, xC009C013C00AC014002F0035)}
        S: ${refused protocol_version}
        S: ${closed}
        """

      @R8996-4-5
      Examples:
        | version | octets |
        | TLS 1.0 | x0301  |

      @R8996-5-5
      Examples:
        | version | octets |
        | TLS 1.1 | x0302  |

    @needs-imaps @MUST
    Scenario Outline: The TLS port of IMAP answers a hello of <version> by the alert for it, and closes
      Given an IMAP session before the handshake
      Then the dialogue is:
        """imap
        C~ ${client-hello(<octets>, xC009C013C00AC014002F0035)}
        S: ${refused protocol_version}
        S: ${closed}
        """

      @R8996-4-5
      Examples:
        | version | octets |
        | TLS 1.0 | x0301  |

      @R8996-5-5
      Examples:
        | version | octets |
        | TLS 1.1 | x0302  |

  Rule: SSL is not spoken at all

    @needs-submissions @MUST
    Scenario Outline: The TLS port of submission does not answer a hello of <version>
      Given a submission session before the handshake
      Then the dialogue is:
        """smtp
        C~ <hello>
        S: ${refused}
        """

      @R9325-3.1.1-1
      Examples:
        | version | hello                                                                           |
        | SSL 2   | ${x802E0100020015000000100100800200800300800400800500800600400700C0}${16 * "a"} |

      @R9325-3.1.1-2
      Examples:
        | version | hello                                            |
        | SSL 3   | ${client-hello(x0300, x0035002F0005000A, x0300)} |

    @needs-pop3s @MUST
    Scenario Outline: The TLS port of POP3 does not answer a hello of <version>
      Given a POP3 session before the handshake
      Then the dialogue is:
        """pop3
        C~ <hello>
        S: ${refused}
        """

      @R9325-3.1.1-1
      Examples:
        | version | hello                                                                           |
        | SSL 2   | ${x802E0100020015000000100100800200800300800400800500800600400700C0}${16 * "a"} |

      @R9325-3.1.1-2
      Examples:
        | version | hello                                            |
        | SSL 3   | ${client-hello(x0300, x0035002F0005000A, x0300)} |

    @needs-imaps @MUST
    Scenario Outline: The TLS port of IMAP does not answer a hello of <version>
      Given an IMAP session before the handshake
      Then the dialogue is:
        """imap
        C~ <hello>
        S: ${refused}
        """

      @R9325-3.1.1-1
      Examples:
        | version | hello                                                                           |
        | SSL 2   | ${x802E0100020015000000100100800200800300800400800500800600400700C0}${16 * "a"} |

      @R9325-3.1.1-2
      Examples:
        | version | hello                                            |
        | SSL 3   | ${client-hello(x0300, x0035002F0005000A, x0300)} |
