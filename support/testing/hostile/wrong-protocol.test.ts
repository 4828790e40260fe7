/** Servers that speak another language than their port says. */
import { test } from 'node:test';
import { startBadServer } from './bad-server';
import { runAgainst } from './run-against';
import { talkSmtp } from './toy-smtp';
import { assertVerdicts } from './verdicts';

const TLS_ALERT = Buffer.from([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28]);

const OTHERS: [protocol: string, greeting: string | Buffer][] = [
  ['POP3', '+OK ready\r\n'],
  ['IMAP', '* OK ready\r\n'],
  ['HTTP', 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'],
  ['TLS', TLS_ALERT],
];

for (const [protocol, greeting] of OTHERS) {
  test(`a server that speaks ${protocol} is no SMTP server`, async () => {
    const server = await startBadServer((socket) => socket.resume().write(greeting));
    const result = await runAgainst({ port: server.port });
    await server.die();
    assertVerdicts(result, {
      some: ['fail', 'blocked'],
      also: ['warn'],
      reasons: [/begins with three digits/],
    });
  });
}

test('garbage instead of a handshake after STARTTLS fails what needs TLS', async () => {
  const server = await startBadServer((socket) => {
    talkSmtp(socket, { EHLO: '250-toy\r\n250 STARTTLS\r\n', STARTTLS: '220 go ahead\r\n' });
    // A client's side of the handshake begins with octet 22 (RFC 8446 §5.1).
    socket.on('data', (chunk) => chunk[0] === 22 && socket.write('this is no handshake\r\n'));
  });
  const service = `smtp: { port: ${server.port}, tls: optional }`;
  const result = await runAgainst({ port: server.port, service, only: 'smtp/extensions/starttls' });
  await server.die();
  assertVerdicts(result, {
    some: ['fail'],
    also: ['pass', 'warn', 'blocked'],
    reasons: [/TLS handshake failed/],
  });
});

test('a service that should speak TLS from the first octet and does not is out of reach', async () => {
  const server = await startBadServer((socket) => talkSmtp(socket));
  const service = `smtp: { port: ${server.port}, tls: implicit }`;
  const result = await runAgainst({ port: server.port, service, only: 'smtp/noop' });
  await server.die();
  assertVerdicts(result, { some: ['error'], reasons: [/TLS handshake failed/] });
});
