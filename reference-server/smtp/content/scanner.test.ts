import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ContentScanner } from './scanner';

/** Gives the octets in pieces of this length; what it took, and what was left over. */
function scan(wire: string, piece: number, limit = 1e6) {
  const scanner = new ContentScanner(limit);
  const octets = Buffer.from(wire, 'latin1');
  let taken = 0;
  while (taken < octets.length && !scanner.done) taken += scanner.push(octets.subarray(taken, taken + piece));
  const content = Buffer.concat(scanner.pieces).toString('latin1');
  return { scanner, content, rest: octets.subarray(taken).toString('latin1') };
}

/** The same by plain rules over the whole text. */
function plainly(wire: string) {
  const end = wire.startsWith('.\r\n') ? 0 : wire.indexOf('\r\n.\r\n') + 2;
  const content = wire.slice(0, end).replace(/(^|\r\n)\./g, '$1');
  return { content, rest: wire.slice(end + 3), bareNewline: /\r(?!\n)|(?<!\r)\n/.test(content) };
}

describe('content', () => {
  it('ends at CRLF.CRLF only, however the octets are cut', () => {
    const wires = [
      '.\r\n',
      'a\r\n.\r\nrest',
      '..\r\n...\r\n.a\r\n.\r\n',
      'a\n.\nb\r\n.\r\n',
      'a\r\n.\rb\r\n.\r\n',
      'a\r\n.\r\r\n.\r\n',
      '\r\n\r\n.\r\n.\r\n',
      'a\n.\r\nb\r\n.\r\n',
      '.\n.\r\n\r\n.\r\n',
      'a\r.\r\nb\r\n.\r\n',
      '\xe9\0\r\n.\r\n',
    ];
    for (const wire of wires) {
      const expected = plainly(wire);
      for (let piece = 1; piece <= wire.length; piece++) {
        const { scanner, content, rest } = scan(wire, piece);
        const where = `${JSON.stringify(wire)} in pieces of ${piece}`;
        assert.ok(scanner.done, where);
        assert.equal(content, expected.content, where);
        assert.equal(rest, expected.rest, where);
        assert.equal(scanner.bareNewline, expected.bareNewline, where);
        assert.equal(scanner.size, content.length, where);
        assert.equal(scanner.nul, wire.includes('\0'), where);
      }
    }
  });

  it('agrees with the plain rules for every text of four signs, nine long', () => {
    const signs = ['\r', '\n', '.', 'a'];
    for (let number = 0; number < 4 ** 9; number += 7) {
      let text = '';
      for (let rest = number, i = 0; i < 9; i++, rest >>= 2) text += signs[rest & 3];
      const wire = `${text}\r\n.\r\n`;
      const expected = plainly(wire);
      const { content, rest } = scan(wire, 1 + (number % 5));
      assert.deepEqual([content, rest], [expected.content, expected.rest], JSON.stringify(wire));
    }
  });

  it('costs no more memory where each line begins with a dot', () => {
    const scanner = new ContentScanner(1e6);
    scanner.push(Buffer.from('..\r\n'.repeat(100_000)));
    assert.equal(scanner.size, 300_000);
    assert.ok(scanner.pieces.length < 2000, `${scanner.pieces.length} pieces`);
  });

  it('is not kept beyond the limit, but counted to its end', () => {
    const { scanner, rest } = scan(`${'a'.repeat(100)}\r\n.\r\nQUIT`, 7, 50);
    assert.equal(scanner.size, 102);
    assert.ok(Buffer.concat(scanner.pieces).length <= 50);
    assert.equal(rest, 'QUIT');
  });
});
