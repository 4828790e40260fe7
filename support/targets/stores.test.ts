import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { checkStores } from './stores';

const folder = mkdtempSync(join(tmpdir(), 'mailspec-stores-'));
after(() => rmSync(folder, { recursive: true }));

test('a folder that is not there is a wrong target file; an account may not have its own yet', () => {
  mkdirSync(join(folder, 'mail'));
  checkStores({});
  checkStores({ maildir: join(folder, 'mail/{user}/Maildir') });
  checkStores({ mbox: join(folder, 'mail/box-{user}') });
  assert.throws(() => checkStores({ maildir: join(folder, 'mial/{user}/Maildir') }), {
    code: 'target-file-invalid',
    message: /^maildir: there is no folder .*\/mial;/,
  });
});
