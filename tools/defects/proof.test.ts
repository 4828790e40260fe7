import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Scenario } from '../../reports/messages/scenario';
import { faultsOf, redOf, scenariosFor } from './proof';

const scenario = (id: string, ...tags: string[]) => ({ id, tags }) as Scenario;
const listed = scenario('smtp/a#listed');
const other = scenario('smtp/a#other');

test('a mistake turns exactly the scenarios red that its proof lists', () => {
  const outcomes = (verdict: 'pass' | 'fail' | 'blocked', of: 'pass' | 'fail' | 'blocked') => [
    { id: listed.id, verdict },
    { id: other.id, verdict: of },
  ];
  const faults = (proof: string[], ...[verdict, of]: Parameters<typeof outcomes>) =>
    faultsOf(proof, [listed, other], outcomes(verdict, of)).length;
  assert.equal(faults([listed.id], 'fail', 'pass'), 0);
  assert.equal(faults([listed.id], 'fail', 'blocked'), 0);
  assert.equal(faults([listed.id], 'pass', 'pass'), 1);
  assert.equal(faults([listed.id], 'blocked', 'pass'), 1);
  assert.equal(faults([listed.id], 'fail', 'fail'), 1);
  assert.equal(faults([listed.id, 'smtp/a#gone'], 'fail', 'pass'), 1);
  assert.equal(faultsOf([listed.id], [listed, other], []).length, 2);
  assert.deepEqual(faultsOf([], [], []), ['its proof lists no scenario']);
  assert.deepEqual(redOf(outcomes('fail', 'blocked')), [listed.id]);
});

test('slow scenarios are played only where the proof lists them', () => {
  const slow = scenario('smtp/b#slow', '@slow');
  const slowAndListed = scenario('smtp/b#both', '@slow');
  const foreign = scenario('imap/c#foreign');
  const read = scenario('mime/structure#read-by-imap');
  const all = [listed, other, slow, slowAndListed, foreign, read];
  const proof = [listed.id, slowAndListed.id];
  assert.deepEqual(scenariosFor('smtp-x', proof, all, 'exact'), [listed, other, slowAndListed]);
  assert.deepEqual(scenariosFor('smtp-x', proof, all, 'listed'), [listed, slowAndListed]);
  assert.deepEqual(scenariosFor('imap-y', [], all, 'exact'), [foreign, read]);
});
