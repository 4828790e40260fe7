@needs-webmail
Feature: Writing

  Rule: What is written arrives as it was written

    @chapter-web-1 @M-webmail-send @SHOULD @needs-delivery
    Scenario: A message arrives with sender, recipient, subject and text
      Given bob's inbox is empty
      And alice signs in to the webmail
      When alice writes:
        | field   | value                |
        | to      | ${bob}               |
        | subject | news ${id}           |
        | text    | What happened, ${id}. |
      Then bob receives the message "news ${id}"
      And the received message has the header field: From: ${*}${alice}${*}
      And the received message has the header field: To: ${*}${bob}${*}
      And parsers read in the received message:
        | what    | value                |
        | subject | news ${id}           |
        | text    | What happened, ${id}. |

    @M-webmail-send @SHOULD
    Scenario: A message that is sent has one of each field that every message has
      Given bob's inbox is empty
      And alice signs in to the webmail
      When alice writes:
        | field   | value      |
        | to      | ${bob}     |
        | subject | news ${id} |
        | text    | x          |
      Then bob receives the message "news ${id}"
      And the received message has the header field From 1 time
      And the received message has the header field Date 1 time
      And the received message has the header field Message-ID 1 time
      And the received message has the header field Subject 1 time
      And every field Message-ID of the received message holds a message identifier
      And every field Date of the received message holds a date and time

    @M-webmail-cc @SHOULD
    Scenario: Who gets a copy gets it, and the others see so
      Given bob's inbox is empty
      And carol's inbox is empty
      And alice signs in to the webmail
      When alice writes:
        | field   | value      |
        | to      | ${bob}     |
        | cc      | ${carol}   |
        | subject | news ${id} |
        | text    | x          |
      Then carol receives the message "news ${id}"
      And bob receives the message "news ${id}"
      And the received message has the header field: Cc: ${*}${carol}${*}

    @M-webmail-bcc @MUST @needs-accounts-3
    Scenario: Who gets a blind copy gets it, and nobody else sees so
      Given bob's inbox is empty
      And carol's inbox is empty
      And alice signs in to the webmail
      When alice writes:
        | field   | value      |
        | to      | ${bob}     |
        | bcc     | ${carol}   |
        | subject | news ${id} |
        | text    | x          |
      Then carol receives the message "news ${id}"
      And bob receives the message "news ${id}"
      And the received message does not contain: ${carol}

    @M-webmail-charset-sent @SHOULD
    Scenario: A subject and a text beyond ASCII arrive in their own letters
      Given bob's inbox is empty
      And alice signs in to the webmail
      When alice writes:
        | field   | value                       |
        | to      | ${bob}                      |
        | subject | Grüße, 你好 ${id}            |
        | text    | Größe, Привет, こんにちは 🙂 |
      Then bob receives the message "${alice}"
      And parsers read in the received message:
        | what    | value                       |
        | subject | Grüße, 你好 ${id}            |
        | text    | Größe, Привет, こんにちは 🙂 |

    @M-webmail-seven-bit @SHOULD
    Scenario: The header of what is sent is ASCII
      Given bob's inbox is empty
      And alice signs in to the webmail
      When alice writes:
        | field   | value        |
        | to      | ${bob}       |
        | subject | Grüße ${id} |
        | text    | x            |
      Then bob receives the message "${alice}"
      And the received message has the header field: Subject: =?${*}

    @M-webmail-upload @SHOULD
    Scenario: A file that is attached arrives octet by octet, by its name
      Given bob's inbox is empty
      And alice signs in to the webmail
      When alice writes:
        | field      | value                                  |
        | to         | ${bob}                                 |
        | subject    | news ${id}                             |
        | text       | See there.                             |
        | attachment | data.bin application/octet-stream 3000 |
      Then bob receives the message "news ${id}"
      And parsers read in the received message:
        | what       | value                                  |
        | attachment | application/octet-stream data.bin 3000 |
        | text       | See there.                             |

    @M-webmail-upload @SHOULD
    Scenario: The name of a file beyond ASCII arrives in its own letters
      Given bob's inbox is empty
      And alice signs in to the webmail
      When alice writes:
        | field      | value                                        |
        | to         | ${bob}                                       |
        | subject    | news ${id}                                   |
        | text       | See there.                                   |
        | attachment | Grüße 你好.bin application/octet-stream 1000 |
      Then bob receives the message "news ${id}"
      And parsers read in the received message:
        | what       | value                                        |
        | attachment | application/octet-stream Grüße 你好.bin 1000 |

    @M-webmail-upload @SHOULD
    Scenario: Two files of one name both arrive
      Given bob's inbox is empty
      And alice signs in to the webmail
      When alice writes:
        | field      | value                                  |
        | to         | ${bob}                                 |
        | subject    | news ${id}                             |
        | text       | See there.                             |
        | attachment | data.bin application/octet-stream 300 |
        | attachment | data.bin application/octet-stream 200 |
      Then bob receives the message "news ${id}"
      And parsers read in the received message:
        | what        | value                                 |
        | attachments | 2                                     |
        | attachment  | application/octet-stream data.bin 200 |
        | attachment  | application/octet-stream data.bin 300 |

    @M-webmail-send @SHOULD
    Scenario: Lines that begin with a dot or with From arrive as they are
      Given bob's inbox is empty
      And alice signs in to the webmail
      When alice writes:
        | field   | value                                  |
        | to      | ${bob}                                 |
        | subject | news ${id}                             |
        | text    | One${CRLF}.${CRLF}..two${CRLF}From here |
      Then bob receives the message "news ${id}"
      And parsers read in the received message:
        | what | value      |
        | text | From here  |
        | text | ..two      |

    @M-webmail-send @SHOULD
    Scenario: Two people who are written to both get the message
      Given bob's inbox is empty
      And alice's inbox is empty
      And alice signs in to the webmail
      When alice writes:
        | field   | value                    |
        | to      | "Bob, B." <${bob}>, ${alice} |
        | subject | news ${id}               |
        | text    | x                        |
      Then alice receives the message "news ${id}"
      And bob receives the message "news ${id}"

  Rule: What is sent by one form is sent once

    @M-webmail-once @SHOULD
    Scenario: Who presses twice has sent one message
      Given bob's inbox is empty
      And alice signs in to the webmail
      When alice writes and presses twice:
        | field   | value      |
        | to      | ${bob}     |
        | subject | news ${id} |
        | text    | x          |
      Then bob receives the message "news ${id}" 1 time

  Rule: What is written adds nothing to the header

    @M-webmail-header-injection @MUST @needs-accounts-3
    Scenario: A line end in a subject begins no field
      Given carol's inbox is empty
      And alice signs in to the webmail
      When alice writes as far as she is let:
        | field   | value                        |
        | to      | ${bob}                       |
        | subject | news ${id}${CRLF}Bcc: ${carol} |
        | text    | x                            |
      Then carol does not receive the message "news ${id}"

  Rule: A reply goes to who is meant, and belongs to what it answers

    @M-webmail-reply @SHOULD
    Scenario: A reply goes to the sender and names the message that it answers
      Given bob's inbox is empty
      And the message question:
        """
        From: ${bob}
        To: ${alice}
        Subject: question ${id}
        Message-ID: <q-${id}@elsewhere.test>
        References: <before-${id}@elsewhere.test>

        What is it?
        """
      And alice's inbox holds:
        | message  |
        | question |
      And alice signs in to the webmail
      When alice replies to the message question:
        | field | value      |
        | text  | It is this. |
      Then bob receives the message "question ${id}"
      And the received message has the header field: In-Reply-To: <q-${id}@elsewhere.test>
      And the received message has the header field: References: ${*}<before-${id}@elsewhere.test>${*}<q-${id}@elsewhere.test>
      And parsers read in the received message:
        | what    | value              |
        | subject | Re: question ${id} |

    @M-webmail-reply @SHOULD
    Scenario: A reply to a reply has one Re in its subject
      Given bob's inbox is empty
      And the message question:
        """
        From: ${bob}
        To: ${alice}
        Subject: Re: question ${id}
        Message-ID: <q-${id}@elsewhere.test>

        What is it?
        """
      And alice's inbox holds:
        | message  |
        | question |
      And alice signs in to the webmail
      When alice replies to the message question:
        | field | value      |
        | text  | It is this. |
      Then bob receives the message "question ${id}"
      And parsers read in the received message:
        | what    | value              |
        | subject | Re: question ${id} |

    @M-webmail-reply @SHOULD
    Scenario: A reply goes where Reply-To says
      Given bob's inbox is empty
      And the message question:
        """
        From: ${sender}
        Reply-To: ${bob}
        To: ${alice}
        Subject: question ${id}

        What is it?
        """
      And alice's inbox holds:
        | message  |
        | question |
      And alice signs in to the webmail
      When alice replies to the message question:
        | field | value      |
        | text  | It is this. |
      Then bob receives the message "question ${id}"

    @M-webmail-quote @SHOULD
    Scenario: A reply offers what it answers, quoted
      Given bob's inbox is empty
      And the message question:
        """
        From: ${bob}
        To: ${alice}
        Subject: question ${id}

        What is it, ${id}?
        """
      And alice's inbox holds:
        | message  |
        | question |
      And alice signs in to the webmail
      When alice replies to the message question:
        | field |
      Then bob receives the message "question ${id}"
      And parsers read in the received message:
        | what | value                |
        | text | > What is it, ${id}? |

    @M-webmail-reply-all @SHOULD @needs-accounts-3
    Scenario: A reply to all goes to everybody but oneself
      Given bob's inbox is empty
      And carol's inbox is empty
      And the message question:
        """
        From: ${bob}
        To: ${alice}, ${carol}
        Subject: question ${id}

        What is it?
        """
      And alice's inbox holds:
        | message  |
        | question |
      And alice signs in to the webmail
      When alice replies to all of the message question:
        | field | value                |
        | text  | It is this, answer ${id}. |
      Then carol receives the message "answer ${id}"
      And bob receives the message "answer ${id}"
      And the received message has the header field: Cc: ${*}${carol}${*}
      And alice does not receive the message "answer ${id}"

    @M-webmail-forward @SHOULD
    Scenario: A message that is forwarded arrives with its text and its attachment
      Given bob's inbox is empty
      And the message hello:
        """
        From: ${sender}
        To: ${alice}
        Subject: hello ${id}
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        The text that goes on, ${id}.
        --b
        Content-Type: application/octet-stream
        Content-Disposition: attachment; filename="data.bin"
        Content-Transfer-Encoding: base64

        AAECAwQFBgcICQ0KDQr/
        --b--
        """
      And alice's inbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      When alice forwards the message hello:
        | field | value  |
        | to    | ${bob} |
      Then bob receives the message "hello ${id}"
      And parsers read in the received message:
        | what       | value                                |
        | text       | The text that goes on, ${id}.        |
        | attachment | application/octet-stream data.bin 15 |

  Rule: What is sent and what is not yet are kept

    @M-webmail-sent @SHOULD @needs-imap
    Scenario: What was sent is in the folder of sent mail
      Given bob's inbox is empty
      And alice signs in to the webmail
      When alice writes:
        | field   | value      |
        | to      | ${bob}     |
        | subject | news ${id} |
        | text    | x          |
      And alice looks into the folder "Sent" for "${id}"
      Then the message list shows:
        | subject    |
        | news ${id} |

    @M-webmail-draft @SHOULD @needs-imap
    Scenario: A draft is kept and not sent
      Given bob's inbox is empty
      And alice signs in to the webmail
      When alice keeps a draft:
        | field   | value           |
        | to      | ${bob}          |
        | subject | unready ${id}   |
        | text    | Not yet, ${id}. |
      And alice looks into the folder "Drafts" for "${id}"
      Then the message list shows:
        | subject       |
        | unready ${id} |
      And bob does not receive the message "unready ${id}"
