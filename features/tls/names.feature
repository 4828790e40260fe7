Feature: The name of the server that a client asks for
  A client may say in the handshake which server it means (SNI). One that means another does not get through, for what it would say is not for this one; odd names do no
  harm (RFC 6066 §3, RFC 9325 §3.7).

  Rule: Who asks for another server does not get through the handshake

    @R9325-3.7-2 @SHOULD @needs-submissions
    Scenario: Who asks submission for another server is sent away
      Given a submission session before the handshake
      Then the dialogue is:
        """smtp
        C: ${starttls SNI another.mailspec.invalid}
        S: ${refused unrecognized_name}
        """

    @R9325-3.7-2 @SHOULD @needs-pop3s
    Scenario: Who asks POP3 for another server is sent away
      Given a POP3 session before the handshake
      Then the dialogue is:
        """pop3
        C: ${starttls SNI another.mailspec.invalid}
        S: ${refused unrecognized_name}
        """

    @R9325-3.7-2 @SHOULD @needs-imaps
    Scenario: Who asks IMAP for another server is sent away
      Given an IMAP session before the handshake
      Then the dialogue is:
        """imap
        C: ${starttls SNI another.mailspec.invalid}
        S: ${refused unrecognized_name}
        """

  # A backslash at its end made Exim run what stood behind it (CVE-2019-15846).
  Rule: A name that is none does no harm

    @M-robust-garbage @SHOULD @needs-submissions @hostile
    Scenario Outline: Beside a submission client that asks for <what> the next is served
      Given a submission session before the handshake
      When the dialogue is:
        """smtp
        C: ${starttls SNI <name>}
        S? ${closed}
        S: 220
        """
      Then the dialogue is:
        """smtp
        C2: ${alive}
        """

      Examples:
        | what                     | name                                     |
        | a name with a backslash  | a\\                                      |
        | a way over the parent    | ../../../etc/passwd                      |
        | a variable of the server | $(id)`id`                                |

    @M-robust-garbage @SHOULD @needs-pop3s @hostile
    Scenario Outline: Beside a POP3 client that asks for <what> the next is served
      Given a POP3 session before the handshake
      When the dialogue is:
        """pop3
        C: ${starttls SNI <name>}
        S? ${closed}
        S: +OK
        """
      Then the dialogue is:
        """pop3
        C2: ${end}
        """

      Examples:
        | what                     | name                                     |
        | a name with a backslash  | a\\                                      |
        | a way over the parent    | ../../../etc/passwd                      |
        | a variable of the server | $(id)`id`                                |

    @M-robust-garbage @SHOULD @needs-imaps @hostile
    Scenario Outline: Beside an IMAP client that asks for <what> the next is served
      Given an IMAP session before the handshake
      When the dialogue is:
        """imap
        C: ${starttls SNI <name>}
        S? ${closed}
        S: * OK
        """
      Then the dialogue is:
        """imap
        C2: ${alive}
        """

      Examples:
        | what                     | name                                     |
        | a name with a backslash  | a\\                                      |
        | a way over the parent    | ../../../etc/passwd                      |
        | a variable of the server | $(id)`id`                                |
