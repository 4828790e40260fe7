import assert from 'node:assert/strict';
import { test } from 'node:test';
import { witnessed } from '../../testing/witnessed';
import { IMAP_RULES, type ImapRule } from './imap-rules';

const GREETED = ['S: * OK [CAPABILITY IMAP4rev1 ESEARCH] hi'];
const says = (...lines: string[]) => [...GREETED, ...lines.map((line) => `S: ${line}`)];
const fetches = (items: string) => says(`* 1 FETCH (${items})`);
const asked = (command: string, ...lines: string[]) => [
  ...GREETED,
  `C: a ${command}`,
  ...lines.map((line) => `S: ${line}`),
];
const SELECTED = [
  ...GREETED,
  'C: s SELECT INBOX',
  ...['* FLAGS (\\Seen)', '* 3 EXISTS', '* 0 RECENT', '* OK [UIDNEXT 10] next', 's OK in'].map((line) => `S: ${line}`),
];
const selected = (...lines: string[]) => [...SELECTED, ...lines];
/** Three messages are selected, and the next UID is 10. */
const qresync = (...lines: string[]) => [
  ...GREETED,
  'C: e ENABLE QRESYNC',
  'S: * ENABLED QRESYNC',
  'S: e OK on',
  ...SELECTED.slice(GREETED.length, -1),
  'S: * OK [HIGHESTMODSEQ 7] so far',
  'S: s OK in',
  ...lines,
];

const ADDRESS = '(("Ann" NIL "ann" "a.test"))';
const ENVELOPE = `("today" "hi" ${ADDRESS} ${ADDRESS} ${ADDRESS} NIL NIL NIL NIL "<1@a>")`;
const TEXT = '("TEXT" "PLAIN" ("CHARSET" "utf-8") NIL NIL "7BIT" 10 1';

