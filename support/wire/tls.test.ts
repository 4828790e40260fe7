import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';
import { generate } from 'selfsigned';
import { startFakeServer } from '../testing/fake-server';
import { SmtpReplyFrame } from './framing/smtp';
import { WireMismatch } from './mismatch';
import { openConnection } from './open';
import type { TlsOptions } from './tls-options';

const frame = () => new SmtpReplyFrame();

async function certificate() {
  const extensions = [
    { name: 'subjectAltName' as const, altNames: [{ type: 2 as const, value: 'mail.example.test' }] },
  ];
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'mail.example.test' }], {
    keyType: 'ec',
    curve: 'P-256',
    extensions,
  });
  return { key, cert };
}

test('implicit TLS sends the name and trusts the given authority', async () => {
  const { key, cert } = await certificate();
  const names: unknown[] = [];
  const server = createTlsServer({ key, cert }, (socket) => {
    names.push((socket as TLSSocket & { servername: unknown }).servername);
    socket.end('220 hi\r\n');
  });
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const open = (servername: string, ca?: string, insecure = false) =>
    openConnection({ host: '127.0.0.1', port, timeout: 2000, implicitTls: { servername, ca, insecure } });
  try {
    const connection = await open('mail.example.test', cert);
    assert.equal((await connection.read(frame(), 2000)).code, 220);
    assert.equal(await connection.waitForEnd(2000), 'closed');
    assert.equal(connection.tls?.authorized, true);
    connection.destroy();
    assert.deepEqual(names, ['mail.example.test']);
    await assert.rejects(open('mail.example.test'), { code: 'tls-handshake-failed' });
    await assert.rejects(open('other.example.test', cert), { code: 'tls-handshake-failed' });
    (await open('other.example.test', undefined, true)).destroy();
  } finally {
    server.close();
  }
});

test('old versions can be spoken, and asked for', async () => {
  const { key, cert } = await certificate();
  const server = createTlsServer({ key, cert, minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' });
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const open = (tls: Partial<TlsOptions>) =>
    openConnection({
      host: '127.0.0.1',
      port,
      timeout: 2000,
      implicitTls: { servername: '127.0.0.1', insecure: true, ...tls },
    });
  try {
    for (const version of ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const) {
      const connection = await open({ minVersion: version, maxVersion: version });
      assert.equal(connection.tls?.getProtocol(), version);
      connection.destroy();
    }
  } finally {
    server.close();
  }
});

test('a connection is upgraded, and what comes after is under TLS', async () => {
  const { key, cert } = await certificate();
  const server = createServer((socket) => {
    socket.once('data', () => {
      socket.write('220 go\r\n');
      const secure = new TLSSocket(socket, { isServer: true, key, cert });
      secure.on('data', (data) => secure.write(`250 ${data}`)).on('error', () => {});
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const connection = await openConnection({ host: '127.0.0.1', port, timeout: 2000 });
  try {
    connection.write(Buffer.from('STARTTLS\r\n'));
    await connection.read(frame(), 2000);
    await connection.startTls({ servername: 'mail.example.test', ca: cert }, 2000);
    connection.write(Buffer.from('secret\r\n'));
    assert.equal((await connection.read(frame(), 2000)).lines[0]?.toString(), 'secret');
    assert.match(connection.transcript.toString(), /TLSv1\.[23]/);
  } finally {
    connection.destroy();
    server.close();
  }
});

for (const [what, turns] of [
  ['speaks on in clear', ['250 hello\r\n'.repeat(20)]],
  ['is silent', []],
  ['closes', ['close']],
] as const) {
  test(`a handshake with a server that ${what} fails within its time`, async () => {
    const server = await startFakeServer({ turns: ['', ...turns] });
    const connection = await openConnection({ host: '127.0.0.1', port: server.port, timeout: 2000 });
    try {
      connection.write(Buffer.from('STARTTLS\r\n'));
      const started = connection.startTls({ servername: 'mail.example.test' }, 60);
      await assert.rejects(started, (error) => error instanceof WireMismatch && error.code === 'tls-failed');
    } finally {
      connection.destroy();
      await server.close();
    }
  });
}
