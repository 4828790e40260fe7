import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Mismatch } from '../outcome';
import { play } from '../testing/play';
import { Scope } from './scope';

const GREETING = '* OK [CAPABILITY IMAP4rev1 IDLE] hi\r\n';

test('untagged responses are gathered in any order up to the result', async () => {
  const scope = new Scope();
  const turns = [GREETING, '* 3 EXISTS\r\n* OK [UIDNEXT 9] x\r\n* FLAGS (\\seen)\r\na1 OK [READ-WRITE] done\r\n'];
  const dialogue =
    'S: * OK [CAPABILITY idle ${*}]\nC: a1 SELECT INBOX\nS* * FLAGS (\\Seen)\nS* * OK [UIDNEXT ${next:number}]\nS* * ${n:number} EXISTS\nS! * BYE\nS: a1 OK [READ-WRITE]';
  for (const split of [undefined, 1, 5]) {
    const result = await play('imap', turns, dialogue, { scope, split });
    assert.equal(result.statuses[1]?.status, 'a1 OK [READ-WRITE] done');
    assert.deepEqual([String(scope.get('next')), String(scope.get('n'))], ['9', '3']);
  }
});

const APPEND =
  'S: * OK\nC: a1 APPEND x {3}\nS? a1 NO [TRYCREATE]\nS: +\nC: abc\nS: a1 OK [APPENDUID ${v:number} ${u:number}]';

test('a literal is sent after the continuation', async () => {
  const result = await play('imap', [GREETING, '+ go\r\n', 'a1 OK [APPENDUID 1 2] x\r\n'], APPEND);
  assert.equal(result.sent, 'a1 APPEND x {3}\r\nabc\r\n');
});

test('a permitted way out is taken before the literal', async () => {
  const result = await play('imap', [GREETING, 'a1 NO [trycreate] no\r\n'], APPEND);
  assert.equal(result.endedEarly?.line, 3);
});

test('results of pipelined commands may come out of order', async () => {
  await play(
    'imap',
    [GREETING, '', 'a2 OK x\r\n* 1 EXISTS\r\na1 OK y\r\n'],
    'S: * OK\nC: a1 A\nC: a2 B\nS: a1 OK\nS: a2 OK',
  );
});

test('a group without a status is waited for', async () => {
  const turns = [GREETING, '+ idling\r\n* 1 RECENT\r\n* 4 EXISTS\r\n', 'a1 OK\r\n'];
  await play('imap', turns, 'S: * OK\nC: a1 IDLE\nS: +\nS* * 4 EXISTS\nC: DONE\nS* * 1 RECENT\nS: a1 OK', { split: 1 });
});

test('BYE may come alone or before the result, and other data around it', async () => {
  const turns = [GREETING, '* 1 EXISTS\r\n* OK [ALERT] x\r\n* BYE x\r\na1 OK\r\n', 'close'];
  await play('imap', turns, 'S: * OK\nC: a1 LOGOUT\nS: * BYE\nS: a1 OK\nC:\nS: ${closed}');
});

test('untagged responses that nobody asked for are no mismatch, also cut in the middle', async () => {
  await play('imap', [`${GREETING}* 1 EXISTS\r\n* 2 EX`], 'S: * OK');
});

const ask = (group: string, status = 'a1 OK') => `S: * OK\nC: a1 X\n${group}\nS: ${status}`;

