@needs-outside
Feature: The content as it goes out
  What was taken in is handed on octet by octet, its lines ended by CRLF, its leading dots doubled (RFC 5321 §2.3.8, §2.4, §4.1.1.4, §4.5.2).

  Rule: A line that begins with a dot gets another one

    @R5321-4.5.2-e @MUST
    Scenario: Dots at the beginning of the first line, of the last and of none between
      Given the message hello:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: first and last ${id}

        .
        a.
         .b
        c.d
        ..
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

    # Wherever a buffer ends, a dot may be the first octet of the next one: four lines have 17 octets, so that each place meets each end of 4096.
    @R5321-4.5.2-e @MUST
    Scenario: Dots at the beginning of twenty thousand lines
      Given the message hello:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: many dots ${id}

        ${5000 * ".${CRLF}.${CRLF}..${CRLF}.dots${CRLF}"}the end
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

    @R5321-4.5.2-e @MUST
    Scenario: A line of dots alone, as long as a line may be
      Given the message hello:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: a long line of dots ${id}

        ${998 * "."}
        the end
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

  Rule: The end is where it was

    @R5321-4.1.1.4-2 @MUST
    Scenario: No empty line is added
      Given the message hello:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: no empty line ${id}

        The last line.
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

    @R5321-4.1.1.4-2 @MUST
    Scenario: Empty lines at the end stay
      Given the message hello:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: three empty lines ${id}

        The last line but three.
        ${3 * "${CRLF}"}
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

    @R5321-4.1.1.4-2 @MUST
    Scenario: A message without a body has none afterwards
      Given the message hello:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: nothing ${id}

        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

  Rule: Lines end by CRLF

    @R5321-2.3.8-3 @MUST
    Scenario: CR and LF come together only
      Given the message hello:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: line ends ${id}

        ${3000 * "A line.${CRLF}${CRLF}"}the end
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello
      And the next hop has nothing to complain of

  Rule: It is handed on as it is

    @R5321-4.5.3.1.6-a @MUST
    Scenario: A line of 998 characters stays whole
      Given the message hello:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: a long line ${id}

        ${998 * "a"}
        the end
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

    @R5321-2.4-7 @SHOULD
    Scenario Outline: <What> stay as they are
      Given the message hello:
        """
        From: <${alice}>
        Date: Tue, 5 Mar 2019 10:00:00 +0000
        Message-ID: <${id}@client.mailspec.test>
        Subject: <subject> ${id}
        <type>

        <line>
        the end
        """
      When alice submits the message hello to carol@${elsewhere}
      Then the next hop receives the message hello

      Examples:
        | What                             | subject  | type                                                 | line                                   |
        | Spaces and tabs at a line's end  | blanks   | X-Nothing: is said of it                             | blanks ${SP}${TAB}${SP}                |
        | Lines that begin with From       | from     | X-Nothing: is said of it                             | From here on it is as it was           |
        | Fields that stand in the body    | fields   | X-Nothing: is said of it                             | Bcc: somebody@${faraway}               |
        | Parts without an end             | no end   | Content-Type: multipart/mixed; boundary=b            | --b${CRLF}${CRLF}the only part         |