/** By rule, what breaks it and nothing else. */
const BROKEN: Record<ImapRule, string[]> = {
  'imap-line-end': ['S~ * OK hi\n'],
  'imap-response': says('*  5 EXISTS'),
  'imap-end': says('* FLAGS (\\Seen) '),
  'imap-status-response': says('* OK'),
  'imap-text-follows': says('* OK [UIDNEXT 5]'),
  'imap-text': says('* OK gr\xfc\xdfe'),
  'imap-response-code': says('* OK [UIDNEXT 5 next'),
  'imap-bare-response-code': says('* OK [ALERT now] look'),
  'imap-numbers-of-select': says('* OK [UIDNEXT 0] none'),
  'imap-highest-modseq': says('* OK [HIGHESTMODSEQ 0] none'),
  'imap-modified': says('* OK [MODIFIED 1:*] those'),
  'imap-permanent-flags': says('* OK [PERMANENTFLAGS \\Seen] these'),
  'imap-append-uid': says('* OK [APPENDUID 0 0] in'),
  'imap-copy-uid': says('* OK [COPYUID 5 * 1] in'),
  'imap-copy-uid-pairs': says('* OK [COPYUID 5 1:3 7] in'),
  'imap-bad-charset': says('* NO [BADCHARSET utf-8] not that'),
  'imap-continuation': asked('IDLE', '+'),
  'imap-challenge': asked('AUTHENTICATE PLAIN', '+ go on'),
  'imap-capabilities': says('* CAPABILITY IMAP4rev1  IDLE'),
  'imap-capability-revision': says('* CAPABILITY IDLE'),
  'imap-number-of-32-bits': fetches('UID 4294967296'),
  'imap-number-of-63-bits': fetches('RFC822.SIZE 9223372036854775808'),
  'imap-quoted-string': fetches('RFC822.TEXT "a \\b"'),
  'imap-no-nul': fetches('RFC822.TEXT {3}\r\na\0b'),
  'imap-flags': says('* FLAGS ("\\\\Deleted" \\Seen)'),
  'imap-flags-without-recent': says('* FLAGS (\\Seen \\Recent)'),
  'imap-system-flags': fetches('FLAGS (\\Seen \\Important)'),
  'imap-fetch-flags': fetches('FLAGS (\\Seen  \\Draft)'),
  'imap-list': says('* LIST () "/"  INBOX'),
  'imap-list-attributes': says('* LIST (Noselect) "/" a'),
  'imap-list-registered': says('* LIST (\\Folder) "/" a'),
  'imap-list-selectability': says('* LIST (\\Noselect \\Marked) "/" a'),
  'imap-list-children': says('* LIST (\\HasChildren \\HasNoChildren) "/" a'),
  'imap-list-delimiter': says('* LIST () / a'),
  'imap-list-extended': says('* LIST () "/" a (CHILDINFO SUBSCRIBED)'),
  'imap-mailbox': says('* LIST () "/" (a)'),
  'imap-mailbox-name': says('* LIST () "/" "a & b"'),
  'imap-status': says('* STATUS a (MESSAGES "3")'),
  'imap-search': asked('SEARCH ALL', '* SEARCH 7 '),
  'imap-search-modseq': asked('SEARCH MODSEQ 5', '* SEARCH (MODSEQ 7)'),
  'imap-sort': asked('SORT (DATE) UTF-8 ALL', '* SORT 7 0'),
  'imap-thread': asked('THREAD REFERENCES UTF-8 ALL', '* THREAD (1 (2))'),
  'imap-esearch': asked('SEARCH RETURN () ALL', '* ESEARCH (TAG a) COUNT 1'),
  'imap-code-registered': says('* OK [MADEUP] done'),
  'imap-capability-registered': says('* CAPABILITY IMAP4rev1 MADEUP'),
  'imap-esearch-of-nothing': asked('SEARCH RETURN (MIN COUNT) ALL', '* ESEARCH (TAG "a") COUNT 0 MIN 1'),
  'imap-esearch-set': asked('SEARCH RETURN () ALL', '* ESEARCH (TAG "a") ALL 1:*'),
  'imap-namespace': asked('NAMESPACE', '* NAMESPACE (("" /)) NIL NIL'),
  'imap-id': says('* ID ("name")'),
  'imap-enabled': asked('ENABLE IDLE', '* ENABLED  IDLE'),
  'imap-message-data': says('* 3 EXISTS now'),
  'imap-fetch-items': says('* 1 FETCH (FLAGS () )'),
  'imap-fetch-uid': fetches('UID 0'),
  'imap-fetch-size': fetches('RFC822.SIZE "5"'),
  'imap-modseq': fetches('MODSEQ 5'),
  'imap-internal-date': fetches('INTERNALDATE "7-Jul-1996 02:44:25 -0700"'),
  'imap-fetched-string': fetches('RFC822.TEXT atom'),
  'imap-binary-size': fetches('BINARY.SIZE[1] NIL'),
  'imap-section': fetches('BODY[HEADER.FIELDS] ""'),
  'imap-section-origin': fetches('BODY[]<x> ""'),
  'imap-envelope': fetches(`ENVELOPE ${ENVELOPE.replace('"today"', 'today')}`),
  'imap-envelope-addresses': fetches(`ENVELOPE ${ENVELOPE.replace('))', ') ("B" NIL "b" "b.test"))')}`),
  'imap-envelope-groups': fetches(`ENVELOPE ${ENVELOPE.replace(ADDRESS, '((NIL NIL "friends" NIL))')}`),
  'imap-body-structure': fetches('BODYSTRUCTURE ("mixed")'),
  'imap-body-parameters': fetches('BODYSTRUCTURE ("A" "B" ("c") NIL NIL "7BIT" 3)'),
  'imap-body-encoding': fetches('BODYSTRUCTURE ("A" "B" NIL NIL NIL NIL 3)'),
  'imap-body-octets': fetches('BODYSTRUCTURE ("A" "B" NIL NIL NIL "7BIT" "3")'),
  'imap-body-lines': fetches('BODYSTRUCTURE ("TEXT" "PLAIN" NIL NIL NIL "7BIT" 3)'),
  'imap-body-message': fetches('BODYSTRUCTURE ("MESSAGE" "RFC822" NIL NIL NIL "7BIT" 3)'),
  'imap-body-without-extension': fetches(`BODY ${TEXT} NIL)`),
  'imap-body-extension': fetches(`BODYSTRUCTURE ${TEXT} NIL ("en") NIL)`),
  'imap-body-nothing-more': fetches(`BODYSTRUCTURE ${TEXT} NIL NIL NIL NIL "more")`),
  'imap-greeting': ['S: * NO hi'],
  'imap-tag': [...GREETED, 'C: a NOOP', 'S: b OK done'],
  'imap-bye-before-logout': asked('LOGOUT', 'a OK bye'),
  'imap-bye-is-last': says('* BYE bye', '* 3 EXISTS'),
  'imap-capability-told': asked('CAPABILITY', 'a OK done'),
  'imap-select-told': asked('SELECT INBOX', '* FLAGS ()', '* 0 RECENT', 'a OK in'),
  'imap-status-told': asked('STATUS a (MESSAGES)', 'a OK done'),
  'imap-status-as-asked': asked('STATUS a (MESSAGES)', '* STATUS b (MESSAGES 1)', 'a OK done'),
  'imap-search-told': asked('SEARCH ALL', 'a OK done'),
  'imap-data-as-asked': says('* SEARCH 1'),
  'imap-experiment-as-asked': says('* XNEWS 3'),
  'imap-esearch-tag': asked('SEARCH RETURN () ALL', '* ESEARCH (TAG "b") COUNT 1'),
  'imap-enabled-as-asked': asked('ENABLE IDLE', '* ENABLED CONDSTORE', 'a OK done'),
  'imap-modseq-beside-flags': selected(
    'C: f FETCH 1 (MODSEQ)',
    'S: * 1 FETCH (MODSEQ (5))',
    'S: f OK done',
    'S: * 1 FETCH (FLAGS ())',
  ),
  'imap-modseq-grows': selected('S: * 1 FETCH (MODSEQ (6))', 'S: * 1 FETCH (MODSEQ (5))'),
  'imap-select-modseq-told': asked(
    'SELECT INBOX (CONDSTORE)',
    ...['* FLAGS ()', '* 1 EXISTS', '* 0 RECENT', 'a OK in'],
  ),
  'imap-section-as-asked': asked('FETCH 1 BODY[TEXT]', '* 1 FETCH (BODY[HEADER] "")'),
  'imap-uid-told': asked('UID FETCH 1 RFC822.SIZE', '* 1 FETCH (RFC822.SIZE 5)'),
  'imap-exists-grows': selected('S: * 2 EXISTS'),
  'imap-expunge-time': selected('C: f FETCH 1 FLAGS', 'S: * 1 EXPUNGE'),
  'imap-number-within-exists': selected('C: f FETCH 4 FLAGS', 'S: * 4 FETCH (FLAGS ())', 'S: f OK done'),
  'imap-found-within-exists': selected('C: f SEARCH ALL', 'S: * SEARCH 4', 'S: f OK done'),
  'imap-uids-ascend': selected('S: * 1 FETCH (UID 5)', 'S: * 2 FETCH (UID 5)'),
  'imap-uid-stays': selected('S: * 1 FETCH (UID 5)', 'S: * 1 FETCH (UID 6)'),
  'imap-uid-below-next': selected('S: * 3 FETCH (UID 10)'),
  'imap-message-stays': selected('S: * 1 FETCH (RFC822.SIZE 5)', 'S: * 1 FETCH (RFC822.SIZE 6)'),
  'imap-size-is-length': selected('S: * 1 FETCH (RFC822.SIZE 5)', 'S: * 1 FETCH (RFC822 "four")'),
  'imap-vanished-for-expunge': qresync('C: n NOOP', 'S: * 1 EXPUNGE', 'S: n OK done'),
  'imap-vanished-time': qresync('C: f FETCH 1 UID', 'S: * VANISHED 5', 'S: f OK done'),
  'imap-acl': says('* ACL INBOX ann'),
  'imap-rights': says('* MYRIGHTS INBOX lrS'),
  'imap-rights-obsolete': says('* MYRIGHTS INBOX lrk'),
  'imap-list-rights-once': says('* LISTRIGHTS INBOX ann lr s r'),
  'imap-rights-told': asked('GETACL INBOX', 'a OK done'),
  'imap-my-rights-after-list': asked(
    'LIST "" * RETURN (MYRIGHTS)',
    '* MYRIGHTS INBOX lr',
    '* LIST () "/" INBOX',
    'a OK done',
  ),
  'imap-vanished-known': qresync('C: n NOOP', 'S: * VANISHED 5,10', 'S: n OK done'),
  'imap-earlier-as-answer': qresync('C: n NOOP', 'S: * VANISHED (EARLIER) 5', 'S: n OK done'),
  'imap-earlier-before-fetch': qresync(
    'C: f UID FETCH 1:* (UID) (CHANGEDSINCE 1 VANISHED)',
    'S: * 1 FETCH (UID 5 MODSEQ (2))',
    'S: * VANISHED (EARLIER) 4',
    'S: f OK done',
  ),
  'imap-close-without-modseq': qresync('C: c CLOSE', 'S: c OK [HIGHESTMODSEQ 9] closed'),
  'imap-unauthenticate-without-no': [
    'S: * OK [CAPABILITY IMAP4rev1 UNAUTHENTICATE] hi',
    'C: u UNAUTHENTICATE',
    'S: u NO not now',
  ],
};

