import assert from 'node:assert/strict';
import { test } from 'node:test';
import { play } from '../testing/play';
import { Scope } from './scope';

const EHLO = '250-mail.example.test at your service\r\n250-SIZE 1000\r\n250-pipelining\r\n250 DSN\r\n';

test('a dialogue passes, binds what it captures and says what came', async () => {
  const scope = new Scope();
  const dialogue =
    'S: 220 ${name:atom}\nC: EHLO me\nS: 250\nS* SIZE ${max:number}\nS* PIPELINING\nS! CHUNKING\nC: QUIT\nS: 2xx';
  for (const split of [undefined, 1, 3]) {
    const result = await play('smtp', ['220 mail hi\r\n', EHLO, '221 bye\r\n'], dialogue, { scope, split });
    assert.deepEqual(result.statuses, [
      { line: 1, status: '220 mail hi' },
      { line: 3, status: '250-mail.example.test at your service' },
      { line: 8, status: '221 bye' },
    ]);
    assert.equal(result.sent, 'EHLO me\r\nQUIT\r\n');
    assert.deepEqual([String(scope.get('name')), String(scope.get('max'))], ['mail', '1000']);
  }
});

test('several replies to one write, and fragments as they are', async () => {
  const turns = ['220 hi\r\n', '250 a\r\n', '550 b\r\n', '250 c\r\n'];
  const result = await play('smtp', turns, 'S: 220\nC: A\nC: B\nS: 250\nS: 503/5xx\nC~ C\nC~ ${CR}\nC~ ${LF}\nS: xxx');
  assert.equal(result.sent, 'A\r\nB\r\nC\r\n');
});

test('a permitted way out ends the dialogue', async () => {
  const result = await play('smtp', ['220 hi\r\n', '550 no\r\n'], 'S: 220\nC: A\nS? 5xx\nS: 250\nC: B\nS: 250');
  assert.deepEqual(result.endedEarly, { line: 3, status: '550 no' });
  const closed = await play('smtp', ['220 hi\r\n', 'close'], 'S: 220\nC: A\nS? ${closed}\nS: 421');
  assert.deepEqual(closed.endedEarly, { line: 3, status: 'closed' });
});

test('a message is sent as it is, with a dot of its own', async () => {
  const scope = new Scope();
  scope.set('hello', Buffer.from('Subject: x\r\n\r\nbody'));
  const turns = ['354 go\r\n', '', '', '', '250 ok\r\n', '221 bye\r\n'];
  const result = await play('smtp', turns, 'S: 354\nC: ${hello}\nC: .\nS: 250\nC: QUIT\nS: 221', { scope });
  assert.equal(result.sent, 'Subject: x\r\n\r\nbody\r\n.\r\nQUIT\r\n');
});

test('LMTP answers the end of data once for each recipient', async () => {
  await play('lmtp', ['354 go\r\n', '', '250 a\r\n550 b\r\n'], 'S: 354\nC: x\nC: .\nS: 250\nS: 550');
});

test('the end of the connection, and silence', async () => {
  await play(
    'smtp',
    ['220 hi\r\n', '221 bye\r\n', 'close'],
    'S: 220\nS: ${silent 20ms}\nC: QUIT\nC:\nS: 221\nS: ${closed}',
  );
});

test('a second connection', async () => {
  const result = await play('smtp', ['220 hi\r\n', '250 ok\r\n'], 'S: 220\nS2: 220\nC2: A\nS2: 250\nC: B\nS: 250');
  assert.equal(result.sent, 'A\r\nB\r\n');
});

test('lines inside of a line may have answers of their own', async () => {
  const turns = ['220 hi\r\n', '250 a\r\n', '250 b\r\n', '250 c\r\n'];
  await play('smtp', turns, 'S: 220\nC: A${CRLF}B\nS: 250\nC: D\nS: 250\nS: 250');
  await play(
    'smtp',
    ['354 go\r\n', '', '', '250 a\r\n500 b\r\n', '250 c\r\n'],
    'S: 354\nC: x${LF}.${LF}B\nC: .\nS: 250\nC: D\nS: 500\nS: 250',
  );
});

