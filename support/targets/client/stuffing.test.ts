import assert from 'node:assert';
import { test } from 'node:test';
import { stuff } from './stuffing';

const CASES: [title: string, message: string, sent: string][] = [
  ['a message without dots', 'a\r\nb\r\n', 'a\r\nb\r\n.\r\n'],
  ['dots at the beginning of lines', '.a\r\n..\r\n.\r\n', '..a\r\n...\r\n..\r\n.\r\n'],
  ['dots inside lines', 'a.b\r\n c.\r\n', 'a.b\r\n c.\r\n.\r\n'],
  ['a message without a last line end', 'a', 'a\r\n.\r\n'],
  ['an empty message', '', '.\r\n'],
  ['a dot after a bare LF', 'a\n.b\r\n', 'a\n.b\r\n.\r\n'],
];

for (const [title, message, sent] of CASES) {
  test(title, () => assert.strictEqual(stuff(Buffer.from(message)).toString(), sent));
}
