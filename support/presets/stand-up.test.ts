import assert from 'node:assert';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { test } from 'node:test';
import type { TargetSettings } from '../targets/settings';
import type { Service } from '../targets/target';
import { type Daemon, Daemons } from './daemons';
import { freePorts } from './free-ports';
import { PRESET_SETTINGS } from './settings';
import { standUp } from './stand-up';

function greeter(port: number): Daemon {
  const script = `require('net').createServer((s) => s.on('error', () => 0).end('220 hi\\r\\n')).listen(${port}, '127.0.0.1')`;
  const smtp: Service = { name: 'smtp', host: '127.0.0.1', port, tls: 'none', login: 'plain' };
  return { program: 'greeter', command: [process.execPath, '-e', script], ready: [smtp] };
}

const ENDS: Daemon = { ...greeter(1), command: [process.execPath, '-e', 'console.error("no"); process.exit(1)'] };

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}

/** A preset of these programs; `seen` gets its folder. */
function presetOf(daemons: Daemon[], seen: { folder?: string } = {}) {
  return standUp({
    preset: 'greeters',
    baseline: 'greeters/baseline.json',
    require: async () => undefined,
    lay: async ({ directory }) => {
      seen.folder = directory;
      const settings: TargetSettings = {
        ...PRESET_SETTINGS,
        name: 'Greeters 1',
        directory,
        services: daemons.flatMap(({ ready }) => ready),
        tls: { servername: 'localhost' },
        limits: { badLogins: 0, errors: 0, connections: 1 },
        timing: { reply: 1, delivery: 1, retry: 1, giveUp: 1 },
      };
      return { settings, server: new Daemons(daemons, directory) };
    },
  });
}

const OPTIONS = { install: false, log: () => undefined };

test('programs are started, started again over the same files, and gone with their files', async () => {
  const ports = await freePorts(2);
  const seen: { folder?: string } = {};
  const { restart, stop } = await presetOf(ports.map(greeter), seen)(OPTIONS);
  for (const port of ports) assert.ok(await answers(port));
  await restart();
  assert.ok(existsSync(seen.folder!));
  for (const port of ports) assert.ok(await answers(port));
  await stop();
  for (const port of ports) assert.ok(!(await answers(port)));
  assert.ok(!existsSync(seen.folder!));
});

test('where one does not start, nothing of the others stays behind', async () => {
  const [port] = await freePorts(1);
  const seen: { folder?: string } = {};
  await assert.rejects(presetOf([greeter(port!), ENDS], seen)(OPTIONS), {
    code: 'exited-at-once',
    message: /: no before /,
  });
  assert.ok(!(await answers(port!)));
  assert.ok(!existsSync(seen.folder!));
});
