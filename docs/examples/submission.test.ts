/** How to test that your program sends mail by submission: under STARTTLS, with a password, and what it does where that goes wrong. */
import { rejects } from 'node:assert/strict';
import { test } from 'node:test';
import { expect } from 'chai';
import { type RunningServer, type ServerOptions, startServer } from 'mailspec';
import { createTransport } from 'nodemailer';

/** The program: of yours it would be imported. */
async function sendInvoice(smtp: { port: number; ca: string; password: string }, to: string): Promise<void> {
  const transport = createTransport({
    host: 'localhost',
    port: smtp.port,
    requireTLS: true,
    tls: { ca: smtp.ca },
    auth: { user: 'shop@example.test', pass: smtp.password },
  });
  try {
    await transport.sendMail({ from: 'shop@example.test', to, subject: 'Your invoice', text: 'It comes to 12 €.' });
  } finally {
    transport.close();
  }
}

const PASSWORD = 'secret';
const ACCOUNTS = [
  { address: 'shop@example.test', password: PASSWORD },
  { address: 'ann@example.test', password: 'unused' },
];

/** Each test has a server of its own, which costs a hundredth of a second. */
async function withServer(options: ServerOptions, use: (server: RunningServer) => Promise<void>): Promise<void> {
  const server = await startServer({ accounts: ACCOUNTS, listen: { submission: { port: 0 } }, ...options });
  try {
    await use(server);
  } finally {
    await server.close();
  }
}

function smtpOf({ ports, ca }: RunningServer, password = PASSWORD) {
  return { port: ports.submission ?? 0, ca, password };
}

test('an invoice is submitted under STARTTLS', () =>
  withServer({ tls: 'required' }, async (server) => {
    await sendInvoice(smtpOf(server), 'ann@example.test');
    const [message = ''] = server.inbox('ann@example.test').map(String);
    expect(message).to.match(/^Subject: Your invoice\r$/m);
    // RFC 3848: ESMTP with TLS (S) and a login (A).
    expect(message).to.match(/\bwith ESMTPSA\b/);
  }));

test('a password that is wrong is an error', () =>
  withServer({}, async (server) => {
    await rejects(sendInvoice(smtpOf(server, 'wrong'), 'ann@example.test'), { responseCode: 535 });
  }));

test('no password is sent where somebody took STARTTLS away', () =>
  withServer({ tls: 'none' }, async (server) => {
    await rejects(sendInvoice(smtpOf(server), 'ann@example.test'), { code: 'ETLS' });
    expect(server.inbox('ann@example.test')).to.have.lengthOf(0);
  }));

test('a server that is busy is an error that says so', () =>
  withServer(
    { faults: [{ protocol: 'smtp', command: 'RCPT', reply: '451 4.3.0 Try again later' }] },
    async (server) => {
      await rejects(sendInvoice(smtpOf(server), 'ann@example.test'), /451 4\.3\.0/);
    },
  ));

test('a recipient who is not there is named', () =>
  withServer({}, async (server) => {
    await rejects(sendInvoice(smtpOf(server), 'bob@example.test'), { rejected: ['bob@example.test'] });
  }));
