/** The socket itself: what lies in its way, how deep it may lie, and who speaks nonsense to it. */

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { QueueDesk } from '../queue/desk';
import { folder, fresh, left, listed, running } from '../testing/control-stage';
import { openControl } from './listen';

describe('the control socket', () => {
  const nothing = async () => undefined;
  const desk: QueueDesk = {
    list: async (next) => ({ now: 0, messages: [], next }),
    why: nothing,
    retry: nothing,
    remove: nothing,
  };

  it('takes the place of what a killed server has left', async () => {
    const place = join(folder, 'stale');
    const dead = createServer();
    await once(dead.listen(`${place}-1`), 'listening');
    // As a process that is killed leaves it: nobody listens, and nothing was tidied.
    renameSync(`${place}-1`, place);
    await new Promise((resolve) => dead.close(resolve));
    await assert.rejects(once(createConnection(place), 'connect'), { code: 'ECONNREFUSED' });
    const control = await openControl(place, desk);
    assert.equal(await ask(place, '{"do":"list","with":7}\n'), '{"value":{"now":0,"messages":[],"next":7}}\n');
    await control.close();
    assert.ok(!existsSync(place));
  });

  it('may lie as deep as files may', async () => {
    const deep = join(folder, ...Array.from({ length: 4 }, () => 'd'.repeat(60)));
    mkdirSync(deep, { recursive: true });
    await running(async ({ data }) => assert.deepEqual(await listed(data), []), join(deep, 'mail.sqlite'));
  });

  it('is done without where there can be none', () => {
    const data = fresh();
    mkdirSync(join(`${data}-control`, 'x'), { recursive: true });
    return running(async ({ log }) => assert.match(log.join('\n'), /^control: .* no socket at /m), data);
  });

  it('answers whatever it is asked, and bears who asks nothing or too much', async () => {
    const place = join(folder, 'talk');
    const control = await openControl(place, desk);
    for (const line of ['nonsense', 'null', '[]', '{"do":"constructor"}', '{"do":"list"}', '{"do":"why","with":7}'])
      assert.match(await ask(place, `${line}\n`), /^\{"error":"[^\n]+\n$/, line);
    assert.equal(await ask(place, 'x'.repeat(100_000)), '');
    const silent = createConnection(place);
    await once(silent, 'connect');
    await control.close();
  });

  it('is told of by a file that is none', async () => {
    const data = await left();
    writeFileSync(`${data}-control`, '');
    assert.equal((await listed(data)).length, 2);
  });
});

async function ask(place: string, line: string): Promise<string> {
  const socket = createConnection(place);
  socket.write(line);
  let said = '';
  socket.on('data', (chunk) => {
    said += chunk;
  });
  socket.on('error', () => {});
  await once(socket, 'close');
  return said;
}
