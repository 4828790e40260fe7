import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outcome } from '../messages/outcome';
import type { Scenario } from '../messages/scenario';
import { type ScenarioRun, unfinished } from '../messages/scenario-run';
import { tellBreaches } from './breaches';
import { judge } from './judge';

const BREACH: Outcome = { kind: 'breach', code: 'not-stuffed', reason: 'a dot was lost', requirement: 'R1' };
const MISMATCH: Outcome = { kind: 'mismatch', code: 'c', reason: 'its own' };
const ABSENT: Outcome = { kind: 'not-applicable', code: 'c', reason: 'needs TOP' };

function run(id: string, requirement: string, outcomes: Outcome[] = [], breaches: Outcome[] = []): ScenarioRun {
  const scenario = { id, level: 'MUST', requirements: [requirement], tags: [] } as unknown as Scenario;
  const steps = [{ text: 'Then', status: 'PASSED' as const, durationMs: 1 }];
  return { ...unfinished(scenario, ''), finished: true, steps, outcomes, breaches };
}

const verdicts = (runs: ScenarioRun[]) => tellBreaches(runs).map((each) => judge(each, false).verdict);

test('a breach that two processes saw fails the first scenario about it that was played, and not those that saw it', () => {
  const runs = [
    run('smtp/a#1', 'R2', [], [BREACH]),
    run('smtp/a#2', 'R2', [], [BREACH]),
    run('pop3/a#0', 'R1', [ABSENT]),
    run('pop3/a#1', 'R1'),
    run('pop3/a#2', 'R1'),
  ];
  assert.deepEqual(verdicts(runs), ['pass', 'pass', 'notApplicable', 'fail', 'pass']);
  assert.equal(judge(tellBreaches(runs)[3]!, false).reason, 'a dot was lost, when the suite read for smtp/a#1');
});

test('what a scenario has found by itself is not told again', () => {
  const runs = [run('smtp/a#1', 'R2', [], [BREACH]), run('pop3/a#1', 'R1'), run('pop3/a#2', 'R1', [MISMATCH])];
  assert.deepEqual(verdicts(runs), ['pass', 'pass', 'fail']);
});
