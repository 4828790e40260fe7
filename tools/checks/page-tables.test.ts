import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tablesOf } from './page-tables';

test('tables are told apart by the first cell of their head, rows by what stands there as code', () => {
  const page = [
    'text',
    '| line | says |',
    '|---|---|',
    '| `S\\| text` `S*` | a \\| b |',
    '',
    '| tag | says |',
    '|---|---|',
    '| `@x` | |',
  ];
  assert.deepEqual(tablesOf(page.join('\n')), [
    { about: 'line', rows: [{ line: 4, keys: ['S| text', 'S*'], cells: ['a | b'] }] },
    { about: 'tag', rows: [{ line: 8, keys: ['@x'], cells: [''] }] },
  ]);
});
