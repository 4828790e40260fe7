import assert from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { LaunchSettings } from '../settings';
import type { Service } from '../target';
import { listenForRequests, requestRestart, requestRevival } from './control';
import { launch } from './launch';

let directory: string;
before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mailspec-launch-'));
});
after(() => rm(directory, { recursive: true }));

/** A port that nobody listens at. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function serviceAt(port: number): Service {
  return { name: 'smtp', host: '127.0.0.1', port, tls: 'none', login: 'plain' };
}

function settings(script: string, changes: Partial<LaunchSettings> = {}): LaunchSettings {
  return { command: [process.execPath, '-e', script], ready: 'smtp', within: 10_000, stop: 'SIGTERM', ...changes };
}

function greeter(port: number): string {
  return `require('net').createServer((s) => s.on('error', () => 0).end('220 hi\\r\\n')).listen(${port}, '127.0.0.1')`;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}

test('a program is ready when it greets, and gone when it is stopped', async () => {
  const port = await freePort();
  const launched = await launch(settings(greeter(port)), { directory, services: [serviceAt(port)] });
  assert.ok(await answers(port));
  await launched.restart();
  assert.ok(await answers(port));
  await launched.stop();
  assert.ok(!(await answers(port)));
});

test('what a program has started is ended with it, though it does not listen to signals', async () => {
  const port = await freePort();
  const pids = join(directory, 'pids');
  const grandchild = `process.on('SIGTERM', () => 0); require('fs').writeFileSync('${pids}', String(process.pid)); ${greeter(port)}`;
  const script = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}]); setInterval(() => 0, 1e6)`;
  const launched = await launch(settings(script), { directory, services: [serviceAt(port)] });
  const pid = Number(readFileSync(pids, 'utf8'));
  process.kill(pid, 0);
  await launched.stop();
  assert.throws(() => process.kill(pid, 0), /ESRCH/);
});

test('a port that something listens at already is told before anything is started', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as { port: number };
  await assert.rejects(launch(settings(greeter(port)), { directory, services: [serviceAt(port)] }), {
    code: 'port-in-use',
    message: new RegExp(`^launch: the port of smtp is in use: something listens at 127.0.0.1:${port} already`),
  });
  other.close();
});

test('a program that ends at once is told with its last words', async () => {
  const port = await freePort();
  const script = `console.error('first'); console.error('no configuration'); process.exitCode = 78`;
  await assert.rejects(launch(settings(script), { directory, services: [serviceAt(port)] }), {
    code: 'exited-at-once',
    message: /ended with code 78: no configuration before smtp at 127\.0\.0\.1:\d+ answered$/,
  });
});

test('a program that runs and never greets is stopped', async () => {
  const port = await freePort();
  const script = `require('net').createServer(() => 0).listen(${port}, '127.0.0.1')`;
  await assert.rejects(launch(settings(script, { within: 500 }), { directory, services: [serviceAt(port)] }), {
    code: 'never-ready',
    message: /runs, but smtp at 127\.0\.0\.1:\d+ sent no greeting within 500 ms$/,
  });
  assert.ok(!(await answers(port)));
});

test('a program that is not there is told', async () => {
  const port = await freePort();
  const command = ['./none.sh'];
  await assert.rejects(launch(settings('', { command }), { directory, services: [serviceAt(port)] }), {
    code: 'launch-failed',
    message: 'launch: ./none.sh cannot be started (ENOENT)',
  });
});

test('a program that is killed has no chance to say farewell, and is started again', async () => {
  const port = await freePort();
  const asked = join(directory, 'asked');
  const script = `${greeter(port)}; process.on('SIGTERM', () => { require('fs').writeFileSync('${asked}', ''); process.exit() })`;
  const services = [serviceAt(port)];
  const launched = await launch(settings(script), { directory, services });
  const control = await listenForRequests({ ...launched, services });
  await requestRestart(control.path, 'killed');
  assert.ok(await answers(port));
  assert.ok(!existsSync(asked));
  await requestRestart(control.path);
  assert.ok(existsSync(asked));
  await control.close();
  await launched.stop();
});

test('restarts are asked for over a socket, and their failure is told', async () => {
  let count = 0;
  const restart = async () => {
    if (++count === 2) throw new Error('it does not come back');
  };
  const control = await listenForRequests({ restart, services: [] });
  await requestRestart(control.path);
  await assert.rejects(requestRestart(control.path), { code: 'restart-failed', message: 'it does not come back' });
  await control.close();
  await assert.rejects(requestRestart(control.path), { code: 'restart-failed' });
  assert.strictEqual(count, 2);
});

test('a program that died is brought back, and its end told to the one who finds it', async () => {
  const port = await freePort();
  const services = [serviceAt(port)];
  const fatal = `${greeter(port)}; process.on('SIGHUP', () => { console.error('segmentation fault'); process.exit(11); })`;
  const pid = join(directory, 'fatal');
  const script = `require('fs').writeFileSync('${pid}', String(process.pid)); ${fatal}`;
  const launched = await launch(settings(script), { directory, services });
  const control = await listenForRequests({ ...launched, services });
  const began = Date.now();
  assert.deepStrictEqual(await requestRevival(control.path, began), { state: 'alive' });
  process.kill(Number(readFileSync(pid, 'utf8')), 'SIGHUP');
  while (await answers(port)) await new Promise((resolve) => setTimeout(resolve, 5));
  assert.deepStrictEqual(await requestRevival(control.path, began), {
    state: 'revived',
    how: 'ended with code 11: segmentation fault',
    words: 'segmentation fault',
  });
  assert.deepStrictEqual(await requestRevival(control.path, began - 1), { state: 'revived-before' });
  assert.deepStrictEqual(await requestRevival(control.path, Date.now() + 1), { state: 'alive' });
  await control.close();
  await launched.stop();
});
