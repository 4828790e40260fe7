import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseResponse } from '../../wire/framing/imap';
import { Scope } from '../scope';
import { findGroup } from './group';
import { parseImapLine } from './parse-line';

/** What the lines bind when they are looked for among these responses; undefined where one is missing. */
function find(lines: string[], responses: string[], values: Record<string, string> = {}) {
  const scope = new Scope((name) => values[name]);
  const group = lines.map((line, n) => ({
    line: n + 1,
    mark: '*' as const,
    template: [],
    response: parseImapLine(`* ${line}`),
  }));
  const found = findGroup(
    group,
    responses.map((text) => parseResponse(Buffer.from(`* ${text}\r\n`, 'latin1'))),
    scope,
  );
  if ('missing' in found) return undefined;
  const names: Record<string, string> = {};
  for (let bound = found.bound; bound !== undefined; bound = bound.rest)
    names[bound.name] = bound.value.toString('latin1');
  return names;
}

const TEXT =
  '("TEXT" "PLAIN" ("CHARSET" "US-ASCII" "FORMAT" "flowed") NIL NIL "7BIT" 12 1 NIL ("ATTACHMENT" ("FILENAME" "a.txt")) NIL NIL)';
const MIXED = `(${TEXT}("image" "png" NIL NIL NIL "base64" 44) "mixed" ("boundary" "b1") NIL NIL)`;
const MESSAGE = `("message" "rfc822" NIL NIL NIL "7bit" 99 (NIL "s" NIL NIL NIL NIL NIL NIL NIL NIL) ${TEXT} 9)`;

