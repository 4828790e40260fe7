import assert from 'node:assert';
import { test } from 'node:test';
import { parseAtoms, parseKeywords } from './keywords';

test('keywords are in upper case, their parameters as they came', () => {
  const lines = ['SIZE 1000', 'auth PLAIN', 'AUTH LOGIN', '8BITMIME ', ''].map((line) => Buffer.from(line));
  assert.deepStrictEqual(
    [...parseKeywords(lines)],
    [
      ['SIZE', ['1000']],
      ['AUTH', ['PLAIN', 'LOGIN']],
      ['8BITMIME', []],
    ],
  );
});

test('an atom with a value is there as itself and as a parameter', () => {
  const found = parseAtoms(['IMAP4rev1', 'AUTH=PLAIN', 'AUTH=SCRAM-SHA-256', 'LITERAL+']);
  assert.deepStrictEqual(found.get('AUTH'), ['PLAIN', 'SCRAM-SHA-256']);
  assert.deepStrictEqual([...found.keys()], ['IMAP4REV1', 'AUTH', 'AUTH=PLAIN', 'AUTH=SCRAM-SHA-256', 'LITERAL+']);
});