for (const [what, answer, dialogue, code] of [
  ['another result', 'a1 NO x\r\n', ask('', 'a1 OK/BAD'), 'status-differs'],
  ['another response code', 'a1 NO [ALREADYEXISTS] x\r\n', ask('', 'a1 NO [TRYCREATE]'), 'code-differs'],
  ['no response code', 'a1 NO x\r\n', ask('', 'a1 NO [TRYCREATE]'), 'code-differs'],
  ['another tag', 'a2 OK x\r\n', ask(''), 'status-differs'],
  ['a continuation', '+ go\r\n', ask(''), 'status-differs'],
  ['a result instead of +', 'a1 OK\r\n', ask('', '+'), 'status-differs'],
  ['a missing response', '* 2 EXISTS\r\na1 OK\r\n', ask('S* * 3 EXISTS'), 'missing-line'],
  ['one response for two lines', '* 3 EXPUNGE\r\na1 OK\r\n', ask('S* * 3 EXPUNGE\nS* * 3 EXPUNGE'), 'missing-line'],
  [
    'EXPUNGE in another order',
    '* 3 EXPUNGE\r\n* 5 EXPUNGE\r\na1 OK\r\n',
    ask('S* * 5 EXPUNGE\nS* * 3 EXPUNGE'),
    'missing-line',
  ],
  ['a forbidden response', '* 2 EXPUNGE\r\na1 OK\r\n', ask('S! * ${*} EXPUNGE'), 'forbidden-line'],
  ['a forbidden status', '* BYE x\r\na1 OK\r\n', ask('S! * BYE'), 'forbidden-line'],
  ['a result nobody asked for', 'a1 OK\r\na1 OK\r\n', ask(''), 'bytes-left'],
  ['BYE and the end', '* BYE x\r\n', `${ask('')}`, 'closed'],
  ['a broken list', '* 1 FETCH (UID 5\r\n', ask(''), 'malformed-reply'],
  ['silence', '', ask(''), 'timeout'],
  [
    'an arrival that does not come',
    '+ x\r\n* 1 EXISTS\r\n',
    'S: * OK\nC: a1 IDLE\nS: +\nS* * 2 EXISTS',
    'missing-line',
  ],
] as const) {
  test(`${what} is a mismatch: ${code}`, async () => {
    const slow = code === 'timeout' || what.startsWith('an arrival');
    const turns = [GREETING, answer, ...(code === 'closed' ? (['close'] as const) : [])];
    const text = code === 'closed' ? dialogue.replace('C: a1 X', 'C: a1 X\nC:') : dialogue;
    await assert.rejects(play('imap', turns, text, { reply: slow ? 40 : 2000 }), { name: 'Mismatch', code });
  });
}

test('untagged responses without an end do not put off the end of the wait', async () => {
  const flood = Buffer.from('* 1 EXISTS\r\n'.repeat(2000));
  await assert.rejects(play('imap', [GREETING, flood], ask(''), { mostUntagged: 1000 }), { code: 'reply-too-long' });
});

test('where no answer comes, what came instead is shown', async () => {
  const played = play('imap', [GREETING, '* BAD what?\r\n'], ask(''), { reply: 400 });
  await assert.rejects(played, (error) => /did not come within[\s\S]*came: {2}\* BAD what\?/.test(String(error)));
});

test('what comes first is the greeting: one that is none is not waited past', async () => {
  for (const [turn, reason] of [
    ['* NO go away\r\n', /\* OK was expected, NO came/],
    ['* 3 EXISTS\r\n', /\* OK was expected/],
    ['hello\r\n', /./],
  ] as const) {
    await assert.rejects(play('imap', [turn], 'S: * OK', { reply: 60_000 }), reason);
  }
});

test('the place where a long response differs is pointed at', async () => {
  const long = `("text" "plain" ("charset" "us-ascii") NIL NIL "7bit" 12 1)`;
  const came = `* 1 FETCH (FLAGS () BODY (${long.repeat(20)}${long.replace('12', '13')} "mixed"))\r\n`;
  const dialogue = `S: * OK\nC: a1 FETCH 1 BODY\nS* * 1 FETCH (BODY (${long.repeat(21)} "mixed"))\nS: a1 OK`;
  await assert.rejects(play('imap', [GREETING, `${came}a1 OK\r\n`], dialogue), (error: Mismatch) => {
    const [shown, caret] = String(error.detail).split('\n').slice(-2);
    assert.equal(shown!.slice(caret!.indexOf('^')).startsWith('13 1)'), true, error.detail);
    return true;
  });
});