for (const rule of IMAP_RULES) {
  test(`${rule} is seen to be broken`, () => {
    assert.deepEqual(witnessed('imap', ...BROKEN[rule]).broken, [rule]);
  });
}

test('right responses break nothing', () => {
  for (const items of [
    'FLAGS (\\Seen \\Recent $Label) UID 5 RFC822.SIZE 9999999999',
    'INTERNALDATE " 7-Jul-1996 02:44:25 -0700"',
    'BODY[HEADER.FIELDS (From "X-Y")]<0> {3}\r\na\r\n BODY[1.2.MIME] NIL BINARY[1] ~{2}\r\n\0a',
    `ENVELOPE ${ENVELOPE}`,
    `ENVELOPE ${ENVELOPE.replace(ADDRESS, '((NIL NIL "friends" NIL)("A" NIL "a" "a.test")(NIL NIL NIL NIL))')}`,
    `BODY ${TEXT})`,
    `BODYSTRUCTURE (${TEXT} NIL ("inline" ("filename" "a")) ("en" "de") NIL)${TEXT}) "mixed" ("boundary" "b") NIL NIL NIL)`,
    `BODYSTRUCTURE ("MESSAGE" "RFC822" NIL NIL NIL "7BIT" 99 ${ENVELOPE} ${TEXT}) 9 NIL)`,
    'BODYSTRUCTURE ("APPLICATION" "PDF" ("NAME" "a \\"b\\"") "<1>" {1}\r\nx "BASE64" 0 "md5" NIL "en" "http://a")',
  ])
    assert.deepEqual(witnessed('imap', ...fetches(items)).broken, [], items);
  for (const line of [
    '* OK [COPYUID 5 1:3,9 4,5:7] in',
    '* NO [X-OWN (whatever] it is) no',
    '* LIST (\\HasNoChildren) NIL "A \\"b\\""',
    '* LIST (\\Noselect) "\\\\" {3}\r\na b ("CHILDINFO" ("SUBSCRIBED"))',
    '* STATUS "INBOX" (MESSAGES 1 SIZE 9999999999 APPENDLIMIT NIL)',
    '* STATUS a ()',
    '* ID ("name" "toy" "version" NIL)',
    '* OK [BADCHARSET]  two spaces',
  ])
    assert.deepEqual(witnessed('imap', ...says(line)).broken, [], line);
});

