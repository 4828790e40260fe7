/** The suite's own languages: dialogues, and behaviours of hosts. */
import * as fc from 'fast-check';
import { letters, maybe, one, seq, some, type Text } from './text';

const expression: Text = fc.letrec<{ all: string; leaf: string }>((tie) => ({
  leaf: one(
    'alice',
    '*',
    'CR',
    'x80',
    '998',
    'uid:number',
    'next:number > uid',
    'a:text',
    'x',
    'hello.size',
    '"a"',
    '"${bob}"',
    '2 * "ab"',
    '1 + 2',
    letters('ab:*.', 4),
  ),
  all: fc.oneof(
    { maxDepth: 3 },
    tie('leaf'),
    seq(one('base64', 'upper', 'size', 'stuffed', 'nothing'), '(', tie('all'), maybe(seq(', ', tie('all'))), ')'),
    seq('"${', tie('all'), '}"'),
  ),
})).all;
const piece = one('a', ' ', 'RCPT TO:<', '{5}', '"', '(', ')', '[', ']', '\\Seen', seq('${', expression, '}'));
const said = some(piece, 6);
const status = one(
  '250',
  '503/554',
  '5xx',
  '+OK',
  '-ERR',
  '+',
  'a1 OK',
  'a1 OK [UIDNEXT 3]',
  '* OK',
  '${closed}',
  '${silent 300ms}',
  '* BYE',
  seq('a1 OK [', said, ']'),
);
const untagged = one(
  '* 3 EXISTS',
  '* 1 FETCH (FLAGS (\\Seen) UID ${u:number})',
  '* LIST () "/" ${*}',
  seq('* ', said),
  '250-SIZE',
);
const line = one(
  seq(one('C', 'C2'), one(': ', '~ '), one(said, '${close}', '${starttls}', '${alive}', '${end}')),
  seq(one('S', 'S2'), one(': ', ': ', '? '), status),
  seq(one('S', 'S2'), one('* ', '! ', '| '), one(untagged, said)),
  '',
  '# a',
  '…',
);
export const dialogue: Text = some(line, 8, '\n');
export const WORDS = ['${', '}', '${x(', '"${"', 'C: ', 'S: ', 'S* ', 'S! ', '\nS? 5xx', ' then ', '; ', ' with '];

const reply = one(
  '451',
  '550 5.1.1 no',
  'silence',
  'garbage',
  'a closed connection',
  'an endless line',
  '250 ok and closes',
  '451 after 2s',
  '99',
);
const part = one(
  'all',
  'refuses connections',
  'never answers',
  'demands a login',
  'offers nothing',
  'offers no SIZE',
  'offers AUTH PLAIN',
  'offers SIZE within TLS',
  'has an expired certificate',
  'has TLS that is stripped',
  seq(
    one('RCPT', 'the greeting', 'DATA', 'RCPT of carol', 'EHLO', 'x'),
    ' with ',
    reply,
    maybe(' two times, then all'),
    maybe(seq(' 3 times, then RCPT with ', reply)),
  ),
);
export const behaviour: Text = some(part, 4, '; ');
