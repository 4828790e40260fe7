import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Scenario } from '../../reports/messages/scenario';
import { faultsOf, scenariosFor, unknownTags } from './proof';

const scenario = (id: string, ...tags: string[]) => ({ id, tags }) as Scenario;
const named = scenario('smtp/a#named', '@defect-smtp-x');
const other = scenario('smtp/a#other');

test('a mistake turns exactly the scenarios red that name it', () => {
  const outcomes = (verdict: 'pass' | 'fail' | 'blocked', of: 'pass' | 'fail' | 'blocked') => [
    { id: named.id, verdict },
    { id: other.id, verdict: of },
  ];
  assert.deepEqual(faultsOf('smtp-x', [named, other], outcomes('fail', 'pass')), []);
  assert.deepEqual(faultsOf('smtp-x', [named, other], outcomes('fail', 'blocked')), []);
  assert.equal(faultsOf('smtp-x', [named, other], outcomes('pass', 'pass')).length, 1);
  assert.equal(faultsOf('smtp-x', [named, other], outcomes('fail', 'fail')).length, 1);
  assert.equal(faultsOf('smtp-x', [named, other], []).length, 2);
  assert.deepEqual(faultsOf('smtp-y', [other], outcomes('pass', 'pass')), ['no scenario names it']);
});

test('slow scenarios are played only where they name the mistake', () => {
  const slow = scenario('smtp/b#slow', '@slow');
  const slowAndNamed = scenario('smtp/b#both', '@slow', '@defect-smtp-x');
  const foreign = scenario('imap/c#foreign');
  const read = scenario('mime/structure#read-by-imap');
  const all = [named, other, slow, slowAndNamed, foreign, read];
  assert.deepEqual(scenariosFor('smtp-x', all, 'exact'), [named, other, slowAndNamed]);
  assert.deepEqual(scenariosFor('smtp-x', all, 'naming'), [named, slowAndNamed]);
  assert.deepEqual(scenariosFor('imap-y', all, 'exact'), [foreign, read]);
});

test('a tag that names no mistake is told', () => {
  assert.deepEqual(unknownTags([named, other], ['smtp-y']), ['@defect-smtp-x']);
});
