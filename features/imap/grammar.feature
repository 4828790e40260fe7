@needs-imap
Feature: What an IMAP server writes is of IMAP's form             # RFC 3501 §9, RFC 9051 §9
  Held against every response of every session of the run, whatever its scenario was about.

  Rule: A response is of one of three kinds, and ends in CRLF

    @R3501-9-p @R9051-9-q @MUST
    Scenario: Every response is tagged, untagged or a request to go on, and of a known form
      Then every session of the run keeps the rule imap-response

    @R3501-9-q @MUST
    Scenario: Every line of a response ends in CRLF
      Then every session of the run keeps the rule imap-line-end

    @R3501-9-r @MUST
    Scenario: Nothing stands behind the end of a response
      Then every session of the run keeps the rule imap-end

    @R3501-9-s @MUST
    Scenario: A space and a text stand behind every status
      Then every session of the run keeps the rule imap-status-response

    @R3501-9-t @SHOULD
    Scenario: Every text has at least one character
      Then every session of the run keeps the rule imap-text-follows

    @R3501-9-u @MUST
    Scenario: Every text is ASCII where nothing else was agreed on
      Then every session of the run keeps the rule imap-text

    @R3501-9-v @MUST
    Scenario: A space stands behind every plus
      Then every session of the run keeps the rule imap-continuation

    @R3501-9-w @MUST
    Scenario: Every challenge is base64
      Then every session of the run keeps the rule imap-challenge

  Rule: A response code is a name, and what its definition puts behind it

    @R3501-9-x @MUST
    Scenario: Every code in brackets is a name, and the bracket closes
      Then every session of the run keeps the rule imap-response-code

    @R3501-7.1-3 @SHOULD
    Scenario: Every code is registered or begins with X
      Then every session of the run keeps the rule imap-code-registered

    @R3501-9-x @MUST
    Scenario: Nothing stands behind codes that have no argument
      Then every session of the run keeps the rule imap-bare-response-code

    @R3501-9-x @MUST
    Scenario: UIDNEXT, UIDVALIDITY and UNSEEN have a number above 0
      Then every session of the run keeps the rule imap-numbers-of-select

    @R3501-9-x @MUST
    Scenario: PERMANENTFLAGS is a list of flags
      Then every session of the run keeps the rule imap-permanent-flags

    @R3501-9-x @MUST
    Scenario: BADCHARSET is a list of charsets, or nothing
      Then every session of the run keeps the rule imap-bad-charset

    @R4315-4-a @R9051-7.1-5 @MUST
    Scenario: APPENDUID is two numbers above 0
      Then every session of the run keeps the rule imap-append-uid

    @R4315-4-a @MUST
    Scenario: COPYUID is a number and two sets of UIDs
      Then every session of the run keeps the rule imap-copy-uid

    @R4315-3-c @MUST
    Scenario: COPYUID pairs as many sources as copies
      Then every session of the run keeps the rule imap-copy-uid-pairs

  Rule: Numbers and strings are written in one way

    @R3501-9-h @R9051-9-h @MUST
    Scenario: No number has more than 32 bits
      Then every session of the run keeps the rule imap-number-of-32-bits

    @R9051-9-r @MUST
    Scenario: No large number has more than 63 bits
      Then every session of the run keeps the rule imap-number-of-63-bits

    @R3501-9-d @R9051-9-d @MUST
    Scenario: Quotes and backslashes in quoted strings stand behind a backslash
      Then every session of the run keeps the rule imap-quoted-string

    @R3501-7.5-4 @R9051-9-4 @MUST
    Scenario: NUL stands in no string
      Then every session of the run keeps the rule imap-no-nul

  Rule: A server says what it can do, and what it is

    @R3501-9-y @MUST
    Scenario: Capabilities are names, each behind one space
      Then every session of the run keeps the rule imap-capabilities

    @R3501-6.1.1-2 @MUST
    Scenario: IMAP4rev1 or IMAP4rev2 is among the capabilities
      Then every session of the run keeps the rule imap-capability-revision

    @R3501-7.2.1-5 @R3501-7.2.1-6 @R3501-7.5-10 @R9051-7.2.2-6 @R9051-7.2.2-7 @SHOULD
    Scenario: Every capability is registered or begins with X
      Then every session of the run keeps the rule imap-capability-registered

    @R5161-4-a @MUST
    Scenario: ENABLED is a list of names
      Then every session of the run keeps the rule imap-enabled

    @R2342-6-a @MUST
    Scenario: NAMESPACE is three lists of prefixes with their separators
      Then every session of the run keeps the rule imap-namespace

    @R2971-4-a @MUST
    Scenario: ID is a list of fields with their values, or NIL
      Then every session of the run keeps the rule imap-id

  Rule: Flags are atoms, or one of those with a backslash

    @R3501-9-z @MUST
    Scenario: FLAGS is a list of flags
      Then every session of the run keeps the rule imap-flags

    @R3501-9-z @MUST
    Scenario: FLAGS does not list \Recent
      Then every session of the run keeps the rule imap-flags-without-recent

    @R3501-7.5-14 @R9051-9-14 @MUST
    Scenario: No server makes flags with a backslash of its own
      Then every session of the run keeps the rule imap-system-flags

    @R3501-9-z @MUST
    Scenario: The flags of a message are a list of flags
      Then every session of the run keeps the rule imap-fetch-flags

  Rule: A mailbox is listed with its attributes, its separator and its name

    @R3501-9-aa @MUST
    Scenario: LIST and LSUB are attributes, separator and name
      Then every session of the run keeps the rule imap-list

    @R3501-9-aa @MUST
    Scenario: Every attribute begins with a backslash
      Then every session of the run keeps the rule imap-list-attributes

    @R3501-7.5-14 @R9051-9-14 @R6154-6-2 @MUST
    Scenario: Every attribute is registered
      Then every session of the run keeps the rule imap-list-registered

    @R3501-9-o @R9051-9-o @R9051-7.3.1-5 @MUST
    Scenario: \Noselect, \Marked and \Unmarked do not stand together
      Then every session of the run keeps the rule imap-list-selectability

    @R3348-3-a @MUST
    Scenario: \HasChildren and \HasNoChildren do not stand together
      Then every session of the run keeps the rule imap-list-children

    @R3501-9-l @R9051-9-l @MUST
    Scenario: The separator is one character in quotes, or NIL
      Then every session of the run keeps the rule imap-list-delimiter

    @R5258-6-a @MUST
    Scenario: Extended data are tags with their values
      Then every session of the run keeps the rule imap-list-extended

    @R3501-9-e @R9051-9-e @MUST
    Scenario: The name of a mailbox is an atom or a string
      Then every session of the run keeps the rule imap-mailbox

    @R3501-5.1-2 @SHOULD
    Scenario: The name of a mailbox is modified UTF-7 where nothing else was agreed on
      Then every session of the run keeps the rule imap-mailbox-name

  Rule: STATUS and SEARCH tell of mailboxes

    @R3501-9-ab @MUST
    Scenario: STATUS is a name and a list of items with their numbers
      Then every session of the run keeps the rule imap-status

    @R3501-9-ab @MUST
    Scenario: SEARCH is numbers above 0, each behind one space
      Then every session of the run keeps the rule imap-search

    @R5256-4-a @MUST
    Scenario: SORT is numbers above 0, each behind one space
      Then every session of the run keeps the rule imap-sort

    @R5256-4-b @MUST
    Scenario: THREAD is conversations in parentheses, within each other where one divides
      Then every session of the run keeps the rule imap-thread

    @R4731-4-a @MUST
    Scenario: ESEARCH is the tag, and results with their values
      Then every session of the run keeps the rule imap-esearch

    @R4731-4-a @MUST
    Scenario: What ESEARCH found is a set of numbers
      Then every session of the run keeps the rule imap-esearch-set

    @R4731-3.1-1 @R4731-3.1-2 @R4731-3.1-4 @MUST
    Scenario: ESEARCH that counts nothing tells of no message
      Then every session of the run keeps the rule imap-esearch-of-nothing

  Rule: FETCH tells of messages

    @R3501-9-ac @MUST
    Scenario: EXISTS, RECENT, EXPUNGE and FETCH stand behind a number
      Then every session of the run keeps the rule imap-message-data

    @R3501-9-ac @MUST
    Scenario: FETCH is a list of items with their values
      Then every session of the run keeps the rule imap-fetch-items

    @R3501-9-ad @MUST
    Scenario: A UID is a number above 0
      Then every session of the run keeps the rule imap-fetch-uid

    @R3501-9-ad @MUST
    Scenario: RFC822.SIZE is a number
      Then every session of the run keeps the rule imap-fetch-size

    @R3501-9-n @R9051-9-n @MUST
    Scenario: INTERNALDATE is a date in quotes, of two places for its day
      Then every session of the run keeps the rule imap-internal-date

    @R3501-9-ae @MUST
    Scenario: What was read of a message is a string or NIL
      Then every session of the run keeps the rule imap-fetched-string

    @R3501-9-ae @MUST
    Scenario: A section is numbers and HEADER, TEXT or MIME, as it is asked for
      Then every session of the run keeps the rule imap-section

    @R3501-9-ae @MUST
    Scenario: The origin of a part is a number
      Then every session of the run keeps the rule imap-section-origin

    @R3516-7-a @MUST
    Scenario: BINARY.SIZE is a number
      Then every session of the run keeps the rule imap-binary-size

  Rule: ENVELOPE is ten fields

    @R3501-7.4.2-i @R9051-7.5.2-i @MUST
    Scenario: An envelope is ten strings and lists of addresses, in their order
      Then every session of the run keeps the rule imap-envelope

    @R3501-7.4.2-j @R9051-7.5.2-j @MUST
    Scenario: A list of addresses has one at least, and no spaces between them
      Then every session of the run keeps the rule imap-envelope-addresses

    @R3501-7.4.2-k @R9051-7.5.2-k @MUST
    Scenario: A group has a beginning and an end
      Then every session of the run keeps the rule imap-envelope-groups

  Rule: BODY and BODYSTRUCTURE show the parts of a message

    @R3501-7.4.2-a @R3501-7.4.2-b @R9051-7.5.2-a @R9051-7.5.2-b @MUST
    Scenario: A structure is a part, or one part at least and a subtype
      Then every session of the run keeps the rule imap-body-structure

    @R3501-9-af @MUST
    Scenario: Parameters are pairs of strings, or NIL
      Then every session of the run keeps the rule imap-body-parameters

    @R3501-9-af @MUST
    Scenario: The encoding of a part is a string
      Then every session of the run keeps the rule imap-body-encoding

    @R3501-9-af @MUST
    Scenario: The octets of a part are a number
      Then every session of the run keeps the rule imap-body-octets

    @R3501-7.4.2-d @R9051-7.5.2-d @MUST
    Scenario: The lines of a text are a number
      Then every session of the run keeps the rule imap-body-lines

    @R3501-7.4.2-c @R9051-7.5.2-c @MUST
    Scenario: A message within has an envelope and a structure
      Then every session of the run keeps the rule imap-body-message

    @R3501-7.5-7 @R3501-7.5-8 @R9051-9-7 @R9051-9-8 @MUST
    Scenario: BODY has no extension data
      Then every session of the run keeps the rule imap-body-without-extension

    @R3501-7.4.2-f @R3501-7.4.2-g @R9051-7.5.2-f @R9051-7.5.2-g @MUST
    Scenario: Extension data come in their order
      Then every session of the run keeps the rule imap-body-extension

    @R3501-7.4.2-9 @R9051-7.5.2-16 @MUST
    Scenario: No server has extension data of its own
      Then every session of the run keeps the rule imap-body-nothing-more

  Rule: Mod-sequences are positive numbers

    @R7162-7-a @MUST
    Scenario: MODSEQ of FETCH is a positive number in parentheses
      Then every session of the run keeps the rule imap-modseq

    @R7162-7-b @MUST
    Scenario: HIGHESTMODSEQ is a positive number
      Then every session of the run keeps the rule imap-highest-modseq

    @R7162-7-c @MUST
    Scenario: MODIFIED has a set of numbers behind it
      Then every session of the run keeps the rule imap-modified

    @R7162-7-d @MUST
    Scenario: The mod-sequence of SEARCH stands behind what was found, in parentheses
      Then every session of the run keeps the rule imap-search-modseq

  Rule: Access control lists speak of somebody and his rights

    @R4314-7-a @MUST
    Scenario: ACL, LISTRIGHTS and MYRIGHTS have their grammar
      Then every session of the run keeps the rule imap-acl

    @R4314-2-a @MUST
    Scenario: Rights are small letters and digits
      Then every session of the run keeps the rule imap-rights

    @R4314-2.1.1-2 @R4314-2.1.1-3 @R4314-2.1.1-5 @R4314-2.1.1-6 @MUST
    Scenario: Old rights stand beside the new ones that they stand for
      Then every session of the run keeps the rule imap-rights-obsolete

    @R4314-3.7-2 @MUST
    Scenario: LISTRIGHTS has each right once
      Then every session of the run keeps the rule imap-list-rights-once
