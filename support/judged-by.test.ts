import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { JUDGED_BY, judgedBy } from './judged-by';
import { packageRoot } from './package-root';

test('a command is known with its arguments, a service by its protocol', () => {
  assert.equal(judgedBy('smtp', 'MAIL FROM:<ann@example.org>'), 'R5321-3.3-c');
  assert.equal(judgedBy('submissions', 'noop'), 'R5321-4.1.1.9-a');
  assert.equal(judgedBy('imap', 'the greeting'), 'R3501-7.1.1-a');
  assert.equal(judgedBy('imap', 'XYZZY'), undefined);
});

test('each is the requirement of a scenario', () => {
  const directory = join(packageRoot(), 'features');
  const features = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.feature'),
  );
  const tags = new Set(features.flatMap((path) => readFileSync(join(directory, path), 'utf8').match(/@R[\w.-]+/g)));
  for (const rows of Object.values(JUDGED_BY)) {
    for (const [asked, id] of Object.entries(rows)) assert.ok(tags.has(`@${id}`), `${asked}: no scenario has @${id}`);
  }
});
