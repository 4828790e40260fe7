import assert from 'node:assert';
import { test } from 'node:test';
import type { Workplace } from '../workplace';
import { mailUsers } from './mail-users';

test("accounts are users whose homes stand in the workplace, behind the server's own", () => {
  const workplace = { path: (...below: string[]) => ['/tmp/w', ...below].join('/') } as Workplace;
  const { system, owners } = mailUsers(workplace, { exim: '/var/spool/exim4' });
  assert.deepStrictEqual(system, [{ name: 'exim', id: 59_000, home: '/var/spool/exim4' }]);
  assert.deepStrictEqual(owners[0], { name: 'ann', id: 59_001, home: '/tmp/w/mail/ann' });
  assert.strictEqual(owners.length, 6);
});
