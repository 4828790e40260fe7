import assert from 'node:assert';
import { test } from 'node:test';
import { loadSpecification } from '../specification';
import { drawAccounts } from './drawn';
import { environmentOf, fillIn, fillInAll } from './placeholders';
import { layersOf, planStages } from './plan-stages';
import { parseRubric } from './rubric';
import { updateCounts } from './update-counts';

const HEAD = 'name: Mail\nservices: { smtp: {} }\nstages:\n';
const stage = (id: string, more = '') =>
  `  - { id: ${id}, title: T, select: smtp/greeting, scenarios: 7, points: 4${more} }\n`;

test('a mistake in a rubric is told with its line', () => {
  const wrong = (text: string) => () => parseRubric(text, 'r.yaml');
  assert.throws(
    wrong(`${HEAD}${stage('a', ', pionts: 3')}`),
    /r\.yaml:4:.*stages\[0\]\.pionts: unknown key; did you mean points\?/,
  );
  assert.throws(
    wrong(`${HEAD}${stage('a', ', needs: b')}${stage('b')}`),
    /r\.yaml:4:.*b is no stage that stands before a/,
  );
  assert.throws(wrong(`${HEAD}${stage('a')}${stage('a')}`), /there are two stages a/);
  assert.throws(wrong('name: Mail\n'), /lacks the key services/);
});

test('what is left out has defaults', () => {
  const { ready, limits, enough, stages } = parseRubric(`${HEAD}${stage('a')}`, 'r.yaml');
  assert.deepEqual([ready, limits, enough], ['smtp', { start: 10_000, time: 600_000, memory: 512 }, 0.5]);
  assert.deepEqual([stages[0]?.show, stages[0]?.visibility, stages[0]?.needs], ['dialogue', 'visible', []]);
});

test('a stage is worth its cap, shared evenly or by requirement', () => {
  const all = loadSpecification(['smtp/greeting']);
  const plan = (points: string) =>
    planStages(
      parseRubric(`${HEAD}${stage('a').replace('points: 4', `points: ${points}`)}`, 'r').stages,
      all,
      false,
    )[0]!;
  const even = [...plan('6').worth.values()];
  assert.ok(even.length > 1 && even.every((one) => one === 6 / even.length));
  const named = plan('{ cap: 3, each: 1, R5321-4.3.1-a: 3 }').worth;
  assert.deepEqual([named.get('R5321-4.3.1-a'), named.get('R5321-4.2-1')], [3, 1]);
  assert.throws(() => plan('{ cap: 30, each: 1 }'), /its cap is 30, and its requirements give/);
  assert.throws(() => plan('{ cap: 1, each: 1, R1-1-1: 3 }'), /no scenario of it is about R1-1-1/);
});

test('a selection that has changed is told, and written down when it is asked for', () => {
  const all = loadSpecification(['smtp/greeting']);
  const text = `${HEAD}  # a comment\n${stage('a').replace('scenarios: 7', 'scenarios: 99')}`;
  const { stages } = parseRubric(text, 'r');
  assert.throws(
    () => planStages(stages, all),
    /stage a: \d+ scenarios are selected and the rubric expects 99; .*--update/,
  );
  const updated = updateCounts(text, planStages(stages, all, false));
  assert.equal(updated, text.replace('scenarios: 99', `scenarios: ${all.length}`));
});

test('stages that build on nothing unplayed are played together', () => {
  const of = (id: string, ...needs: string[]) => ({ stage: { id, needs } });
  const layers = layersOf([of('a'), of('b', 'a'), of('c', 'a'), of('d', 'b', 'c'), of('e', 'left-out')]);
  assert.deepEqual(
    layers.map((layer) => layer.map(({ stage: { id } }) => id)),
    [['a', 'e'], ['b', 'c'], ['d']],
  );
});

test('what was drawn comes into command, environment and target', () => {
  const values = { 'port.smtp': '2525', data: '/d', domain: 'x.test' };
  assert.equal(fillIn('./run {port.smtp} {data}', values), './run 2525 /d');
  assert.deepEqual(fillInAll({ maildir: '{data}/{address}', list: ['{domain}'] }, values), {
    maildir: '/d/{address}',
    list: ['x.test'],
  });
  assert.throws(() => fillIn('{port.stmp}', values), /nothing stands for \{port\.stmp\}: did you mean port\.smtp\?/);
  assert.deepEqual(environmentOf(values), { MAIL_SMTP_PORT: '2525', MAIL_DATA: '/d', MAIL_DOMAIN: 'x.test' });
});

test('a seed draws the same accounts again, and another one others', () => {
  assert.deepEqual(drawAccounts(1, 'x.test'), drawAccounts(1, 'x.test'));
  assert.notDeepEqual(drawAccounts(1, 'x.test'), drawAccounts(2, 'x.test'));
  assert.equal(new Set(drawAccounts(3, 'x.test').map(({ address }) => address)).size, 3);
});
