import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Timing } from '../targets/target';
import { PassingTime } from './passing-time';

const TIMING = { delivery: 1000 } as Timing;
const target = (...says: ('brought' | 'busy' | 'nothing')[]) => ({
  timing: TIMING,
  bringForward: async () => says.shift() ?? 'brought',
});

test('patience begins anew where time was brought forward', async () => {
  const time = new PassingTime(target('nothing', 'brought'), 10);
  assert.equal(await time.pass(), 'nothing');
  assert.ok(time.left <= 10);
  assert.equal(await time.pass(), 'something');
  assert.ok(time.left > 500);
});

test('patience does not run out while the target is busy, but for ever', async () => {
  const busy = { timing: TIMING, bringForward: async () => 'busy' as const };
  const time = new PassingTime(busy, 10);
  assert.equal(await time.pass(), 'something');
  assert.ok(time.left > 500);
  let passed = 1;
  while ((await time.pass()) === 'something') passed++;
  assert.equal(passed, 3000);
});

test('a target that always has something to try is left in the end', async () => {
  const time = new PassingTime(target(), 10);
  let passed = 0;
  while ((await time.pass()) === 'something') passed++;
  assert.equal(passed, 150);
});
