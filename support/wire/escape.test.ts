import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escapeBytes, escapeLines, excerpt } from './escape';

test('control octets are named and octets beyond ASCII are in hexadecimal', () => {
  assert.equal(
    escapeBytes(Buffer.from([0, 9, 13, 10, 27, 127, 128, 255, 65])),
    '<NUL><TAB><CR><LF><ESC><DEL>\\x80\\xFFA',
  );
});

test('a line that ends in CRLF shows no end, any other end is seen', () => {
  assert.deepEqual(escapeLines(Buffer.from('a\r\nb\nc\rd\r\n\r\ne')), ['a', 'b<LF>', 'c<CR>d', '', 'e']);
});

test('an excerpt says how many octets were left out', () => {
  assert.equal(excerpt(Buffer.from('a'.repeat(20)), 8), 'aaaaaa… 12 octets left out …aa');
  assert.equal(excerpt(Buffer.from('short'), 8), 'short');
});
