import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { test } from 'node:test';
import { createServer } from 'node:tls';
import { generate } from 'selfsigned';
import { clientHello } from './client-hello';
import { firstRecord } from './records';

const GCM = Buffer.from('c02bc02f', 'hex');
const version = (minor: number) => Buffer.from([3, minor]);

/** What OpenSSL answers. */
async function answerTo(hello: Buffer) {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'a.example' }], {
    keyType: 'ec',
    curve: 'P-256',
  });
  const server = createServer({ key, cert, minVersion: 'TLSv1.2' })
    .on('tlsClientError', () => {})
    .listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write(hello);
  const [came] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  server.close();
  return firstRecord(came);
}

test('a library takes the hello, whatever its record says', async () => {
  assert.deepEqual(await answerTo(clientHello(version(3), GCM)), {
    kind: 'server-hello',
    suite: 'c02b',
    compresses: false,
  });
  assert.equal((await answerTo(clientHello(version(3), GCM, version(0)))).kind, 'server-hello');
});

test('its version and its suites are what they say', async () => {
  assert.deepEqual(await answerTo(clientHello(version(1), GCM)), { kind: 'alert', name: 'protocol_version' });
  assert.deepEqual(await answerTo(clientHello(version(3), Buffer.from('0005', 'hex'))), {
    kind: 'alert',
    name: 'handshake_failure',
  });
});
