import assert from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadTargetFile } from '../../support/targets/load';
import { formatTargetFile } from '../write-target';
import { describeTarget } from './questions';

/** Answers questions that contain a word; takes the proposal elsewhere. */
const answering = (answers: Record<string, string>) => async (question: string, proposal: string) =>
  Object.entries(answers).find(([word]) => question.includes(word))?.[1] ?? proposal;

test('the proposals alone make a target file that can be loaded', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mailspec-init-'));
  try {
    const path = join(folder, 'target.yaml');
    writeFileSync(path, formatTargetFile(await describeTarget(answering({}))));
    const settings = loadTargetFile(path);
    assert.equal(settings.disposable, false);
    assert.equal(settings.accounts.length, 2);
    assert.equal(settings.services.find(({ name }) => name === 'imaps')?.tls, 'implicit');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('answers are taken', async () => {
  const target = await describeTarget(
    answering({ lmtp: '-', 'offer smtp': '2525', TLS: 'optional', 'no mailbox': '-', EMPTY: 'yes' }),
  );
  assert.deepEqual(target.services.smtp, { host: '127.0.0.1', port: 2525, tls: 'optional' });
  assert.equal(target.services.lmtp, undefined);
  assert.equal(target['catch-all'], true);
  assert.equal(target.disposable, true);
});
