@needs-webmail
Feature: Reading a message

  Rule: Text is shown as it was written

    @chapter-web-1 @M-webmail-text @SHOULD
    Scenario: A message is shown with its sender, recipients, subject and text
      Given the message hello:
        """
        From: Jo <${sender}>
        To: ${alice}
        Cc: ${bob}
        Subject: hello ${id}
        Date: Tue, 03 Mar 2026 10:00:00 +0000

        The text of it, ${id}.
        """
      And alice's inbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      When alice opens the message hello
      Then the opened message shows:
        | what    | value                  |
        | subject | hello ${id}            |
        | from    | ${sender}              |
        | to      | ${alice}               |
        | cc      | ${bob}                 |
        | date    | 2026                   |
        | text    | The text of it, ${id}. |

    @M-webmail-charset @SHOULD
    Scenario Outline: Text in <charset> is shown in its own letters
      Given the message hello:
        """
        From: ${sender}
        To: ${alice}
        Subject: hello ${id}
        MIME-Version: 1.0
        Content-Type: text/plain; charset=<charset>
        Content-Transfer-Encoding: <encoding>

        <octets>
        """
      And alice's inbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      When alice opens the message hello
      Then the opened message shows:
        | what | value    |
        | text | <letters> |

      Examples:
        | charset      | encoding         | octets                                   | letters    |
        | utf-8        | quoted-printable | Gr=C3=BC=C3=9Fe                          | Grüße      |
        | iso-8859-1   | quoted-printable | Gr=FC=DFe                                | Grüße      |
        | windows-1252 | base64           | k0dy/N9llA==                             | “Grüße”    |
        | koi8-r       | base64           | 8NLJ18XU                                 | Привет     |
        | iso-2022-jp  | 7bit             | ${x1B}$B$3$s$K$A$O${x1B}(B               | こんにちは |
        | gb18030      | base64           | xOO6ww==                                 | 你好       |

    @M-webmail-markup-in-text @MUST
    Scenario: Markup in plain text is text
      Given the message hello:
        """
        From: ${sender}
        To: ${alice}
        Subject: hello ${id}

        <b>bold</b> <script>ran('${id}')</script> <img src=x onerror="ran('${id}')">
        """
      And alice's inbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      When alice opens the message hello
      Then the opened message shows:
        | what | value                                        |
        | text | <b>bold</b> <script>ran('${id}')</script> |
      And what alice was served has no script of the message

    @M-webmail-text @SHOULD
    Scenario: Long text is shown to its end
      Given the message hello:
        """
        From: ${sender}
        To: ${alice}
        Subject: hello ${id}

        ${2000 * "A line of the text.${CRLF}"}
        And this is the end of it.
        """
      And alice's inbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      When alice opens the message hello
      Then the opened message shows:
        | what | value                      |
        | text | And this is the end of it. |

    @M-webmail-text @SHOULD
    Scenario: A message without a subject, a date and a name is shown
      Given the message bare:
        """
        From: ${sender}
        To: ${alice}

        Bare as it is, ${id}.
        """
      And alice's inbox holds:
        | message |
        | bare    |
      And alice signs in to the webmail
      When alice opens the message bare
      Then the opened message shows:
        | what | value                 |
        | text | Bare as it is, ${id}. |

  Rule: HTML is shown as it was meant, where it is safe

    @M-webmail-html @SHOULD
    Scenario: HTML is shown with its emphasis and links
      Given the message hello:
        """
        From: ${sender}
        To: ${alice}
        Subject: hello ${id}
        MIME-Version: 1.0
        Content-Type: text/html; charset=utf-8

        <p>Read <strong>this, ${id}</strong> and <a href="https://elsewhere.test/page-of-${id}">that</a>.</p>
        """
      And alice's inbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      When alice opens the message hello
      Then the opened message shows:
        | what    | value             |
        | element | strong            |
        | element | a[href*="page-of"] |

    @M-webmail-alternative @SHOULD
    Scenario: Of two alternatives one is shown, and not both
      Given the message hello:
        """
        From: ${sender}
        To: ${alice}
        Subject: hello ${id}
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary=b

        --b
        Content-Type: text/plain; charset=utf-8

        The plain one.
        --b
        Content-Type: text/html; charset=utf-8

        <p>The <i class="x">adorned</i> one.</p>
        --b--
        """
      And alice's inbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      When alice opens the message hello
      Then the opened message shows:
        | what        | value            |
        | element     | i.x              |
        | text        | The adorned one. |
        | no text     | The plain one. |
        | attachments | 0              |

    @M-webmail-inline-picture @SHOULD
    Scenario: A picture that the message brings along is shown in its place
      Given the message hello:
        """
        From: ${sender}
        To: ${alice}
        Subject: hello ${id}
        MIME-Version: 1.0
        Content-Type: multipart/related; boundary=b

        --b
        Content-Type: text/html; charset=utf-8

        <p>Look: <img src="cid:dot@elsewhere.test" alt="a dot"></p>
        --b
        Content-Type: image/png
        Content-ID: <dot@elsewhere.test>
        Content-Transfer-Encoding: base64

        iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==
        --b--
        """
      And alice's inbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      When alice opens the message hello
      Then the opened message shows:
        | what    | value               |
        | picture | image/png, 70 octets |

  Rule: Attachments are there whole, by their names

    @M-webmail-attachment @SHOULD
    Scenario: An attachment is there with its name and its octets
      Given the message hello:
        """
        From: ${sender}
        To: ${alice}
        Subject: hello ${id}
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        See there.
        --b
        Content-Type: application/octet-stream; name="data.bin"
        Content-Disposition: attachment; filename="data.bin"
        Content-Transfer-Encoding: base64

        AAECAwQFBgcICQ0KDQr/
        --b--
        """
      And alice's inbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      When alice opens the message hello
      Then the opened message shows:
        | what        | value               |
        | attachments | 1                   |
        | attachment  | data.bin, 15 octets |
        | file name   | data.bin            |

    @M-webmail-attachment-name @SHOULD
    Scenario Outline: A name given as <form> is decoded
      Given the message hello:
        """
        From: ${sender}
        To: ${alice}
        Subject: hello ${id}
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        See there.
        --b
        Content-Type: application/octet-stream
        Content-Disposition: attachment; <written>
        Content-Transfer-Encoding: base64

        AAECAw==
        --b--
        """
      And alice's inbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      When alice opens the message hello
      Then the opened message shows:
        | what       | value  |
        | attachment | <name> |
        | file name  | <name> |

      Examples:
        | form                      | written                                                      | name            |
        | an extended parameter     | filename*=utf-8''Gr%C3%BC%C3%9Fe.bin                         | Grüße.bin       |
        | pieces                    | filename*0="a long "; filename*1="name.bin"                  | a long name.bin |
        | a quoted string           | filename="one, two (three).bin"                               | one, two (three).bin |
        | an encoded word           | filename="=?utf-8?q?Gr=C3=BC=C3=9Fe.bin?="                   | Grüße.bin       |

    @M-webmail-attachment-name-safe @MUST
    Scenario Outline: A name that <does> is no way out of where files are kept
      Given the message hello:
        """
        From: ${sender}
        To: ${alice}
        Subject: hello ${id}
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        See there.
        --b
        Content-Type: text/plain
        Content-Disposition: attachment; <written>

        x
        --b--
        """
      And alice's inbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      When alice opens the message hello
      Then what alice was served has attachments whose names add no field

      Examples:
        | does                 | written                                                             |
        | ends its field       | filename*=utf-8''a%0D%0AX-Added:%20yes%0D%0A.txt             |
        | ends its quotes      | filename="a\\"; filename=added.html; x=\\".txt"                        |

    @M-webmail-attached-message @SHOULD
    Scenario: A message that is attached can be read or kept
      Given the message hello:
        """
        From: ${sender}
        To: ${alice}
        Subject: hello ${id}
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        See below.
        --b
        Content-Type: message/rfc822
        Content-Disposition: attachment; filename="inner.eml"

        From: ${bob}
        Subject: the inner one

        Inner text.
        --b--
        """
      And alice's inbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      When alice opens the message hello
      Then the opened message shows:
        | what               | value                    |
        | text               | See below.               |
        | text or attachment | Inner text. or inner.eml |

  Rule: A report says whom it is about and why

    @M-webmail-report @SHOULD
    Scenario: A delivery report is shown with what it says to people
      Given alice's inbox holds:
        | message |
        | report  |
      And alice signs in to the webmail
      When alice opens the message report
      Then the opened message shows:
        | what | value |
        | text | could not |

  Rule: Reading tells nobody

    @M-webmail-remote @MUST
    Scenario Outline: <what> from elsewhere is not loaded unasked
      Given the message hello:
        """
        From: ${sender}
        To: ${alice}
        Subject: hello ${id}
        MIME-Version: 1.0
        Content-Type: text/html; charset=utf-8

        <html><body><p>Hello.</p><markup></body></html>
        """
      And alice's inbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      When alice opens the message hello
      Then what alice was served has nothing that is loaded from elsewhere

      Examples:
        | what               | markup                                                              |
        | A picture          | <img src="http://${id}.elsewhere.test/p.png">                       |
        | A set of pictures  | <img srcset="http://${id}.elsewhere.test/p.png 2x">                 |
        | A background       | <table background="http://${id}.elsewhere.test/p.png"></table>      |
        | A style            | <p style="background:url(http://${id}.elsewhere.test/p.png)">x</p>  |
        | A style sheet      | <link rel="stylesheet" href="http://${id}.elsewhere.test/s.css">    |
        | An imported style  | <style>@import url(http://${id}.elsewhere.test/s.css);</style>      |
        | A film             | <video poster="http://${id}.elsewhere.test/p.png"></video>          |
        | A sound            | <audio src="http://${id}.elsewhere.test/a.ogg" autoplay></audio>    |
        | A frame            | <iframe src="http://${id}.elsewhere.test/f.html"></iframe>          |
        | A picture in a drawing | <svg><image href="http://${id}.elsewhere.test/p.png"/></svg>    |
        | An object          | <object data="http://${id}.elsewhere.test/o.svg"></object>          |
        | An input           | <input type="image" src="http://${id}.elsewhere.test/p.png">        |

    @M-webmail-remote-asked @SHOULD
    Scenario: A picture from elsewhere is shown to who asks for it
      Given the message hello:
        """
        From: ${sender}
        To: ${alice}
        Subject: hello ${id}
        MIME-Version: 1.0
        Content-Type: text/html; charset=utf-8

        <p>Hello. <img src="http://elsewhere.test/asked.png" alt="x"></p>
        """
      And alice's inbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      When alice asks for all of the message hello
      Then the opened message shows:
        | what    | value                   |
        | element | img[src*="asked.png"] |
