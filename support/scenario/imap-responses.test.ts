import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Mismatch } from '../outcome';
import { ImapResponseFrame } from '../wire/framing/imap';
import type { ImapResponse } from '../wire/framing/imap-value';
import { checkResponses } from './imap-responses';

function parsed(wire: string): ImapResponse[] {
  const responses: ImapResponse[] = [];
  for (let rest = Buffer.from(`${wire}\r\n`, 'latin1'); rest.length > 0; ) {
    const { value, octets } = new ImapResponseFrame().take(rest)!;
    responses.push(value);
    rest = rest.subarray(octets);
  }
  return responses;
}

const id = (count: number) => `* ID (${Array.from({ length: count }, (_, n) => `"n${n}" "v"`).join(' ')})`;
const list = (...names: string[]) => names.map((name) => `* LIST () "/" ${name}`).join('\r\n');

for (const [quality, good, bad] of [
  [
    'ID fields with names of at most 30 octets',
    [`* ID ("${'n'.repeat(30)}" "${'v'.repeat(31)}")`, '* ID NIL', '* OK done'],
    [`* ID ("${'n'.repeat(31)}" NIL)`],
  ],
  [
    'ID fields with values of at most 1024 octets',
    [`* ID ("name" "${'v'.repeat(1024)}" "os" NIL)`],
    [`* ID ("name" NIL "os" "${'v'.repeat(1025)}")`],
  ],
  ['at most 30 ID fields', [id(30)], [id(31)]],
  ['each ID field once', [id(2)], ['* ID ("name" "a" "NAME" "b")']],
  [
    'each mailbox in one LIST response',
    [list('a', 'b', 'A'), '* LSUB () "/" a\r\n* LIST () "/" a'],
    [list('a', 'b', '"a"'), list('INBOX', 'inbox')],
  ],
  [
    'a string for binary data without NUL',
    [
      '* 1 FETCH (BINARY[1] {2}\r\nab)',
      '* 1 FETCH (BINARY[1] ~{2}\r\na\0)',
      '* 1 FETCH (BINARY.SIZE[1] 2)',
      '* 1 FETCH (UID 3)',
    ],
    ['* 1 FETCH (UID 3 BINARY[1] ~{2}\r\nab)'],
  ],
] as const) {
  for (const wire of good) test(`“${wire.slice(0, 60)}” has ${quality}`, () => checkResponses(parsed(wire), quality));
  for (const wire of bad) {
    test(`“${wire.slice(0, 60)}” has not ${quality}`, () =>
      assert.throws(() => checkResponses(parsed(wire), quality), Mismatch));
  }
}
