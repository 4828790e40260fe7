/** The command as people run it: exit codes, files, one clear line for what is wrong. */
import assert from 'node:assert';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Run } from '../reports/run';
import { packageRoot } from '../support/package-root';

const folder = mkdtempSync(join(tmpdir(), 'mailspec-cli-'));
const bin = join(packageRoot(), 'bin/mailspec.js');
const out = (name: string) => join(folder, name);
const readRun = (name: string) => JSON.parse(readFileSync(out(`${name}/run.json`), 'utf8')) as Run;
after(() => rmSync(folder, { recursive: true }));

function mailspec(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** The one id that everything here plays. */
const ONE = 'smtp/order#rcpt-after-ehlo-is-a-bad-sequence-of-commands';

test('--list lists and plays nothing', () => {
  const { status, stdout } = mailspec('run', '--list', '--only', 'smtp/order');
  assert.equal(status, 0);
  assert.ok(stdout.includes(`${ONE}\tMUST\t`));
  assert.ok(!existsSync(out('reports')));
});

test('nothing selected is 3, wrong usage is 64, each with a line that says so', () => {
  const wrong: [status: number, line: RegExp, ...args: string[]][] = [
    [3, /^nothing is selected/, 'run', 'smtp/order', '--only', 'pop3'],
    [64, /^there is no topic smpt: did you mean smtp\?/, 'run', '--only', 'smpt'],
    [64, /^there is no topic smtp\/oder: did you mean smtp\/order\?/, 'run', 'smtp/oder'],
    [64, /^RFC five is not understood/, 'run', '--rfc', 'five'],
    [64, /^--shard 3\/2 is not understood/, 'run', '--shard', '3/2'],
    [
      64,
      /^there is no defect smtp-dots-ketp: did you mean smtp-dots-kept\?/,
      'run',
      '--id',
      ONE,
      '--defect',
      'smtp-dots-ketp',
    ],
    [64, /^there is no preset dovcot; did you mean dovecot\?/, 'run', '--id', ONE, '--preset', 'dovcot'],
    [64, /^there is no baseline none\.json/, 'run', '--id', ONE, '--baseline', 'none.json'],
    [64, /^error: unknown option/, 'run', '--frobnicate'],
    [64, /^error: unknown command/, 'frobnicate'],
    [64, /^no requirement and no scenario is called R0\n$/, 'explain', 'R0'],
    [64, /is called smtp\/oder; did you mean smtp\/order\?/, 'explain', 'smtp/oder'],
    [64, /^there is no scenario smtp\/order#rcpt: .*list/, 'run', 'smtp/order#rcpt', 'smtp/reset'],
    [64, /^there is no scenario .*s: did you mean smtp\/order#rcpt-after-/, 'run', '--id', `${ONE}s`],
    [64, /^no scenario covers R5321-3\.3-88: `mailspec explain/, 'run', 'R5321-3.3-88', 'smtp/reset'],
    [64, /^there is no run in nowhere/, 'report', 'nowhere'],
    [64, /^none\.yaml: cannot be read/, 'run', '--target', 'none.yaml'],
  ];
  for (const [status, line, ...args] of wrong) {
    const got = mailspec(...args);
    assert.equal(got.status, status, `${args.join(' ')}: ${got.stderr}`);
    assert.match(got.stderr, line);
  }
});

test('a run writes its reports, also where options say', () => {
  const { status, stdout } = mailspec(
    'run',
    '--id',
    ONE,
    '--out',
    'a',
    '--json',
    'x/y.json',
    '--junit',
    'x/y.xml',
    '--seed',
    '5',
  );
  assert.equal(status, 0, stdout);
  assert.deepEqual(readdirSync(out('a')).sort(), [
    'ctrf.json',
    'junit.xml',
    'messages',
    'report.html',
    'results.csv',
    'run.json',
    'summary.md',
  ]);
  assert.equal(readFileSync(out('x/y.json'), 'utf8'), readFileSync(out('a/run.json'), 'utf8'));
  assert.ok(existsSync(out('x/y.xml')));
  const run = readRun('a');
  assert.deepEqual([run.scenarios.length, run.totals.pass, run.seed], [1, 1, 5]);
  assert.ok(run.capabilities.smtp?.greeted);
  assert.ok(run.scenarios[0]?.transcript.includes('503'));
});

test('who stops reading the output loses no report', async () => {
  const child = spawn(process.execPath, [bin, 'run', '--id', ONE, '--out', 'unread'], { cwd: folder });
  child.stdout.destroy();
  let stderr = '';
  child.stderr.on('data', (text: Buffer) => {
    stderr += text.toString();
  });
  assert.equal(await new Promise((resolve) => child.on('close', resolve)), 0);
  assert.equal(stderr, '');
  assert.ok(existsSync(out('unread/report.html')));
});

test('what can be named is listed', () => {
  assert.match(mailspec('list', 'topics').stdout, /^smtp\/order\t\d+ scenarios$/m);
  assert.match(mailspec('list', 'requirements').stdout, /^R5321-3\.3-8\tMUST\t/m);
  assert.match(mailspec('list', 'mistakes').stdout, /^smtp-dots-kept\t/m);
  assert.match(mailspec('list', 'presets').stdout, /^dovecot$/m);
  assert.match(mailspec('list', 'profiles').stdout, /^tls-required$/m);
  assert.equal(mailspec('list', 'servers').status, 64);
});

test('a fail is 1, known from the baseline 0, stale when it passes 2', () => {
  const defect = ['--defect', 'smtp-rcpt-before-mail-accepted'];
  const play = (...more: string[]) => mailspec('run', '--id', ONE, '--out', 'b', ...more);
  const red = play(...defect);
  assert.equal(red.status, 1, red.stdout);
  assert.match(red.stdout, /^fail {5}smtp\/order#/m);
  assert.match(
    red.stdout,
    /npx mailspec run --defect smtp-rcpt-before-mail-accepted --seed \d+ --out \S+ --id smtp\/order#/,
  );
  const without = play(...defect, '--baseline', 'known.json', '--update-baseline');
  assert.equal(without.status, 1);
  assert.match(without.stdout, /^the baseline gives no reason for smtp\/order#/m);
  assert.equal(play(...defect, '--baseline', 'known.json', '--update-baseline', '--why', 'agreed').status, 0);
  const known = play(...defect, '--baseline', 'known.json', '--show-known');
  assert.equal(known.status, 0);
  assert.match(known.stdout, /^ {2}fail smtp\/order#.*: agreed$/m);
  assert.equal(play('--baseline', 'known.json').status, 2);
});

test('a target out of reach is 3, and the run ends soon', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  const accounts = ['a', 'b'].map((name) => ({ address: `${name}@example.test`, password: 'x' }));
  const services = { smtp: { host: '127.0.0.1', port } };
  // JSON is YAML.
  const target = { name: 'gone', domains: ['example.test'], accounts, disposable: true, 'catch-all': true, services };
  writeFileSync(out('gone.yaml'), JSON.stringify(target));
  const play = (...more: string[]) => mailspec('run', '--target', 'gone.yaml', 'smtp/order', '--out', 'c', ...more);
  const { status, stderr } = play();
  assert.equal(status, 3);
  assert.match(
    stderr,
    /^not-ready: smtp at \S+ cannot be reached \(.*\): start the server, or mend services\.smtp in gone/,
  );
  assert.ok(!existsSync(out('c/run.json')));
  const { status: same, stdout } = play('--no-preflight');
  assert.equal(same, 3);
  assert.equal(stdout.match(/connection-refused/g)?.length, 1, stdout);
  const run = readRun('c');
  assert.match(stdout, /the run ended early: the server is gone .*; it was never reached/);
  assert.ok(run.totals.error >= 8);
  assert.equal(run.totals.error + run.totals.notPlayed, run.scenarios.length);
});

test('after Ctrl-C there is a report with a verdict for every selected scenario, and 130', async () => {
  const child = spawn(process.execPath, [bin, 'run', '--only', 'smtp', '--out', 'd'], { cwd: folder });
  child.stdout.once('data', () => child.kill('SIGINT'));
  const status = await new Promise((resolve) => child.once('exit', resolve));
  assert.equal(status, 130);
  const run = readRun('d');
  const { stdout } = mailspec('run', '--list', '--only', 'smtp');
  assert.equal(run.interrupted, true);
  assert.equal(run.scenarios.length, stdout.trimEnd().split('\n').length);
  assert.ok(run.totals.notPlayed > 0);
  assert.equal(run.totals.error, 0);
});

test('four shards have the verdicts of one run; three are an error, and say which is lost', () => {
  const play = (...words: string[]) => mailspec('run', 'pop3/greeting', '--defect', 'pop3-greeting-too-long', ...words);
  play('--out', 'whole');
  const parts = [1, 2, 3, 4].map((index) => `part${index}`);
  for (const [index, out] of parts.entries()) play('--shard', `${index + 1}/4`, '--out', out);
  const verdicts = (name: string) => readRun(name).scenarios.map(({ id, verdict }) => [id, verdict]);
  mailspec('report', ...parts, '--out', 'four');
  assert.deepEqual(verdicts('four'), verdicts('whole'));
  const { status, stdout } = mailspec('report', ...parts.slice(1), '--out', 'three');
  assert.equal(status, 3);
  assert.match(stdout, /the run ended early: shard 1 of 4 of the bundled server is missing/);
});

test('shards are merged into the whole', () => {
  for (const shard of ['1/2', '2/2']) {
    assert.equal(mailspec('run', '--only', 'smtp/order', '--shard', shard, '--out', `s${shard[0]}`).status, 0);
  }
  const { status, stdout } = mailspec('report', 's1', 's2', '--out', 'merged');
  assert.equal(status, 0, stdout);
  const merged = readRun('merged').scenarios.map(({ id }) => id);
  const listed = mailspec('run', '--list', '--only', 'smtp/order').stdout.trimEnd().split('\n');
  assert.deepEqual(
    merged,
    listed.map((line) => line.split('\t')[0]),
  );
});
