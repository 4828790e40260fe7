import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holds, numbersOf, sameSet } from './sequence-set';

test('ranges are spelt out, also those written backwards', () => {
  assert.deepEqual(numbersOf('304,319:321,5:3'), [304, 319, 320, 321, 5, 4, 3]);
});

test('what is no set has no numbers, and a range without end is not spelt out', () => {
  for (const text of ['', '1:', 'a', '1,,2', '1:*', '1:4294967295']) assert.equal(numbersOf(text), undefined);
});

test('sets are equal by their numbers, in order where that counts', () => {
  assert.equal(sameSet('1:3', '3,1:2', false), true);
  assert.equal(sameSet('1:3', '3,1:2', true), false);
  assert.equal(sameSet('1:3', '1:2', false), false);
  assert.equal(sameSet('1:4294967295', '1:4294967295', true), true);
});

test('a set holds numbers beside others, also in a range without end', () => {
  assert.equal(holds('1:3,9', '9,2'), true);
  assert.equal(holds('9:7,4294967295:1', '8'), true);
  assert.equal(holds('1:3,9', '3:4'), false);
  assert.equal(holds('1:*', '1'), false);
});
