import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { test } from 'node:test';
import { systemClock } from './clock';
import { Listener } from './listener';

/** A port that is taken until the server is closed. */
async function taken() {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  return { holder, port: (holder.address() as AddressInfo).port };
}

function listenerAt(port: number): Listener {
  return new Listener({
    host: '127.0.0.1',
    port,
    clock: systemClock(),
    idle: 1000,
    connections: 10,
    session: async () => {},
    tooMany: '',
    log: () => {},
  });
}

test('a port that is taken is refused at once', async () => {
  const { holder, port } = await taken();
  await assert.rejects(listenerAt(port).listen(), { code: 'EADDRINUSE' });
  holder.close();
});

test('with patience a port is waited for', async () => {
  const { holder, port } = await taken();
  const listener = listenerAt(port);
  const listening = listener.listen(30_000);
  await once(holder.close(), 'close');
  assert.equal(await listening, port);
  await listener.close();
});
