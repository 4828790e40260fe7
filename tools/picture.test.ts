import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importsOf } from './picture';

test('imports are read however they are written', () => {
  const source = [
    "import { a } from './a';",
    "import type { B } from '../b/b';",
    "export * from '.';",
    "const c = require('./deep/c') as typeof import('./deep/c');",
    "import { readFileSync } from 'node:fs';",
  ].join('\n');
  assert.deepEqual(importsOf(source, 'room/x/y.ts'), [
    'room/x/a',
    'room/b/b',
    'room/x',
    'room/x/deep/c',
    'room/x/deep/c',
  ]);
});
