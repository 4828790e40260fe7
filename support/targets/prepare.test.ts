import assert from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { isElsewhere, type PrepareOptions, prepareTarget } from './prepare';

const directory = mkdtempSync(join(tmpdir(), 'mailspec-prepare-'));
after(() => rmSync(directory, { recursive: true }));

function write(name: string, changes: Record<string, string> = {}): string {
  const keys: Record<string, string> = {
    name,
    domains: '[example.test]',
    accounts: '[{ address: a@example.test, password: x1 }, { address: b@example.test, password: x2 }]',
    'catch-all': 'true',
    services: '{ smtp: { port: 2525 } }',
    ...changes,
  };
  const path = join(directory, `${name}.yaml`);
  writeFileSync(
    path,
    Object.entries(keys)
      .map(([key, value]) => `${key}: ${value}\n`)
      .join(''),
  );
  return path;
}

const prepare = (options: Partial<PrepareOptions>) =>
  prepareTarget({ wipe: false, allowRemote: false, log: () => undefined, ...options });

test('without file and preset it is the bundled server, with accounts for everybody', async () => {
  const { description, accounts, childLimit } = await prepare({ profile: 'rev1-only' });
  assert.deepStrictEqual(description, { kind: 'embedded', profile: 'rev1-only', defects: [] });
  assert.strictEqual(accounts, Number.POSITIVE_INFINITY);
  assert.strictEqual(childLimit, Number.POSITIVE_INFINITY);
});

test('two accounts let one child play', async () => {
  const { name, accounts, childLimit } = await prepare({ file: write('two') });
  assert.deepStrictEqual({ name, accounts, childLimit }, { name: 'two', accounts: 2, childLimit: 1 });
});

test('a profile is another target file, chosen by name', async () => {
  write('strict');
  const file = write('lax', { profiles: '{ tls-required: strict.yaml }' });
  assert.strictEqual((await prepare({ file })).name, 'lax');
  assert.strictEqual((await prepare({ file, profile: 'tls-required' })).name, 'strict');
  await assert.rejects(prepare({ file, profile: 'other' }), {
    code: 'no-profile',
    message: /it has default, tls-required$/,
  });
});

test('an address that is not this machine needs a word of permission', async () => {
  const file = write('remote', { services: '{ smtp: { host: 192.0.2.1, port: 25 } }' });
  await assert.rejects(prepare({ file }), {
    code: 'not-loopback',
    message: /^services\.smtp: 192\.0\.2\.1 .*--allow-remote$/,
  });
  const { name, remote } = await prepare({ file, allowRemote: true });
  assert.deepStrictEqual({ name, remote }, { name: 'remote', remote: true });
});

test('whether it is elsewhere is told without launching anything', async () => {
  assert.equal(await isElsewhere(write('at-home')), false);
  assert.equal(await isElsewhere(write('elsewhere', { services: '{ smtp: { host: 192.0.2.1, port: 25 } }' })), true);
});

test('what is on this machine or is set up for the run is not remote; a profile elsewhere is', async () => {
  assert.strictEqual((await prepare({})).remote, false);
  assert.strictEqual((await prepare({ file: write('near') })).remote, false);
  write('far', { services: '{ smtp: { host: 192.0.2.1, port: 25 } }' });
  const file = write('both', { profiles: '{ tls-required: far.yaml }' });
  assert.strictEqual((await prepare({ file, allowRemote: true })).remote, true);
});

test('a target that cannot be launched is told, and nothing stays behind', async () => {
  const file = write('broken', { launch: '{ command: [./none.sh], ready: smtp }', services: '{ smtp: { port: 1 } }' });
  await assert.rejects(prepare({ file }), { code: 'launch-failed' });
});

const WRONG: [title: string, options: Partial<PrepareOptions>, code: string][] = [
  ['a file and a preset', { file: 'x', preset: 'postfix' }, 'file-and-preset'],
  ['a defect that nobody knows', { defects: ['d'] }, 'no-defect'],
  ['a profile that nobody knows', { profile: 'p' }, 'no-profile'],
  ['a defect of somebody else', { preset: 'postfix', defects: ['d'] }, 'defects-elsewhere'],
  ['a preset that is not there', { preset: 'qmail' }, 'no-preset'],
  ['a file that is not there', { file: '/nowhere.yaml' }, 'target-file-unreadable'],
];

for (const [title, options, code] of WRONG) {
  test(`${title} is wrong usage`, () => assert.rejects(prepare(options), { name: 'UsageError', code }));
}
