import assert from 'node:assert';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeMessagesFolder } from './messages-folder';

test('what ended runs left is removed; a run that goes on keeps its files', () => {
  const out = mkdtempSync(join(tmpdir(), 'mailspec-messages-'));
  try {
    const folder = makeMessagesFolder(out);
    // No process has the largest number that the kernel could give.
    for (const name of ['4194304-1.ndjson', `${process.pid}-1.ndjson`, `${process.ppid}-1.ndjson`, 'notes.txt'])
      writeFileSync(join(folder, name), '');
    makeMessagesFolder(out);
    assert.deepEqual(readdirSync(folder).sort(), [`${process.ppid}-1.ndjson`, 'notes.txt']);
  } finally {
    rmSync(out, { recursive: true });
  }
});
