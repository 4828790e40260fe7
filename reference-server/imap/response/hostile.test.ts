import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMessage } from '../../mime/parse';
import { formatBody } from './body-structure';
import { formatEnvelope } from './envelope';

/** Milliseconds of the processor that the work takes. */
function cost(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** A multipart in a message in a multipart …, each boundary longer than the one around it. */
function inEachOther(levels: number, core: string): string {
  let text = '';
  for (let i = 1; i <= levels; i++) {
    const boundary = 'b'.repeat(i * 2);
    text += `Content-Type: multipart/mixed; boundary=${boundary}\r\n\r\n--${boundary}\r\n`;
    text += 'Content-Type: message/rfc822\r\n\r\n';
  }
  const ends = Array.from({ length: levels }, (_, i) => `\r\n--${'b'.repeat((levels - i) * 2)}--`);
  return text + core + ends.join('');
}

const HOSTILE: [what: string, text: () => string][] = [
  ['150,000 addresses', () => `To: ${'a@b,'.repeat(150_000)}\r\n\r\n`],
  ['60,000 groups', () => `To: ${'a:b@c,;'.repeat(60_000)}\r\n\r\n`],
  ['20 MB of addresses', () => `To: ${'a@b,'.repeat(5_000_000)}\r\n\r\n`],
  ['a million fields', () => `${'To: a@b\r\n'.repeat(1_000_000)}\r\n`],
  ['a million parameters', () => `Content-Type: text/plain${';a=b'.repeat(1_000_000)}\r\n\r\n`],
  ['a million messages in each other', () => 'Content-Type: message/rfc822\r\n\r\n'.repeat(600_000)],
  [
    'large headers in each other',
    () => `To: ${'a@b,'.repeat(1000)}\r\nContent-Type: message/rfc822\r\n\r\n`.repeat(600),
  ],
  ['messages and parts in each other around much text', () => inEachOther(200, 'text\r\n'.repeat(3_000_000))],
  ['boundaries of many lengths', () => inEachOther(120, `--${'x'.repeat(480)}\r\n`.repeat(40_000))],
  [
    'multiparts deep in each other',
    () =>
      inEachOther(
        100,
        'Content-Type: multipart/mixed; boundary=q\r\n\r\n--q\r\n\r\n--q--\r\n--bbbbb\r\n'.repeat(20_000),
      ),
  ],
  ['a million parts', () => `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\n'.repeat(1_000_000)}`],
];

for (const [what, text] of HOSTILE) {
  test(`a message with ${what} takes no more than others can wait for`, () => {
    const octets = Buffer.from(text());
    const taken = cost(() => {
      const structure = parseMessage(octets);
      formatBody(structure, { style: { utf8: false }, extended: true });
      formatEnvelope(structure.parts[0]!.envelope!, { utf8: false });
    });
    assert.ok(taken < 1500, `${taken} ms`);
  });
}
