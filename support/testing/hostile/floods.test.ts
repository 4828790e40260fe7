/** Servers that never stop talking. */
import type { Socket } from 'node:net';
import { test } from 'node:test';
import { startBadServer } from './bad-server';
import { runAgainst } from './run-against';
import { GREETING, talkSmtp } from './toy-smtp';
import { assertVerdicts } from './verdicts';

/** Writes as fast as the client takes it. */
function flood(socket: Socket, chunk: string): void {
  const pour = () => {
    while (!socket.destroyed && socket.write(chunk));
  };
  socket.on('drain', pour);
  pour();
}

const OPEN_MOUTHS: [title: string, begin: string, chunk: string, reason: RegExp][] = [
  ['a line without an end', '220 ', 'x'.repeat(65_536), /a line of more than 65536 octets/],
  ['a reply without an end', '', '220-and so on\r\n'.repeat(1_000), /more than 1048576 octets without an end/],
  ['garbage', '', '\x00\xff\x80\x07\x1b\r\x0b'.repeat(1_000), /begins with three digits/],
];

for (const [title, begin, chunk, reason] of OPEN_MOUTHS) {
  test(`${title} is cut off`, async () => {
    const server = await startBadServer((socket) => {
      socket.write(begin);
      flood(socket, chunk);
    });
    const result = await runAgainst({ port: server.port });
    await server.die();
    assertVerdicts(result, { some: ['fail', 'blocked'], also: ['warn'], reasons: [reason] });
  });
}

test('what pours out after a right greeting is found', async () => {
  const server = await startBadServer((socket) => {
    socket.write(GREETING);
    flood(socket, '250 and more\r\n'.repeat(1_000));
  });
  const result = await runAgainst({ port: server.port });
  await server.die();
  assertVerdicts(result, { some: ['fail'], also: ['pass', 'warn', 'blocked'] });
});

test('replies that come before they are asked for are found', async () => {
  const server = await startBadServer((socket) => {
    socket.on('data', () => undefined).write(GREETING + '250 early\r\n'.repeat(20));
  });
  const result = await runAgainst({ port: server.port });
  await server.die();
  assertVerdicts(result, {
    some: ['fail'],
    also: ['pass', 'warn', 'blocked'],
    reasons: [/nothing asked for/],
  });
});

test('two replies to each command are found', async () => {
  const server = await startBadServer((socket) => talkSmtp(socket, { NOOP: '250 once\r\n250 twice\r\n' }));
  const result = await runAgainst({ port: server.port, only: 'smtp/noop' });
  await server.die();
  assertVerdicts(result, {
    some: ['fail', 'warn'],
    also: ['pass', 'blocked'],
    reasons: [/nothing asked for/],
  });
});
