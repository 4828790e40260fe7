import assert from 'node:assert';
import { appendFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Account } from '../target';
import { MboxInbox, splitMbox } from './mbox';

const directory = mkdtempSync(join(tmpdir(), 'mailspec-mbox-'));
after(() => rmSync(directory, { recursive: true }));

const account = {} as Account;

const CASES: [title: string, file: string, messages: string[]][] = [
  ['one message', 'From a Mon\nSubject: 1\n\nbody\n\n', ['Subject: 1\n\nbody\n']],
  ['two messages', 'From a Mon\nS: 1\n\nx\n\nFrom b Tue\nS: 2\n\ny\n\n', ['S: 1\n\nx\n', 'S: 2\n\ny\n']],
  [
    'a body that ends in an empty line',
    'From a\nS: 1\n\nx\n\n\nFrom b\nS: 2\n\ny\n\n\n',
    ['S: 1\n\nx\n\n', 'S: 2\n\ny\n\n'],
  ],
  ['a quoted From in the body', 'From a\nS: 1\n\n>From me\n>>From you\n\n', ['S: 1\n\nFrom me\n>From you\n']],
  ['a header without a body', 'From a\nS: 1\n\n', ['S: 1\n']],
  ['an empty file', '', []],
  ['a file that is no mbox', 'hello\n', []],
];

for (const [title, file, messages] of CASES) {
  test(title, () => {
    const found = splitMbox(Buffer.from(file)).map((message) => message.toString());
    assert.deepStrictEqual(found, messages);
  });
}

test('messages are read with CRLF and the file is emptied in place', async () => {
  const path = join(directory, 'mbox');
  const inbox = new MboxInbox(() => path);
  const texts = async () => (await inbox.look(account)).messages.map(String);
  assert.deepStrictEqual(await texts(), []);
  writeFileSync(path, 'From a\nS: 1\n\nx\n\n');
  assert.deepStrictEqual(await texts(), ['S: 1\r\n\r\nx\r\n']);
  await inbox.pass(account);
  appendFileSync(path, 'From a\nS: 2\n\ny\n\n');
  assert.deepStrictEqual(await texts(), ['S: 2\r\n\r\ny\r\n']);
  await inbox.empty(account);
  assert.strictEqual(statSync(path).size, 0);
});
