import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Mismatch } from '../outcome';
import type { Turn } from '../testing/fake-server';
import { play } from '../testing/play';

/** The server has a turn at the bare LF, at the end of the line, and at the NOOP. */
const ATTACK = 'S: 220\nC~ A${LF}B${CRLF}\nS: 250/5xx\nC: ${alive}';

/** Whether the attacked server, which says this, has defended itself. */
async function fended(dialogue: string, ...turns: Turn[]): Promise<boolean> {
  const { endedEarly } = await play('smtp', ['220 hi\r\n', ...turns], dialogue, { reply: 200, hostile: true });
  return endedEarly !== undefined;
}

test('who refuses may hang up, at once or at the next command', async () => {
  assert.equal(await fended(ATTACK, '554 no\r\n', 'close'), true);
  assert.equal(await fended(ATTACK, '', '554 no\r\n', 'close'), true);
  assert.equal(await fended(ATTACK, '451 no\r\n', 'close'), true);
  assert.equal(await fended(ATTACK, '', '421 no\r\n'), true);
  assert.equal(await fended(ATTACK, '554 no\r\n421 bye\r\n'), true);
});

test('who neither refuses nor answers, or does both, has not', async () => {
  const others: Turn[][] = [
    ['', 'close'],
    ['', '250 ok\r\n', 'close'],
    ['250 ok\r\n500 B?\r\n', 'close'],
    ['', '250 ok\r\n', '500 B?\r\n'],
    ['554 no\r\n500 B?\r\n', 'close'],
    ['554 no\r\n250 ok\r\n', 'close'],
    ['', '554 no\r\n', '500 no\r\n'],
    ['', '451 no\r\n'],
  ];
  for (const turns of others) await assert.rejects(fended(ATTACK, ...turns), Mismatch, String(turns));
});

test('who is not attacked has no reason to', async () => {
  await assert.rejects(play('smtp', ['220 hi\r\n', '451 no\r\n', 'close'], ATTACK, { reply: 200 }), Mismatch);
  const other = 'S: 220\nC2: A\nS2: 250';
  await assert.rejects(fended(other, '554 no\r\n', 'close'), Mismatch);
});
