import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ScenarioResult } from '../run';
import { sampleResult } from '../testing/sample';
import { differenceOf, differenceText } from './difference';
import type { Verdict } from './verdict';

const run = (verdicts: Record<string, Verdict>): ScenarioResult[] =>
  Object.entries(verdicts).map(([id, verdict]) => sampleResult({ id, verdict }));

test('mended, newly visible, new and hidden are told apart, and only what both runs played', () => {
  const before = run({ a: 'fail', b: 'blocked', c: 'pass', d: 'warn', e: 'fail', f: 'notApplicable', g: 'pass' });
  const after = run({ a: 'pass', b: 'fail', c: 'fail', d: 'blocked', e: 'fail', f: 'pass', h: 'fail', g: 'blocked' });
  const difference = differenceOf(before, after);
  const ids = Object.fromEntries(
    Object.entries(difference).map(([kind, list]: [string, ScenarioResult[]]) => [kind, list.map(({ id }) => id)]),
  );
  assert.deepEqual(ids, { mended: ['a'], visible: ['b'], fresh: ['c', 'g'], hidden: ['d'] });
  assert.equal(differenceText(difference), '1 mended, 1 newly visible, 2 new, 1 not seen any more');
  assert.equal(differenceText(differenceOf(before, before)), undefined);
});

test('a scenario is known by an id that it had before', () => {
  const after = [sampleResult({ id: 'x', was: ['a'], verdict: 'pass' })];
  assert.equal(differenceOf(run({ a: 'fail' }), after).mended.length, 1);
});
