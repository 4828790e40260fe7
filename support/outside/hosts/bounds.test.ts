import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { test } from 'node:test';
import { withHost } from '../../testing/mail-host';
import type { HostLimits, MailHost } from './host';

/** In whatever way. */
const closed = (socket: Socket) => new Promise<void>((resolve) => socket.once('close', () => resolve()));

/** A client that knows no manners; it waits for the host to let go of it. */
async function meets(limits: Partial<HostLimits>, act: (socket: Socket, host: MailHost) => void): Promise<MailHost> {
  let met: MailHost | undefined;
  await withHost(
    async (host) => {
      const socket = connect({ host: host.address, port: host.port, allowHalfOpen: true });
      socket.on('error', () => undefined);
      const gone = closed(socket);
      await once(socket, 'connect');
      act(socket, host);
      socket.resume();
      assert.ok(await host.until(() => host.sessions[0]?.endedAt !== undefined, 5000));
      socket.end();
      await gone;
      met = host;
    },
    { limits },
  );
  return met!;
}

test('a silent client is told so and let go', async () => {
  let heard = '';
  await meets({ silence: 50 }, (socket) => {
    socket.on('data', (piece) => {
      heard += piece;
    });
  });
  assert.match(heard, /^220 .*\r\n421 .*\r\n$/);
});

test('a line without end, content without end, and more than a session may send', async () => {
  const flood = (before: string, piece: Buffer) => (socket: Socket) => {
    const pour = () => {
      while (!socket.destroyed && socket.writable && socket.write(piece));
    };
    socket.on('drain', pour).write(before);
    pour();
  };
  await meets({}, flood('', Buffer.alloc(65_536, 'a')));
  const content = 'EHLO c\r\nMAIL FROM:<>\r\nRCPT TO:<b@b.test>\r\nDATA\r\n';
  const host = await meets({ octets: 1 << 20 }, flood(content, Buffer.alloc(65_536, 'line\r\n')));
  assert.equal(host.sessions[0]!.transactions[0]!.message, undefined);
  await meets({}, flood('', Buffer.from('NOOP\r\n'.repeat(10_000))));
});

test('a client that never quits is let go', async () => {
  await meets({ session: 100 }, (socket) => {
    const nag = setInterval(() => socket.write('NOOP\r\n'), 10);
    socket.on('close', () => clearInterval(nag)).on('end', () => clearInterval(nag));
  });
});

test('too many sessions are turned away', async () => {
  await withHost(
    async (host) => {
      const first = connect(host.port, host.address);
      await once(first, 'data');
      const second = connect(host.port, host.address);
      second.on('error', () => undefined);
      await closed(second);
      assert.equal(host.sessions.length, 1);
      first.destroy();
    },
    { limits: { sessions: 1 } },
  );
});

test('nothing stays open, and closing takes no time', async () => {
  const took: number[] = [];
  for (let n = 0; n < 20; n++) {
    await withHost(async (host) => {
      const sockets = Array.from({ length: 5 }, () => connect(host.port, host.address).on('error', () => undefined));
      await Promise.all(sockets.map((socket) => once(socket, 'data')));
      const gone = sockets.map(closed);
      const before = performance.now();
      await host.close();
      took.push(performance.now() - before);
      await Promise.all(gone);
      assert.deepEqual(
        host.sessions.flatMap(({ faults }) => faults),
        [],
      );
    });
  }
  took.sort((a, b) => a - b);
  // Not each of them: a machine under load loses turns.
  assert.ok(took[4]! < 2, `${took[4]} ms`);
});
