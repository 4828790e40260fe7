import assert from 'node:assert';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../package-root';
import { costOf, longOnes } from './costs';

test('what takes long is there, and takes longer than most', () => {
  for (const uri of longOnes()) {
    assert.ok(existsSync(join(packageRoot(), uri)), `${uri} is gone: npm run costs`);
    assert.ok(costOf(uri) > costOf('features/of-nothing.feature'), uri);
  }
});
