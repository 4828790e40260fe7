Feature: What the first record may say
  Of the versions in a ClientHello the one inside counts, not that of its record (RFC 8996 §4, §5).

  Rule: The record layer may give any version {03,XX}

    @needs-smtp @needs-smtp-STARTTLS @MUST
    Scenario Outline: STARTTLS of SMTP takes a record of version <record>
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: STARTTLS
        S: 220
        C~ ${client-hello(x0303, xC02BC02FC02CC030CCA9CCA8C009C013C00AC014009E009C002F, x<record>)}
        S: ${server-hello}
        """

      @R8996-4-6 @R8996-5-6
      Examples:
        | record |
        | 0300   |
        | 0301   |
        | 0302   |
        | 0303   |

    @needs-submission @needs-submission-STARTTLS @MUST
    Scenario Outline: STARTTLS of submission takes a record of version <record>
      Given a submission session not greeted
      Then the dialogue is:
        """smtp
        S: 220
        C: EHLO ${helo}
        S: 250
        C: STARTTLS
        S: 220
        C~ ${client-hello(x0303, xC02BC02FC02CC030CCA9CCA8C009C013C00AC014009E009C002F, x<record>)}
        S: ${server-hello}
        """

      @R8996-4-6 @R8996-5-6
      Examples:
        | record |
        | 0300   |
        | 0301   |
        | 0302   |
        | 0303   |

    @needs-pop3 @needs-pop3-STLS @MUST
    Scenario Outline: STLS of POP3 takes a record of version <record>
      Given a POP3 session greeted
      Then the dialogue is:
        """pop3
        C: STLS
        S: +OK
        C~ ${client-hello(x0303, xC02BC02FC02CC030CCA9CCA8C009C013C00AC014009E009C002F, x<record>)}
        S: ${server-hello}
        """

      @R8996-4-6 @R8996-5-6
      Examples:
        | record |
        | 0300   |
        | 0301   |
        | 0302   |
        | 0303   |

    @needs-imap @needs-imap-STARTTLS @MUST
    Scenario Outline: STARTTLS of IMAP takes a record of version <record>
      Given an IMAP session greeted
      Then the dialogue is:
        """imap
        C: a1 STARTTLS
        S: a1 OK
        C~ ${client-hello(x0303, xC02BC02FC02CC030CCA9CCA8C009C013C00AC014009E009C002F, x<record>)}
        S: ${server-hello}
        """

      @R8996-4-6 @R8996-5-6
      Examples:
        | record |
        | 0300   |
        | 0301   |
        | 0302   |
        | 0303   |

    @needs-submissions @MUST
    Scenario Outline: The TLS port of submission takes a record of version <record>
      Given a submission session before the handshake
      Then the dialogue is:
        """smtp
        C~ ${client-hello(x0303, xC02BC02FC02CC030CCA9CCA8C009C013C00AC014009E009C002F, x<record>)}
        S: ${server-hello}
        """

      @R8996-4-6 @R8996-5-6
      Examples:
        | record |
        | 0300   |
        | 0301   |
        | 0302   |
        | 0303   |

    @needs-pop3s @MUST
    Scenario Outline: The TLS port of POP3 takes a record of version <record>
      Given a POP3 session before the handshake
      Then the dialogue is:
        """pop3
        C~ ${client-hello(x0303, xC02BC02FC02CC030CCA9CCA8C009C013C00AC014009E009C002F, x<record>)}
        S: ${server-hello}
        """

      @R8996-4-6 @R8996-5-6
      Examples:
        | record |
        | 0300   |
        | 0301   |
        | 0302   |
        | 0303   |

    @needs-imaps @MUST
    Scenario Outline: The TLS port of IMAP takes a record of version <record>
      Given an IMAP session before the handshake
      Then the dialogue is:
        """imap
        C~ ${client-hello(x0303, xC02BC02FC02CC030CCA9CCA8C009C013C00AC014009E009C002F, x<record>)}
        S: ${server-hello}
        """

      @R8996-4-6 @R8996-5-6
      Examples:
        | record |
        | 0300   |
        | 0301   |
        | 0302   |
        | 0303   |
