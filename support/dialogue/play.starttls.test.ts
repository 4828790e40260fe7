import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { createSecureContext, type SecureVersion, TLSSocket } from 'node:tls';
import { generate } from 'selfsigned';
import { openSession } from '../testing/open-session';
import { parseDialogue } from './parse';
import { playDialogue } from './play';
import { Scope } from './scope';

/**
 * Plays against a server that answers STARTTLS with `clear`, then says `hello` under TLS at once, and `250 ok` to each line.
 */
async function play(dialogue: string, { clear = '220 go\r\n', hello = '', trust = true, minVersion = 'TLSv1.2' } = {}) {
  const extensions = [
    { name: 'subjectAltName' as const, altNames: [{ type: 2 as const, value: 'mail.example.test' }] },
  ];
  const subject = [{ name: 'commonName', value: 'mail.example.test' }];
  const { private: key, cert } = await generate(subject, { keyType: 'ec', curve: 'P-256', extensions });
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.write('220 hi\r\n');
    socket.once('data', () => {
      socket.write(clear);
      const secure = new TLSSocket(socket, {
        isServer: true,
        secureContext: createSecureContext({
          key,
          cert,
          minVersion: minVersion as SecureVersion,
          ciphers: 'DEFAULT@SECLEVEL=0',
        }),
      });
      secure.on('error', () => socket.destroy());
      secure.on('secure', () => secure.write(hello)).on('data', () => secure.write('250 ok\r\n'));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const tls = { servername: 'mail.example.test', ...(trust ? { ca: cert } : {}) };
  const session = await openSession({ protocol: 'smtp', host: '127.0.0.1', port, reply: 500, tls });
  try {
    return await playDialogue(parseDialogue(dialogue, 'smtp'), {
      sessions: { openSession: () => session },
      scope: new Scope(),
    });
  } finally {
    session.connection.destroy();
    server.close();
  }
}

const UPGRADE = 'S: 220\nC: STARTTLS\nS: 220\nC: ${starttls}\nC: EHLO me\nS: 250';

test('a dialogue goes on under TLS', async () => {
  assert.equal((await play(UPGRADE)).statuses.at(-1)?.status, '250 ok');
});

test('an answer under TLS to what was sent in clear is a mismatch', async () => {
  const injected = 'S: 220\nC: STARTTLS\nC: NOOP\nS: 220\nC: ${starttls}\nS: ${silent 100ms}';
  await assert.rejects(play(injected, { hello: '250 injected\r\n' }), { code: 'not-silent' });
  await play(injected);
});

test('more words in clear after the answer are a mismatch', async () => {
  await assert.rejects(play(UPGRADE, { clear: '220 go\r\n250 more\r\n' }), { code: 'bytes-before-tls' });
});

test('an alert in clear after the answer refuses the handshake', async () => {
  const mayEnd = UPGRADE.replace('S: 250', 'S? ${closed}\nS: 250');
  const alert = '\x15\x03\x03\0\x02\x02\n';
  assert.equal((await play(mayEnd, { clear: `220 go\r\n${alert}` })).endedEarly?.status, 'closed');
  await assert.rejects(play(UPGRADE, { clear: `220 go\r\n${alert}` }), { code: 'tls-failed' });
});

test('a certificate that nobody trusts fails the handshake, at its line', async () => {
  await assert.rejects(play(UPGRADE, { trust: false }), (error) => {
    assert.match(String(error), /TLS handshake failed[\s\S]*> C: \$\{starttls\}/);
    return true;
  });
});

test('a handshake that fails is a permitted end where the next status may be the end of the connection', async () => {
  const mayEnd = UPGRADE.replace('S: 250', 'S? ${closed}\nS: 250');
  assert.equal((await play(mayEnd, { trust: false })).endedEarly?.status, 'closed');
  assert.equal((await play(mayEnd)).endedEarly, undefined);
  const mayNotGoOn = `${UPGRADE.slice(0, UPGRADE.lastIndexOf('C:'))}C: \${alive}\nS? \${closed}`;
  assert.equal((await play(mayNotGoOn, { trust: false })).endedEarly?.status, 'closed');
  await assert.rejects(play(UPGRADE, { trust: false }), { code: 'tls-failed' });
});

const BEGIN = 'S: 220\nC: STARTTLS\nS: 220\n';

test('a handshake may be asked to be refused, by an alert', async () => {
  const refused = `${BEGIN}C: \${starttls TLS 1.1}\nS: \${refused protocol_version}`;
  assert.equal((await play(refused)).statuses.at(-1)?.status, 'protocol_version');
  await assert.rejects(play(refused, { minVersion: 'TLSv1' }), { code: 'tls-taken' });
  await assert.rejects(play(refused.replace('protocol_version', 'decode_error')), { code: 'alert-differs' });
});

test('a certificate that we do not trust is no refusal of theirs', async () => {
  const refused = `${BEGIN}C: \${starttls}\nS: \${refused}`;
  await assert.rejects(play(refused, { trust: false }), { code: 'not-refused' });
  await assert.rejects(play(refused), { code: 'tls-taken' });
});

test('a hello may be written by the scenario', async () => {
  const hello = (suites: string, then: string) => play(`${BEGIN}C~ \${client-hello(x0303, ${suites})}\nS: \${${then}}`);
  await hello('xC02BC02F', 'server-hello');
  await hello('x0035C02B', 'server-hello xC02B/C02F');
  await assert.rejects(hello('xC02B', 'server-hello xC030'), { code: 'suite-differs' });
  await assert.rejects(hello('xC02B', 'refused'), { code: 'tls-taken' });
  await assert.rejects(hello('x0005', 'server-hello'), { code: 'tls-refused' });
  await hello('x0005', 'refused handshake_failure');
});

test('what is no TLS is no refusal', async () => {
  // It says so under TLS, where nobody has begun it.
  await assert.rejects(play('S: ${refused}'), { code: 'no-alert' });
});
