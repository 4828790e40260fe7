import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { type ConnectionOptions, connect } from 'node:tls';
import { startServer } from '../index';
import type { Strength } from './context';
import { tlsIdentity } from './identity';
import { Protection } from './protection';

interface Setting {
  names?: string[];
  tlsStrength?: Partial<Strength>;
}

/** Shakes hands once for each of these clients; gives what each saw, and the log. */
async function shaken(setting: Setting, clients: ConnectionOptions[], between?: (protection: Protection) => void) {
  const log: string[] = [];
  const identity = await tlsIdentity('mail.example.test', setting);
  const protection = new Protection(identity, { use: 'optional', names: setting.names, log: (line) => log.push(line) });
  const server = createServer((plain) => protection.protect(plain, ['imap']).on('error', () => {}));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const seen: string[] = [];
  for (const client of clients) {
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false, ...client });
    await new Promise<void>((resolve) => {
      const done = (what: string) => {
        seen.push(what);
        socket.destroy();
        resolve();
      };
      socket.once('secureConnect', () => done(`${socket.getProtocol()} ${socket.getPeerCertificate().subject.CN}`));
      socket.once('error', (error) => done(/alert number \d+/.exec(error.message)?.[0] ?? error.message));
    });
    between?.(protection);
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
  server.close();
  return { seen, log };
}

test('who asks for another server gets an alert, and the log says for which', async () => {
  const clients = [{ servername: 'MAIL.example.test' }, { servername: 'other.example.test' }, {}];
  const { seen, log } = await shaken({ names: ['mail.example.test'] }, clients);
  assert.deepEqual(seen, ['TLSv1.3 mail.example.test', 'alert number 112', 'TLSv1.3 mail.example.test']);
  assert.deepEqual(log, ['tls: handshake with 127.0.0.1 failed: it asks for "other.example.test"']);
});

test('the oldest version and the suites are as they were asked for', async () => {
  const old = { maxVersion: 'TLSv1.2' as const };
  const weak = { ...old, ciphers: 'ECDHE-ECDSA-AES128-GCM-SHA256' };
  const { seen, log } = await shaken({ tlsStrength: { oldest: 'TLSv1.3' } }, [old]);
  assert.deepEqual(seen, ['alert number 70']);
  assert.match(log[0] ?? '', /^tls: handshake with 127\.0\.0\.1 failed: unsupported protocol$/);
  const suites = await shaken({ tlsStrength: { suites: 'ECDHE-ECDSA-AES256-GCM-SHA384' } }, [old, weak]);
  assert.deepEqual(suites.seen, ['TLSv1.2 mail.example.test', 'alert number 40']);
});

test('another certificate is shown from the next handshake on', async () => {
  const { credentials } = await tlsIdentity('renewed.example.test');
  const { seen } = await shaken({}, [{}, {}], (protection) => protection.renew(credentials));
  assert.deepEqual(seen, ['TLSv1.3 mail.example.test', 'TLSv1.3 renewed.example.test']);
});

test('a session is resumed until the certificate is another one', async () => {
  const identity = await tlsIdentity('mail.example.test');
  const protection = new Protection(identity, { use: 'optional' });
  const server = createServer((plain) => {
    const secure = protection.protect(plain, ['imap']).on('error', () => {});
    secure.resume();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as { port: number };
  let given: Buffer | undefined;
  const visit = async () => {
    const session = given && { session: given };
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false, ...session }).resume();
    const kept = once(socket, 'session');
    if (given) await once(socket, 'secureConnect');
    else [given] = (await kept) as [Buffer];
    const resumed = socket.isSessionReused();
    socket.destroy();
    return resumed;
  };
  const visits = [await visit(), await visit()];
  protection.renew((await tlsIdentity('renewed.example.test')).credentials);
  visits.push(await visit());
  server.close();
  assert.deepEqual(visits, [false, true, false]);
});

test('a certificate that does not go with its key changes nothing', async () => {
  const [one, other] = await Promise.all(['one.example.test', 'other.example.test'].map((name) => tlsIdentity(name)));
  const protection = new Protection(one!, { use: 'optional' });
  const mixed = { cert: one!.credentials.cert, key: other!.credentials.key };
  assert.throws(() => protection.renew(mixed), /key values mismatch/);
  assert.equal(protection.context, one!.context);
});

test('a running server shows the certificate that it was given', async () => {
  const { credentials } = await tlsIdentity('given.example.test');
  const server = await startServer({ listen: { imaps: { port: 0 } }, tlsCredentials: credentials });
  const socket = connect({ port: server.ports.imaps!, host: '127.0.0.1', rejectUnauthorized: false });
  await once(socket, 'secureConnect');
  assert.equal(socket.getPeerCertificate().subject.CN, 'given.example.test');
  socket.destroy();
  await server.close();
  await assert.rejects(startServer({ tlsCredentials: { cert: 'none', key: 'none' } }), /tlsCredentials.cert/);
});
