import assert from 'node:assert';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { decode, streamEncode } from 'dns-packet';
import { NameServer } from './name-server';
import { TcpMessages } from './tcp-messages';

let server: NameServer;

before(async () => {
  server = await NameServer.open({ host: '127.0.0.1', port: 0 });
  server.set('one.test', { records: [{ type: 'A', address: '127.1.0.1' }] });
});

after(() => server.close());

test('questions on one connection are answered each, however they are cut up', { timeout: 5_000 }, async () => {
  const socket = connect(server.port, server.host).setNoDelay(true);
  const octets = Buffer.concat(
    [1, 2, 3].map((id) => streamEncode({ id, questions: [{ type: 'A', name: 'one.test' }] })),
  );
  const messages = new TcpMessages();
  const answers: Buffer[] = [];
  socket.on('data', (more) => answers.push(...messages.push(more)));
  for (const end of [1, 5, octets.length - 4]) {
    socket.write(octets.subarray(end === 1 ? 0 : end === 5 ? 1 : 5, end));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  socket.write(octets.subarray(octets.length - 4));
  while (answers.length < 3) await once(socket, 'data');
  socket.destroy();
  assert.deepEqual(
    answers.map((answer) => decode(answer).id),
    [1, 2, 3],
  );
});

test('a port is taken for both, or not at all', async () => {
  const { host, port } = server;
  await assert.rejects(NameServer.open({ host, port }), { code: 'EADDRINUSE' });
});

test('who stays connected does not hold it open', { timeout: 5_000 }, async () => {
  const another = await NameServer.open({ host: '127.0.0.1', port: 0 });
  const socket = connect(another.port, another.host).on('error', () => {});
  await once(socket, 'connect');
  await another.close();
});
