@hostile
Feature: Other protocols at these ports
  A browser can be made to send a form to any port, and a server to speak to itself; what stands in it looks like commands, line by line. It begins with a
  line that is none. What SMTP makes of it stands in smtp/robustness/commands.

  Rule: Who begins with another protocol is turned away

    @M-robust-other-protocol @SHOULD @needs-pop3
    Scenario Outline: <what> is refused by POP3
      Given a POP3 session greeted
      Then the dialogue is:
        """pop3
        C: <line>
        S? ${closed}
        S: -ERR
        """

      Examples:
        | what                 | line                             |
        | A web page's address | GET / HTTP/1.1                   |
        | A web form           | POST / HTTP/1.1                  |
        | A proxy request      | CONNECT mail.example:25 HTTP/1.1 |
        | A field of HTTP      | Host: mail.example               |
        | A login of IMAP      | a1 LOGIN alice secret            |
        | A greeting of SMTP   | EHLO ${helo}                     |

    # What stands first in a line is its tag, whatever it is.
    @M-robust-other-protocol @SHOULD @needs-imap
    Scenario Outline: <what> is refused by IMAP
      Given an IMAP session greeted
      Then the dialogue is:
        """imap
        C: <line>
        S? * BYE
        S? ${closed}
        S: <tag> NO/BAD
        """

      Examples:
        | what                 | line                             | tag     |
        | A web page's address | GET / HTTP/1.1                   | GET     |
        | A web form           | POST / HTTP/1.1                  | POST    |
        | A proxy request      | CONNECT mail.example:25 HTTP/1.1 | CONNECT |
        | A field of HTTP      | Host: mail.example               | Host:   |
        | A login of POP3      | USER alice                       | USER    |
        | A greeting of SMTP   | EHLO ${helo}                     | EHLO    |

    @M-robust-other-protocol @SHOULD @needs-lmtp
    Scenario Outline: <what> is refused by LMTP
      Given an LMTP session greeted
      When the client sends: <line>
      Then the reply is 221/421/5xx

      Examples:
        | what                 | line                             |
        | A web page's address | GET / HTTP/1.1                   |
        | A web form           | POST / HTTP/1.1                  |
        | A proxy request      | CONNECT mail.example:25 HTTP/1.1 |

    @M-robust-other-protocol @SHOULD @needs-submission
    Scenario Outline: <what> is refused at the port for users
      Given a submission session greeted
      When the client sends: <line>
      Then the reply is 221/421/5xx

      Examples:
        | what                 | line                             |
        | A web page's address | GET / HTTP/1.1                   |
        | A web form           | POST / HTTP/1.1                  |
        | A proxy request      | CONNECT mail.example:25 HTTP/1.1 |

  Rule: What a web form holds is not carried out

    # The first line is refused; a server that goes on has to meet the commands in the form as any other.
    @M-robust-web-form @SHOULD @needs-smtp
    Scenario: A message in a web form does not arrive
      Given an SMTP session greeted
      When the dialogue is:
        """smtp
        C: POST / HTTP/1.1
        S? ${closed}
        S? 221/421
        S: 5xx
        C: Host: mail.example
        S? ${closed}
        S? 221/421
        S: 5xx
        C: Content-Length: 200
        S? ${closed}
        S? 221/421
        S: 5xx
        C: EHLO ${helo}
        S? ${closed}
        S? 4xx/5xx
        S: 250
        C: MAIL FROM:<${sender}>
        S? 4xx/5xx
        S: 250
        C: RCPT TO:<${alice}>
        S? 4xx/5xx
        S: 250
        C: DATA
        S? 4xx/5xx
        S: 354
        C: Subject: form ${id}
        C:
        C: text
        C: .
        S? 4xx/5xx
        S: 250
        """
      Then alice does not receive the message "form ${id}"
