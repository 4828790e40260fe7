import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderFaults } from './reading-order';

test('each feature is linked once', () => {
  assert.deepEqual(
    orderFaults('- [a](a.feature): first\n- [b/c](b/c.feature): then', ['a.feature', 'b/c.feature']),
    [],
  );
  assert.deepEqual(orderFaults('- [a](a.feature) [a](a.feature) [d](d.feature)', ['a.feature', 'b/c.feature']), [
    'does not say when to read b/c.feature',
    'names d.feature, which is not there',
    'names a.feature twice',
  ]);
});
