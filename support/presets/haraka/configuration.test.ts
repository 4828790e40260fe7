import assert from 'node:assert';
import { test } from 'node:test';
import { configuration } from './configuration';

test('it listens at its own ports only, and its plugin knows the accounts', () => {
  const files = configuration({ smtp: 15_025, submission: 15_587, submissions: 15_465 }, '/tmp/mail', false);
  assert.strictEqual(files['smtp.ini'], 'listen=127.0.0.1:15025,127.0.0.1:15587,127.0.0.1:15465\nsmtps_port=15465\n');
  assert.match(files['auth_flat_file.ini']!, /^ann@example\.test=secret-of-ann$/m);
  const { accounts, mail } = JSON.parse(files['maildirs.json']!) as { accounts: string[]; mail: string };
  assert.strictEqual(accounts.length, 6);
  assert.strictEqual(mail, '/tmp/mail');
  assert.strictEqual(files['outbound.ini'], 'disabled=true\n');
});
