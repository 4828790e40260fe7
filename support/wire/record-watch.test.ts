import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { createSecureContext, TLSSocket } from 'node:tls';
import { issue } from '../authority';
import { farewellOf, sessionOf } from './handshake';
import { openConnection } from './open';

const LINE = {
  what: 'a line',
  take: (octets: Buffer) => {
    const end = octets.indexOf('\n') + 1;
    return end === 0 ? undefined : { value: octets.subarray(0, end), octets: end };
  },
};

/** A server that says a line and closes, with a goodbye or without; gives what its client saw. */
async function seen(version: 'TLSv1.2' | 'TLSv1.3', goodbye: boolean) {
  const secureContext = createSecureContext({ ...(await issue({ for: ['localhost'] })), maxVersion: version });
  const server = createServer((raw) => {
    const secure = new TLSSocket(raw, { isServer: true, secureContext });
    secure
      .on('error', () => {})
      .once('data', () => {
        secure.write('bye\r\n', () => (goodbye ? secure : raw).end());
      });
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as { port: number };
  const connection = await openConnection({ host: '127.0.0.1', port, timeout: 5000 });
  try {
    await connection.startTls({ servername: 'localhost', insecure: true }, 5000, { watched: true });
    connection.write(Buffer.from('QUIT\r\n'));
    await connection.read(LINE, 5000);
    await connection.waitForEnd(5000);
    return { farewell: farewellOf(connection.tls), session: sessionOf(connection.tls) !== undefined };
  } finally {
    connection.destroy();
    server.close();
  }
}

for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
  test(`${version}: a goodbye is told from an end without one, and what it leaves is kept`, async () => {
    assert.deepEqual(await seen(version, true), { farewell: true, session: true });
    assert.equal((await seen(version, false)).farewell, false);
  });
}
