/** Servers that go away: in the middle of a reply, of a connection, of a run. */
import assert from 'node:assert';
import { join } from 'node:path';
import { test } from 'node:test';
import { startBadServer } from './bad-server';
import { runAgainst } from './run-against';
import { GREETING, talkSmtp } from './toy-smtp';
import { assertVerdicts } from './verdicts';

test('a connection that is closed after any octet of the greeting never hangs nor passes', async () => {
  const server = await startBadServer((socket, number) => {
    socket.resume().end(GREETING.slice(0, (number - 1) % GREETING.length));
  });
  const result = await runAgainst({ port: server.port });
  await server.die();
  assertVerdicts(result, {
    some: ['fail', 'blocked'],
    also: ['warn'],
    reasons: [/closed the connection/],
  });
});

test('a connection that is broken at the first command is told apart from one that is closed', async () => {
  const server = await startBadServer((socket) => {
    socket.once('data', () => socket.resetAndDestroy()).write(GREETING);
  });
  const result = await runAgainst({ port: server.port });
  await server.die();
  assertVerdicts(result, {
    some: ['blocked', 'fail'],
    also: ['pass'],
    reasons: [/the connection broke \(ECONNRESET\)/],
  });
});

test('a server that hangs up instead of answering is judged command by command', async () => {
  const server = await startBadServer((socket) => {
    talkSmtp(socket);
    socket.on('data', (chunk) => {
      if (/^NOOP/i.test(chunk.toString('latin1'))) socket.destroy();
    });
  });
  const result = await runAgainst({ port: server.port });
  await server.die();
  assertVerdicts(result, { some: ['pass', 'fail'], also: ['warn', 'blocked'] });
});

test('nobody at the port is one error for all, told once', async () => {
  const server = await startBadServer(() => undefined);
  await server.die();
  const result = await runAgainst({ port: server.port });
  assertVerdicts(result, {
    some: ['error'],
    also: ['notPlayed'],
    reasons: [/^cannot connect to 127\.0\.0\.1:\d+/],
  });
  assert.strictEqual(result.output.match(/connection-refused/g)?.length, 1, result.output);
});

test('a server that the suite launched and a scenario kills fails that scenario and is brought back', async () => {
  const server = await startBadServer(() => undefined);
  await server.die();
  const { port } = server;
  // Ends at the first NOOP after HELO, whatever the level of the scenario that asks.
  const program = `const { talkSmtp } = require(${JSON.stringify(join(__dirname, 'toy-smtp'))});
    require('node:net').createServer((socket) => {
      let said = '';
      socket.on('error', () => 0).on('data', (octets) => {
        said += octets;
        if (/HELO[^]*NOOP/.test(said)) { console.error('at line 7\\nassertion failed: no HELO'); process.exit(70); }
      });
      talkSmtp(socket);
    }).listen(${port}, '127.0.0.1');`;
  const hook = __filename.endsWith('.ts') ? ['-r', require.resolve('ts-node/register')] : [];
  const result = await runAgainst({ port, launch: [process.execPath, ...hook, '-e', program] });
  const killed = result.scenarios.filter(({ reason }) => /the server died in this scenario/.test(reason ?? ''));
  assert.ok(killed.length > 0, result.output);
  for (const { verdict, reason, detail } of killed) {
    assert.strictEqual(detail, 'the server wrote:\nat line 7\nassertion failed: no HELO');
    assert.strictEqual(verdict, 'fail');
    assert.match(reason!, /ended with code 70: assertion failed: no HELO$/);
  }
  assertVerdicts(result, { some: ['pass', 'fail'], also: ['warn', 'blocked'] });
});

test('a server that dies in mid-run leaves the verdicts that were given, and errors', async () => {
  const server = await startBadServer((socket, number) => {
    if (number > 6) void server.die();
    else talkSmtp(socket);
  });
  const result = await runAgainst({ port: server.port });
  assertVerdicts(result, { some: ['pass', 'error'], also: ['fail', 'warn', 'blocked', 'notPlayed'] });
});

test('a server that restarts in mid-run spoils what was played meanwhile and nothing after it', async () => {
  const server = await startBadServer((socket, number) => {
    // The first connection is for what the run measures.
    if (number === 5) void server.die().then(() => server.listen());
    else talkSmtp(socket);
  });
  const result = await runAgainst({ port: server.port });
  await server.die();
  assert.strictEqual(result.scenarios.at(-1)?.verdict, 'pass', result.output);
  const spoilt = result.scenarios.filter(({ verdict }) => ['fail', 'blocked', 'error'].includes(verdict));
  assert.ok(spoilt.length > 0, result.output);
});
