import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Mismatch } from '../outcome';
import { checkReplyLines } from './reply-lines';

const check = (line: string, quality: string) => () =>
  checkReplyLines([Buffer.from('+OK'), Buffer.from(line)], quality, 'pop3');

for (const [quality, good, bad] of [
  ['a well-formed capability', ['TOP', 'EXPIRE 5 USER', 'X-A[]'], ['', ' TOP', 'TOP ', 'A  B', 'A.B', 'A\tB']],
  [
    'a capability with the arguments of its definition',
    ['EXPIRE NEVER', 'expire 0', 'EXPIRE 5 USER', 'SASL PLAIN SCRAM-SHA-256', 'X-ANYTHING AT ALL', 'LOGIN-DELAY 900'],
    ['EXPIRENEVER', 'EXPIRE', 'EXPIRE SOON', 'TOP 1', 'SASL', 'LOGIN-DELAY NEVER', 'IMPLEMENTATION', 'UTF8 ALL'],
  ],
  ['a scan listing', ['1 120', '2 0 more'], ['0 120', '1  120', '1', '01 5', 'x 5']],
  ['a scan listing and nothing more', ['1 120'], ['1 120 more', '1 120 ']],
  [
    'a unique-id listing',
    ['1 !~', `9 ${'a'.repeat(70)}`],
    ['1', '1 ', `1 ${'a'.repeat(71)}`, '1 a b', '1 a ', '1 \x7f'],
  ],
  ['a language listing', ['en', 'en-boont English Boontling dialect'], ['', 'englishman', 'en ']],
] as const) {
  for (const line of good) test(`“${line}” is ${quality}`, check(line, quality));
  for (const line of bad) test(`“${line}” is not ${quality}`, () => assert.throws(check(line, quality), Mismatch));
}

test('a first line and a line of CAPA have at most 512 octets with CRLF', () => {
  check('a'.repeat(510), 'at most 512 octets long')();
  assert.throws(check('a'.repeat(511), 'at most 512 octets long'), Mismatch);
});
