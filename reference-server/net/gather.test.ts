import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gather } from './gather';

test('pieces stay few, and what they hold stays the same', () => {
  const pieces: Buffer[] = [];
  for (let i = 0; i < 200_000; i++) gather(pieces, Buffer.of(i & 0xff));
  assert.ok(pieces.length < 1000, `${pieces.length} pieces`);
  const all = Buffer.concat(pieces);
  assert.equal(all.length, 200_000);
  assert.ok(all.every((octet, i) => octet === (i & 0xff)));
});

test('large pieces are not copied', () => {
  const large = Buffer.alloc(4096);
  const pieces: Buffer[] = [];
  for (let i = 0; i < 600; i++) gather(pieces, large);
  assert.ok(pieces.every((piece) => piece === large));
});
