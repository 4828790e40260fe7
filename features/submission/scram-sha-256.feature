@needs-submission @needs-submission-AUTH=SCRAM-SHA-256
Feature: SCRAM-SHA-256
  Client and server prove to each other that they know the password, and neither shows it (RFC 5802, RFC 7677). A server may tell in a last
  challenge why it refuses: it begins with e=, which is ZT in base64.

  Rule: Who knows the password is let in

    @R5802-3-a @R4954-3-a @MUST
    Scenario: The right proof is let in
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH SCRAM-SHA-256 ${base64(scram-first(alice.user))}
        S: 334 ${challenge:atom}
        C: ${base64(scram-final(alice.user, alice.password, challenge))}
        S: 334
        C:
        S: 235
        """

    @R5802-3-a @MUST @needs-smtp-AUTH=SCRAM-SHA-256
    Scenario: The right proof is let in on port 25
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: AUTH SCRAM-SHA-256 ${base64(scram-first(alice.user))}
        S? 504/530/534/538
        S: 334 ${challenge:atom}
        C: ${base64(scram-final(alice.user, alice.password, challenge))}
        S: 334
        C:
        S: 235
        """

    @R5802-3-a @MUST
    Scenario: The first message may follow an empty challenge
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH SCRAM-SHA-256
        S: 334
        C: ${base64(scram-first(alice.user))}
        S: 334 ${challenge:atom}
        C: ${base64(scram-final(alice.user, alice.password, challenge))}
        S: 334
        C:
        S: 235
        """

    @R5802-5-a @MUST
    Scenario: The server proves that it knows the password too
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH SCRAM-SHA-256 ${base64(scram-first(alice.user))}
        S: 334 ${challenge:atom}
        C: ${base64(scram-final(alice.user, alice.password, challenge))}
        S: 334 ${base64(scram-verifier(alice.user, alice.password, challenge))}
        """

  Rule: The challenge has what the client needs

    @R5802-5.1-12 @MUST
    Scenario: It has a nonce, a salt in base64 and a number of iterations
      Given a submission session before login
      When the client sends: AUTH SCRAM-SHA-256 ${base64(scram-first(alice.user))}
      Then the reply is 334
      And every line of the last reply is a challenge of SCRAM

    @R7677-3-1 @SHOULD
    Scenario: There are at least 4096 iterations
      Given a submission session before login
      When the client sends: AUTH SCRAM-SHA-256 ${base64(scram-first(alice.user))}
      Then the reply is 334
      And every line of the last reply is a challenge of SCRAM with at least 4096 iterations

    # What is written in base64 ends on a border of three octets, so that more may follow.
    @R5802-5.1-a @MUST
    Scenario: The nonce begins with the client's, and more follows
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH SCRAM-SHA-256 ${base64("n,,n=", alice.user, ",r=rOprNGfwEbeRWgbNEkqO_1")}
        S: 334 ${base64("r=rOprNGfwEbeRWgbNEkqO_1")}${*:atom}
        S! ${base64("r=rOprNGfwEbeRWgbNEkqO_1,s=")}${*}
        """

  Rule: Who does not know the password is not let in

    @R5802-3-b @MUST @spends-logins
    Scenario Outline: <what> is refused
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH SCRAM-SHA-256 ${base64(scram-first(alice.user))}
        S: 334 ${challenge:atom}
        C: ${base64(scram-final(alice.user, <password>, challenge<otherwise>))}
        S? 334 ZT
        S: 4xx/5xx
        """

      Examples:
        | what                             | password           | otherwise                                         |
        | The proof of another password    | "not-the-password" |                                                   |
        | An empty proof                   | alice.password     | , "p="                                            |
        | A proof of another length        | alice.password     | , "p=AAAA"                                        |
        | A proof of zeros                 | alice.password     | , "p=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=" |

    @R5802-3-b @MUST @spends-logins
    Scenario: A name that nobody has is refused, soon or late
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH SCRAM-SHA-256 ${base64(scram-first("nobody-${id}"))}
        S? 334 ZT
        S? 4xx/5xx
        S: 334 ${challenge:atom}
        C: ${base64(scram-final("nobody-${id}", alice.password, challenge))}
        S? 334 ZT
        S: 4xx/5xx
        """

  Rule: The last message has the nonce of this exchange

    @R5802-5.1-10 @MUST @spends-logins
    Scenario: Another nonce is refused
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH SCRAM-SHA-256 ${base64(scram-first(alice.user))}
        S: 334 ${challenge:atom}
        C: ${base64(scram-final(alice.user, alice.password, challenge, "r=rOprNGfwEbeRWgbNEkqO"))}
        S? 334 ZT
        S: 4xx/5xx
        """

  Rule: The last message repeats the header of the first

    @R5802-6-10 @MUST @spends-logins
    Scenario Outline: <what> in the last message is refused
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH SCRAM-SHA-256 ${base64(scram-first(alice.user))}
        S: 334 ${challenge:atom}
        C: ${base64(scram-final(alice.user, alice.password, challenge, "c=${base64(<header>)}"))}
        S? 334 ZT
        S: 4xx/5xx
        """

      Examples:
        | what                        | header               |
        | Another flag                | "y,,"                |
        | The data of a binding       | "n,,x"               |
        | Another name to act as      | "n,a=${bob.user},"   |

  Rule: The header says n, y or p, and perhaps whom to act as

    @R5802-5-1 @MUST @spends-logins
    Scenario: Another flag is refused
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH SCRAM-SHA-256 ${base64(scram-first(alice.user, "x,,"))}
        S? 334 ZT
        S? 4xx/5xx
        S: 334 ${challenge:atom}
        C: ${base64(scram-final(alice.user, alice.password, challenge, "x,,"))}
        S? 334 ZT
        S: 4xx/5xx
        """

    @R5802-5-b @MUST @spends-logins
    Scenario: Nobody acts for somebody else
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH SCRAM-SHA-256 ${base64(scram-first(alice.user, "n,a=${bob.user},"))}
        S? 334 ZT
        S? 4xx/5xx
        S: 334 ${challenge:atom}
        C: ${base64(scram-final(alice.user, alice.password, challenge, "n,a=${bob.user},"))}
        S? 334 ZT
        S? 4xx/5xx
        S: 334
        C:
        S: 4xx/5xx
        """

    @R5802-5-c @SHOULD
    Scenario: The user's own name is taken
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH SCRAM-SHA-256 ${base64(scram-first(alice.user, "n,a=${alice.user},"))}
        S: 334 ${challenge:atom}
        C: ${base64(scram-final(alice.user, alice.password, challenge, "n,a=${alice.user},"))}
        S: 334
        C:
        S: 235
        """

  Rule: What a later version may add is passed over, or refused where it must be understood

    @R5802-5.1-18 @MUST
    Scenario: Optional extensions are passed over
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH SCRAM-SHA-256 ${base64(scram-first(alice.user, "x=later"))}
        S: 334 ${challenge:atom}
        C: ${base64(scram-final(alice.user, alice.password, challenge, "x=later"))}
        S: 334
        C:
        S: 235
        """

    @R5802-5.1-8 @MUST @spends-logins
    Scenario: A mandatory extension is refused
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH SCRAM-SHA-256 ${base64(scram-first(alice.user, "m=now"))}
        S? 334 ZT
        S? 4xx/5xx
        S: 334 ${challenge:atom}
        C: ${base64(scram-final(alice.user, alice.password, challenge, "m=now"))}
        S? 334 ZT
        S: 4xx/5xx
        """

  Rule: Names are escaped, and prepared by SASLprep

    @R5802-5.1-7 @MUST @spends-logins
    Scenario: An equals sign that begins no escape is refused
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH SCRAM-SHA-256 ${base64(scram-first(alice.user, "n=${alice.user}=41"))}
        S? 334 ZT
        S? 4xx/5xx
        S: 334 ${challenge:atom}
        C: ${base64(scram-final(alice.user, alice.password, challenge, "n=${alice.user}=41"))}
        S? 334 ZT
        S: 4xx/5xx
        """

    # The name goes into the proof as it was sent (RFC 5802 §5.1). U+00AD is mapped to nothing.
    @R4954-4-17 @SHOULD
    Scenario: A soft hyphen in the name makes no difference
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH SCRAM-SHA-256 ${base64(scram-first("${xC2AD}${alice.user}"))}
        S: 334 ${challenge:atom}
        C: ${base64(scram-final("${xC2AD}${alice.user}", alice.password, challenge))}
        S: 334
        C:
        S: 235
        """

    @R5802-5.1-5 @SHOULD @spends-logins
    Scenario: A name of which SASLprep leaves nothing is refused at once
      Given a submission session before login
      Then the dialogue is:
        """smtp
        C: AUTH SCRAM-SHA-256 ${base64(scram-first(xC2AD))}
        S? 334 ZT
        S: 4xx/5xx
        """
