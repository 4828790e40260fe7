/** Servers that keep a client waiting. */
import { test } from 'node:test';
import { startBadServer } from './bad-server';
import { runAgainst } from './run-against';
import { GREETING } from './toy-smtp';
import { assertVerdicts } from './verdicts';

test('a silent server fails what it is asked for and blocks the rest', async () => {
  const server = await startBadServer(() => undefined);
  const result = await runAgainst({ port: server.port });
  await server.die();
  assertVerdicts(result, { some: ['fail', 'blocked'], also: ['warn'], reasons: [/within 300 ms/] });
});

test('a greeting that comes octet by octet does not stretch the time of a reply', async () => {
  const server = await startBadServer((socket) => {
    let sent = 0;
    const timer = setInterval(() => socket.write(GREETING.charAt(sent++) || 'x'), 100);
    socket.on('close', () => clearInterval(timer));
  });
  const result = await runAgainst({ port: server.port });
  await server.die();
  assertVerdicts(result, {
    some: ['fail', 'blocked'],
    also: ['warn'],
    reasons: [/did not come whole within 300 ms/],
  });
});

test('a server that greets and then reads nothing more holds nobody up', async () => {
  const server = await startBadServer((socket) => socket.pause().write(GREETING));
  const result = await runAgainst({ port: server.port });
  await server.die();
  assertVerdicts(result, { some: ['blocked', 'pass'], also: ['warn', 'fail'] });
});
