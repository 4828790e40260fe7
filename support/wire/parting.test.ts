import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startFakeServer, type Turn } from '../testing/fake-server';
import { openConnection } from './open';
import { sayGoodbye } from './parting';

/** How long it takes to part from a server that answers so, in milliseconds. */
async function parting(...turns: Turn[]): Promise<number> {
  const server = await startFakeServer({ turns: ['', ...turns] });
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

test('an answer of any kind is enough, and so is the end', async () => {
  for (const turn of ['221 bye\r\n', '500 not known\r\n', '* BYE\r\nm1 OK\r\n', 'close'])
    assert.ok((await parting(turn)) < 400, turn);
});

test('a server that does not answer is left alone soon', async () => {
  for (const turn of ['', '* BYE for now\r\n', '221']) {
    const took = await parting(turn);
    assert.ok(took > 400 && took < 2000, `${turn}: ${took} ms`);
  }
});