test('right sessions break nothing', () => {
  for (const said of [
    // EXPUNGE during NOOP and UID FETCH; numbers close up; more arrive.
    selected(
      'C: n NOOP',
      'S: * 1 EXPUNGE',
      'S: * 4 EXISTS',
      'S: n OK',
      'C: f UID FETCH 1:* UID',
      'S: * 4 FETCH (UID 12)',
      'S: * 4 EXPUNGE',
      'S: f OK',
    ),
    // A literal that waits, one that does not, and one that is refused.
    [
      ...GREETED,
      'C: a LOGIN {1}',
      'S: + go',
      'C: x {1}',
      'S: + go',
      'C: y',
      'S: a OK in',
      'C: b LOGIN {1+}',
      'C: x y',
      'S: b OK in',
    ],
    [...GREETED, 'C: a APPEND b {99}', 'S: a NO no', 'C: b NOOP', 'S: b OK done'],
    [
      ...GREETED,
      'C: a IDLE',
      'S: + go',
      'S: * 3 EXISTS',
      'S: * 3 EXPUNGE',
      'C: DONE',
      'S: a OK done',
      'C: b NOOP',
      'S: b OK done',
    ],
    [...GREETED, 'C: a AUTHENTICATE PLAIN', 'S: + ', 'C: AGEAYg==', 'S: a OK [CAPABILITY IMAP4rev1] in'],
    // A message that came while the command ran, told at its end.
    selected('C: f SEARCH ALL', 'S: * SEARCH 4', 'S: * 4 EXISTS', 'S: f OK done'),
    // Two at once: nobody can tell whose data came, nor when.
    [...GREETED, 'C: a SEARCH ALL', 'C: b NOOP', 'S: * SEARCH 1', 'S: b OK', 'S: a OK'],
    [
      ...GREETED,
      'C: a STATUS x (MESSAGES)',
      'C: b STATUS y (MESSAGES)',
      'S: * STATUS x (MESSAGES 1)',
      'S: a OK x',
      'S: * STATUS y (MESSAGES 1)',
      'S: b OK y',
    ],
    [...GREETED, 'C: a XTOY', 'S: * XTOY what ever  it is', 'S: a OK done'],
    [...GREETED, 'C: a LOGOUT', 'S: * BYE bye', 'S: a OK done'],
    // Another mailbox has other messages; a SELECT that fails leaves none.
    selected('C: t SELECT b', 'S: * FLAGS ()', 'S: * 1 EXISTS', 'S: * 0 RECENT', 'S: t OK in', 'S: * 1 FETCH (UID 1)'),
    selected(
      'C: f UID STORE 5 +FLAGS (\\Seen)',
      'S: * 2 FETCH (FLAGS (\\Seen) UID 5)',
      'S: * 1 FETCH (FLAGS ())',
      'S: f OK',
    ),
    // A client that knows mod-sequences: what FETCH asks for is its own affair, and a mailbox may keep none.
    selected(
      'C: f FETCH 1 (MODSEQ)',
      'S: * OK [HIGHESTMODSEQ 9] so far',
      'S: * 1 FETCH (MODSEQ (5))',
      'S: f OK',
      'C: g FETCH 1 (FLAGS)',
      'S: * 1 FETCH (FLAGS ())',
      'S: g OK',
      'C: s STORE 1 (UNCHANGEDSINCE 4) +FLAGS.SILENT (\\Seen)',
      'S: * 1 FETCH (MODSEQ (5) FLAGS ())',
      'S: s OK [MODIFIED 1,3:4] no',
      'C: h SEARCH MODSEQ 5',
      'S: * SEARCH 1 2 (MODSEQ 9)',
      'S: h OK',
      'C: e EXPUNGE',
      'S: * 1 EXPUNGE',
      'S: * 1 FETCH (FLAGS () MODSEQ (4))',
      'S: e OK',
      'C: t SELECT b',
      ...['* FLAGS ()', '* 1 EXISTS', '* 0 RECENT', '* OK [NOMODSEQ] none here'].map((line) => `S: ${line}`),
      'S: t OK',
      'C: n NOOP',
      'S: * 1 FETCH (FLAGS (\\Seen))',
      'S: n OK',
    ),
    // IMAP4rev2 alone, and what was agreed on.
    [
      'S: * OK [CAPABILITY IMAP4rev2] hi',
      'S: * OK [ALERT] ',
      'S: * LIST () "/" "b\xc3\xbc"',
      'C: s SELECT a',
      'S: * FLAGS ()',
      'S: * 0 EXISTS',
      'S: s OK ',
    ],
    // RFC 6858 §3: the size of a surrogate may be that of the message.
    [
      'S: * OK [CAPABILITY IMAP4rev1 UTF8=ACCEPT] hi',
      'C: s SELECT INBOX',
      'S: * FLAGS ()',
      'S: * 1 EXISTS',
      'S: * 0 RECENT',
      'S: s OK in',
      'C: f FETCH 1 (RFC822.SIZE RFC822)',
      'S: * 1 FETCH (RFC822.SIZE 5 RFC822 "Subject: =?utf-8?B?w7w=?=")',
      'S: f OK [DOWNGRADED 7] done',
    ],
    [...GREETED, 'C: a ENABLE UTF8=ACCEPT', 'S: * ENABLED UTF8=ACCEPT', 'S: a OK', 'S: * LIST () "/" "b\xc3\xbc"'].map(
      (line) => line.replace(/OK$/, 'OK on'),
    ),
  ])
    assert.deepEqual(
      witnessed('imap', ...said.map((line) => line.replace(/^(S: \S+ OK)$/, '$1 done'))).broken,
      [],
      said.join('\n'),
    );
});