test('after the client has closed, nothing is looked for', async () => {
  await play('smtp', ['220 hi\r\n', '250 ok\r\n'], 'S: 220\nC: A\nC: ${close}\nS: 250');
  await play('smtp', ['220 hi\r\n', '250 ok\r\n'], 'S: 220\nC: A\nC: ${reset}');
});

for (const [what, turns, dialogue, code] of [
  ['another code', ['220 hi\r\n', '500 no\r\n'], 'S: 220\nC: A\nS: 250/251', 'status-differs'],
  ['another text', ['220 hi\r\n'], 'S: 220 mail', 'text-differs'],
  ['a line too few', ['220 hi\r\n', EHLO], 'S: 220\nC: EHLO x\nS: 250\nS* CHUNKING', 'missing-line'],
  ['one line for two', ['220 hi\r\n', EHLO], 'S: 220\nC: EHLO x\nS: 250\nS* DSN\nS* DSN', 'missing-line'],
  ['a forbidden line', ['220 hi\r\n', EHLO], 'S: 220\nC: EHLO x\nS: 250\nS! dsn', 'forbidden-line'],
  ['a reply too many', ['220 hi\r\n', '250 a\r\n250 b\r\n'], 'S: 220\nC: A\nS: 250', 'bytes-left'],
  ['replies before being asked', ['220 hi\r\n250 a\r\n'], 'S: 220\nC: A\nS: 250', 'bytes-left'],
  ['half a reply', ['220 hi\r\n22'], 'S: 220', 'bytes-left'],
  ['noise where silence is due', ['220 hi\r\n22'], 'S: 220\nS: ${silent 500ms}', 'not-silent'],
  ['an end where silence is due', ['220 hi\r\n', 'close'], 'S: 220\nC: A\nS: ${silent 500ms}', 'closed'],
  ['an open connection', ['220 hi\r\n'], 'S: 220\nS: ${closed}', 'timeout'],
  ['words before the end', ['220 hi\r\n', '250 x\r\n', 'close'], 'S: 220\nC: A\nC: B\nS: ${closed}', 'bytes-left'],
  ['silence', [], 'S: 220', 'timeout'],
  ['lines that end in LF', ['220 hi\n'], 'S: 220', 'malformed-reply'],
  ['another protocol', ['* OK IMAP\r\n'], 'S: 220', 'malformed-reply'],
  ['the end', ['220 hi\r\n', 'close'], 'S: 220\nC: A\nS: 250', 'closed'],
  ['a broken connection', ['220 hi\r\n', 'reset'], 'S: 220\nC: A\nS: 250', 'reset'],
  ['a number too small', ['220 5\r\n'], 'S: 220 ${n:number > 5}', 'text-differs'],
] as const) {
  test(`${what} is a mismatch: ${code}`, async () => {
    const played = play('smtp', [...turns], dialogue, { reply: code === 'timeout' ? 30 : 2000 });
    await assert.rejects(played, { name: 'Mismatch', code });
  });
}

test('a mismatch shows the dialogue with a caret, what was asked and what came', async () => {
  const scope = new Scope((name) => (name === 'alice' ? 'a@example.test' : undefined));
  const played = play('smtp', ['220 hi\r\n', '250 2.1.5 Ok\r\n'], 'S: 220\nC: RCPT TO:<${alice}>\nS: 503\nC: QUIT\n', {
    scope,
  });
  await assert.rejects(played, {
    code: 'status-differs',
    reason: '503 was expected, 250 came',
    detail: [
      '    S: 220',
      '    C: RCPT TO:<${alice}>',
      '  > S: 503',
      '       ^^^',
      '    C: QUIT',
      '',
      '',
      'asked: RCPT TO:<a@example.test>',
      'came:  250 2.1.5 Ok',
      '       ^',
    ].join('\n'),
  });
});

test('a name that is not known is the fault of the dialogue', async () => {
  await assert.rejects(
    play('smtp', ['220 hi\r\n'], 'S: 220\nC: ${nobody}'),
    /DialogueError: line 2 .*\$\{nobody\} is not known/,
  );
});
