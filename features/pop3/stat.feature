@needs-pop3
Feature: STAT
  How many messages there are, and how many octets (RFC 1939 §5).

  Rule: The answer is two numbers

    @R1939-5-3 @MUST @chapter-pop-2 @defect-pop3-texts-in-brackets
    Scenario: STAT tells the number of messages and a number of octets
      Given alice's inbox holds:
        | message   |
        | plain     |
        | two-parts |
        | budget    |
      And a POP3 session authenticated
      When the client sends: STAT
      Then the reply is +OK 3 ${octets:number > 0}

    @R1939-5-4 @SHOULD @defect-pop3-first-lines-too-long @defect-pop3-listings-say-more @defect-pop3-texts-in-brackets
    Scenario: Nothing follows the octets
      Given alice's inbox holds:
        | message |
        | plain   |
      And a POP3 session authenticated
      When the client sends: STAT
      Then the reply is +OK 1 ${octets:number}${rest:text = ""}

    @R1939-5-3 @MUST @defect-pop3-texts-in-brackets
    Scenario: An empty maildrop has no messages and no octets
      Given alice's inbox is empty
      And a POP3 session authenticated
      When the client sends: STAT
      Then the reply is +OK 0 ${octets:number = 0}

  Rule: The octets are those of all messages

    @R1939-5-3 @MUST @defect-pop3-dots-not-stuffed @defect-pop3-empty-line-before-end @defect-pop3-lines-end-in-lf
    @defect-pop3-only-single-dots-stuffed @defect-pop3-retr-adds-status-field @defect-pop3-retr-deletes @defect-pop3-retr-loses-last-line
    @defect-pop3-size-counts-lf @defect-pop3-size-counts-stuffing @defect-pop3-texts-in-brackets
    Scenario: STAT is the sum of the sizes in LIST
      Given alice's inbox holds:
        | message |
        | plain   |
        | dots    |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: RETR 1
        S: +OK
        S| ${first:lines}
        C: RETR 2
        S: +OK
        S| ${second:lines}
        C: STAT
        S: +OK 2 ${sum:number = first.size + second.size}
        """

  Rule: Messages marked as deleted do not count

    @R1939-5-a @MUST @defect-pop3-deleted-still-counted @defect-pop3-list-of-one-as-list @defect-pop3-list-of-one-without-number
    @defect-pop3-new-mail-appears @defect-pop3-numbers-close-up @defect-pop3-numbers-newest-first @defect-pop3-texts-in-brackets
    Scenario: DELE takes a message out of both numbers
      Given alice's inbox holds:
        | message |
        | plain   |
        | budget  |
      And a POP3 session authenticated
      Then the dialogue is:
        """pop3
        C: LIST 2
        S: +OK 2 ${size:number}
        C: DELE 1
        S: +OK
        C: STAT
        S: +OK 1 ${octets:number = size}
        C: DELE 2
        S: +OK
        C: STAT
        S: +OK 0 ${none:number = 0}
        """
