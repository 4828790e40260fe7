import assert from 'node:assert/strict';
import { test } from 'node:test';
import { play } from '../testing/play';
import { Scope } from './scope';

const MESSAGE = 'Subject: x\r\n\r\n.dot\r\n..\r\nend\r\n';
const STUFFED = 'Subject: x\r\n\r\n..dot\r\n...\r\nend\r\n.\r\n';

function scope(): Scope {
  const names = new Scope();
  names.set('hello', Buffer.from(MESSAGE));
  return names;
}

const retrieve = (status: string, ...group: string[]) => ['S: +OK', 'C: RETR 1', `S: ${status}`, ...group].join('\n');
const answers = (payload: string) => ['+OK hi\r\n', `+OK 30 octets\r\n${payload}`];

test('a payload is compared unstuffed, as lines or as a value of many', async () => {
  for (const split of [undefined, 1, 4]) {
    await play('pop3', answers(STUFFED), retrieve('+OK ${n:number}', 'S| ${hello}'), { scope: scope(), split });
    await play('pop3', answers(STUFFED), retrieve('+OK', 'S| Subject: ${*}', 'S|', 'S| .dot', 'S| ..', 'S| end'), {
      split,
    });
    await play('pop3', answers(STUFFED), retrieve('+OK'), { split });
    await play('pop3', answers(STUFFED), retrieve('+OK', 'S* end', 'S* .dot', 'S! Received: ${*}'), { split });
  }
});

test('whether a payload follows is decided from the command and +OK', async () => {
  const turns = [
    '+OK hi\r\n',
    '+OK\r\n1 a\r\n.\r\n',
    '+OK 1 a\r\n',
    '-ERR\r\n',
    '+OK\r\nTOP\r\n.\r\n',
    '+OK\r\n.\r\n',
    '+OK 1 5\r\n',
  ];
  const dialogue =
    'S: +OK\nC: UIDL\nC: UIDL 1\nC: RETR 9\nC: CAPA\nC: list\nC: LIST 1\nS: +OK\nS: +OK\nS: -ERR\nS: +OK\nS* top\nS: +OK\nS: +OK';
  await play('pop3', turns, dialogue);
});

test('a command sent in fragments is known as well', async () => {
  await play('pop3', ['+OK hi\r\n', '+OK\r\nx\r\n.\r\n'], 'S: +OK\nC~ CA\nC~ PA${CR}\nC~ ${LF}\nS: +OK\nS* X');
});

test('the answer to a challenge is no command', async () => {
  const turns = ['+OK hi\r\n', '+ bm9uY2U=\r\n', '+OK\r\n'];
  const names = new Scope();
  await play('pop3', turns, 'S: +OK\nC: AUTH X\nS: + ${challenge:atom}\nC: LIST\nS: +OK', { scope: names });
  assert.equal(String(names.get('challenge')), 'bm9uY2U=');
});

test('response codes ignore case', async () => {
  await play('pop3', ['+OK hi\r\n', '-ERR [in-use] busy\r\n'], 'S: +OK\nC: PASS x\nS: -ERR [IN-USE]');
});

for (const [what, turns, dialogue, code] of [
  ['another octet', answers(STUFFED.replace('end', 'enD')), retrieve('+OK', 'S| ${hello}'), 'payload-differs'],
  ['a line too few', answers('Subject: x\r\n.\r\n'), retrieve('+OK', 'S| ${hello}'), 'payload-differs'],
  [
    'a line too many',
    answers(`${STUFFED.slice(0, -3)}more\r\n.\r\n`),
    retrieve('+OK', 'S| ${hello}'),
    'payload-differs',
  ],
  ['a missing line', answers(STUFFED), retrieve('+OK', 'S* nope'), 'missing-line'],
  ['case in a message', answers(STUFFED), retrieve('+OK', 'S* END'), 'missing-line'],
  ['a forbidden line', answers(STUFFED), retrieve('+OK', 'S! end'), 'forbidden-line'],
  ['a dot not doubled', answers('.x\r\n.\r\n'), retrieve('+OK'), 'malformed-payload'],
  ['a payload of LF lines', answers('a\n.\n'), retrieve('+OK'), 'malformed-reply'],
  ['no payload', ['+OK hi\r\n', '-ERR\r\n'], retrieve('+OK/-ERR', 'S| x'), 'missing-line'],
  ['a payload without end', answers('a\r\n'), retrieve('+OK'), 'timeout'],
  ['-ERR', ['-ERR no\r\n'], 'S: +OK', 'status-differs'],
  ['small letters', ['+ok hi\r\n'], 'S: +OK', 'malformed-reply'],
  ['another response code', ['-ERR [SYS/TEMP] x\r\n'], 'S: -ERR [IN-USE]', 'text-differs'],
  ['a payload after a single line', ['+OK hi\r\n', '+OK 1 5\r\n.\r\n'], 'S: +OK\nC: LIST 1\nS: +OK', 'bytes-left'],
] as const) {
  test(`${what} is a mismatch: ${code}`, async () => {
    const slow = code === 'timeout' || what === 'a payload of LF lines';
    const played = play('pop3', [...turns], dialogue, { scope: scope(), reply: slow ? 40 : 2000 });
    await assert.rejects(played, { name: 'Mismatch', code });
  });
}

test('the rest of a payload is taken as lines', async () => {
  const listed = [...answers(STUFFED), '+OK 1 30\r\n'];
  const whole = retrieve('+OK', 'S| Subject: x', 'S| ${rest:lines}', 'C: LIST 1', 'S: +OK 1 ${n:number}');
  const names = scope();
  await play('pop3', listed, whole, { scope: names });
  assert.equal(names.get('rest')?.toString(), '\r\n.dot\r\n..\r\nend\r\n');
  assert.equal(names.get('rest.size')?.toString(), '17');
});
