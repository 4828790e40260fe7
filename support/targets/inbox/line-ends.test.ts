import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asOnTheWire } from './line-ends';

const read = (stored: string, sent?: string) => {
  const seen = asOnTheWire(Buffer.from(stored, 'latin1'), sent === undefined ? undefined : Buffer.from(sent, 'latin1'));
  return Buffer.isBuffer(seen) ? seen.toString('latin1') : seen.why.code;
};

test('a store that keeps LF is read with CRLF; what follows a CR stays', () => {
  assert.equal(read('S: 1\n\na\rb\n\xe4\n'), 'S: 1\r\n\r\na\rb\r\n\xe4\r\n');
});

test('a store that keeps CRLF is read as it is', () => {
  assert.equal(read('S: 1\r\n\r\na\nb\r\n', 'S: 1\r\n\r\na\nb\r\n'), 'S: 1\r\n\r\na\nb\r\n');
});

test('where LF ends lines, a bare LF cannot be told', () => {
  assert.equal(read('S: 1\n\na\nb\n', 'S: 1\r\n\r\na\nb\r\n'), 'line-ends-not-kept');
  assert.equal(read('S: 1\n\na\nb\n', 'S: 1\r\n\r\na\r\nb\r\n'), 'S: 1\r\n\r\na\r\nb\r\n');
});