test('what vanishes is told in its time, once, and of what is there', () => {
  const broken = (...lines: string[]) => witnessed('imap', ...qresync(...lines)).broken;
  for (const lines of [
    // In several responses; numbers are another matter then, and one that came since may go.
    [
      'C: n EXPUNGE',
      'S: * VANISHED 3',
      'S: * VANISHED 5:6',
      'S: n OK [HIGHESTMODSEQ 9] done',
      'C: m NOOP',
      'S: m OK ok',
    ],
    ['C: n NOOP', 'S: * 4 EXISTS', 'S: * VANISHED 10', 'S: * 4 EXISTS', 'S: n OK done'],
    ['C: n NOOP', 'S: * VANISHED 5', 'S: * 2 FETCH (UID 8 FLAGS () MODSEQ (9))', 'S: n OK done'],
    // During a command with UIDs, and within UID SEARCH where no number stands.
    ['C: f UID FETCH 5 FLAGS', 'S: * 1 FETCH (UID 5 FLAGS ())', 'S: * VANISHED 4', 'S: f OK done'],
    ['C: f UID SEARCH UID 5', 'S: * SEARCH 5', 'S: * VANISHED 4', 'S: f OK done'],
    ['C: i IDLE', 'S: + go', 'S: * VANISHED 4', 'C: DONE', 'S: i OK done'],
    // Two kinds in one answer.
    [
      'C: f UID FETCH 1:9 (UID) (VANISHED CHANGEDSINCE 1)',
      'S: * VANISHED (EARLIER) 1:4,4294967295',
      'S: * 1 FETCH (UID 5 MODSEQ (2))',
      'S: * VANISHED 5',
      'S: f OK done',
    ],
    // Another mailbox: what came before CLOSED is of the last one, and UIDs are others.
    [
      'C: n NOOP',
      'S: * VANISHED 5',
      'S: n OK done',
      'C: t SELECT b (QRESYNC (1 1))',
      'S: * 1 FETCH (UID 6 FLAGS () MODSEQ (9))',
      'S: * VANISHED 6',
      'S: * OK [CLOSED] that one',
      ...['* FLAGS ()', '* 1 EXISTS', '* 0 RECENT', '* OK [NOMODSEQ] none', '* VANISHED (EARLIER) 5'].map(
        (l) => `S: ${l}`,
      ),
      'S: t OK in',
      'C: m NOOP',
      'S: * 1 EXPUNGE',
      'S: m OK done',
    ],
  ])
    assert.deepEqual(broken(...lines), [], lines.join('\n'));
  for (const lines of [
    ['C: n NOOP', 'S: * VANISHED 1:4', 'S: n OK done'],
    ['C: n NOOP', 'S: * VANISHED 5', 'S: * VANISHED 5', 'S: n OK done'],
    ['C: n NOOP', 'S: * VANISHED 5', 'S: n OK done', 'C: m NOOP', 'S: * VANISHED 3:5', 'S: m OK done'],
    ['C: n NOOP', 'S: * VANISHED 10', 'S: n OK done'],
  ])
    assert.deepEqual(broken(...lines), ['imap-vanished-known'], lines.join('\n'));
  for (const lines of [
    ['S: * VANISHED 5'],
    ['C: f STORE 1 FLAGS ()', 'S: * VANISHED 5', 'S: f OK done'],
    ['C: f UID SEARCH 1:3', 'S: * SEARCH', 'S: * VANISHED 5', 'S: f OK done'],
  ])
    assert.deepEqual(broken(...lines), ['imap-vanished-time'], lines.join('\n'));
  for (const line of [
    '* VANISHED',
    '* VANISHED 1:*',
    '* VANISHED (EARLIER)',
    '* VANISHED (LATER) 1',
    '* VANISHED 0',
    '* VANISHED () 1',
  ])
    assert.deepEqual(broken('C: n NOOP', `S: ${line}`, 'S: n OK done'), ['imap-response'], line);
});

