import assert from 'node:assert';
import { test } from 'node:test';
import type { ScenarioResult } from '../run';
import { sampleRequirements, sampleResult } from '../testing/sample';
import { indexRequirements } from '../verdict/requirements';
import { markStage, type Played } from './mark';
import type { PlannedStage, Stage } from './rubric';

const stage: Stage = {
  id: 's',
  title: 'A stage',
  select: ['x'],
  exclude: [],
  scenarios: 3,
  needs: [],
  requires: [],
  cap: 10,
  points: {},
  visibility: 'visible',
  show: 'dialogue',
};
const RCPT = 'R5321-3.3-8';
const NOOP = 'R5321-4.1.4-2';
const scenario = (id: string, requirement: string) => sampleResult({ id, requirements: [requirement] });
const scenarios = [scenario('a', RCPT), scenario('b', RCPT), scenario('c', NOOP)] as never[];
const planned: PlannedStage<never> = {
  stage,
  scenarios,
  worth: new Map([
    [RCPT, 6],
    [NOOP, 4],
  ]),
};

function mark(given: Record<string, Partial<ScenarioResult>>, played: Partial<Played> = {}, planning = planned) {
  const results = new Map(Object.entries(given).map(([id, result]) => [id, sampleResult({ id, ...result })]));
  const whole = {
    results,
    waitsFor: [],
    lacks: [],
    spared: new Set<string>(),
    strict: false,
    said: () => 'a traceback',
    ...played,
  };
  return markStage(planning, whole, indexRequirements(sampleRequirements));
}
const fails = {
  verdict: 'fail',
  code: 'status-differs',
  reason: 'asked 503, came 250',
  detail: 'the dialogue',
} as const;

test('a requirement is met when all its scenarios pass, and earns nothing when one fails', () => {
  const whole = mark({ a: {}, b: {}, c: {} });
  assert.deepEqual([whole.status, whole.score, whole.passed], ['full', 10, 3]);
  const part = mark({ a: {}, b: fails, c: {} });
  assert.deepEqual([part.status, part.score, part.passed], ['partial', 4, 2]);
  assert.equal(part.marks[0]?.status, 'broken');
  assert.deepEqual(part.marks[0]?.evidence?.detail, 'the dialogue');
  assert.equal(part.marks[0]?.evidence?.said, 'a traceback');
});

test('a warning is borne, unless the rubric is strict', () => {
  const warned = { a: {}, b: {}, c: { verdict: 'warn', reason: 'r' } as const };
  assert.equal(mark(warned).score, 10);
  assert.equal(mark(warned, { strict: true }).score, 6);
});

test('what a stage builds on makes it not reached, and not wrong', () => {
  const waiting = mark({}, { waitsFor: ['smtp-1'] });
  assert.deepEqual([waiting.status, waiting.score, waiting.max], ['not-reached', 0, 10]);
  const blocked = mark({ a: { verdict: 'blocked', reason: 'login refused' }, b: {}, c: {} });
  assert.deepEqual([blocked.marks[0]?.status, blocked.score], ['not-reached', 4]);
});

test('who announces nothing earns nothing', () => {
  const absent = { verdict: 'notApplicable', reason: 'needs SIZE' } as const;
  const none = mark({ a: absent, b: absent, c: absent });
  assert.deepEqual([none.status, none.score], ['none', 0]);
  assert.equal(mark({ a: {}, b: {}, c: {} }, { lacks: ['smtp.SIZE'] }).score, 0);
});

test('what the suite or the machine has lost is an error and no zero', () => {
  assert.equal(mark({ a: {}, c: {} }).status, 'error');
  assert.equal(mark({ a: {}, b: { verdict: 'error', code: 'exception' }, c: {} }).status, 'error');
  // Of a server that did not start there are no scenarios, and its student hears why.
  const dead = mark({}, { dead: 'it ended with code 1' });
  assert.deepEqual([dead.status, dead.marks[0]?.why], ['not-reached', 'it ended with code 1']);
  // One that is gone in the middle was there to be kept alive.
  assert.equal(mark({ a: { verdict: 'error', code: 'connection-refused' }, b: {}, c: {} }).marks[0]?.status, 'broken');
});

test('what was spared because its requirement is broken is not missing', () => {
  const spared = mark({ a: fails, c: {} }, { spared: new Set(['b']) });
  assert.deepEqual([spared.status, spared.score], ['partial', 4]);
});

test('the cap is the most that a stage earns', () => {
  const capped = { ...planned, stage: { ...stage, cap: 8 } };
  assert.deepEqual(
    [mark({ a: {}, b: {}, c: {} }, {}, capped).score, mark({ a: {}, b: fails, c: {} }, {}, capped).score],
    [8, 4],
  );
});
