import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleResult, sampleRun } from '../reports/testing/sample';
import { badgeOf, keptOf, presetOf, tablesOf } from './matrix';

const run = sampleRun(
  [
    sampleResult({ id: 'smtp/a#1', uri: 'features/smtp/a.feature', requirements: ['R1-1'] }),
    sampleResult({ id: 'smtp/a#2', uri: 'features/smtp/a.feature', verdict: 'fail', requirements: ['R1-2', 'R1-3'] }),
    sampleResult({ id: 'imap/a#1', uri: 'features/imap/a.feature', verdict: 'warn', requirements: ['R1-3', 'R1-4'] }),
    sampleResult({ id: 'imap/a#2', uri: 'features/imap/a.feature', verdict: 'notApplicable', requirements: ['R1-5'] }),
  ],
  { target: 'Toy 1.0', filters: {}, replay: 'npx mailspec run --preset toy --seed 1' },
);

test('of a run is kept what tells of the server: counts by topic, and requirements by the worst verdict', () => {
  const { target, topics, broken } = keptOf(run);
  assert.equal(target, 'Toy 1.0');
  assert.deepEqual(Object.keys(topics), ['imap', 'smtp']);
  assert.deepEqual([topics.smtp!.pass, topics.smtp!.fail, topics.imap!.warn], [1, 1, 1]);
  assert.deepEqual(broken, { fail: ['R1-2', 'R1-3'], warn: ['R1-4'] });
  assert.equal(presetOf(run), 'toy');
});

test('a part of the suite, or a run that was ended, tells nothing of a server', () => {
  for (const change of [
    { filters: { only: ['smtp'] } },
    { interrupted: true },
    { endedEarly: 'nothing worked any more' },
    { replay: 'npx mailspec run --preset toy --shard 1/8' },
  ])
    assert.throws(() => keptOf({ ...run, ...change }), /only a whole run/);
});

test('the page has a row for each server, the bundled one first, and shares of what applied', () => {
  const kept = keptOf(run);
  const page = tablesOf(new Map([...[['toy', kept] as const], ['bundled', { ...kept, target: 'ours' }]]));
  assert.ok(page.indexOf('| ours |') < page.indexOf('| Toy 1.0 |'));
  assert.match(page, /\| Toy 1\.0 \| 1 \| 1 \| 1 \| 0 \| 2 \/ 1 \| .* \| `npx mailspec run --preset toy --install` \|/);
  assert.match(page, /\| Toy 1\.0 \| 0 of 1 \| 1 of 2 \|/);
});

test('a badge says how many pass, of those that applied', () => {
  assert.deepEqual(badgeOf(keptOf(run)), {
    schemaVersion: 1,
    label: 'mailspec',
    message: '1 of 3 pass',
    color: 'orange',
  });
});