test('threads are read as deep as they are', () => {
  const threads = (text: string) => witnessed('imap', ...asked('THREAD X UTF-8 ALL', `* THREAD${text}`)).broken;
  for (const text of [
    '',
    ' (1)',
    ' (1 2 3)(4)',
    ' ((1)(2 3))',
    ' (3 6 (4 23)(44 7 96))',
    ` ${'(1 (2)'.repeat(99)}(3)${')'.repeat(99)}`,
  ])
    assert.deepEqual(threads(text), [], text);
  for (const text of [' ', ' ()', ' (1', ' (0)', ' 1', ' ((1))', ' (1) (2)', ' (1 )', ' (1(2)(3))'])
    assert.deepEqual(threads(text), ['imap-thread'], text);
});

test('a session is let go where nobody can tell what a command is', () => {
  assert.deepEqual(witnessed('imap', ...GREETED, 'C~ a NOOP\n', 'S: * BAD what', 'S: b OK done').broken, []);
  assert.deepEqual(witnessed('imap', ...GREETED, 'C: garbage', 'S: * BAD what', 'S: garbage BAD what').broken, []);
  // A command without an end, and what is taken for the next one in it.
  assert.deepEqual(witnessed('imap', ...GREETED, 'C~ a ID ((((', 'S: a BAD what', 'S: b BAD what').broken, []);
});

