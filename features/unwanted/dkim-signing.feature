@needs-outside @needs-policy-dkim-signing
Feature: DKIM: signing
  What users submit for elsewhere leaves with a signature of their domain (RFC 6376 §5), which the next host can verify by the key that the
  domain has published.

  Rule: What leaves is signed as it will be received

    @R6376-5.5-1 @R6376-5.6-1 @R6376-5.6-2 @R6376-3.5-16 @MUST
    Scenario: What alice submits leaves with a signature of her domain
      Given any message hello from alice
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the received message is signed by ${alice.domain} with:
        | tag | value |
        | v   | 1     |

    @R6376-3.4-5 @MUST
    Scenario: Blanks and empty lines that canonicalization takes out leave as they are
      Given the message hello:
        """
        From:  Alice   <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}.blanks@client.mailspec.test>
        Subject: blanks ${id}

        two  blanks, and more at the end${SP}${SP}
        ${TAB}a tab${TAB}${SP}

        ${SP}


        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the received message is signed by ${alice.domain} with:
        | tag | value |
        | v   | 1     |

    @R6376-5.3-6 @MUST
    Scenario: Lines that begin with dots, and From, are signed as they arrive
      Given the message hello:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}.dots@client.mailspec.test>
        Subject: dots ${id}

        .
        ..two
        From here on
        .end
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the received message is signed by ${alice.domain} with:
        | tag | value |
        | v   | 1     |

    @R6376-5.3-6 @MUST
    Scenario: A line of 990 octets is signed as it arrives
      Given the message hello:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}.long@client.mailspec.test>
        Subject: a long line ${id}

        ${198 * "long "}
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message "a long line ${id}"
      And the received message is signed by ${alice.domain} with:
        | tag | value |
        | v   | 1     |

    @R6376-5.3-3 @MUST
    Scenario: What the server adds to a message is there before it is signed
      Given the message hello:
        """
        From: <${alice}>
        Subject: neither date nor identifier ${id}

        What it says.
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the received message is signed by ${alice.domain} with:
        | tag | value |
        | v   | 1     |

    @R6376-5.3-1 @SHOULD
    Scenario: Eight bits are encoded before they are signed
      Given the message hello:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}.eight@client.mailspec.test>
        Subject: eight bits ${id}
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        Grüße aus Köln
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message "eight bits ${id}"
      And the received message does not contain: Grüße
      And parsers read in the received message:
        | what | value          |
        | text | Grüße aus Köln |

    # A host without 8BITMIME may be sent nothing of it: then alice hears of that.
    @R6376-5.3-3 @MUST
    Scenario: Eight bits for a host that takes none are encoded before they are signed
      Given the message hello:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}.seven@client.mailspec.test>
        Subject: seven bits ${id}
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        Grüße aus Köln
        """
      And the next hop answers offers no 8BITMIME
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message "seven bits ${id}", or alice a bounce that names carol@${elsewhere}
      And the received message is signed by ${alice.domain} with:
        | tag | value |
        | v   | 1     |

  Rule: The signature names the fields that it covers

    @R6376-5.4-1 @R6376-5.4.1-1 @MUST
    Scenario: From is signed
      Given any message hello from alice
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the received message is signed by ${alice.domain} with:
        | tag | value |
        | h   | From  |

    @M-robust-dkim-core @SHOULD
    Scenario: What people see of a message is signed
      Given the message hello:
        """
        From: <${alice}>
        To: <carol@${elsewhere}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}.core@client.mailspec.test>
        Subject: core ${id}

        What it says.
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the received message is signed by ${alice.domain} with:
        | tag | value                |
        | h   | From:To:Date:Subject |

    @M-robust-dkim-sealed @SHOULD
    Scenario: From is named once more than it is there, so that none can be added
      Given any message hello from alice
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the received message is signed by ${alice.domain} with:
        | tag | value     |
        | h   | From:From |

    @R6376-3.5-23 @R6376-3.7-10 @R6376-5.4-4 @MUST
    Scenario: The only signature of a message does not name itself
      Given any message hello from alice
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the received message is signed by ${alice.domain} with:
        | tag | value             |
        | h   | no DKIM-Signature |

    @R6376-5.4-2 @SHOULD
    Scenario: Return-Path, which the last host takes out, is not signed
      Given the message hello:
        """
        Return-Path: <${alice}>
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}.path@client.mailspec.test>
        Subject: a path ${id}

        What it says.
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the received message is signed by ${alice.domain} with:
        | tag | value          |
        | h   | no Return-Path |

    @R6376-5.4.2-1 @R6376-5.4.2-2 @MUST
    Scenario: Fields that are there several times are signed from the last to the first
      Given the message hello:
        """
        Resent-From: <${alice}>
        Resent-To: <carol@${elsewhere}>
        Resent-Date: Wed, 6 Mar 2019 10:00:00 +0000
        Resent-From: <${bob}>
        Resent-To: <${alice}>
        Resent-Date: Tue, 5 Mar 2019 11:00:00 +0000
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}.resent@client.mailspec.test>
        Subject: sent on twice ${id}

        What it says.
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the received message is signed by ${alice.domain} with:
        | tag | value |
        | v   | 1     |

  Rule: The signature says how and when it was made

    @R6376-3.5-9 @SHOULD
    Scenario: It is made with SHA-256
      Given any message hello from alice
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the received message is signed by ${alice.domain} with:
        | tag | value                     |
        | a   | rsa-sha256/ed25519-sha256 |

    @R6376-3.5-44 @SHOULD
    Scenario: It tells the time at which it was made
      Given any message hello from alice
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the received message is signed by ${alice.domain} with:
        | tag | value                 |
        | t   | the time of the trace |

    @R6376-3.5-48 @SHOULD
    Scenario: It tells the time at which it ends
      Given any message hello from alice
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the received message is signed by ${alice.domain} with:
        | tag | value |
        | x   | there |

    @R6376-3.5-50 @MUST
    Scenario: It ends after it was made
      Given any message hello from alice
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the received message is signed by ${alice.domain} with:
        | tag | value                   |
        | x   | later than t, or absent |

    @M-robust-dkim-whole @SHOULD
    Scenario: It covers the whole body, whatever is added to it
      Given any message hello from alice
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the received message is signed by ${alice.domain} with:
        | tag | value     |
        | l   | ${absent} |

  Rule: The signature stands on top, and others stay

    @R6376-3.5-1 @SHOULD
    Scenario: The signature stands above what the user has written
      Given any message hello from alice
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the received message has the header fields in this order:
        """
        DKIM-Signature: ${*}
        From: ${*}
        """

    @R6376-5.6-3 @MUST
    Scenario: It stands above the signature that a message has already
      Given any message draft from alice
      And the message hello:
        """
        ${dkim(draft, "d=${faraway}")}${draft}
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the received message has the header fields in this order:
        """
        DKIM-Signature: ${*}d=${alice.domain}${*}
        DKIM-Signature: ${*}d=${faraway}${*}
        """

    @R6376-4.2-3 @SHOULD
    Scenario: The signature that a message has already stays
      Given any message draft from alice
      And the message hello:
        """
        ${dkim(draft, "d=${faraway}")}${draft}
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the received message has the header field: DKIM-Signature: ${*}d=${faraway}${*}

  Rule: Who signs answers for it

    @M-robust-dkim-reports @SHOULD @needs-alias-elsewhere @needs-smtp @needs-outside-dns
    Scenario: A report that the server sends elsewhere is signed
      Given any message hello
      And the next hop answers the message with 550 one time, then all
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<someone@${elsewhere}>
        S: 250
        C: RCPT TO:<${alias.elsewhere}>
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S: 250
        """
      Then the next hop receives a bounce that names ${alias.elsewhere}
      And the received message is signed by ${domain} with:
        | tag | value |
        | v   | 1     |

    @M-robust-dkim-strangers @MUST @needs-alias-elsewhere @needs-smtp
    Scenario: What a stranger sends in a user's name to an alias is not signed
      Given any message hello from alice
      And an SMTP session after EHLO
      When the dialogue is:
        """smtp
        C: MAIL FROM:<${sender}>
        S? 5xx
        S: 250
        C: RCPT TO:<${alias.elsewhere}>
        S? 5xx
        S: 250/251
        C: DATA
        S: 354
        C~ ${hello}
        C: .
        S? 5xx
        S: 250
        """
      Then the next hop receives the message hello
      And the received message has the header field DKIM-Signature 0 times
