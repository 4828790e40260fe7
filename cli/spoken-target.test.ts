/** A server that is named on the command line is asked what it offers, described in a file, and played. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { load } from 'js-yaml';
import type { Run } from '../reports/run';
import { packageRoot } from '../support/package-root';
import { type RunningServer, startBundled } from '../support/targets/embedded';

const folder = mkdtempSync(join(tmpdir(), 'mailspec-spoken-'));
const ACCOUNTS = ['a@example.test', 'b@example.test'];
const LOGINS = ['--account', 'a@example.test:a-secret', '--account', 'b@example.test:env:B_PASSWORD'];
let server: RunningServer;
let urls: string[];

before(async () => {
  const accounts = ACCOUNTS.map((address) => ({ address, password: `${address[0]}-secret` }));
  const listen = Object.fromEntries(['smtp', 'submission', 'pop3', 'imaps'].map((name) => [name, { port: 0 }]));
  server = await startBundled({ domains: ['example.test'], accounts, listen });
  urls = Object.entries(server.ports).map(([name, port]) => `${name}://127.0.0.1:${port}`);
  writeFileSync(join(folder, 'ca.pem'), server.ca);
});

after(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** In a process of its own: the server runs in this one. */
async function mailspec(...args: string[]) {
  const env = { ...process.env, B_PASSWORD: 'b-secret' };
  const child = spawn(process.execPath, [join(packageRoot(), 'bin/mailspec.js'), ...args], { cwd: folder, env });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text: Buffer) => {
    stdout += text.toString();
  });
  child.stderr.on('data', (text: Buffer) => {
    stderr += text.toString();
  });
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, stdout, stderr };
}

test('it is played as a file would have it, which is kept for the next time', async () => {
  const { status, stdout, stderr } = await mailspec(
    ...['run', ...urls, ...LOGINS, '--disposable', '--ca', 'ca.pem', '--out', 'out'],
    ...['smtp/order', 'pop3/stat', '--exclude', 'R5321-4.1.4-1'],
  );
  assert.equal(status, 0, stdout + stderr);
  const run = JSON.parse(readFileSync(join(folder, 'out/run.json'), 'utf8')) as Run;
  assert.deepEqual(run.totals, { ...run.totals, pass: run.scenarios.length });
  assert.match(run.replay, / --target out\/target\.yaml /);
  const file = join(folder, 'out/target.yaml');
  assert.equal(statSync(file).mode & 0o777, 0o600);
  const { services } = load(readFileSync(file, 'utf8')) as { services: Record<string, object> };
  const { smtp, submission, pop3, imaps } = server.ports;
  assert.deepEqual(services, {
    smtp: { host: '127.0.0.1', port: smtp, tls: 'optional' },
    submission: { host: '127.0.0.1', port: submission, tls: 'optional' },
    pop3: { host: '127.0.0.1', port: pop3, tls: 'optional' },
    imaps: { host: '127.0.0.1', port: imaps },
  });
});

test('what is not understood plays nothing', async () => {
  const refused: [status: number, message: RegExp, ...args: string[]][] = [
    [64, /^two mailboxes are needed/, ...urls],
    [64, /exclude each other/, ...urls, ...LOGINS, '--preset', 'postfix'],
    [64, /^name a service too/, ...LOGINS],
    [64, /is not this machine/, 'smtp://192.0.2.1', ...LOGINS],
    [64, /^127\.0\.0\.1:2525 says no service and its place; write smtp:/, '127.0.0.1:2525', ...LOGINS],
    [
      3,
      /^not-ready: smtp:\/\/127\.0\.0\.1:1 cannot be reached \(.*\): start the server/,
      'smtp://127.0.0.1:1',
      ...LOGINS,
    ],
    [
      3,
      /^not-ready: imap:\/\/127\S+ takes a connection and gives no /,
      `imap://127.0.0.1:${server.ports.smtp}`,
      ...LOGINS,
    ],
  ];
  for (const [status, message, ...args] of refused) {
    const got = await mailspec('run', 'smtp/order', '--out', 'none', ...args);
    assert.match(got.stderr, message);
    assert.equal(got.status, status, got.stderr);
  }
});

test('a run does not begin where an account is not let in, and says what to mend', async () => {
  const wrong = [...LOGINS.slice(0, 3), 'b@example.test:not-b-secret'];
  for (const command of ['run', 'probe']) {
    const { status, stdout, stderr } = await mailspec(
      ...[command, ...urls, ...wrong, '--disposable', '--ca', 'ca.pem'],
      ...(command === 'run' ? ['smtp/order', '--out', 'wrong'] : []),
    );
    assert.equal(status, 3, stdout + stderr);
    assert.match(
      stdout + stderr,
      /b@example\.test is not let in \(.*\): mend its user or password in \S+\/target\.yaml/,
    );
    assert.equal(existsSync(join(folder, 'wrong/run.json')), false);
  }
  const all = await mailspec(
    ...['run', ...urls, ...wrong, '--disposable', '--ca', 'ca.pem', '--no-preflight', '--out', 'all', 'smtp/order'],
  );
  assert.ok(existsSync(join(folder, 'all/run.json')), all.stderr);
  const kept = await mailspec(...['run', ...urls, ...LOGINS, '--ca', 'ca.pem', '--out', 'kept', 'smtp/order']);
  assert.match(kept.stderr, /the mailboxes may not be emptied: .* \(disposable: true, or --wipe\)/);
});

test('init writes what was said, tries it, and is told what to mend', async () => {
  const say = (path: string, logins: string[]) =>
    mailspec(...['init', ...urls, ...logins, '--disposable', '--ca', 'ca.pem', '--write', path]);
  const good = await say('good.yaml', LOGINS);
  assert.equal(good.status, 0, good.stderr);
  assert.match(good.stdout, /^wrote good\.yaml\n.*: npx mailspec run --target good\.yaml\n$/);
  const file = readFileSync(join(folder, 'good.yaml'), 'utf8');
  assert.deepEqual((load(file) as { accounts: object[] }).accounts[1], {
    address: 'b@example.test',
    password: { env: 'B_PASSWORD' },
  });
  const inTheWay = await say('good.yaml/more.yaml', LOGINS);
  assert.equal(inTheWay.status, 64);
  assert.match(inTheWay.stderr, /^good\.yaml cannot be made a folder: a file is in the way/);
  const bad = await say('bad.yaml', ['--account', 'a@example.test:wrong', ...LOGINS.slice(2)]);
  assert.equal(bad.status, 3);
  assert.match(bad.stderr, /^not-ready: a@example\.test is not let in .* in bad\.yaml/);
  assert.match((await say('good.yaml', LOGINS)).stderr, /^good\.yaml is there already/);
  const nothing = await mailspec('init', '--write', 'none.yaml');
  assert.equal(nothing.status, 64);
  assert.match(nothing.stderr, /^questions are asked on a terminal only; say it all: mailspec init smtp:/);
});
