import assert from 'node:assert';
import { test } from 'node:test';
import { configuration } from './configuration';

test('it listens at its own port only, and its plugin knows the accounts', () => {
  const files = configuration(15_025, '/tmp/mail');
  assert.strictEqual(files['smtp.ini'], 'listen=127.0.0.1:15025\n');
  assert.match(files['auth_flat_file.ini']!, /^ann@example\.test=secret-of-ann$/m);
  const { accounts, mail } = JSON.parse(files['maildirs.json']!) as { accounts: string[]; mail: string };
  assert.strictEqual(accounts.length, 6);
  assert.strictEqual(mail, '/tmp/mail');
});
