@hostile
Feature: No handshake at all
  What is no handshake is refused, and not answered in clear.

  Rule: Who speaks another protocol on the TLS port is sent away

    @M-robust-other-protocol @SHOULD @needs-submissions
    Scenario: A request of HTTP at the TLS port of submission
      Given a submission session before the handshake
      Then the dialogue is:
        """smtp
        C~ GET / HTTP/1.1${CRLF}Host: a.example${CRLF}${CRLF}
        S: ${refused}
        """

    @M-robust-other-protocol @SHOULD @needs-pop3s
    Scenario: Words of POP3 in clear at its TLS port
      Given a POP3 session before the handshake
      Then the dialogue is:
        """pop3
        C~ CAPA${CRLF}QUIT${CRLF}
        S: ${refused}
        """

    @M-robust-other-protocol @SHOULD @needs-imaps
    Scenario: Words of IMAP in clear at its TLS port
      Given an IMAP session before the handshake
      Then the dialogue is:
        """imap
        C~ a1 CAPABILITY${CRLF}a2 LOGOUT${CRLF}
        S: ${refused}
        """

  Rule: Who begins a handshake and does not go on keeps nobody waiting

    @M-robust-half-handshake @SHOULD @needs-smtp-STARTTLS
    Scenario Outline: Beside SMTP and <how much> of a hello the next handshake is done
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: STARTTLS
        S: 220
        C~ <octets>
        C2: EHLO ${helo}
        S2: 250
        C2: STARTTLS
        S2: 220
        C2: ${starttls}
        C2: EHLO ${helo}
        S2: 250
        """

      Examples:
        | how much    | octets                    |
        | an octet    | ${x16}                    |
        | the header  | ${x1603010200}            |
        | a beginning | ${x16030102000100}${x01} |

    @M-robust-half-handshake @SHOULD @needs-pop3-STLS
    Scenario Outline: Beside POP3 and <how much> of a hello the next handshake is done
      Given a POP3 session greeted
      Then the dialogue is:
        """pop3
        C: STLS
        S: +OK
        C~ <octets>
        C2: STLS
        S2: +OK
        C2: ${starttls}
        C2: ${end}
        """

      Examples:
        | how much    | octets                    |
        | an octet    | ${x16}                    |
        | the header  | ${x1603010200}            |
        | a beginning | ${x16030102000100}${x01} |

    @M-robust-half-handshake @SHOULD @needs-imap-STARTTLS
    Scenario Outline: Beside IMAP and <how much> of a hello the next handshake is done
      Given an IMAP session greeted
      Then the dialogue is:
        """imap
        C: a1 STARTTLS
        S: a1 OK
        C~ <octets>
        C2: b1 STARTTLS
        S2: b1 OK
        C2: ${starttls}
        C2: ${end}
        """

      Examples:
        | how much    | octets                    |
        | an octet    | ${x16}                    |
        | the header  | ${x1603010200}            |
        | a beginning | ${x16030102000100}${x01} |

  Rule: Who does not go on is sent away

    @M-robust-half-handshake @SHOULD @slow @profile-short-fuse @needs-submissions
    Scenario: Half a hello at the TLS port of submission does not last
      Given a submission session before the handshake
      Then the dialogue is:
        """smtp
        C~ ${x1603010200}
        S: ${closed}
        """

    @M-robust-half-handshake @SHOULD @slow @profile-short-fuse @needs-imaps
    Scenario: Half a hello at the TLS port of IMAP does not last
      Given an IMAP session before the handshake
      Then the dialogue is:
        """imap
        C~ ${x1603010200}
        S: ${closed}
        """

    @M-robust-half-handshake @SHOULD @slow @profile-short-fuse @needs-imap-STARTTLS
    Scenario: Silence behind STARTTLS does not last
      Given an IMAP session greeted
      Then the dialogue is:
        """imap
        C: a1 STARTTLS
        S: a1 OK
        S: ${closed}
        """
