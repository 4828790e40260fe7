import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Mismatch } from '../outcome';
import { againWhileRefused } from './again';

const refusal = () => new Mismatch('status-differs', '+OK was expected, -ERR came');

/** Attempts that end so, one after the other; counts them. */
function attempts(...ends: (Error | undefined)[]) {
  const made = { count: 0 };
  const attempt = async () => {
    const error = ends[made.count++];
    if (error) throw error;
  };
  return { made, attempt };
}

test('what is refused is tried again until it is not', async () => {
  const { made, attempt } = attempts(refusal(), refusal(), undefined);
  await againWhileRefused(attempt, 10_000);
  assert.equal(made.count, 3);
});

test('a refusal that lasts is the end when the time is over', async () => {
  const { made, attempt } = attempts(refusal(), refusal());
  await assert.rejects(againWhileRefused(attempt, 0), Mismatch);
  assert.equal(made.count, 1);
});

test('what is no refusal is not tried again', async () => {
  for (const error of [new Mismatch('timeout', 'nothing came'), new Error('a mistake of ours')]) {
    const { made, attempt } = attempts(error, undefined);
    await assert.rejects(againWhileRefused(attempt, 10_000), error);
    assert.equal(made.count, 1);
  }
});