for (const [line, response, bound] of [
  // Spelling.
  ['LIST () "/" foo', 'LIST () "/" "foo"', {}],
  ['LIST () "/" foo', 'LIST () "/" {3}\r\nfoo', {}],
  ['LIST () "/" "a \\"b"', 'LIST () "/" {4}\r\na "b', {}],
  ['list () "/" INBOX', 'LIST () "/" inbox', {}],
  ['LIST (\\Noselect) "/" a', 'LIST (\\HasChildren \\NOSELECT) "/" a', {}],
  ['LIST (${*}) ${d:string} a', 'LIST (\\X) NIL a', { d: 'NIL' }],
  ['LIST () "/" a', 'LIST () "/" a ("OLDNAME" ("b"))', {}],
  ['LIST () "/" a (CHILDINFO ("SUBSCRIBED"))', 'LIST () "/" a ("CHILDINFO" ("SUBSCRIBED"))', {}],
  ['LIST () "/" a ("CHILDINFO" ${*})', 'LIST () "/" a ("CHILDINFO" ("SUBSCRIBED"))', {}],
  ['LIST ${*}', 'LIST (\\X) "/" a', {}],
  ['LIST ${rest:text}', 'LIST (\\X) "/"  "a b"', { rest: '(\\X) "/"  "a b"' }],
  ['LIST () "/" FOO', 'LIST () "/" foo', undefined],
  ['LIST (\\Noselect) "/" a', 'LIST () "/" a', undefined],
  // Flags.
  ['FLAGS (\\Seen \\Deleted)', 'FLAGS (\\deleted \\Seen)', {}],
  ['FLAGS (\\Seen ${*})', 'FLAGS (\\deleted \\Seen)', {}],
  ['FLAGS (\\Seen)', 'FLAGS (\\Recent \\Seen)', {}],
  ['FLAGS ${all:text}', 'FLAGS (\\Recent \\Seen)', { all: '(\\Recent \\Seen)' }],
  ['FLAGS (\\Seen)', 'FLAGS (\\Deleted \\Seen)', undefined],
  ['FLAGS (\\Seen \\Deleted)', 'FLAGS (\\Seen)', undefined],
  // Numbers.
  ['3 EXISTS', '3 EXISTS', {}],
  ['${n:number} EXISTS', '3 exists', { n: '3' }],
  ['${n:number > 3} EXISTS', '3 EXISTS', undefined],
  ['${*} EXPUNGE', '3 EXISTS', undefined],
  // Sets.
  ['CAPABILITY IMAP4REV1 ${*}', 'CAPABILITY IDLE IMAP4rev1', {}],
  ['CAPABILITY IMAP4rev1', 'CAPABILITY IDLE IMAP4rev1', undefined],
  ['CAPABILITY ${all:text}', 'CAPABILITY IDLE IMAP4rev1', { all: 'IDLE IMAP4rev1' }],
  ['SEARCH 1 2 3', 'SEARCH 3 1 2', {}],
  ['SEARCH', 'SEARCH', {}],
  ['SEARCH', 'SEARCH 1', undefined],
  ['SEARCH 1', 'SEARCH', undefined],
  ['SEARCH ${a:number} 2', 'SEARCH 2 7', { a: '7' }],
  ['SEARCH ${found:text}', 'SEARCH 2 7', { found: '2 7' }],
  ['SEARCH ${found:text}', 'SEARCH', { found: '' }],
  ['SEARCH ${known}', 'SEARCH 2 7', {}],
  ['ESEARCH (TAG "a1") UID COUNT 3 ALL 1:3', 'ESEARCH (TAG a1) UID ALL 1,2:3 COUNT 3', {}],
  ['ESEARCH COUNT 3', 'ESEARCH (TAG "a1") COUNT 3 ALL 1:3', {}],
  ['ESEARCH (TAG "a1") UID COUNT 3', 'ESEARCH (TAG "a1") COUNT 3', undefined],
  ['ESEARCH (TAG "a1") COUNT 3', 'ESEARCH (TAG "a1") UID COUNT 3', undefined],
  ['ESEARCH (TAG "a2") COUNT 3', 'ESEARCH (TAG "a1") COUNT 3', undefined],
  ['ESEARCH ALL 1:4', 'ESEARCH ALL 1:3', undefined],
  ['VANISHED (EARLIER) 1:3,5', 'VANISHED (EARLIER) 5,1:2,3', {}],
  ['MYRIGHTS a lrs', 'MYRIGHTS "a" srl', {}],
  ['MYRIGHTS a lrk', 'MYRIGHTS a lrkc', {}],
  ['MYRIGHTS a lrs', 'MYRIGHTS a lr', undefined],
  ['MYRIGHTS a ""', 'MYRIGHTS a ""', {}],
  ['ACL INBOX b lr', 'ACL inbox a lrswipkxteacd b rl', {}],
  ['ACL a b lr', 'ACL a b lrs', undefined],
  ['ACL a b lr', 'ACL a c lr', undefined],
  ['ACL a b ${*}', 'ACL a c lr', undefined],
  ['ACL a ${*}', 'ACL a', {}],
  ['VANISHED 1:3', 'VANISHED (EARLIER) 1:3', undefined],
  ['VANISHED (EARLIER) 3', 'VANISHED 3', undefined],
  ['VANISHED 3', 'VANISHED 2:3', undefined],
  ['VANISHED 3,${*}', 'VANISHED 2:9', {}],
  ['VANISHED 3,${*}', 'VANISHED 3', {}],
  ['VANISHED 3,${*}', 'VANISHED 1,4', undefined],
  ['VANISHED ${*}', 'VANISHED 1,4', {}],
  ['STATUS INBOX (UIDNEXT ${u:number} MESSAGES 3)', 'STATUS "inbox" (MESSAGES 3 UNSEEN 1 UIDNEXT 9)', { u: '9' }],
  ['STATUS INBOX (MESSAGES 3 UNSEEN 2)', 'STATUS INBOX (MESSAGES 3 UNSEEN 1)', undefined],
  ['ID ("name" ${n:string})', 'ID ("version" "1" "name" "x y")', { n: 'x y' }],
  ['NAMESPACE (("" "/")) NIL NIL', 'NAMESPACE (("" "/")) NIL NIL', {}],
  ['NAMESPACE NIL NIL NIL', 'NAMESPACE (("" "/")) NIL NIL', undefined],
  // FETCH.
  ['1 FETCH (UID ${u:number} FLAGS (\\Seen))', '1 FETCH (FLAGS (\\Seen) MODSEQ (5) UID 7)', { u: '7' }],
  ['1 FETCH (FLAGS ())', '1 FETCH (FLAGS (\\Recent))', {}],
  ['1 FETCH (FLAGS ${f:text})', '1 FETCH (FLAGS (\\Seen a))', { f: '(\\Seen a)' }],
  ['1 FETCH (FLAGS ())', '1 FETCH (FLAGS (\\Seen))', undefined],
  ['1 FETCH (UID 7)', '2 FETCH (UID 7)', undefined],
  ['1 FETCH (BODY[] ${message})', '1 FETCH (BODY[] {4}\r\n) x))', {}],
  ['1 FETCH (BODY[] ${message})', '1 FETCH (BODY[TEXT] {4}\r\n) x))', undefined],
  ['1 FETCH (BODY[]<2> x)', '1 FETCH (BODY[] x)', undefined],
  ['1 FETCH (BODY[1.HEADER.FIELDS (To From)]<0> ${*})', '1 FETCH (BODY[1.header.fields ("from" TO)]<0> "x")', {}],
  ['1 FETCH (BODY[HEADER.FIELDS (To)] ${*})', '1 FETCH (BODY[HEADER.FIELDS.NOT (To)] "x")', undefined],
  ['1 FETCH (INTERNALDATE "17-Jul-1996 02:44:25 -0700")', '1 FETCH (INTERNALDATE "17-Jul-1996 09:44:25 +0000")', {}],
  [
    '1 FETCH (INTERNALDATE "17-Jul-1996 02:44:25 -0700")',
    '1 FETCH (INTERNALDATE "17-Jul-1996 02:44:25 +0000")',
    undefined,
  ],
  ['1 FETCH (ENVELOPE (NIL "S" ${*}))', '1 FETCH (ENVELOPE (NIL "S" NIL NIL))', {}],
  ['1 FETCH (ENVELOPE (NIL "S" ${*}))', '1 FETCH (ENVELOPE (NIL "s" NIL NIL))', undefined],
  ['1 FETCH (ENVELOPE (NIL NIL))', '1 FETCH (ENVELOPE (NIL ""))', undefined],
  ['1 FETCH (ENVELOPE (NIL "NIL"))', '1 FETCH (ENVELOPE (NIL NIL))', undefined],
  // BODYSTRUCTURE.
  [
    '1 FETCH (BODYSTRUCTURE ("text" plain ("format" flowed "charset" us-ascii) NIL NIL 7bit ${n:number} 1 ${*}))',
    `1 FETCH (BODYSTRUCTURE ${TEXT})`,
    { n: '12' },
  ],
  [
    '1 FETCH (BODYSTRUCTURE (text plain ${*} ("attachment" ("filename" "a.txt")) ${*}))',
    `1 FETCH (BODYSTRUCTURE ${TEXT})`,
    {},
  ],
  [
    '1 FETCH (BODYSTRUCTURE (text plain ${*} ("attachment" ("filename" "A.txt")) ${*}))',
    `1 FETCH (BODYSTRUCTURE ${TEXT})`,
    undefined,
  ],
  ['1 FETCH (BODYSTRUCTURE (text plain (charset us-ascii) ${*}))', `1 FETCH (BODYSTRUCTURE ${TEXT})`, undefined],
  [
    '1 FETCH (BODYSTRUCTURE ((text plain ${*})(IMAGE PNG ${*}) MIXED (BOUNDARY b1) NIL NIL))',
    `1 FETCH (BODYSTRUCTURE ${MIXED})`,
    {},
  ],
  [
    '1 FETCH (BODYSTRUCTURE ((text plain ${*})(IMAGE PNG ${*}) MIXED (BOUNDARY B1) ${*}))',
    `1 FETCH (BODYSTRUCTURE ${MIXED})`,
    undefined,
  ],
  ['1 FETCH (BODYSTRUCTURE ((text plain ${*}) MIXED ${*}))', `1 FETCH (BODYSTRUCTURE ${MIXED})`, undefined],
  [
    '1 FETCH (BODYSTRUCTURE (MESSAGE RFC822 NIL NIL NIL 7BIT 99 (NIL "s" ${*}) (text plain ${*}) 9))',
    `1 FETCH (BODYSTRUCTURE ${MESSAGE})`,
    {},
  ],
  [
    '1 FETCH (BODYSTRUCTURE (MESSAGE RFC822 NIL NIL NIL 7BIT 99 (NIL "S" ${*}) (text plain ${*}) 9))',
    `1 FETCH (BODYSTRUCTURE ${MESSAGE})`,
    undefined,
  ],
  // Statuses.
  ['OK [PERMANENTFLAGS (\\* ${*})]', 'OK [PERMANENTFLAGS (\\Seen \\*)] x', {}],
  ['OK [PERMANENTFLAGS ${*}]', 'OK [PERMANENTFLAGS (\\Seen \\*)] x', {}],
  ['NO [BADCHARSET ${*}]', 'NO [BADCHARSET (UTF-8)] x', {}],
  ['NO [BADCHARSET ${*}]', 'NO [BADCHARSET] x', {}],
  ['ID ${*}', 'ID ("name" "x")', {}],
  ['ID ${*}', 'ID NIL', {}],
  ['OK [UIDVALIDITY ${v:number}]', 'OK [uidvalidity 5] x', { v: '5' }],
  ['OK [UIDVALIDITY ${v:number}]', 'OK [UIDNEXT 5] x', undefined],
  ['OK', 'NO x', undefined],
  ['OK [COPYUID 1 1:3 7:9]', 'OK [COPYUID 1 1,2,3 7,8:9] x', {}],
  ['OK [COPYUID 1 1:3 7:9]', 'OK [COPYUID 1 3,2,1 7:9] x', undefined],
] as const) {
  test(`${line} ${bound === undefined ? 'is not' : 'is'} ${JSON.stringify(response)}`, () => {
    assert.deepEqual(find([line], [response], { known: '2 7', message: ') x)' }), bound);
  });
}

