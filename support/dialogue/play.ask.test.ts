import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Blocked, Mismatch } from '../outcome';
import type { Turn } from '../testing/fake-server';
import { play } from '../testing/play';
import type { ProtocolName } from './dialogue';
import { parseDialogue } from './parse';
import type { Commons } from './play';

const lost = (code: string, reason: RegExp) => (error: unknown) =>
  error instanceof Mismatch && error.code === code && reason.test(error.reason);

test('a session that goes on answers NOOP, in whatever words for success', async () => {
  const goesOn: [ProtocolName, Turn[], dialogue: string, sent: string][] = [
    ['smtp', ['220 hi\r\n', '252 well\r\n'], 'S: 220\nC: ${alive}', 'NOOP\r\n'],
    ['lmtp', ['220 hi\r\n', '250 ok\r\n'], 'S: 220\nC: ${alive}', 'NOOP\r\n'],
    ['pop3', ['+OK hi\r\n', '+OK\r\n'], 'S: +OK\nC: ${alive}', 'NOOP\r\n'],
    [
      'imap',
      ['* OK hi\r\n', 'suite1 OK\r\n', 'suite2 OK\r\n'],
      'S: * OK\nC: ${alive}\nC: ${alive}',
      'suite1 NOOP\r\nsuite2 NOOP\r\n',
    ],
  ];
  for (const [protocol, turns, dialogue, sent] of goesOn)
    assert.equal((await play(protocol, turns, dialogue)).sent, sent);
});

test('a session that is gone or out of step does not go on', async () => {
  const dialogue = 'S: 220\nC~ A${LF}B${CRLF}\nS: 250\nC: ${alive}';
  const out: [Turn[], RegExp][] = [
    [['220 hi\r\n', '250 ok\r\n', '500 B?\r\n', '250 ok\r\n'], /go on: (8 octets came|2xx was expected, 500 came)/],
    [['220 hi\r\n', '', '250 ok\r\n', '250 ok\r\n250 ok\r\n'], /go on: 8 octets came that nothing asked for/],
    [['220 hi\r\n', '', '250 ok\r\n', 'close'], /go on: the server closed the connection/],
    [['220 hi\r\n', '', '250 ok\r\n', ''], /go on: an SMTP reply did not come/],
  ];
  for (const [turns, reason] of out) {
    await assert.rejects(play('smtp', turns, dialogue, { reply: 200 }), lost('does-not-go-on', reason));
  }
});

test('a way out may be permitted here too', async () => {
  const result = await play('smtp', ['220 hi\r\n', 'close'], 'S: 220\nC: ${alive}\nS? 421\nS? ${closed}\nC: A\nS: 250');
  assert.deepEqual(result.endedEarly, { line: 4, status: 'closed' });
  const turns = ['* OK hi\r\n', 'suite1 NO gone\r\n'];
  const refused = await play('imap', turns, 'S: * OK\nC: ${alive}\nS? a1 NO\nC: a2 CHECK\nS: a2 OK');
  assert.deepEqual(refused.endedEarly, { line: 3, status: 'suite1 NO gone' });
});

test('IMAP: what must come with the answer is the scenario’s own', async () => {
  const dialogue = 'S: * OK\nC: ${alive}\nS* * 4 EXISTS\nS! * 1 EXPUNGE\nC: a1 CHECK\nS: a1 OK';
  await play('imap', ['* OK hi\r\n', '* 4 EXISTS\r\nsuite1 OK\r\n', 'a1 OK\r\n'], dialogue);
  await assert.rejects(play('imap', ['* OK hi\r\n', 'suite1 OK\r\n'], dialogue), lost('missing-line', /./));
});

test('an end is answered, and the server closes or is left', async () => {
  assert.equal(
    (await play('pop3', ['+OK hi\r\n', '+OK bye\r\n'], 'S: +OK\nC: ${end}', { reply: 100 })).sent,
    'QUIT\r\n',
  );
  const ended = await play('imap', ['* OK hi\r\n', '* BYE\r\nsuite1 OK\r\n'], 'S: * OK\nC: ${end}', { reply: 100 });
  assert.equal(ended.sent, 'suite1 LOGOUT\r\n');
  await assert.rejects(
    play('pop3', ['+OK hi\r\n', '-ERR no\r\n'], 'S: +OK\nC: ${end}'),
    lost('does-not-end', /as it should: \+OK was expected, -ERR came/),
  );
});

test('what has not been answered yet stands before it', () => {
  assert.throws(() => parseDialogue('C: A\nC: ${alive}\nS: 250', 'smtp'), /first write its S:/);
});

test('where the command itself fails the scenario is blocked, the next time at once', async () => {
  const fault = new Blocked('status-differs', 'NOOP: 250 was expected, 500 came');
  let known: Blocked | undefined;
  const commons: Commons = {
    known: () => known,
    find: async () => {
      known = fault;
      return fault;
    },
  };
  const turns = ['220 hi\r\n', '500 what?\r\n'];
  const isFault = (error: unknown) => error === fault;
  await assert.rejects(play('smtp', turns, 'S: 220\nC: ${alive}', { commons }), isFault);
  await assert.rejects(play('smtp', ['220 hi\r\n', '250 ok\r\n'], 'S: 220\nC: ${alive}', { commons }), isFault);
});
