import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Testimony } from '../messages/outcome';
import type { Scenario } from '../messages/scenario';
import { type ScenarioRun, unfinished } from '../messages/scenario-run';
import { judge } from './judge';
import { tellWitness } from './witness';

const STEP = { text: 'Then every session keeps it', status: 'PASSED', durationMs: 0 } as const;

function run(id: string, more: Partial<ScenarioRun>): ScenarioRun {
  const scenario = { id, level: 'MUST', requirements: ['R1-1-1'], tags: [] } as unknown as Scenario;
  return { ...unfinished(scenario, ''), finished: true, steps: [STEP], ...more };
}
const testimony = (times: number): Testimony => ({
  applied: ['a-rule'],
  broken: times === 0 ? [] : [{ rule: 'a-rule', times, reason: 'it is not so', detail: 'came: x' }],
});
const verdicts = (runs: ScenarioRun[]) => tellWitness(runs).map((one) => judge(one, false));

test('a rule is told what all scenarios saw, and they are not blamed', () => {
  const [first, rule, second] = verdicts([
    run('a#one', { testimony: testimony(2) }),
    run('a/grammar#rule', { rule: 'a-rule' }),
    run('a#two', { testimony: testimony(1) }),
  ]);
  assert.deepEqual([first!.verdict, second!.verdict], ['pass', 'pass']);
  const { verdict, code, reason, detail, seenIn } = rule!;
  assert.deepEqual([verdict, code, detail, seenIn], ['fail', 'rule-broken', 'came: x', 'a#one']);
  assert.equal(reason, 'it is not so: 3 times in 2 scenarios, first in a#one');
});

test('a rule that was kept passes, and one that nothing was held against is not applicable', () => {
  const [, kept, other] = verdicts([
    run('a#one', { testimony: testimony(0) }),
    run('a/grammar#rule', { rule: 'a-rule' }),
    run('a/grammar#other', { rule: 'other-rule' }),
  ]);
  assert.equal(kept!.verdict, 'pass');
  assert.deepEqual([other!.verdict, other!.code], ['notApplicable', 'never-written']);
});

test('a rule whose own scenario went wrong is told nothing', () => {
  const blocked = { kind: 'not-applicable', code: 'no-service', reason: 'no POP3' } as const;
  const [rule] = verdicts([run('a/grammar#rule', { outcomes: [blocked] })]);
  assert.equal(rule!.code, 'no-service');
});
