/** The whole road from feature files through child processes to one run for each scenario, with steps that misbehave. */
import assert from 'node:assert';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parseFeature } from '../../reports/messages/parse';
import type { Scenario } from '../../reports/messages/scenario';
import { judge } from '../../reports/verdict/judge';
import { planOf } from '../../support/run/plan';
import { type PlayOptions, patienceOf, playPlan } from '../../support/run/play-plan';
import { Gatherer } from './gather';

const STEPS = `
const { BeforeAll, Given, Then, setDefaultTimeout } = require(${JSON.stringify(require.resolve('@cucumber/cucumber'))});
setDefaultTimeout(-1);
BeforeAll(() => { if (process.env.TOY_REFUSES) throw Object.assign(new Error('long'), { reason: 'the target refuses' }); });
Given('it passes', () => {});
Then('it differs', function () {
  this.attach(JSON.stringify({ kind: 'mismatch', code: 'differs', reason: 'asked a, came b' }), 'application/vnd.mailspec.outcome+json');
  throw new Error('differs');
});
Then('the process exits', () => process.exit(9));
Then('the process is killed', () => process.kill(process.pid, 'SIGKILL'));
Then('it never ends', () => new Promise(() => {}));
Then('it hangs', () => new Promise(() => setInterval(() => {}, 1000)));
`;

const feature = (name: string, steps: string[]) =>
  `Feature: ${name}\n${steps.map((step, index) => `  @MUST @R1-1-1\n  Scenario: ${name} ${index}\n    Given ${step}\n`).join('')}`;

const FEATURES: Record<string, string> = {
  good: feature('good', ['it passes', 'it differs', 'it passes']),
  exits: feature('exits', ['it passes', 'the process exits', 'it passes']),
  killed: feature('killed', ['it passes', 'the process is killed']),
  endless: feature('endless', ['it passes', 'it never ends']),
  hangs: feature('hangs', ['it passes', 'it hangs', 'it passes']),
  undefined: feature('undefined', ['nobody knows']),
};

let root = '';
before(() => {
  root = mkdtempSync(join(tmpdir(), 'mailspec-gather-'));
  mkdirSync(join(root, 'features'));
  writeFileSync(join(root, 'steps.js'), STEPS);
  for (const [name, text] of Object.entries(FEATURES)) writeFileSync(join(root, `features/${name}.feature`), text);
});
after(() => rmSync(root, { recursive: true }));

const scenariosOf = (names: string[]) =>
  names.flatMap((name) => parseFeature(FEATURES[name]!, `features/${name}.feature`));

/** Plays features with so many children; the verdict and reason of each scenario, by the end of its id. */
async function play(names: string[], children: number, more: Partial<PlayOptions<Scenario>> = {}) {
  const selected = scenariosOf(names);
  const gatherer = new Gatherer(() => {});
  const messages = mkdtempSync(join(root, 'messages-'));
  const { shares } = await playPlan({
    plan: planOf(selected, selected, { children, accounts: Number.POSITIVE_INFINITY }),
    job: { target: { kind: 'file' } as never, seed: 1, wipe: false },
    root,
    steps: [join(root, 'steps.js')],
    messages,
    signal: new AbortController().signal,
    reader: () => gatherer.reader(),
    ...more,
  });
  const runs = gatherer.all(selected, shares);
  return Object.fromEntries(
    runs.map((run) => {
      const { verdict, reason } = judge(run, false);
      return [run.scenario.id.split('#')[1], reason === '' ? verdict : `${verdict}: ${reason}`];
    }),
  );
}

test('every scenario of every child gets its verdict', async () => {
  assert.deepEqual(await play(['good', 'undefined'], 2), {
    'good-0': 'pass',
    'good-1': 'fail: asked a, came b',
    'good-2': 'pass',
    'undefined-0': 'error: undefined: Given nobody knows',
  });
});

test('a child that dies takes only its own unfinished scenarios with it', async () => {
  const found = await play(['good', 'exits', 'killed'], 3);
  assert.equal(found['good-2'], 'pass');
  assert.equal(found['exits-0'], 'pass');
  assert.equal(found['exits-1'], 'error: the process that plays it ended with code 9, in the middle of this scenario');
  assert.equal(found['exits-2'], 'error: the process that plays it ended with code 9');
  assert.equal(found['killed-0'], 'pass');
  assert.equal(found['killed-1'], 'error: the process that plays it was ended by SIGKILL');
});

test('a scenario that waits for nothing ends its child, and the run goes on', async () => {
  const found = await play(['endless', 'good'], 2);
  assert.equal(found['good-2'], 'pass');
  assert.match(
    found['endless-1'] ?? '',
    /^error: .*; it last said: a step never ends, and nothing is left to wait for/,
  );
});

test('a child that says nothing for too long is stopped', async () => {
  const found = await play(['hangs'], 1, { stallAfter: 1500 });
  assert.match(found['hangs-2'] ?? '', /^error: the process that plays it said nothing for 1500 ms and was stopped/);
});

test('a child that waits for an inactivity timer is given the time', () => {
  const longest = 2 * 16 * 60_000;
  assert.ok(patienceOf({}) < longest && patienceOf({ timers: true }) > longest);
});

test('an interrupted run ends soon, with what had finished', async () => {
  const controller = new AbortController();
  const gatherer = new Gatherer(({ scenario }) => {
    if (scenario.id === 'hangs#hangs-0') controller.abort('the run was interrupted');
  });
  const selected = scenariosOf(['hangs', 'good']);
  const { shares } = await playPlan({
    plan: planOf(selected, selected, { children: 1, accounts: Number.POSITIVE_INFINITY }),
    job: { target: { kind: 'file' } as never, seed: 1, wipe: false },
    root,
    steps: [join(root, 'steps.js')],
    messages: mkdtempSync(join(root, 'messages-')),
    signal: controller.signal,
    reader: () => gatherer.reader(),
  });
  const verdicts = gatherer.all(selected, shares).map((run) => judge(run, false));
  assert.deepEqual(
    verdicts.map(({ verdict }) => verdict),
    ['pass', 'notPlayed', 'notPlayed', 'notPlayed', 'notPlayed', 'notPlayed'],
  );
  assert.match(verdicts[1]?.reason ?? '', /^the run was interrupted/);
});

test('when the run cannot begin, every scenario says why', async () => {
  process.env.TOY_REFUSES = '1';
  try {
    const found = await play(['good'], 1);
    assert.deepEqual(new Set(Object.values(found)), new Set(['error: the target refuses']));
  } finally {
    delete process.env.TOY_REFUSES;
  }
});

test('the messages are whole ndjson', async () => {
  const messages = mkdtempSync(join(root, 'messages-'));
  await play(['good'], 1, { messages });
  const text = readFileSync(join(messages, `${process.pid}-1.ndjson`), 'utf8');
  const kinds = text
    .trimEnd()
    .split('\n')
    .map((line) => Object.keys(JSON.parse(line) as object)[0]);
  assert.equal(kinds[0], 'meta');
  assert.equal(kinds.at(-1), 'testRunFinished');
});
