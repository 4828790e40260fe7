import assert from 'node:assert';
import { test } from 'node:test';
import { difference, ENOUGH, type Pair } from './as-long';

/** Pairs of one length and another, with so much noise in each, by turns. */
const pairs = (first: number, second: number, noise: (n: number) => number): Pair[] =>
  Array.from({ length: ENOUGH }, (_, n) => [first + noise(n), second + noise(n + 7)]);

test('what takes three times as long is told', () => {
  assert.deepEqual(difference(pairs(3, 1, () => 0)), { first: 3, second: 1 });
  assert.ok(difference(pairs(1, 3, (n) => (n % 10 === 0 ? 40 : 0.3 * (n % 3)))));
});

test('noise is no difference, and neither is what is too small or in too few of the pairs', () => {
  assert.equal(difference(pairs(2, 2, (n) => (n * 13) % 11)), undefined);
  assert.equal(difference(pairs(0.2, 0.9, () => 0)), undefined);
  assert.equal(difference(pairs(100, 104, () => 0)), undefined);
  assert.equal(difference([...pairs(9, 2, () => 0).slice(0, 15), ...pairs(2, 9, () => 0).slice(0, 5)]), undefined);
});
