import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Scenario } from '../../reports/messages/scenario';
import type { Requirement } from '../../reports/verdict/requirements';
import { rowFaults, scenarioFaults } from './requirements';

const row = (id: string, level = 'MUST', uncovered?: string): Requirement => ({
  id,
  section: '1',
  level,
  binds: 'server',
  says: 'A rule.',
  ...(uncovered === undefined ? {} : { uncovered }),
});
const known = new Map([row('R1-1-1'), row('R1-1-2', 'SHOULD')].map((each) => [each.id, each]));
const scenario = (level: Scenario['level'], ...requirements: string[]): Scenario => ({
  id: 'smtp/x#y',
  was: [],
  uri: 'features/smtp/x.feature',
  line: 3,
  feature: 'X',
  rule: '',
  name: 'Y',
  tags: [...(level ? [`@${level}`] : []), ...requirements.map((id) => `@${id}`)],
  level,
  requirements,
});

test('a scenario with one level and a known row is right', () => {
  assert.deepEqual(scenarioFaults(scenario('MUST', 'R1-1-1'), known), []);
  assert.deepEqual(scenarioFaults(scenario('SHOULD', 'R1-1-1', 'R1-1-2'), known), []);
});

test('no level, no row, an unknown row, a level above the row’s', () => {
  assert.equal(scenarioFaults(scenario(undefined, 'R1-1-1'), known).length, 1);
  assert.equal(scenarioFaults(scenario('MUST'), known).length, 1);
  assert.equal(scenarioFaults(scenario('MUST', 'R1-9-9'), known).length, 1);
  assert.match(scenarioFaults(scenario('MUST', 'R1-1-2'), known)[0]!.message, /is MUST, but R1-1-2 is SHOULD/);
});

test('a row is covered or says why not, and never both', () => {
  assert.deepEqual(rowFaults(row('R1-1-1'), known, new Set(['R1-1-1'])), []);
  assert.equal(rowFaults(row('R1-1-1'), known, new Set()).length, 1);
  assert.deepEqual(rowFaults(row('R1-1-1', 'MUST', 'same-as R1-1-2'), known, new Set(['R1-1-2'])), []);
  assert.equal(rowFaults(row('R1-1-1', 'MUST', 'same-as R1-1-2'), known, new Set()).length, 1);
  assert.equal(rowFaults(row('R1-1-1', 'MUST', 'same-as R1-7-7'), known, new Set()).length, 1);
  assert.equal(rowFaults(row('R1-1-1', 'MUST', 'because'), known, new Set()).length, 1);
  assert.equal(rowFaults(row('R1-1-1', 'MUST', 'not-a-rule'), known, new Set(['R1-1-1'])).length, 1);
});

test('a row of an RFC that has a scenario was read by a second person', () => {
  const covered = new Set(['R1-1-1']);
  assert.match(rowFaults({ ...row('R1-1-1'), line: 7 }, known, covered)[0]!, /second reader/);
  assert.deepEqual(rowFaults({ ...row('R1-1-1'), line: 7, read: 2 }, known, covered), []);
  assert.deepEqual(rowFaults({ ...row('R1-1-1', 'MUST', 'not-a-rule'), line: 7 }, known, new Set()), []);
});
