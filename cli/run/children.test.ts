import assert from 'node:assert';
import { availableParallelism } from 'node:os';
import { test } from 'node:test';
import { childrenFor } from './children';

const scenarios = (count: number) => Array.from({ length: count }, () => ({ uri: 'features/smtp/order.feature' }));

test('a few scenarios of the bundled server are played by one child, many by more than there are processors', () => {
  assert.equal(childrenFor(scenarios(1), { bundled: true }), 1);
  assert.equal(childrenFor(scenarios(100), { bundled: true }), 1);
  assert.equal(childrenFor(scenarios(100_000), { bundled: true }), availableParallelism() + 1);
});

test('another server is played by as many as there are processors', () => {
  assert.equal(childrenFor(scenarios(1), { bundled: false }), availableParallelism());
});
