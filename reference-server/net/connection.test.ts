import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { describe, it } from 'node:test';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { tlsIdentity } from '../tls/identity';
import { Protection } from '../tls/protection';
import type { Clock } from './clock';
import { systemClock } from './clock';
import { Connection } from './connection';
import { Interrupted } from './interrupted';

/** Plays a session against a client on loopback; both are closed afterwards. */
async function play(
  session: (connection: Connection) => Promise<void>,
  client: (socket: Socket) => Promise<void>,
  clock: Clock = systemClock(),
): Promise<void> {
  const served: Array<Promise<void>> = [];
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    const connection = new Connection(socket, { clock, idle: 60_000 });
    served.push(session(connection).finally(() => connection.destroy()));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as { port: number }).port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    await client(socket);
    await Promise.all(served);
  } finally {
    socket.destroy();
    server.close();
  }
}

/** What comes until the other side closes, a string for each segment. */
async function segments(socket: Socket): Promise<string[]> {
  const chunks: string[] = [];
  for await (const chunk of socket) chunks.push(chunk.toString());
  return chunks;
}

describe('a connection', () => {
  it('answers commands that came together in one write', () =>
    play(
      async (connection) => {
        for (let i = 0; i < 3; i++) connection.write(`${(await connection.readLine(100)).octets}!\r\n`);
        await connection.end();
      },
      async (socket) => {
        socket.write('a\r\nb\r\nc\r\n');
        assert.deepEqual(await segments(socket), ['a!\r\nb!\r\nc!\r\n']);
      },
    ));

  it('puts lines together from pieces, ends them at CRLF only, and cuts those that are too long', () =>
    play(
      async (connection) => {
        const lines = [];
        for (let i = 0; i < 4; i++) {
          const { octets, tooLong } = await connection.readLine(6);
          lines.push(`${octets}${tooLong ? '+' : ''}`);
        }
        assert.deepEqual(lines, ['ab', 'c\nd\re', '123456+', 'last']);
        connection.write('ok');
        await connection.end();
      },
      async (socket) => {
        for (const piece of ['a', 'b\r', '\nc\n', 'd\re\r\n', '123456', '789'.repeat(50), '0\r', '\nlast\r\n']) {
          socket.write(piece);
          await new Promise(setImmediate);
        }
        assert.deepEqual(await segments(socket), ['ok']);
      },
    ));

  it('still answers what came before the client closed its side', () =>
    play(
      async (connection) => {
        connection.write(`${(await connection.readLine(100)).octets}!`);
        await assert.rejects(connection.readLine(100), { reason: 'gone' });
        await connection.end();
      },
      async (socket) => {
        socket.end('a\r\n');
        assert.deepEqual(await segments(socket), ['a!']);
      },
    ));

  it('throws away what was sent in clear text when TLS begins', async () => {
    const identity = await tlsIdentity('mail.example.test');
    const { ca } = identity;
    await play(
      async (connection) => {
        await connection.readLine(100);
        connection.write('go');
        await connection.flush();
        assert.equal(connection.secure, false);
        await connection.secureBy((plain) => new Protection(identity, { use: 'optional' }).protect(plain, []));
        assert.equal(connection.secure, true);
        connection.write((await connection.readLine(100)).octets);
        await connection.end();
      },
      async (socket) => {
        socket.write('STARTTLS\r\ninjected\r\n');
        await once(socket, 'data');
        const secure: TLSSocket = connectTls({ socket, ca, servername: 'mail.example.test' });
        secure.write('protected\r\n');
        assert.equal((await segments(secure)).join(''), 'protected');
      },
    );
  });

  it('tells of silence by its clock, and of a server that closes', async () => {
    const timers: Array<() => void> = [];
    let now = 0;
    const clock: Clock = {
      now: () => now,
      after: (_, callback) => {
        timers.push(callback);
        return () => {};
      },
    };
    await play(
      async (connection) => {
        const idle = assert.rejects(connection.readLine(100), (error) => error instanceof Interrupted);
        await new Promise(setImmediate);
        now = 60_000;
        timers.shift()!();
        await idle;
        await assert.rejects(connection.readLine(100), { reason: 'idle' });
        connection.interrupt('shutdown');
        await assert.rejects(connection.readLine(100), { reason: 'idle' });
        connection.write('bye');
        await connection.end();
      },
      async (socket) => assert.deepEqual(await segments(socket), ['bye']),
      clock,
    );
  });

  it('breaks off after so many octets', () =>
    play(
      async (connection) => {
        connection.truncateAfter(3);
        connection.write('abcdef');
        await connection.flush();
        await assert.rejects(connection.readLine(100), { reason: 'gone' });
      },
      async (socket) => assert.equal((await segments(socket)).join(''), 'abc'),
    ));
});
