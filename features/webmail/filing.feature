@needs-webmail @needs-imap
Feature: Filing                                              # what the webmail shows and what IMAP says are one

  Rule: Marks are those of IMAP

    @chapter-web-1 @M-webmail-read @SHOULD
    Scenario: Who opens a message has read it
      Given any message hello
      And alice's inbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      When alice opens the message hello
      And alice looks into the inbox
      Then the message list shows:
        | subject     | unread |
        | hello ${id} | no     |

    @M-webmail-read @SHOULD
    Scenario: A message that was read can be marked as unread
      Given any message hello
      And alice's inbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      And alice opens the message hello
      When alice marks the message hello as unread
      And alice looks into the inbox
      Then the message list shows:
        | subject     | unread |
        | hello ${id} | yes    |

    @M-webmail-flags @SHOULD
    Scenario: A flag is seen by other programs
      Given any message hello
      And alice's inbox holds:
        | message |
        | hello   |
      And an IMAP session authenticated
      And alice signs in to the webmail
      When alice flags the message hello
      Then the dialogue is:
        """imap
        C: a1 SELECT INBOX
        S: a1 OK
        C: a2 SEARCH FLAGGED
        S* * SEARCH 1
        S: a2 OK
        """

    @M-webmail-flags @SHOULD
    Scenario: A flag that another program has set is shown
      Given any message hello
      And alice's inbox holds:
        | message |
        | hello   |
      And an IMAP session with INBOX selected
      And the dialogue is:
        """imap
        C: a1 STORE 1 +FLAGS (\Flagged \Seen)
        S: a1 OK
        """
      And alice signs in to the webmail
      When alice looks into the inbox
      Then the message list shows:
        | subject     | flagged | unread |
        | hello ${id} | yes     | no     |

    @M-webmail-flags @SHOULD
    Scenario: A flag can be taken away
      Given any message hello
      And alice's inbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      And alice flags the message hello
      When alice unflags the message hello
      And alice looks into the inbox
      Then the message list shows:
        | subject     | flagged |
        | hello ${id} | no      |

    @M-webmail-read @SHOULD
    Scenario: A message can be marked as read without being opened
      Given any message hello
      And alice's inbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      When alice marks the message hello as read
      And alice looks into the inbox
      Then the message list shows:
        | subject     | unread |
        | hello ${id} | no     |

    @M-webmail-answered @SHOULD
    Scenario: What was answered is marked so
      Given bob's inbox is empty
      And any message hello from bob
      And alice's inbox holds:
        | message |
        | hello   |
      And an IMAP session authenticated
      And alice signs in to the webmail
      When alice replies to the message hello:
        | field | value |
        | text  | Yes.  |
      Then the dialogue is:
        """imap
        C: a1 SELECT INBOX
        S: a1 OK
        C: a2 SEARCH ANSWERED
        S* * SEARCH 1
        S: a2 OK
        """

  Rule: Messages go where they are put

    @M-webmail-move @SHOULD
    Scenario: A message that is moved is in the other folder and no more in the first
      Given any message hello
      And alice's inbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      And alice creates the folder "${mailbox}"
      When alice moves the message hello to the folder "${mailbox}"
      And alice looks into the folder "${mailbox}"
      Then the message list shows:
        | subject     |
        | hello ${id} |

    @M-webmail-move @SHOULD
    Scenario: A message that is moved leaves its folder
      Given any message hello
      And any message other
      And alice's inbox holds:
        | message |
        | hello   |
        | other   |
      And alice signs in to the webmail
      And alice creates the folder "${mailbox}"
      When alice moves the message hello to the folder "${mailbox}"
      And alice looks into the inbox
      Then the message list shows:
        | subject     |
        | other ${id} |

    @M-webmail-delete @SHOULD
    Scenario: A message that is deleted is no more in its folder
      Given any message hello
      And any message other
      And alice's inbox holds:
        | message |
        | hello   |
        | other   |
      And alice signs in to the webmail
      When alice deletes the message hello
      And alice looks into the inbox
      Then the message list shows:
        | subject     |
        | other ${id} |

    @M-webmail-delete @SHOULD
    Scenario: A message that is deleted can be had back from the trash
      Given any message hello
      And alice's inbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      When alice deletes the message hello
      And alice looks into the folder "Trash" for "${id}"
      Then the message list shows:
        | subject     |
        | hello ${id} |

  Rule: Folders are made, renamed and removed

    @M-webmail-folder-made @SHOULD
    Scenario: A folder that is made is there for other programs
      Given an IMAP session authenticated
      And alice signs in to the webmail
      When alice creates the folder "${mailbox}"
      Then the dialogue is:
        """imap
        C: a1 STATUS ${quoted(mailbox)} (MESSAGES)
        S* * STATUS ${mailbox} (MESSAGES 0)
        S: a1 OK
        """

    @M-webmail-folder-made @SHOULD
    Scenario: The name of a folder that is made keeps its letters
      Given alice signs in to the webmail
      When alice creates the folder "${mailbox}-Prüfung & mehr"
      Then the folder list shows:
        | folder                    |
        | ${mailbox}-Prüfung & mehr |

    @M-webmail-folder-renamed @SHOULD
    Scenario: A folder that is renamed has its new name alone
      Given alice signs in to the webmail
      And alice creates the folder "${mailbox}"
      When alice renames the folder "${mailbox}" to "${mailbox}-new"
      Then the folder list shows:
        | folder         | there |
        | ${mailbox}-new | yes   |
        | ${mailbox}     | no    |

    @M-webmail-folder-removed @SHOULD
    Scenario: A folder that is removed is gone
      Given alice signs in to the webmail
      And alice creates the folder "${mailbox}"
      When alice removes the folder "${mailbox}"
      Then the folder list shows:
        | folder     | there |
        | ${mailbox} | no    |

  Rule: Another site changes nothing

    @M-webmail-forged @MUST
    Scenario: Another site cannot delete a message
      Given any message hello
      And alice's inbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      And alice looks into the inbox
      When another site has it that alice deletes the message hello
      And alice looks into the inbox
      Then the message list shows:
        | subject     |
        | hello ${id} |

    @M-webmail-forged @MUST
    Scenario: Another site cannot flag a message
      Given any message hello
      And alice's inbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      And alice looks into the inbox
      When another site has it that alice flags the message hello
      And alice looks into the inbox
      Then the message list shows:
        | subject     | flagged |
        | hello ${id} | no      |

    @M-webmail-forged @MUST
    Scenario: Another site cannot move a message
      Given any message hello
      And alice's inbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      And alice creates the folder "${mailbox}"
      And alice looks into the inbox
      When another site has it that alice moves the message hello to the folder "${mailbox}"
      And alice looks into the inbox
      Then the message list shows:
        | subject     |
        | hello ${id} |

    @M-webmail-forged @MUST
    Scenario: Another site cannot make a folder
      Given alice signs in to the webmail
      When another site has it that alice creates the folder "${mailbox}"
      Then the folder list shows:
        | folder     | there |
        | ${mailbox} | no    |

    @M-webmail-forged @MUST
    Scenario: Another site cannot remove a folder
      Given alice signs in to the webmail
      And alice creates the folder "${mailbox}"
      When another site has it that alice removes the folder "${mailbox}"
      Then the folder list shows:
        | folder     | there |
        | ${mailbox} | yes   |

    @M-webmail-forged @MUST
    Scenario: Another site cannot send a message
      Given bob's inbox is empty
      And alice signs in to the webmail
      When another site has it that alice writes:
        | field   | value      |
        | to      | ${bob}     |
        | subject | news ${id} |
        | text    | x          |
      Then bob does not receive the message "news ${id}"
