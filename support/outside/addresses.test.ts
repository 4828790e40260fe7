import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Addresses } from './addresses';

test('every address is given once, and none that a network keeps for itself', () => {
  const addresses = new Addresses(7);
  const given = Array.from({ length: 2_000 }, () => addresses.next());
  assert.equal(new Set(given).size, given.length);
  assert.ok(
    given.every((address) =>
      /^127\.23\.([1-9]\d?|1\d\d|2[0-4]\d|25[0-4])\.([1-9]\d?|1\d\d|2[0-4]\d|25[0-4])$/.test(address),
    ),
  );
});

test('another process has others', () => {
  assert.notEqual(new Addresses(1).next(), new Addresses(2).next());
});
