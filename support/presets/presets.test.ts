import assert from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../package-root';
import { PRESET_NAMES, startPreset } from './presets';

test('every preset is in the table of the presets, in the same order', () => {
  const page = readFileSync(join(packageRoot(), 'support/presets/README.md'), 'utf8');
  const listed = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name);
  assert.deepStrictEqual(listed, PRESET_NAMES);
});

test('a name that is none is told with those that are', async () => {
  await assert.rejects(startPreset('qmail', { install: false, log: () => undefined }), {
    code: 'no-preset',
    message: `there is no preset qmail; there are ${PRESET_NAMES.join(', ')}`,
  });
});