test('the items of one message may come in several responses', () => {
  const responses = ['1 FETCH (UID 7)', '2 FETCH (FLAGS ())', '1 FETCH (FLAGS (\\Seen))', '1 FETCH (FLAGS ())'];
  assert.deepEqual(find(['1 FETCH (FLAGS (\\Seen) UID ${u:number})', '1 FETCH (FLAGS ())'], responses), { u: '7' });
  assert.equal(find(['2 FETCH (FLAGS () UID ${u:number})'], responses), undefined);
  assert.deepEqual(
    find(['1 FETCH (FLAGS ${a:text} UID ${b:text})'], ['1 FETCH (UID 7)', '1 FETCH (FLAGS (\\A \\B))']),
    { a: '(\\A \\B)', b: '7' },
  );
});

test('what has vanished may be told in several responses, each kind for itself', () => {
  const responses = ['VANISHED 2', 'VANISHED (EARLIER) 7', 'VANISHED 3:4'];
  assert.deepEqual(find(['VANISHED 2:4', 'VANISHED (EARLIER) 7'], responses), {});
  assert.deepEqual(find(['VANISHED 4,${*}', 'VANISHED 2,${*}'], responses), {});
  assert.equal(find(['VANISHED 2'], responses), undefined);
  assert.equal(find(['VANISHED 7,${*}'], responses), undefined);
});

test('another way is tried where a choice leads nowhere', () => {
  const lines = ['LIST () "/" ${a:string}', 'LIST () "/" x', 'LIST () "/" ${a:string}-child'];
  assert.deepEqual(find(lines, ['LIST () "/" x', 'LIST () "/" y-child', 'LIST () "/" y']), { a: 'y' });
});

test('the message with a given UID is found by its number', () => {
  const responses = ['1 FETCH (UID 4)', '2 FETCH (UID 9)', '9 EXISTS'];
  assert.deepEqual(find(['${n:number} FETCH (UID 9)'], responses), { n: '2' });
});
