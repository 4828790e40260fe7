/** The queue of a server in a process of its own, which is stopped and killed; and what is said of it. */
import assert from 'node:assert';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { packageRoot } from '../../support/package-root';

const folder = mkdtempSync(join(tmpdir(), 'mailspec-queue-'));
const bin = join(packageRoot(), 'bin/mailspec.js');
const SOCKET = join(folder, 'mail', 'mail.sqlite-control');
const running = new Set<ChildProcess>();
after(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

function queue(...args: string[]) {
  const given = [bin, 'queue', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, given, { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

interface Listed {
  id: string;
  recipients: { address: string; attempts: number; news: string }[];
}
const listed = () =>
  queue('--data', 'mail', '--json')
    .stdout.split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Listed);

/** Nobody is at its smarthost. Gives its port for SMTP. */
async function serve() {
  const smarthost = ['--smarthost', '127.0.0.1:9', '--trust', '127.0.0.1'];
  const child = spawn(process.execPath, [bin, 'serve', '--base-port', '0', '--data', 'mail', ...smarthost], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  const lines: string[] = [];
  const ready = new Promise<number>((resolve, reject) => {
    child.once('exit', () => reject(new Error(lines.join('\n'))));
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      if (line.startsWith('Ctrl-C')) resolve(Number(/^smtp +\S+:(\d+)/m.exec(lines.join('\n'))?.[1]));
    });
  });
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    await once(child, 'close');
    running.delete(child);
  };
  return { port: await ready, lines, end };
}

async function send(port: number, to: string) {
  const socket = connect(port, '127.0.0.1');
  const lines = [
    'EHLO x',
    'MAIL FROM:<ann@example.test>',
    `RCPT TO:<${to}>`,
    'DATA',
    'Subject: hi',
    '',
    'hi',
    '.',
    'QUIT',
  ];
  let said = '';
  socket.on('data', (chunk) => {
    said += chunk;
  });
  socket.write(`${lines.join('\r\n')}\r\n`);
  await once(socket, 'close');
  assert.match(said, /^250 2\.0\.0 Stored/m);
}

/** Waits until everything was tried so often. */
async function tried(times: number) {
  for (
    let left = 50;
    !listed().every(({ recipients }) => recipients.every(({ attempts }) => attempts >= times));
    left--
  )
    assert.ok(left > 0, JSON.stringify(listed()));
}

test('is seen and worked on of a server that runs, was killed, runs again and is stopped', async () => {
  const first = await serve();
  assert.equal(statSync(SOCKET).mode & 0o777, 0o600);
  await send(first.port, 'bob@other.test');
  await tried(1);
  await send(first.port, 'eve@elsewhere.test');

  const list = queue('list', '--data', 'mail');
  assert.match(
    list.stdout,
    /^ID .*\n\S+-1 .* ann@example\.test\n {4}bob@other\.test {2}tried 1 time, again in \d+ min: .*127\.0\.0\.1/,
  );
  assert.match(
    list.stdout,
    /\n {4}eve@elsewhere\.test {2}not tried yet, in \d+ min: .*\n\n2 messages for 2 recipients, /,
  );
  const [bob, eve] = listed();
  assert.match(queue('why', bob!.id, '--data', 'mail').stdout, /\n {4}hold {4}nobody could be reached: /);

  const retried = queue('retry', bob!.id, '--data', 'mail');
  assert.equal(retried.stdout, 'via 127.0.0.1: 1 message\nIt is tried now.\n');
  for (let left = 50; listed()[0]!.recipients[0]!.attempts < 2; left--) assert.ok(left > 0);

  await first.end('SIGKILL');
  assert.ok(existsSync(SOCKET));
  assert.deepEqual(
    listed().map(({ id }) => id),
    [bob!.id, eve!.id],
  );
  assert.match(queue('retry', '--all', '--data', 'mail').stdout, /^via 127\.0\.0\.1: 2 messages\nNo server runs: /);

  const second = await serve();
  const removed = queue('--data', 'mail', 'remove', eve!.id);
  assert.equal(removed.status, 0, removed.stderr);
  assert.match(removed.stdout, /^\S+-1 from ann@example\.test for eve@elsewhere\.test is removed/);
  await second.end('SIGTERM');
  assert.ok(second.lines.some((line) => line === `mail: ${eve!.id} removed by hand for <eve@elsewhere.test>`));
  assert.ok(!existsSync(SOCKET));

  const last = queue('remove', bob!.id, '--data', 'mail');
  assert.equal(last.stderr, `mail: ${bob!.id} removed by hand for <bob@other.test>\n`);
  assert.equal(queue('--data', 'mail').stdout, 'Nothing waits.\n');

  for (const words of [
    ['why', 'x'],
    ['retry', 'x'],
    ['remove', 'x'],
  ]) {
    const { status, stderr } = queue(...words, '--data', 'mail');
    assert.equal(status, 64);
    assert.match(stderr, /^nothing waits as x: `mailspec queue --data mail` lists the ids/);
  }
});

test('what is not understood is 64, with a line that says so', () => {
  const wrong: [line: RegExp, ...args: string[]][] = [
    [/^error: required option '--data/, 'list'],
    [/^there is no mail in none.*mailspec serve --data/, '--data', 'none'],
    [/^error: missing required argument 'id'/, 'why', '--data', 'none'],
    [/^error: too many arguments/, 'frobnicate', '--data', 'none'],
    [/^the bundled server has no profile x/, '--data', 'none', '--profile', 'x'],
  ];
  for (const [line, ...args] of wrong) {
    const got = queue(...args);
    assert.equal(got.status, 64, `${args.join(' ')}: ${got.stderr}`);
    assert.match(got.stderr, line);
  }
});

test('retry asks for one of what and --all', async () => {
  const { end } = await serve();
  for (const words of [[], ['x', '--all']])
    assert.match(queue('retry', ...words, '--data', 'mail').stderr, /^retry takes an id or a destination, or --all/);
  await end('SIGTERM');
});
