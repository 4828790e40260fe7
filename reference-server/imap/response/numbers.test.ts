import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spaced } from './numbers';

test('numbers of any length, and none', () => {
  const numbers = [0, 7, 10, 99, 100, 4_294_967_295, Number.MAX_SAFE_INTEGER];
  assert.equal(spaced(numbers), numbers.join(' '));
  assert.equal(spaced([]), '');
});

test('more than there was room for', () => {
  const numbers = Array.from({ length: 10_000 }, (_, n) => n * n);
  assert.equal(spaced(numbers), numbers.join(' '));
});
