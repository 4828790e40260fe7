import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flickering, worstOf } from './flicker';
import { flickerTable } from './formats/console/flicker';
import { makePaint } from './formats/console/paint';
import { sampleResult, sampleRun } from './testing/sample';
import type { Verdict } from './verdict/verdict';

const run = (a: Verdict, b: Verdict) =>
  sampleRun([sampleResult({ id: 'x#a', verdict: a }), sampleResult({ id: 'x#b', verdict: b })]);
const plain = makePaint(false);

test('what comes and goes is listed, and the worst of each is reported', () => {
  const runs = [run('pass', 'pass'), run('pass', 'fail'), run('notPlayed', 'pass')];
  assert.deepEqual(flickering(runs), [{ id: 'x#b', verdicts: ['pass', 'fail', 'pass'] }]);
  assert.match(flickerTable(flickering(runs), 3, plain), /│ x#b +│ 2 pass, 1 fail │/);
  const worst = worstOf(runs);
  assert.deepEqual([worst.totals.fail, worst.totals.notPlayed], [1, 1]);
  assert.match(flickerTable([], 3, plain), /^played 3 times: each scenario had the same verdict in all$/);
});
