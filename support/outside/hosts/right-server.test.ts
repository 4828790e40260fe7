import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { authorityCertificate } from '../../authority';
import { converse, withHost } from '../../testing/mail-host';
import type { MailHost } from './host';
import { parseBehaviour } from './parse-behaviour';

/** Up to RCPT, each answered well. */
const RCPT = 'S: 220\nC: EHLO c.test\nS: 250\nC: MAIL FROM:<a@a.test>\nS: 250\nC: RCPT TO:<b@b.test>\n';
const MESSAGE = `${RCPT}S: 250\nC: DATA\nS: 354\nC: hello\nC: .\n`;
const QUIT = 'C: QUIT\nS: 221\nS: ${closed}';

/** A client's dialogues with a host that behaves so, one after the other. */
async function behaves(text: string, ...dialogues: string[]): Promise<void> {
  await withHost(
    async (host) => {
      for (const dialogue of dialogues) await converse(host, dialogue);
    },
    { behaviour: parseBehaviour(text) },
  );
}

const AGAIN = 'C: MAIL FROM:<a@a.test>\nS: 250\nC: RCPT TO:<b@b.test>\n';

for (const [text, ...dialogues] of [
  ['all', `${MESSAGE}S: 250\n${QUIT}`],
  ['never answers', 'S: ${silent 50ms}'],
  ['the greeting with 554', `S: 554\nC: EHLO c.test\nS: 503\n${QUIT}`],
  ['the greeting with 421 and closes', 'S: 421\nS: ${closed}'],
  ['EHLO with 502', `S: 220\nC: EHLO c.test\nS: 502\nC: HELO c.test\nS: 250\n${QUIT}`],
  ['HELO with 550', `S: 220\nC: HELO c.test\nS: 550\n${QUIT}`],
  ['EHLO with 250 after 60ms', `S: 220\nC: EHLO c.test\nS: \${silent 30ms}\nS: 250\nS* SIZE 52428800\n${QUIT}`],
  [
    'MAIL with 450',
    `S: 220\nC: EHLO c.test\nS: 250\nC: MAIL FROM:<a@a.test>\nS: 450\nC: RCPT TO:<b@b.test>\nS: 503\n${QUIT}`,
  ],
  ['RCPT with 550 5.1.1 who is that', `${RCPT}S: 550 5.1.1 who is that\nC: DATA\nS: 554\n${QUIT}`],
  [
    'RCPT with 451 two times, then all',
    `${RCPT}S: 451\n${QUIT}`,
    'S: 220\n${QUIT}'.replace('${QUIT}', QUIT),
    `${RCPT}S: 451\nC: RCPT TO:<c@b.test>\nS: 451\n${QUIT}`,
    `${MESSAGE}S: 250\n${QUIT}`,
  ],
  [
    'RCPT with 451 two times, then all',
    // The same in one session.
    `${RCPT}S: 451\nC: RSET\nS: 250\n${AGAIN}S: 451\nC: RSET\nS: 250\n${AGAIN}S: 250\n${QUIT}`,
  ],
  ['RCPT with 451 one time, then DATA with 452', `${RCPT}S: 451\n${QUIT}`, `${RCPT}S: 250\nC: DATA\nS: 452\n${QUIT}`],
  ['the message with 552', `${MESSAGE}S: 552\n${QUIT}`],
  ['the message with a closed connection', `${MESSAGE}S: \${closed}`],
  ['RCPT with silence', `${RCPT}S: \${silent 50ms}`],
  ['QUIT with a closed connection', 'S: 220\nC: QUIT\nS: ${closed}'],
  ['STARTTLS with 454', `S: 220\nC: EHLO c.test\nS: 250\nS* STARTTLS\nC: STARTTLS\nS: 454\n${QUIT}`],
  [
    'has TLS that is stripped',
    `S: 220\nC: EHLO c.test\nS: 250\nS* STARTTLS\nC: STARTTLS\nS: 454\nC: EHLO c.test\nS: 250\nS! STARTTLS\n${QUIT}`,
  ],
  ['AUTH with 535', `S: 220\nC: EHLO c.test\nS: 250\nS* AUTH PLAIN LOGIN\nC: AUTH PLAIN AGEAYg==\nS: 535\n${QUIT}`],
  [
    'offers AUTH',
    `S: 220\nC: EHLO c.test\nS: 250\nC: AUTH LOGIN\nS: 334\nC: dXNlcg==\nS: 334\nC: c2VjcmV0LTE=\nS: 235\n${QUIT}`,
  ],
  ['offers nothing', `S: 220\nC: EHLO c.test\nS: 250\nS! PIPELINING\nC: MAIL FROM:<> SIZE=1\nS: 555\n${QUIT}`],
  [
    'offers SIZE 20',
    `S: 220\nC: EHLO c.test\nS: 250\nC: MAIL FROM:<> SIZE=21\nS: 552\nC: MAIL FROM:<>\nS: 250\nC: RCPT TO:<b@b.test>\nS: 250\nC: DATA\nS: 354\nC: twenty octets and more\nC: .\nS: 552\n${QUIT}`,
  ],
] as const) {
  test(`a host that answers “${text}”`, () => behaves(text, ...dialogues));
}

