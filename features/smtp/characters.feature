@needs-smtp
Feature: The characters of a message
  What is sent arrives, octet by octet (RFC 5321 §4.5.2).

  Rule: Every character reaches the mailbox

    @R5321-4.5.2-c @R5321-4.5.2-1 @MUST
    Scenario: Spaces and tabs stay where they are
      Given the message white:
        """
        From: Sender <${sender}>
        Subject: ${id}

          two spaces before
        two spaces after${SP}${SP}
        ${TAB}a tab before
        a${TAB}tab between
        a tab after${TAB}
        ${SP}
        ${TAB}
        the line above is a tab, the one before a space
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${white}
        C: .
        S: 250
        """
      And alice receives the message white

    @R5321-4.5.2-c @MUST
    Scenario: Empty lines stay where they are
      Given the message empty:
        """
        From: Sender <${sender}>
        Subject: ${id}



        text between empty lines



        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${empty}
        C: .
        S: 250
        """
      And alice receives the message empty

    @R5321-4.5.2-c @MUST
    Scenario: All printable characters arrive
      Given the message printable:
        """
        From: Sender <${sender}>
        Subject: ${id}

        !"#$%&'()*+,-./0123456789:;<=>?@
        ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`
        abcdefghijklmnopqrstuvwxyz{|}~
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${printable}
        C: .
        S: 250
        """
      And alice receives the message printable

    # A mailbox in mbox format may mark such lines; what comes out again must be what went in.
    @R5321-4.5.2-c @R5321-4.5.2-1 @MUST
    Scenario: A line that begins with From and a space arrives unmarked
      Given the message from:
        """
        From: Sender <${sender}>
        Subject: ${id}

        From here on it is text.
        >From here on, too.

        From the start of a paragraph, which some mailboxes take for a new message.
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${from}
        C: .
        S: 250
        """
      And alice receives the message from

    @R5321-4.5.2-d @SHOULD @hostile
    Scenario Outline: The control character <name> arrives
      Given the message control:
        """
        From: Sender <${sender}>
        Subject: ${id}

        before<octet>after
        """
      And an SMTP session after DATA
      Then the dialogue is:
        """smtp
        C~ ${control}
        C: .
        S: 250
        """
      And alice receives the message control

      Examples:
        | name | octet  |
        | BEL  | ${x07} |
        | BS   | ${x08} |
        | VT   | ${x0B} |
        | FF   | ${x0C} |
        | SUB  | ${x1A} |
        | ESC  | ${x1B} |
        | DEL  | ${x7F} |
