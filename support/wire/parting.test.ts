import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startFakeServer, type Turn } from '../testing/fake-server';
import { openConnection } from './open';
import { sayGoodbye } from './parting';

/** How long it takes to part from a server that answers so, in milliseconds. */
async function parting(...turns: Turn[]): Promise<number> {
  const server = await startFakeServer({ turns: ['220 hello\r\n', ...turns] });
  try {
    const connection = await openConnection({ host: '127.0.0.1', port: server.port, timeout: 2000 });
    const begun = performance.now();
    await sayGoodbye(connection, 'QUIT');
    assert.equal(server.received().toString(), 'QUIT\r\n');
    return performance.now() - begun;
  } finally {
    await server.close();
  }
}

test('a server that closes is waited for, whatever it answers', async () => {
  assert.ok((await parting('close')) < 400);
});

test('one that stays is left alone soon', async () => {
  for (const turn of ['500 not known\r\n', '']) {
    const took = await parting(turn);
    assert.ok(took > 400 && took < 2000, `${took} ms`);
  }
});
