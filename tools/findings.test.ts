import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { rowsOf, tablesOf } from './findings';

test('what somebody could use stands apart; a server that two presets set up is one, and so is a scenario', () => {
  const root = mkdtempSync(join(tmpdir(), 'findings-'));
  const lay = (preset: string, entries: object[]) => {
    mkdirSync(join(root, 'support/presets', preset), { recursive: true });
    writeFileSync(
      join(root, 'support/presets', preset, 'baseline.json'),
      JSON.stringify({ target: 'Server 1', entries }),
    );
  };
  const entry = (id: string, why: string, verdict = 'fail') => ({ id, verdict, why });
  const smuggled = entry('security/smuggling#a', 'SMTP smuggling.');
  lay('one', [smuggled, entry('smtp/order#a', 'Another matter.'), entry('tls/names#b', 'blocked', 'blocked')]);
  lay('two', [smuggled, entry('tls/suites#c', 'A weak | suite.')]);
  const rows = rowsOf(root);
  rmSync(root, { recursive: true });
  assert.deepEqual(
    rows.map(({ why, harm, ids }) => [why, harm !== undefined, ids.size]),
    [
      ['SMTP smuggling.', true, 1],
      ['A weak | suite.', false, 1],
    ],
  );
  assert.match(tablesOf(rows), /\| Server 1 \| A weak \\\| suite\. \| 1 \| `tls\/suites#c` \|$/);
});
