import assert from 'node:assert';
import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Workplace } from '../workplace';
import { PrivateRoot } from './private-root';

/** Packages as they lie unpacked. */
let packages: string;
let workplace: Workplace;
before(() => {
  packages = mkdtempSync(join(tmpdir(), 'mailspec-packages-'));
  for (const folder of ['etc', 'var/lib', 'usr/share/base-passwd'])
    mkdirSync(join(packages, folder), { recursive: true });
  writeFileSync(join(packages, 'etc/server.conf'), 'as shipped\n');
  writeFileSync(join(packages, 'usr/share/base-passwd/passwd.master'), 'root:*:0:0:root:/root:/bin/bash\n');
  writeFileSync(join(packages, 'usr/share/base-passwd/group.master'), 'root:*:0:\n');
  workplace = new Workplace('private-root');
});
after(() => {
  rmSync(packages, { recursive: true });
  workplace.remove();
});

test('a private root has its own copy of what is configured, its own users, and the programs of the packages', () => {
  const root = new PrivateRoot(workplace, packages, [{ name: 'server', id: 59_000, home: '/var/lib/server' }]);
  root.write('etc/server.conf', 'as the instance needs it\n');
  assert.strictEqual(readFileSync(join(packages, 'etc/server.conf'), 'utf8'), 'as shipped\n');
  assert.match(readFileSync(root.path('etc/passwd'), 'utf8'), /^root:[\s\S]*^server:x:59000:59000:/m);
  assert.strictEqual(readlinkSync(root.path('sbin')), 'usr/sbin');
  const command = root.command('/usr/sbin/server', '-f');
  assert.strictEqual(command[0], 'unshare');
  assert.deepStrictEqual(command.slice(-5), [
    workplace.path('root'),
    packages,
    workplace.directory,
    '/usr/sbin/server',
    '-f',
  ]);
});