/** What a client gets in all that sends these lines at once, until the host closes or so many octets have come. */
function raw(
  host: MailHost,
  lines: string,
  most = Number.POSITIVE_INFINITY,
): Promise<{ came: Buffer; broken: boolean }> {
  return new Promise((resolve) => {
    const socket = connect(host.port, host.address);
    const pieces: Buffer[] = [];
    let broken = false;
    socket.on('data', (piece) => {
      pieces.push(piece);
      if (pieces.reduce((sum, { length }) => sum + length, 0) >= most) socket.destroy();
    });
    socket.on('error', () => {
      broken = true;
    });
    socket.on('close', () => resolve({ came: Buffer.concat(pieces), broken }));
    socket.write(lines);
  });
}

test('garbage, a line without end, and a connection that breaks', async () => {
  await withHost(async (host) => {
    await host.behave(parseBehaviour('EHLO with garbage'));
    assert.match((await raw(host, 'EHLO c\r\nQUIT\r\n')).came.toString('latin1'), /^220 .*\r\n\0\xff.*\r\n221 /);
    await host.behave(parseBehaviour('the greeting with an endless line'));
    assert.match((await raw(host, '', 200_000)).came.toString('latin1'), /^a{200000}/);
    await host.behave(parseBehaviour('the greeting with a reset connection'));
    assert.deepEqual(await raw(host, ''), { came: Buffer.alloc(0), broken: true });
  });
});

test('a host that refuses connections does not listen, and may change its mind', async () => {
  await withHost(async (host) => {
    const { port } = host;
    await host.behave(parseBehaviour('refuses connections'));
    await assert.rejects(converse(host, QUIT), { code: 'connection-refused' });
    await host.behave(parseBehaviour('all'));
    assert.equal(host.port, port);
    await converse(host, `S: 220\n${QUIT}`);
  });
});

const TLS = `S: 220\nC: EHLO c.test\nS: 250\nC: STARTTLS\nS: 220\nC: \${starttls}\nC: EHLO c.test\nS: 250\nS! STARTTLS\n${QUIT}`;

test('TLS with a good certificate, and with others', async () => {
  const ca = await authorityCertificate();
  await withHost(async (host) => {
    const name = { servername: host.name, ca };
    const withCertificate = async (text: string, tls = name) => {
      await host.behave(parseBehaviour(text));
      await converse(host, TLS, tls);
    };
    await withCertificate('offers STARTTLS');
    assert.equal(host.sessions[0]!.tls?.servername, host.name);
    assert.match(host.sessions[0]!.tls!.version, /^TLSv1\.[23]$/);
    await assert.rejects(withCertificate('has an expired certificate'), /expired/);
    await assert.rejects(withCertificate('has a certificate for another name'), /not in the cert's altnames/i);
    const faults = () => host.sessions.flatMap((session) => session.faults.map(({ requirement }) => requirement));
    assert.deepEqual(faults(), []);
    // It is asked for by a name that is not its own.
    await withCertificate('has a certificate for another name', { ...name, servername: 'another-name.test' });
    assert.deepEqual(faults(), ['R8461-7.1-3']);
  });
});

test('who offers AUTH takes every user, and shows no password', async () => {
  await withHost(
    async (host, { transcript }) => {
      const plain = Buffer.from('\0u@b.test\0secret-1').toString('base64');
      await converse(host, `S: 220\nC: EHLO c.test\nS: 250\nC: AUTH PLAIN ${plain}\nS: 235\n${QUIT}`);
      assert.equal(host.sessions[0]!.user, 'u@b.test');
      assert.ok(!transcript.toString().includes('secret-1') && !transcript.toString().includes(plain));
    },
    { behaviour: parseBehaviour('offers AUTH') },
  );
});