test('what a session has enabled, and its mailbox, end with UNAUTHENTICATE', () => {
  const anew = [
    'C: u UNAUTHENTICATE',
    'S: u OK off',
    'C: l LOGIN a b',
    'S: l OK in',
    ...['C: t SELECT INBOX', 'S: * FLAGS ()', 'S: * 1 EXISTS', 'S: * 0 RECENT', 'S: t OK in'],
    ...['C: x EXPUNGE', 'S: * 1 EXPUNGE', 'S: x OK done'],
    ...['C: s STORE 1 FLAGS ()', 'S: * 1 FETCH (FLAGS ())', 'S: s OK done'],
  ];
  const { broken } = witnessed(
    'imap',
    ...qresync('C: f FETCH 1 (MODSEQ)', 'S: * 1 FETCH (MODSEQ (5))', 'S: f OK done', ...anew),
  );
  assert.deepEqual(broken, ['imap-number-within-exists']);
  assert.deepEqual(witnessed('imap', ...qresync(...anew.slice(0, -3))).broken, []);
  const utf8 = [...GREETED, 'C: e ENABLE UTF8=ACCEPT', 'S: * ENABLED UTF8=ACCEPT', 'S: e OK on', ...anew.slice(0, 4)];
  assert.deepEqual(witnessed('imap', ...utf8, 'S: * LIST () "/" "b\xc3\xbc"').broken, [
    'imap-quoted-string',
    'imap-mailbox-name',
  ]);
});

test('who never announced UNAUTHENTICATE may answer it as he likes', () => {
  assert.deepEqual(witnessed('imap', ...asked('UNAUTHENTICATE', 'a NO what')).broken, []);
});
