import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { encodeTransfer } from './encode';
import { decodeTransfer } from './transfer';

const SAMPLES: readonly string[] = [
  '',
  'plain\r\nlines\r\n',
  'sp\xc3\xa4t = 5 \r\ntab\t\r\n\r\n',
  `${'\xc3\xa4'.repeat(200)}\r\n${'x'.repeat(76)}\r\n${'x'.repeat(77)}`,
  `${'x'.repeat(73)}\xff${'y'.repeat(80)} \xff`,
  'a\rb\nc\0d',
];

describe('an encoding', () => {
  for (const encoding of ['quoted-printable', 'base64'] as const) {
    it(`in ${encoding} gives back what it was made of, on lines of 76 characters of ASCII`, () => {
      for (const sample of SAMPLES) {
        const octets = Buffer.from(sample, 'latin1');
        const encoded = encodeTransfer(octets, encoding);
        assert.deepEqual(decodeTransfer(encoded, encoding), octets, JSON.stringify(sample));
        for (const line of encoded.toString('latin1').split('\r\n')) assert.match(line, /^[\t\x20-\x7e]{0,76}$/);
        assert.doesNotMatch(encoded.toString('latin1'), /[ \t]\r\n|[ \t]$/);
      }
    });
  }
});
