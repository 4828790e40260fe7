import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Requirement } from '../../reports/verdict/requirements';
import { codeFor } from './code-for';
import type { Cited, Sources } from './sources';

const requirement = (id: string, section: string): Requirement => ({
  id,
  section,
  level: 'MUST',
  binds: 'server',
  says: '',
});
const old = requirement('R3501-6.4.5-c', '6.4.5');
const recent = requirement('R9051-6.4.5-c', '6.4.5');
const known = new Map([old, recent].map((each) => [each.id, each]));
const cited = (rfc: string, section: string | undefined, line: number): Cited => ({ path: 'a.ts', rfc, section, line });

function found(code: Cited[], together = true) {
  const requirements = new Set(together ? [old.id, recent.id] : [old.id]);
  const sources: Sources = { files: [], code, scenarios: [{ path: 'b.feature', line: 1, name: '', requirements }] };
  const { by, places } = codeFor(old, sources, known);
  return [by, ...places.map(({ line }) => line)];
}

test('the nearest citation is taken', () => {
  const code = [
    cited('3501', '6.4.5', 1),
    cited('9051', '6.4.5', 2),
    cited('3501', '6.4', 3),
    cited('3501', undefined, 4),
  ];
  assert.deepEqual(found(code), ['', 1]);
  assert.deepEqual(found(code.slice(1)), ['as R9051-6.4.5-c', 2]);
  assert.deepEqual(found(code.slice(1), false), ['§6.4', 3]);
  assert.deepEqual(found(code.slice(3)), ['the RFC', 4]);
  assert.deepEqual(found([]), ['']);
});
