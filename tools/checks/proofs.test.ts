import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proofFaults, reasonFaults } from './proofs';

const ids = ['smtp/a#one', 'smtp/a#two'];

test('every mistake lists scenarios that are there', () => {
  assert.deepEqual(proofFaults(['smtp-x'], { 'smtp-x': ['smtp/a#one'] }, ids), []);
  assert.match(proofFaults(['smtp-x'], {}, ids)[0]!, /has no proof/);
  assert.match(proofFaults(['smtp-x'], { 'smtp-x': [] }, ids)[0]!, /has no proof/);
  assert.match(proofFaults([], { 'smtp-x': ['smtp/a#one'] }, ids)[0]!, /is on no list/);
  assert.match(proofFaults(['smtp-x'], { 'smtp-x': ['smtp/a#gone'] }, ids)[0]!, /is no scenario/);
});

test('every scenario is turned red by a mistake or has a reason, and not both', () => {
  const proved = new Set(['smtp/a#one']);
  assert.match(reasonFaults({}, proved, ids)[0]!, /smtp\/a#two was never seen to fail/);
  assert.deepEqual(reasonFaults({ 'smtp/a#two': 'so' }, proved, ids), []);
  assert.match(reasonFaults({ 'smtp/a#two': 'so', 'smtp/a#one': 'so' }, proved, ids)[0]!, /its reason can go/);
  assert.match(reasonFaults({ 'smtp/a#two': 'so', gone: 'so' }, proved, ids)[0]!, /gone is no scenario/);
});
