import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SMTPServerOptions } from 'smtp-server';
import type { RunningServer } from '../options';
import type { Smarthost } from '../relay/options';
import { startServer } from '../server';
import { type NextHop, nextHop } from '../testing/next-hop';
import { kindBut, scriptedHost } from '../testing/scripted-host';
import { talk } from '../testing/talk';
import { until } from '../testing/until';

const ALICE = 'alice@example.test';
const KNOWS_ALICE: SMTPServerOptions = {
  authOptional: false,
  disabledCommands: [],
  onAuth: ({ username, password }, _, done) =>
    username === 'user' && password === 'sécret' ? done(null, { user: 'user' }) : done(new Error('wrong')),
};

/** Sends one message to two domains through a smarthost. */
async function through(
  options: SMTPServerOptions,
  smarthost: Partial<Smarthost>,
  test: (server: RunningServer, hop: NextHop) => Promise<void>,
): Promise<void> {
  const hop = await nextHop(options);
  const server = await startServer({
    accounts: [{ address: ALICE, password: 'secret' }],
    tls: 'none',
    listen: { smtp: { port: 0 } },
    relay: { networks: ['127.0.0.1'], smarthost: { host: '127.0.0.1', port: hop.port, ...smarthost } },
  });
  try {
    const rcpt = ['RCPT TO:<bob@other.test>', 'RCPT TO:<eve@another.test>'];
    await talk(server.ports.smtp!, 'EHLO x', `MAIL FROM:<${ALICE}>`, ...rcpt, 'DATA', 'Subject: hi', '', '.', 'QUIT');
    await test(server, hop);
  } finally {
    await server.close();
    await hop.close();
  }
}

describe('a smarthost', () => {
  it('gets what is for all domains, in one transaction', () =>
    through({}, {}, async (_, hop) => {
      await until(() => hop.received.length === 1);
      assert.deepEqual(hop.received[0]!.to, ['bob@other.test', 'eve@another.test']);
      assert.equal(hop.received[0]!.session.secure, false);
    }));

  it('is spoken to under TLS where it offers that, whatever its certificate says', () =>
    through({ disabledCommands: [] }, {}, async (_, hop) => {
      await until(() => hop.received.length === 1);
      assert.equal(hop.received[0]!.session.secure, true);
    }));

  it('is logged in to', () =>
    through(KNOWS_ALICE, { user: 'user', password: 'sécret' }, async (_, hop) => {
      await until(() => hop.received.length === 1);
      assert.equal(hop.received[0]!.session.user, 'user');
      assert.equal(hop.received[0]!.session.secure, true);
    }));

  it('gets no password without TLS, unless it was said that it may', async () => {
    const plain = { ...KNOWS_ALICE, disabledCommands: ['STARTTLS'], allowInsecureAuth: true };
    await through(plain, { user: 'user', password: 'sécret' }, async (server, hop) => {
      await until(() => server.queue()[0]?.recipients[1]?.attempts === 1);
      assert.match(server.queue()[0]!.recipients[0]!.news, /offers no TLS/);
      assert.equal(hop.received.length, 0);
    });
    await through(plain, { user: 'user', password: 'sécret', tls: 'optional' }, async (_, hop) => {
      await until(() => hop.received.length === 1);
      assert.equal(hop.received[0]!.session.secure, false);
    });
  });

  it('that refuses the login is tried again, and no sender is told', () =>
    through(KNOWS_ALICE, { user: 'user', password: 'wrong' }, async (server) => {
      await until(() => server.queue()[0]?.recipients[0]?.attempts === 1);
      assert.match(server.queue()[0]!.recipients[0]!.news, /said: 535/);
      assert.equal(server.inbox(ALICE).length, 0);
    }));

  it('that is in the middle of it when the server stops gets it again, and no attempt is counted', async () => {
    const host = await scriptedHost(kindBut({ MAIL: undefined }));
    try {
      await through({}, { port: host.port }, async (server) => {
        await until(() => host.lines.some((line) => line.startsWith('MAIL')));
        await server.restart();
        assert.equal(server.queue()[0]!.recipients[0]!.attempts, 0);
        await until(() => host.lines.filter((line) => line.startsWith('MAIL')).length === 2);
      });
    } finally {
      host.close();
    }
  });

  it('whose TLS comes to nothing is spoken to without', async () => {
    const host = await scriptedHost(kindBut({ EHLO: '250-mx\r\n250 STARTTLS', STARTTLS: '220 go, close' }));
    try {
      await through({}, { port: host.port }, async (server) => {
        await until(() => server.queue().length === 0);
        assert.equal(host.lines.filter((line) => line === '>').length, 2);
      });
    } finally {
      host.close();
    }
  });
});
