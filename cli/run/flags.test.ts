/** The options of `mailspec run` that say how to play and what to tell. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Run } from '../../reports/run';
import { packageRoot } from '../../support/package-root';

const folder = mkdtempSync(join(tmpdir(), 'mailspec-flags-'));
const bin = join(packageRoot(), 'bin/mailspec.js');
after(() => rmSync(folder, { recursive: true }));

function mailspec(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const readRun = (name: string) => JSON.parse(readFileSync(join(folder, name, 'run.json'), 'utf8')) as Run;
const DEFECT = ['--defect', 'smtp-rcpt-before-mail-accepted'];
const ONE = 'smtp/order#rcpt-after-ehlo-is-a-bad-sequence-of-commands';

test('a run says what has changed since the last one, and what failed is played again', () => {
  const play = (...more: string[]) => mailspec('run', 'smtp/order', '--out', 'a', ...more);
  const first = play(...DEFECT);
  assert.equal(first.status, 1, first.stdout);
  assert.doesNotMatch(first.stdout, /since the last run/);
  const failed = readRun('a').totals.fail;
  mailspec('run', 'smtp/order', '--out', 'b');
  const again = play('--rerun-failed');
  assert.equal(again.status, 0, again.stdout);
  assert.match(again.stdout, new RegExp(`since the last run \\(.* UTC\\): ${failed} mended\n`));
  assert.equal(readRun('a').scenarios.length, readRun('b').scenarios.length);
  assert.deepEqual(play('--rerun-failed').stderr, 'nothing to play again: nothing of this failed the last time\n');
  assert.match(mailspec('diff', 'a', 'b').stdout, /^nothing has changed\n$/);
  play(...DEFECT);
  const worse = mailspec('diff', 'b', 'a');
  assert.equal(worse.status, 1);
  assert.match(worse.stdout, /^new:\n {2}fail {4}smtp\/order#/);
  assert.ok(worse.stdout.endsWith(`\n${failed} new\n`), worse.stdout);
});

test('--fail-fast ends the run, and what was not played is no error', () => {
  const { status, stdout } = mailspec('run', 'smtp/order', ...DEFECT, '--fail-fast', '--shards', '1', '--out', 'c');
  assert.equal(status, 1, stdout);
  const { totals } = readRun('c');
  assert.ok(totals.fail >= 1 && totals.notPlayed > 0 && totals.error === 0, JSON.stringify(totals));
});

test('--repeat tells what comes and goes', () => {
  const { status, stdout } = mailspec('run', '--id', ONE, '--repeat', '2', '-q', '--out', 'd');
  assert.equal(status, 0, stdout);
  assert.match(
    stdout,
    /^played 2 times: each scenario had the same verdict in all\n\n1 scenario against .*: 1 pass\n$/,
  );
});

test('one scenario, or -v, shows what was said; --json - leaves the standard output to the run', () => {
  assert.match(
    mailspec('run', '--id', ONE, '--out', 'e').stdout,
    /^pass smtp\/order#.*\n {2}.*connected to [\s\S]* 503 /,
  );
  const { stdout, stderr } = mailspec('run', '--id', ONE, '--out', 'e', '--json', '-', '--color');
  assert.equal((JSON.parse(stdout) as Run).totals.pass, 1);
  assert.match(stderr, /\u001b\[32m1 pass/);
});

test('a file in the way of the reports is told before anything is played', () => {
  writeFileSync(join(folder, 'file'), '');
  const { status, stderr } = mailspec('run', '--id', ONE, '--out', 'file/out');
  assert.equal(status, 64);
  assert.equal(stderr, 'file/out cannot be made a folder: a file is in the way; name another\n');
});

test('SIGTERM ends a run in order, with 143', async () => {
  const child = spawn(process.execPath, [bin, 'run', 'smtp', '--out', 'f'], { cwd: folder });
  child.stdout.once('data', () => child.kill('SIGTERM'));
  assert.equal(await new Promise((resolve) => child.once('exit', resolve)), 143);
  const { totals, interrupted } = readRun('f');
  assert.ok(interrupted && totals.notPlayed > 0 && totals.error === 0);
});

test('what cannot be written is said before anything is played', () => {
  writeFileSync(join(folder, 'file'), '');
  const wrong: [string[], RegExp][] = [
    [['--json', 'file/run.json'], /^file cannot be made a folder: a file is in the way; name another\n$/],
    [['--junit', '.'], /^\. is a folder, and a file is to be written; name another\n$/],
    [['--out', ''], /^an empty name cannot be made a folder: there is no such place; name another\n$/],
    [['--baseline', 'file/k.json', '--update-baseline'], /^file cannot be made a folder: a file is in the way/],
    [['--why', 'ticket 1'], /^--why is written by --update-baseline; give that too\n$/],
    [['--baseline', 'k.json', '--update-baseline', '--why', ' '], /^--why is empty; say why it is borne\n$/],
  ];
  for (const [words, said] of wrong) {
    const { status, stdout, stderr } = mailspec('run', '--id', ONE, '--out', 'g', ...words);
    assert.deepEqual([status, stdout], [64, ''], words.join(' '));
    assert.match(stderr, said);
  }
});

test('a run of something else than the last one says nothing of changes', () => {
  mailspec('run', '--id', ONE, '-q', '--out', 'h');
  const { status, stdout } = mailspec('run', 'pop3/greeting', '--out', 'h');
  assert.equal(status, 0, stdout);
  assert.doesNotMatch(stdout, /since the last run/);
});
