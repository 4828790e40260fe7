import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editingLines, endedByLf } from './lines';

test('a line is edited when it is whole, and blocks are left alone', () => {
  const reading = editingLines((line) => line.toUpperCase());
  const read = (text: string, want: 'line' | 'block') => String(reading(Buffer.from(text), want));
  assert.equal(read('no', 'line'), '');
  assert.equal(read('op\r\n', 'line'), 'NOOP\r\n');
  assert.equal(read('text', 'block'), 'text');
  assert.equal(read('a', 'line'), '');
  assert.equal(read('b', 'block'), 'ab');
});

test('a bare LF becomes CRLF, and CRLF stays, in pieces too', () => {
  const reading = endedByLf();
  const read = (text: string) => String(reading(Buffer.from(text), 'line'));
  assert.deepEqual(['a\nb\r', '\n', '\r\n\n'].map(read), ['a\r\n', 'b\r\n', '\r\n\r\n']);
});
