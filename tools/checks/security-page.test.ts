import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readScenarios } from '../scenarios';

const ROOT = join(__dirname, '../..').replace(/\/dist$/, '');

test('each scenario that the page of published attacks names is there', () => {
  const page = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');
  const known = new Set(readScenarios(ROOT).map(({ id }) => id));
  const named = [...page.matchAll(/`([a-z0-9/-]+#[a-z0-9-]+)`/g)].map(([, id = '']) => id);
  assert.ok(named.length > 0);
  assert.deepEqual(
    named.filter((id) => !known.has(id)),
    [],
  );
});
