/** How to test a mail server of your own with one that sends to it: what it defers comes again, and half an hour passes at once. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { expect } from 'chai';
import { movableClock, type Resolver, type RunningServer, startServer } from 'mailspec';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';

const MINUTE = 60_000;

/** The program: whoever is not known yet is asked to come again, no sooner than ten minutes later. Of yours it would be imported. */
function greylisting(now: () => number, taken: string[]): SMTPServer {
  const seen = new Map<string, number>();
  return new SMTPServer({
    hideSTARTTLS: true,
    authOptional: true,
    onRcptTo({ address }, session, done) {
      const key = `${session.remoteAddress} ${address}`;
      const first = seen.get(key) ?? now();
      seen.set(key, first);
      if (now() - first >= 10 * MINUTE) done();
      else done(Object.assign(new Error('4.7.1 Come again later'), { responseCode: 450 }));
    },
    onData(stream, session, done) {
      stream.resume();
      stream.on('end', () => {
        taken.push(...session.envelope.rcptTo.map(({ address }) => address));
        done();
      });
    },
  });
}

/** The DNS: every domain has one mail exchanger, and that is your server. */
const resolver: Resolver = {
  mx: async (domain) => ({ kind: 'found', records: [{ preference: 10, exchange: `mx.${domain}` }] }),
  addresses: async () => ({ kind: 'found', records: ['127.0.0.1'] }),
};

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await setTimeout(5);
}

async function sendThrough({ ports, ca }: RunningServer, to: string): Promise<void> {
  const auth = { user: 'ann@example.test', pass: 'secret' };
  const transport = createTransport({ host: 'localhost', port: ports.submission, requireTLS: true, tls: { ca }, auth });
  await transport.sendMail({ from: auth.user, to, subject: 'Hello', text: 'Hello.' });
  transport.close();
}

test('greylisting lets a mail server in when it comes again', { timeout: 20_000 }, async () => {
  const clock = movableClock();
  const taken: string[] = [];
  const mine = greylisting(clock.now, taken);
  const listening = mine.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const server = await startServer({
    clock,
    accounts: [{ address: 'ann@example.test', password: 'secret' }],
    listen: { submission: { port: 0 } },
    relay: { resolver, port: (listening.address() as AddressInfo).port },
  });
  try {
    await sendThrough(server, 'carol@elsewhere.test');
    await until(() => server.queue()[0]?.recipients[0]?.attempts === 1);
    expect(server.queue()[0]?.recipients[0]?.news).to.match(/450 4\.7\.1/);
    expect(taken).to.deep.equal([]);
    clock.advance(30 * MINUTE);
    await until(() => server.queue().length === 0);
    expect(taken).to.deep.equal(['carol@elsewhere.test']);
  } finally {
    await server.close();
    await new Promise<void>((resolve) => mine.close(resolve));
  }
});
