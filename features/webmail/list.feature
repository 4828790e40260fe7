@needs-webmail
Feature: Folders and the message list

  Rule: The inbox shows what is in it, the newest first

    @chapter-web-1 @M-webmail-list @SHOULD
    Scenario: The list shows who wrote, what about, and what is new
      Given any message first
      And the message second:
        """
        From: ${sender}
        To: ${alice}
        Subject: second ${id}
        Date: Tue, 03 Mar 2026 10:00:00 +0000

        It is of another year, and came later too.
        """
      And alice's inbox holds:
        | message |
        | first   |
        | second  |
      And alice signs in to the webmail
      When alice looks into the inbox
      Then the message list shows:
        | subject      | from      | unread | flagged |
        | second ${id} | ${sender} | yes    | no      |
        | first ${id}  | ${sender} | yes    | no      |

    @M-webmail-list @SHOULD
    Scenario: An empty inbox shows an empty list
      Given alice's inbox is empty
      And alice signs in to the webmail
      When alice looks into the inbox
      Then the message list shows:
        | subject |

    @M-webmail-fresh @SHOULD
    Scenario: What comes while somebody is signed in is in the list when it is looked at again
      Given alice's inbox is empty
      And alice signs in to the webmail
      And alice looks into the inbox
      And any message news
      When alice is sent the message news
      And alice receives the message news
      And alice looks into the inbox
      Then the message list shows:
        | subject    | unread |
        | news ${id} | yes    |

    @M-webmail-pages @SHOULD
    Scenario: All messages of a long folder are found on its pages, each once
      Given any message many
      And alice's inbox holds:
        | message | times |
        | many    | 120   |
      And alice signs in to the webmail
      Then the pages of the inbox show 120 messages, each once

    @M-webmail-folders @SHOULD
    Scenario: The folder list tells how many messages are unread
      Given any message hello
      And alice's inbox holds:
        | message | times |
        | hello   | 3     |
      And alice signs in to the webmail
      Then the folder list shows:
        | folder | unread |
        | INBOX  | 3      |

    @M-webmail-folders @SHOULD @needs-imap
    Scenario: A folder that another program has made is in the list, with its messages
      Given any message hello
      And an IMAP session authenticated
      And the mailbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      When alice looks into the folder "${mailbox}"
      Then the message list shows:
        | subject     |
        | hello ${id} |

    @M-webmail-folders @SHOULD @needs-imap
    Scenario: A folder's name is shown in its own letters
      Given an IMAP session authenticated
      And the dialogue is:
        """imap
        C: a1 CREATE ${quoted(mailbox)}
        S: a1 OK
        C: a2 CREATE "${mailbox}-Pr&APw-fung"
        S: a2 OK
        C: a3 SUBSCRIBE "${mailbox}-Pr&APw-fung"
        S: a3 OK
        """
      And alice signs in to the webmail
      Then the folder list shows:
        | folder             |
        | ${mailbox}-Prüfung |

  Rule: Encoded words are shown as what they stand for

    @M-webmail-encoded-words @SHOULD
    Scenario: A subject and a name in encoded words are decoded
      Given the message greetings:
        """
        From: =?utf-8?q?J=C3=B6rg_M=C3=BCller?= <${sender}>
        To: ${alice}
        Subject: =?utf-8?b?R3LDvMOfZQ==?= ${id}

        Hello.
        """
      And alice's inbox holds:
        | message   |
        | greetings |
      And alice signs in to the webmail
      When alice looks into the inbox
      Then the message list shows:
        | subject     | from        |
        | Grüße ${id} | Jörg Müller |

    @M-webmail-encoded-words @SHOULD
    Scenario: An encoded word in another charset is decoded
      Given the message greetings:
        """
        From: ${sender}
        To: ${alice}
        Subject: =?iso-8859-1?q?Stra=DFe?= =?koi8-r?b?8NLJ18XU?= ${id}

        Hello.
        """
      And alice's inbox holds:
        | message   |
        | greetings |
      And alice signs in to the webmail
      When alice looks into the inbox
      Then the message list shows:
        | subject             |
        | StraßeПривет ${id} |

    @M-webmail-encoded-words @SHOULD
    Scenario: Between two encoded words stands no space
      Given the message greetings:
        """
        From: ${sender}
        To: ${alice}
        Subject: =?utf-8?b?44GT44KT44Gr44Gh?= =?utf-8?b?44Gv?= ${id}

        Hello.
        """
      And alice's inbox holds:
        | message   |
        | greetings |
      And alice signs in to the webmail
      When alice looks into the inbox
      Then the message list shows:
        | subject          |
        | こんにちは ${id} |

    @M-webmail-text-is-text @MUST
    Scenario: Markup in a subject is shown and not obeyed
      Given the message markup:
        """
        From: "<b>me</b>" <${sender}>
        To: ${alice}
        Subject: <i>x</i> & <script>ran('${id}')</script>

        Hello.
        """
      And alice's inbox holds:
        | message |
        | markup  |
      And alice signs in to the webmail
      When alice looks into the inbox
      And alice opens the message markup
      Then what alice was served has no script of the message
      And the opened message shows:
        | what    | value                                       |
        | subject | <i>x</i> & <script>ran('${id}')</script> |

    @M-webmail-text-is-text @MUST
    Scenario: Markup in a name is shown and not obeyed
      Given the message markup:
        """
        From: "<img src=x onerror=ran('${id}')>" <${sender}>
        To: "<svg onload=ran('${id}')>" <${alice}>
        Subject: markup ${id}

        Hello.
        """
      And alice's inbox holds:
        | message |
        | markup  |
      And alice signs in to the webmail
      When alice looks into the inbox
      And alice opens the message markup
      Then what alice was served has no script of the message

  Rule: What is looked for is found

    @M-webmail-search @SHOULD
    Scenario: A word of the subject finds the message
      Given any message first
      And the message second:
        """
        From: ${sender}
        To: ${alice}
        Subject: needle ${id}

        Hay.
        """
      And alice's inbox holds:
        | message |
        | first   |
        | second  |
      And alice signs in to the webmail
      When alice looks into the inbox for "needle"
      Then the message list shows:
        | subject       |
        | needle ${id} |

    @M-webmail-search @SHOULD
    Scenario: A word of the text finds the message
      Given any message first
      And the message second:
        """
        From: ${sender}
        To: ${alice}
        Subject: second ${id}

        Here is the needle.
        """
      And alice's inbox holds:
        | message |
        | first   |
        | second  |
      And alice signs in to the webmail
      When alice looks into the inbox for "needle"
      Then the message list shows:
        | subject      |
        | second ${id} |

    @M-webmail-search @SHOULD
    Scenario: What nobody has written is not found
      Given any message first
      And alice's inbox holds:
        | message |
        | first   |
      And alice signs in to the webmail
      When alice looks into the inbox for "nowhere-at-all"
      Then the message list shows:
        | subject |

    @M-webmail-search @SHOULD
    Scenario: A word in letters beyond ASCII finds the message
      Given any message first
      And the message second:
        """
        From: ${sender}
        To: ${alice}
        Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?= ${id}

        Hay.
        """
      And alice's inbox holds:
        | message |
        | first   |
        | second  |
      And alice signs in to the webmail
      When alice looks into the inbox for "Grüße"
      Then the message list shows:
        | subject     |
        | Grüße ${id} |

    @M-webmail-search-injection @MUST
    Scenario: Quotes and line ends in what is looked for begin no command of IMAP
      Given any message first
      And alice's inbox holds:
        | message |
        | first   |
      And alice signs in to the webmail
      When alice looks into the inbox for "x${x22} ${CRLF}z STORE 1 +FLAGS (\Seen)${CRLF}"
      And alice looks into the inbox
      Then the message list shows:
        | subject     | unread |
        | first ${id} | yes    |
