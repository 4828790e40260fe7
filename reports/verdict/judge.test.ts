import assert from 'node:assert';
import { test } from 'node:test';
import type { OutcomeKind } from '../messages/outcome';
import type { Level, Scenario } from '../messages/scenario';
import type { ScenarioRun, StepStatus } from '../messages/scenario-run';
import { judge } from './judge';

function run(
  level: Level | undefined,
  statuses: StepStatus[],
  kinds: OutcomeKind[] = [],
  finished = true,
): ScenarioRun {
  return {
    scenario: { id: 'a#b', level } as Scenario,
    steps: statuses.map((status, index) => ({
      text: `Then ${index}`,
      status,
      durationMs: 0,
      ...(status === 'FAILED' ? { message: 'Error: odd\n    at x' } : {}),
    })),
    outcomes: kinds.map((kind) => ({ kind, code: `code-${kind}`, reason: `why ${kind}` })),
    breaches: [],
    transcript: '',
    durationMs: 1,
    finished,
  };
}

const verdict = (...of: Parameters<typeof run>) => judge(run(...of), false).verdict;

test('all steps passed is a pass, whatever the level', () => {
  for (const level of ['MUST', 'SHOULD', 'MAY'] as const) assert.equal(verdict(level, ['PASSED', 'PASSED']), 'pass');
});

test('a mismatch is judged by the level', () => {
  assert.equal(verdict('MUST', ['PASSED', 'FAILED'], ['mismatch']), 'fail');
  assert.equal(verdict('SHOULD', ['FAILED'], ['mismatch']), 'warn');
  assert.equal(verdict('MAY', ['FAILED'], ['mismatch']), 'info');
  assert.equal(judge(run('SHOULD', ['FAILED'], ['mismatch']), true).verdict, 'fail');
  assert.equal(judge(run('MAY', ['FAILED'], ['mismatch']), true).verdict, 'info');
});

test('a mismatch without a level is an error of the suite', () => {
  assert.equal(judge(run(undefined, ['FAILED'], ['mismatch']), false).code, 'no-level');
});

test('an observation of a MAY is info, of anything else a pass that says so', () => {
  assert.deepEqual(judge(run('MAY', ['PASSED'], ['observation']), false), {
    verdict: 'info',
    code: 'code-observation',
    reason: 'why observation',
  });
  assert.equal(verdict('MUST', ['PASSED'], ['observation']), 'pass');
});

test('the first outcome that ended the scenario rules', () => {
  assert.equal(verdict('MUST', ['FAILED'], ['observation', 'not-applicable']), 'notApplicable');
  assert.equal(verdict('MUST', ['FAILED'], ['blocked', 'mismatch']), 'blocked');
  assert.equal(verdict('MUST', ['FAILED', 'FAILED'], ['mismatch', 'error']), 'fail');
  assert.equal(verdict('MUST', ['FAILED'], ['error']), 'error');
  assert.equal(verdict('MUST', ['SKIPPED'], ['not-applicable']), 'notApplicable');
});

test('what is no outcome is an error, never a fail', () => {
  for (const status of ['FAILED', 'SKIPPED', 'UNDEFINED', 'AMBIGUOUS', 'PENDING', 'UNKNOWN'] as const) {
    assert.equal(verdict('MUST', ['PASSED', status]), 'error', status);
  }
  assert.equal(verdict('MUST', ['UNDEFINED'], ['mismatch']), 'error', 'an undefined step outweighs an outcome');
  assert.equal(verdict('MUST', []), 'error', 'nothing was asked');
  assert.deepEqual(judge(run('MUST', ['FAILED']), false), {
    verdict: 'error',
    code: 'exception',
    reason: 'Error: odd',
    detail: 'Error: odd\n    at x',
  });
});

test('a scenario that did not finish is an error with its reason, unless an outcome had ended it', () => {
  const cut = { ...run('MUST', ['PASSED'], [], false), unfinishedReason: 'interrupted' };
  assert.deepEqual(judge(cut, false), { verdict: 'error', code: 'unfinished', reason: 'interrupted' });
  assert.equal(verdict('MUST', ['FAILED'], ['mismatch'], false), 'fail');
});
