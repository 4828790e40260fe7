import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outcome } from '../messages/outcome';
import type { Scenario } from '../messages/scenario';
import { type ScenarioRun, unfinished } from '../messages/scenario-run';
import { Hope } from './hopeless';

function ended(id: string, outcome?: Outcome): ScenarioRun {
  const scenario = { id, level: 'MUST', requirements: [], tags: [] } as unknown as Scenario;
  const step = { text: 'Then', status: outcome ? ('FAILED' as const) : ('PASSED' as const), durationMs: 1 };
  return { ...unfinished(scenario, ''), finished: true, steps: [step], outcomes: outcome ? [outcome] : [] };
}

const refused: Outcome = { kind: 'error', code: 'connection-refused', reason: 'cannot connect to 127.0.0.1:25' };
const silence: Outcome = { kind: 'mismatch', code: 'timeout', reason: 'a reply did not come within 4987 ms' };

/** What is said after each of so many scenarios with this outcome. */
function after(hope: Hope, count: number, outcome: Outcome | undefined): string | undefined {
  let said: string | undefined;
  for (let n = 0; n < count; n++) said = hope.lost(ended(`smtp/a#${n}`, outcome));
  return said;
}

test('a server that is gone ends the run, and the last scenario that it served is named', () => {
  const hope = new Hope(() => 0);
  hope.lost(ended('smtp/a#fatal'));
  assert.equal(after(hope, 7, refused), undefined);
  assert.match(
    hope.lost(ended('smtp/b#x', refused))!,
    /^the server is gone .*; the last that it served was smtp\/a#fatal$/,
  );
});

test('a server that comes back ends nothing', () => {
  const hope = new Hope(() => 0);
  assert.equal(after(hope, 7, refused), undefined);
  assert.equal(hope.lost(ended('smtp/a#back')), undefined);
  assert.equal(after(hope, 7, refused), undefined);
});

test('where nothing works the run ends when that has lasted', () => {
  let now = 0;
  const hope = new Hope(() => now);
  assert.equal(after(hope, 12, silence), undefined);
  now = 21_000;
  assert.match(
    hope.lost(ended('smtp/a#again', silence))!,
    /^nothing works: 13 scenarios ended in the same way: a reply/,
  );
});

test('whatever was to begin with it, one thing that does not come is one way', () => {
  let now = 0;
  const hope = new Hope(() => now);
  const blocked = (what: string): Outcome => ({
    ...silence,
    kind: 'blocked',
    reason: `cannot begin with “${what}”: ${silence.reason}`,
  });
  after(hope, 6, blocked('the mailbox holds'));
  now = 21_000;
  assert.equal(after(hope, 3, blocked('an IMAP session')), undefined);
  assert.match(after(hope, 1, blocked('an IMAP session'))!, /^nothing works/);
});

test('one scenario that worked keeps up the hope, however slow the others', () => {
  let now = 0;
  const hope = new Hope(() => now);
  hope.lost(ended('smtp/a#works'));
  now = 60_000;
  assert.equal(after(hope, 50, silence), undefined);
});
