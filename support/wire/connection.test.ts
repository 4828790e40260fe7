import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { test } from 'node:test';
import { type FakeServer, type FakeServerOptions, startFakeServer } from '../testing/fake-server';
import type { Connection } from './connection';
import { SmtpReplyFrame } from './framing/smtp';
import { WireMismatch } from './mismatch';
import { openConnection } from './open';

/** Runs a body against a fake server and lets go of both. */
async function against(
  options: FakeServerOptions,
  body: (connection: Connection, server: FakeServer) => Promise<void>,
  total = 1 << 20,
) {
  const server = await startFakeServer(options);
  const connection = await openConnection({
    host: '127.0.0.1',
    port: server.port,
    timeout: 2000,
    limits: { total, rate: 1000 },
  });
  try {
    await body(connection, server);
  } finally {
    connection.destroy();
    await server.close();
  }
}

const frame = () => new SmtpReplyFrame({ line: 1000, reply: 5000 });
const coded = (code: string) => (error: unknown) => error instanceof WireMismatch && error.code === code;

test('a reply is read whole however it is split', async () => {
  for (const split of [1, 2, 3, 7]) {
    await against({ turns: ['220-a\r\n220 b\r\n'], split }, async (connection) => {
      const reply = await connection.read(frame(), 2000);
      assert.equal(reply.raw.toString(), '220-a\r\n220 b\r\n');
      assert.equal(connection.unread.length, 0);
    });
  }
});

test('a silent server is a timeout, which says what was asked and what came', async () => {
  await against({ turns: ['22'] }, async (connection) => {
    connection.write(Buffer.from('NOOP\r\n'));
    await assert.rejects(connection.read(frame(), 40), (error) => {
      assert.ok(coded('timeout')(error));
      assert.match(String(error), /asked: NOOP<CR><LF>\ncame: {2}22/);
      return true;
    });
  });
});

test('a connection closed after any number of octets is a mismatch', async () => {
  const text = '220-a\r\n220 b\r\n';
  for (let n = 0; n < text.length; n++) {
    const turns = n === 0 ? (['close'] as const) : ([text.slice(0, n)] as const);
    await against({ turns: [...turns, 'close'] }, async (connection) => {
      connection.write(Buffer.from('\n'));
      await assert.rejects(connection.read(frame(), 2000), coded('closed'));
      assert.equal(connection.ended, 'closed');
    });
  }
});

test('a connection that the server breaks is told apart', async () => {
  await against({ turns: ['220 hi\r\n', 'reset'] }, async (connection) => {
    await connection.read(frame(), 2000);
    connection.write(Buffer.from('x\n'));
    await assert.rejects(connection.read(frame(), 2000), coded('reset'));
    assert.equal(connection.ended, 'reset');
  });
});

test('a whole reply is read though the connection is closed behind it', async () => {
  await against({ turns: ['421 bye\r\n', 'close'] }, async (connection) => {
    connection.write(Buffer.from('\n'));
    await connection.waitForEnd(2000);
    assert.equal((await connection.read(frame(), 2000)).code, 421);
  });
});

test('an endless line and an endless reply end', async () => {
  await against({ turns: [`220 ${'a'.repeat(5000)}`] }, async (connection) => {
    await assert.rejects(connection.read(frame(), 2000), coded('line-too-long'));
  });
  await against({ turns: ['220-aaaaaaaaaaaaaaaaaaaaaaa\r\n'.repeat(1000)] }, async (connection) => {
    await assert.rejects(connection.read(frame(), 2000), coded('reply-too-long'));
  });
});

test('more octets than a connection may send are a mismatch while waiting for its end', async () => {
  const flood = async (connection: Connection) => {
    await assert.rejects(connection.waitForEnd(2000), coded('too-much'));
  };
  await against({ turns: [Buffer.alloc(200_000)] }, flood, 100_000);
});

test('silence is told from octets and from the end', async () => {
  await against({ turns: ['x', 'close'] }, async (connection) => {
    assert.equal(await connection.waitForMore(0, 2000), true);
    assert.equal(await connection.waitForMore(1, 20), false);
    connection.write(Buffer.from('\n'));
    assert.equal(await connection.waitForMore(1, 2000), true);
    assert.equal(connection.ended, 'closed');
  });
});

test('octets go out exactly as given, and a closed side does not stop reading', async () => {
  await against({ turns: ['220 a\r\n', '250 b\r\n'] }, async (connection, server) => {
    await connection.read(frame(), 2000);
    for (const octet of Buffer.from('a\0\xff\r\n', 'latin1')) await connection.writeApart(Buffer.from([octet]), 2000);
    connection.halfClose();
    assert.equal((await connection.read(frame(), 2000)).code, 250);
    assert.equal(server.received().toString('latin1'), 'a\0\xff\r\n');
  });
});

test('what is written apart comes apart, also where the server lives in this process', async () => {
  const pieces: string[] = [];
  const server = createServer((socket) => socket.on('data', (piece) => pieces.push(String(piece)))).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const connection = await openConnection({ host: '127.0.0.1', port, timeout: 2000 });
  for (const piece of ['a\r', '\nb', '\r\n']) await connection.writeApart(Buffer.from(piece), 2000);
  connection.destroy();
  server.close();
  await once(server, 'close');
  assert.deepEqual(pieces, ['a\r', '\nb', '\r\n']);
});

test('a refused connection and an unknown host are errors of the target', async () => {
  const server = await startFakeServer({ turns: [] });
  await server.close();
  const refused = openConnection({ host: '127.0.0.1', port: server.port, timeout: 2000 });
  await assert.rejects(refused, { name: 'TargetError', code: 'connection-refused' });
});

test('what a server repeats of a secret is hidden', async () => {
  await against({ turns: ['500 unknown: PASS secret-1'] }, async (connection) => {
    connection.transcript.hide('secret-1');
    connection.write(Buffer.from('PASS secret-1\r\n'));
    await connection.waitForMore(20, 2000);
    await assert.rejects(connection.read(frame(), 30), (error) => !String(error).includes('secret-1'));
    assert.ok(!connection.transcript.toString().includes('secret-1'));
  });
});
