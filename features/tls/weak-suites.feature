Feature: Cipher suites
  Weak suites are not negotiated, and the strong ones are there (RFC 9325 §4). The octets of each ClientHello name its suites.

  Rule: Weak suites are not negotiated

    @needs-submission @needs-submission-STARTTLS
    Scenario Outline: STARTTLS of submission does not go on with <suites>
      Given a submission session not greeted
      Then the dialogue is:
        """smtp
        S: 220
        C: EHLO ${helo}
        S: 250
        C: STARTTLS
        S: 220
        C~ ${client-hello(x0303, <octets>)}
        S: ${refused}
        """

      @R9325-4.1-1 @MUST
      Examples:
        | suites        | octets                |
        | no encryption | x00010002003BC006C010 |

      @R9325-4.1-2 @MUST
      Examples:
        | suites | octets            |
        | RC4    | x00040005C007C011 |

      @R9325-4.1-3 @MUST
      Examples:
        | suites                  | octets                    |
        | the strength for export | x000300060008001400110019 |

      @R9325-4.1-4 @SHOULD
      Examples:
        | suites     | octets            |
        | DES thrice | x000A0016C008C012 |

      @R9325-4.1-5 @SHOULD
      Examples:
        | suites                | octets                    |
        | keys that RSA carries | x009D009C003D0035003C002F |

      @R9325-4.1-6 @SHOULD
      Examples:
        | suites                        | octets                    |
        | Diffie-Hellman by a fixed key | x00A100A0006900370031003F |

      @R9325-4.1-7 @SHOULD
      Examples:
        | suites                         | octets                            |
        | elliptic curves by a fixed key | xC02EC02DC032C031C00FC00EC005C004 |

      @R9325-4.1-9 @SHOULD
      Examples:
        | suites                           | octets                    |
        | Diffie-Hellman in a finite field | x009F009E006B003900670033 |

      @R9325-4.2-2 @SHOULD
      Examples:
        | suites                       | octets                            |
        | CBC without encrypt_then_mac | xC024C00AC023C009C028C014C027C013 |

    @needs-submissions
    Scenario Outline: The TLS port of submission does not go on with <suites>
      Given a submission session before the handshake
      Then the dialogue is:
        """smtp
        C~ ${client-hello(x0303, <octets>)}
        S: ${refused}
        """

      @R9325-4.1-1 @MUST
      Examples:
        | suites        | octets                |
        | no encryption | x00010002003BC006C010 |

      @R9325-4.1-2 @MUST
      Examples:
        | suites | octets            |
        | RC4    | x00040005C007C011 |

      @R9325-4.1-3 @MUST
      Examples:
        | suites                  | octets                    |
        | the strength for export | x000300060008001400110019 |

      @R9325-4.1-4 @SHOULD
      Examples:
        | suites     | octets            |
        | DES thrice | x000A0016C008C012 |

      @R9325-4.1-5 @SHOULD
      Examples:
        | suites                | octets                    |
        | keys that RSA carries | x009D009C003D0035003C002F |

      @R9325-4.1-6 @SHOULD
      Examples:
        | suites                        | octets                    |
        | Diffie-Hellman by a fixed key | x00A100A0006900370031003F |

      @R9325-4.1-7 @SHOULD
      Examples:
        | suites                         | octets                            |
        | elliptic curves by a fixed key | xC02EC02DC032C031C00FC00EC005C004 |

      @R9325-4.1-9 @SHOULD
      Examples:
        | suites                           | octets                    |
        | Diffie-Hellman in a finite field | x009F009E006B003900670033 |

      @R9325-4.2-2 @SHOULD
      Examples:
        | suites                       | octets                            |
        | CBC without encrypt_then_mac | xC024C00AC023C009C028C014C027C013 |

    @needs-pop3s
    Scenario Outline: The TLS port of POP3 does not go on with <suites>
      Given a POP3 session before the handshake
      Then the dialogue is:
        """pop3
        C~ ${client-hello(x0303, <octets>)}
        S: ${refused}
        """

      @R9325-4.1-1 @MUST
      Examples:
        | suites        | octets                |
        | no encryption | x00010002003BC006C010 |

      @R9325-4.1-2 @MUST
      Examples:
        | suites | octets            |
        | RC4    | x00040005C007C011 |

      @R9325-4.1-3 @MUST
      Examples:
        | suites                  | octets                    |
        | the strength for export | x000300060008001400110019 |

      @R9325-4.1-4 @SHOULD
      Examples:
        | suites     | octets            |
        | DES thrice | x000A0016C008C012 |

      @R9325-4.1-5 @SHOULD
      Examples:
        | suites                | octets                    |
        | keys that RSA carries | x009D009C003D0035003C002F |

      @R9325-4.1-6 @SHOULD
      Examples:
        | suites                        | octets                    |
        | Diffie-Hellman by a fixed key | x00A100A0006900370031003F |

      @R9325-4.1-7 @SHOULD
      Examples:
        | suites                         | octets                            |
        | elliptic curves by a fixed key | xC02EC02DC032C031C00FC00EC005C004 |

      @R9325-4.1-9 @SHOULD
      Examples:
        | suites                           | octets                    |
        | Diffie-Hellman in a finite field | x009F009E006B003900670033 |

      @R9325-4.2-2 @SHOULD
      Examples:
        | suites                       | octets                            |
        | CBC without encrypt_then_mac | xC024C00AC023C009C028C014C027C013 |

    @needs-imaps
    Scenario Outline: The TLS port of IMAP does not go on with <suites>
      Given an IMAP session before the handshake
      Then the dialogue is:
        """imap
        C~ ${client-hello(x0303, <octets>)}
        S: ${refused}
        """

      @R9325-4.1-1 @MUST
      Examples:
        | suites        | octets                |
        | no encryption | x00010002003BC006C010 |

      @R9325-4.1-2 @MUST
      Examples:
        | suites | octets            |
        | RC4    | x00040005C007C011 |

      @R9325-4.1-3 @MUST
      Examples:
        | suites                  | octets                    |
        | the strength for export | x000300060008001400110019 |

      @R9325-4.1-4 @SHOULD
      Examples:
        | suites     | octets            |
        | DES thrice | x000A0016C008C012 |

      @R9325-4.1-5 @SHOULD
      Examples:
        | suites                | octets                    |
        | keys that RSA carries | x009D009C003D0035003C002F |

      @R9325-4.1-6 @SHOULD
      Examples:
        | suites                        | octets                    |
        | Diffie-Hellman by a fixed key | x00A100A0006900370031003F |

      @R9325-4.1-7 @SHOULD
      Examples:
        | suites                         | octets                            |
        | elliptic curves by a fixed key | xC02EC02DC032C031C00FC00EC005C004 |

      @R9325-4.1-9 @SHOULD
      Examples:
        | suites                           | octets                    |
        | Diffie-Hellman in a finite field | x009F009E006B003900670033 |

      @R9325-4.2-2 @SHOULD
      Examples:
        | suites                       | octets                            |
        | CBC without encrypt_then_mac | xC024C00AC023C009C028C014C027C013 |
