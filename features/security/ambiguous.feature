@hostile
Feature: Ambiguous messages
  Parsers read these differently: one that filters sees another message than one that shows it. A server that has no opinion hands on what came, octet by
  octet, or refuses it; one that mends it makes a third message of it (RFC 5321 §6.4).

  Rule: What can be read in two ways is carried as it is

    @M-robust-ambiguous @SHOULD @needs-smtp
    Scenario Outline: A message with <what> is refused or arrives as it is
      Given the message ambiguous:
        """
        From: Ann <ann@elsewhere.test>
        Date: Fri, 21 Nov 1997 09:55:06 -0600
        Message-ID: <${id}.ambiguous@elsewhere.test>
        Subject: ambiguous ${id}
        <fields>

        <body>
        """
      And an SMTP session after DATA
      When the dialogue is:
        """smtp
        C~ ${ambiguous}
        C: .
        S? ${closed}
        S? 4xx/5xx
        S: 250
        """
      Then alice receives the message ambiguous
      And the received message ends with the message ambiguous

      Examples:
        | what                                       | fields                                                                                                              | body                                                                              |
        | a second From                              | From: Bob <bob@bank.test>                                                                                           | text                                                                              |
        | From and a space before the colon          | From : Bob <bob@bank.test>                                                                                          | text                                                                              |
        | a From that is folded before its value     | X-Last: yes${CRLF}From:${CRLF} Bob <bob@bank.test>                                                                  | text                                                                              |
        | a group in From                            | X-Last: yes${CRLF}From: group: ann@elsewhere.test, bob@bank.test;                                                   | text                                                                              |
        | a NUL within From                          | From: Bob <bob@bank.test>${NUL}<ann@elsewhere.test>                                                                 | text                                                                              |
        | a second Subject                           | Subject: another                                                                                                    | text                                                                              |
        | two Senders                                | Sender: ann@elsewhere.test${CRLF}Sender: bob@bank.test                                                              | text                                                                              |
        | two Dates                                  | Date: Sat, 22 Nov 1997 09:55:06 -0600                                                                               | text                                                                              |
        | two Content-Types                          | MIME-Version: 1.0${CRLF}Content-Type: text/plain${CRLF}Content-Type: text/html                                      | <p>text                                                                           |
        | two boundaries in one Content-Type         | MIME-Version: 1.0${CRLF}Content-Type: multipart/mixed; boundary=one; boundary=two                                   | --one${CRLF}${CRLF}first${CRLF}--two${CRLF}${CRLF}second${CRLF}--two--${CRLF}--one-- |
        | a boundary in a comment                    | MIME-Version: 1.0${CRLF}Content-Type: multipart/mixed; (boundary=one) boundary=two                                  | --one${CRLF}${CRLF}first${CRLF}--two${CRLF}${CRLF}second${CRLF}--two--              |
        | a boundary in pieces and whole             | MIME-Version: 1.0${CRLF}Content-Type: multipart/mixed; boundary*0=o; boundary*1=ne; boundary=two                    | --one${CRLF}${CRLF}first${CRLF}--two${CRLF}${CRLF}second${CRLF}--two--              |
        | a boundary in percent signs                | MIME-Version: 1.0${CRLF}Content-Type: multipart/mixed; boundary*=us-ascii''on%65; boundary=two                      | --one${CRLF}${CRLF}first${CRLF}--two${CRLF}${CRLF}second${CRLF}--two--              |
        | an empty boundary                          | MIME-Version: 1.0${CRLF}Content-Type: multipart/mixed; boundary=""                                                  | --${CRLF}${CRLF}first${CRLF}----                                                    |
        | a boundary that another one begins with    | MIME-Version: 1.0${CRLF}Content-Type: multipart/mixed; boundary=cut                                                 | --cut${CRLF}${CRLF}first${CRLF}--cutting${CRLF}${CRLF}second${CRLF}--cut--          |
        | a boundary behind its own end              | MIME-Version: 1.0${CRLF}Content-Type: multipart/mixed; boundary=cut                                                 | --cut${CRLF}${CRLF}first${CRLF}--cut--${CRLF}--cut${CRLF}${CRLF}second${CRLF}--cut-- |
        | a semicolon too many                       | MIME-Version: 1.0${CRLF}Content-Type: multipart/mixed;; boundary=cut;                                               | --cut${CRLF}${CRLF}first${CRLF}--cut--                                              |
        | an unfinished quote in Content-Type        | MIME-Version: 1.0${CRLF}Content-Type: multipart/mixed; boundary="cut                                                | --cut${CRLF}${CRLF}first${CRLF}--cut--                                              |
        | two Content-Transfer-Encodings             | MIME-Version: 1.0${CRLF}Content-Transfer-Encoding: base64${CRLF}Content-Transfer-Encoding: 7bit                     | dGV4dA==                                                                          |
        | an encoding that nobody has defined        | MIME-Version: 1.0${CRLF}Content-Transfer-Encoding: base64x                                                          | dGV4dA==                                                                          |
        | base64 that goes on behind its end         | MIME-Version: 1.0${CRLF}Content-Transfer-Encoding: base64                                                           | dGV4==dA==!dGV4dA                                                                 |
        | quoted-printable that is none              | MIME-Version: 1.0${CRLF}Content-Transfer-Encoding: quoted-printable                                                 | a=zz=4=${CRLF}=0D=0A.=0D=0Ab                                                        |
        | an encoding of a multipart                 | MIME-Version: 1.0${CRLF}Content-Type: multipart/mixed; boundary=cut${CRLF}Content-Transfer-Encoding: base64         | --cut${CRLF}${CRLF}first${CRLF}--cut--                                              |
        | two file names                             | MIME-Version: 1.0${CRLF}Content-Disposition: attachment; filename=a.txt; filename=a.exe; filename*=utf-8''b.exe     | text                                                                              |
        | encoded words in encoded words             | X-Last: =?utf-8?q?=3D=3Futf-8=3Fb=3FRnJvbTo=3D=3F=3D?= =?utf-8?q?=0D=0AFrom:_bob@bank.test?=                        | text                                                                              |
        | a line in its header that is no field      | X-Last: yes${CRLF}this is no field                                                                                  | text                                                                              |
        | a line of blanks in its header             | X-Last: yes${CRLF}${SP}${SP}${CRLF}From: Bob <bob@bank.test>                                                        | text                                                                              |
        | uuencode in plain text                     | MIME-Version: 1.0${CRLF}Content-Type: text/plain                                                                    | begin 644 a.exe${CRLF}$=&5X=`${CRLF}${"`"}${CRLF}end                                 |
