@needs-smtp
Feature: Extensions that are announced work
  A keyword in the EHLO reply is a promise (RFC 5321 §4.2.4): commands that are listed are not answered 500 or 502, and parameters
  that are listed are not unknown.

  Rule: A listed command is implemented

    @R5321-4.2.4-3 @MUST @needs-smtp-CHUNKING
    Scenario: CHUNKING is listed and BDAT not unknown
      Given an SMTP session after RCPT
      Then the dialogue is:
        """smtp
        C: BDAT 17
        C~ Subject: listed${CRLF}
        S: 250
        """

    @R5321-4.2.4-3 @MUST @needs-smtp-STARTTLS
    Scenario: STARTTLS is listed and not unknown
      Given an SMTP session after EHLO
      Then the dialogue is:
        """smtp
        C: STARTTLS
        S: 220/454
        """

    @R5321-4.2.4-3 @MUST @needs-smtp-AUTH
    Scenario: AUTH is listed and not unknown
      Given an SMTP session greeted
      Then the dialogue is:
        """smtp
        C: EHLO ${helo}
        S: 250
        S* AUTH ${mechanism:atom}${*}
        C: AUTH ${mechanism}
        S: 334/4xx/501/503/504/53x/55x
        """

  Rule: A listed parameter is implemented

    @R5321-4.2.4-3 @MUST
    Scenario Outline: <keyword> is listed and <parameter> accepted at MAIL
      Given an SMTP session after EHLO
      When the client sends: MAIL FROM:<${sender}> <parameter>
      Then the reply is 250

      @needs-smtp-SIZE
      Examples: RFC 1870
        | keyword | parameter |
        | SIZE    | SIZE=1000 |

      @needs-smtp-8BITMIME
      Examples: RFC 6152
        | keyword  | parameter     |
        | 8BITMIME | BODY=8BITMIME |
        | 8BITMIME | BODY=7BIT     |

      @needs-smtp-BINARYMIME
      Examples: RFC 3030
        | keyword    | parameter       |
        | BINARYMIME | BODY=BINARYMIME |

      @needs-smtp-SMTPUTF8
      Examples: RFC 6531
        | keyword  | parameter |
        | SMTPUTF8 | SMTPUTF8  |

      @needs-smtp-DSN
      Examples: RFC 3461
        | keyword | parameter      |
        | DSN     | RET=HDRS       |
        | DSN     | ENVID=QQ314159 |

      @needs-smtp-AUTH
      Examples: RFC 4954
        | keyword | parameter |
        | AUTH    | AUTH=<>   |

    @R5321-4.2.4-3 @MUST @needs-smtp-DSN
    Scenario Outline: DSN is listed and <parameter> accepted at RCPT
      Given an SMTP session after MAIL
      When the client sends: RCPT TO:<${alice}> <parameter>
      Then the reply is 250/251

      Examples:
        | parameter             |
        | NOTIFY=FAILURE        |
        | ORCPT=rfc822;${alice} |
