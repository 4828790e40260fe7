import assert from 'node:assert/strict';
import { createServer, type Socket } from 'node:net';
import { test } from 'node:test';
import type { ProtocolName } from '../dialogue/dialogue';
import { Session } from '../dialogue/session';
import { openConnection } from '../wire/open';
import { leave } from './leave';

/** A server that, once the client has closed its side, does what it is told; gives what happened, in order. */
async function partingFrom(
  protocol: ProtocolName,
  onEnd: (socket: Socket) => void,
  patience: number,
): Promise<string[]> {
  const events: string[] = [];
  const sockets: Socket[] = [];
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined).on('end', () => onEnd(socket));
    socket.on('finish', () => events.push('the server has ended'));
    socket.resume();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const connection = await openConnection({ host: '127.0.0.1', port, timeout: 2000 });
  await leave(new Session(connection, protocol, { reply: 2000, tls: { servername: 'localhost' } }), patience);
  events.push('left');
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
  return events;
}

test('a POP3 session is over only when the server has ended it too', async () => {
  const endLater = (socket: Socket) => setImmediate(() => socket.end());
  assert.deepEqual(await partingFrom('pop3', endLater, 5000), ['the server has ended', 'left']);
});

test('a server that never ends is left after a while', async () => {
  assert.deepEqual(await partingFrom('pop3', () => undefined, 20), ['left']);
});

test('a server that goes on sending is left after a while', async () => {
  const flood = (socket: Socket) => {
    const more = () => socket.destroyed || socket.write(Buffer.alloc(65_536, 'x'), more);
    more();
  };
  assert.deepEqual(await partingFrom('pop3', flood, 20), ['left']);
});

test('sessions of other protocols are left at once', async () => {
  assert.deepEqual(await partingFrom('imap', () => undefined, 60_000), ['left']);
});
