import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Span } from '../syntax/sequence-set';
import { knownUpTo } from './match-data';

const ones = (...numbers: number[]) => numbers.map((number): Span => [number, number]);

test('the example of RFC 7162 §3.2.5.2: the fourth is the eighth still, the twelfth has moved', () => {
  const uids = [1, 3, 5, 8, 9, 10, 11, 12, 13, 14, 15, 25];
  assert.equal(knownUpTo(uids, { numbers: ones(4, 12), uids: ones(8, 24) }), 8);
});

test('a pair that fits further on tells of all before it', () => {
  assert.equal(knownUpTo([1, 2, 7], { numbers: ones(1, 3), uids: ones(4, 7) }), 7);
});

test('nothing fits', () => {
  assert.equal(knownUpTo([2, 3], { numbers: [[1, 2]], uids: [[1, 2]] }), 0);
  assert.equal(knownUpTo([], { numbers: [[1, 2]], uids: [[1, 2]] }), 0);
});

test('sets of different lengths and of more than there is', () => {
  assert.equal(knownUpTo([1, 2, 3], { numbers: [[1, 0xffffffff]], uids: [[1, 0xffffffff]] }), 3);
  assert.equal(knownUpTo([1, 2, 3], { numbers: [[1, 3]], uids: [[1, 2]] }), 2);
});
