import assert from 'node:assert';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { memoryOf, watchMemory } from './memory';
import { ProcessGroup } from './process-group';

const MIB = 1024 * 1024;

test('the memory of a group is that of all its processes, and one that takes too much is told of', {
  skip: !existsSync('/proc/self/stat'),
}, async () => {
  const child = `const b = Buffer.alloc(${80 * MIB}, 1); console.log('full'); setInterval(() => b[0], 1000)`;
  const script = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'inherit' }); setInterval(() => 0, 1000)`;
  let told: () => void = () => {};
  const full = new Promise<void>((resolve) => {
    told = resolve;
  });
  const group = await ProcessGroup.start([process.execPath, '-e', script], '.', process.env, () => told());
  try {
    await full;
    assert.ok(memoryOf(group.leader)! > 80 * MIB);
    const over = new Promise<number>((resolve) => {
      const stop = watchMemory(
        () => group.leader,
        60 * MIB,
        (leader, octets) => {
          assert.equal(leader, group.leader);
          stop();
          resolve(octets);
        },
      );
    });
    // The watch keeps nobody alive; this does.
    const alive = setInterval(() => undefined, 1000);
    assert.ok((await over) > 60 * MIB);
    clearInterval(alive);
  } finally {
    await group.stop('SIGKILL');
  }
});
