import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

/** Starts a program that never ends, tells its process id, and waits to be killed. */
const SUITE = `
  const { ProcessGroup } = require(${JSON.stringify(join(__dirname, 'process-group'))});
  ProcessGroup.start([process.execPath, '-e', 'setInterval(() => 0, 1e6)'], '.').then((group) => {
    console.log(group.child.pid);
    setInterval(() => 0, 1e6);
  });
`;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('what was started ends although its starter is killed and can do nothing', async () => {
  const suite = spawn(process.execPath, ['-r', 'ts-node/register', '-e', SUITE], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [told] = (await once(suite.stdout, 'data')) as [Buffer];
  const pid = Number(told.toString());
  assert.ok(isAlive(pid));
  suite.kill('SIGKILL');
  const end = performance.now() + 10_000;
  while (isAlive(pid) && performance.now() < end) await wait(10);
  assert.ok(!isAlive(pid));
});
