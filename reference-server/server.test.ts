import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { RunningServer, ServerOptions } from './options';
import { startServer } from './server';
import { talk } from './testing/talk';

const folder = mkdtempSync(join(tmpdir(), 'server-'));
after(() => rmSync(folder, { recursive: true }));

const ALICE = { address: 'alice@example.test', password: 'secret' };

async function running(options: ServerOptions, test: (server: RunningServer) => Promise<void>): Promise<void> {
  const server = await startServer({ accounts: [ALICE], tls: 'none', ...options });
  try {
    await test(server);
  } finally {
    await server.close();
  }
}

const MESSAGE = ['EHLO x', 'MAIL FROM:<x@elsewhere.test>', 'RCPT TO:<alice@example.test>', 'DATA'];

describe('a server', () => {
  it('delivers by SMTP what POP3 then gives', () =>
    running({ listen: { smtp: { port: 0 }, pop3: { port: 0 } } }, async ({ ports, inbox }) => {
      await talk(ports.smtp!, ...MESSAGE, 'Subject: hi', '', '..dot', '.', 'QUIT');
      assert.match(inbox(ALICE.address)[0]!.toString(), /\r\nSubject: hi\r\n\r\n\.dot\r\n$/);
      const answer = await talk(ports.pop3!, 'USER alice@example.test', 'PASS secret', 'RETR 1', 'QUIT');
      assert.match(answer, /\r\n\r\n\.\.dot\r\n\.\r\n\+OK/);
    }));

  it('answers a fault on cue, and breaks off in the middle of a reply', () =>
    running({ listen: { smtp: { port: 0 } } }, async ({ ports, addFault }) => {
      addFault({ protocol: 'smtp', command: 'NOOP', reply: '451 4.3.0 Later', times: 1 });
      assert.match(await talk(ports.smtp!, 'NOOP', 'NOOP', 'QUIT'), /^220 .*\r\n451 4\.3\.0 Later\r\n250 /);
      addFault({ protocol: 'smtp', command: 'NOOP', truncate: 5 });
      assert.match(await talk(ports.smtp!, 'NOOP', 'NOOP'), /^220 .*\r\n250 2$/);
    }));

  it('does so in POP3 too, and with the greeting', () =>
    running({ listen: { pop3: { port: 0 } } }, async ({ ports, addFault }) => {
      addFault({ protocol: 'pop3', command: 'CAPA', reply: '-ERR [SYS/TEMP] Later', times: 1 });
      assert.match(await talk(ports.pop3!, 'CAPA', 'QUIT'), /^\+OK .*\r\n-ERR \[SYS\/TEMP\] Later\r\n\+OK /);
      addFault({ protocol: 'pop3', command: 'CAPA', truncate: 5 });
      assert.match(await talk(ports.pop3!, 'CAPA', 'QUIT'), /^\+OK .*\r\n\+OK T$/);
      addFault({ protocol: 'pop3', command: 'GREETING', drop: true });
      assert.equal(await talk(ports.pop3!), '');
    }));

  it('answers a fault with several lines, and IMAP with what has no tag', () =>
    running({ listen: { smtp: { port: 0 }, pop3: { port: 0 }, imap: { port: 0 } } }, async ({ ports, addFault }) => {
      addFault({ protocol: 'smtp', command: 'EHLO', reply: '250-x greets you\n250 SIZE' });
      assert.match(await talk(ports.smtp!, 'EHLO y', 'QUIT'), /^220 .*\r\n250-x greets you\r\n250 SIZE\r\n221 /);
      addFault({ protocol: 'smtp', command: 'NOOP', reply: '451-4.3.0 Later\r\n451 4.3.0 or never' });
      assert.match(await talk(ports.smtp!, 'NOOP', 'QUIT'), /\r\n451-4\.3\.0 Later\r\n451 4\.3\.0 or never\r\n221 /);
      addFault({ protocol: 'pop3', command: 'CAPA', reply: '+OK\nUIDL\n.' });
      assert.match(await talk(ports.pop3!, 'CAPA', 'QUIT'), /^\+OK .*\r\n\+OK\r\nUIDL\r\n\.\r\n\+OK /);
      addFault({ protocol: 'imap', command: 'NOOP', reply: '* 7 EXISTS\nOK done', times: 1 });
      addFault({ protocol: 'imap', command: 'NOOP', reply: 'BYE enough' });
      assert.match(
        await talk(ports.imap!, 'a1 NOOP', 'a2 NOOP'),
        /\r\n\* 7 EXISTS\r\na1 OK done\r\n\* BYE enough\r\n$/,
      );
    }));

  it('comes back on the same ports with its mail', () =>
    running({ listen: { smtp: { port: 0 } } }, async (server) => {
      const { smtp } = server.ports;
      server.deposit(ALICE.address, Buffer.from('Subject: kept\r\n\r\n'));
      const waiting = talk(smtp!, 'NOOP');
      await talk(smtp!, 'QUIT');
      await server.restart();
      assert.match(await waiting, /\r\n421 4\.3\.2 .*\r\n$/);
      assert.equal(server.ports.smtp, smtp);
      assert.match(await talk(smtp!, 'QUIT'), /^220 /);
      assert.equal(server.inbox(ALICE.address).length, 1);
    }));

  it('loses by its being killed what it had not said yes to, tells nobody, and comes back with the rest', () =>
    running({ listen: { smtp: { port: 0 } }, accounts: [ALICE] }, async (server) => {
      const { smtp } = server.ports;
      server.deposit(ALICE.address, Buffer.from('Subject: kept\r\n\r\n'));
      const waiting = talk(smtp!, 'NOOP');
      await talk(smtp!, 'QUIT');
      await server.kill();
      assert.doesNotMatch(await waiting, /421/);
      assert.match(await talk(smtp!, 'QUIT'), /^220 /);
      assert.equal(server.inbox(ALICE.address).length, 1);
    }));

  it('is closed when that is said before, during or after a restart, and cannot be restarted then', async () => {
    const server = await startServer({ listen: { smtp: { port: 0 } } });
    const restarts = [server.restart(), server.restart()];
    await Promise.all([server.close(), ...restarts]);
    await assert.rejects(server.restart(), /the server is closed/);
    await assert.rejects(talk(server.ports.smtp!, 'QUIT'), { code: 'ECONNREFUSED' });
  });

  it('can be tried again when a restart has failed', async () => {
    const server = await startServer({ listen: { smtp: { port: 0, host: '127.0.0.1' } }, data: join(folder, 'mail') });
    renameSync(join(folder, 'mail'), join(folder, 'away'));
    mkdirSync(join(folder, 'mail'));
    await assert.rejects(server.restart(), { code: 'unavailable' });
    rmSync(join(folder, 'mail'), { recursive: true });
    renameSync(join(folder, 'away'), join(folder, 'mail'));
    await server.restart();
    assert.match(await talk(server.ports.smtp!, 'QUIT'), /^220 /);
    await server.close();
  });

  it('makes accounts while it runs, each once', () =>
    running({}, async (server) => {
      server.addAccount({ address: 'bob@example.test', password: 'x' });
      server.deposit('bob@example.test', Buffer.from('\r\n'));
      assert.equal(server.inbox('BOB@example.test').length, 1);
      assert.throws(() => server.addAccount({ address: 'bob@example.test', password: 'x' }), /exists/);
      assert.throws(() => server.deposit('nobody@example.test', Buffer.from('')), /no account/);
    }));

  it('does not start on a taken port, nor with a name that it does not know', () =>
    running({ listen: { smtp: { port: 0 } } }, async ({ ports }) => {
      await assert.rejects(startServer({ listen: { smtp: { port: ports.smtp! } } }), { code: 'EADDRINUSE' });
      await assert.rejects(startServer({ profile: 'nothing' }), { option: 'profile' });
    }));

  it('bears only so many connections from one address', () =>
    running({ listen: { smtp: { port: 0 } }, limits: { connections: 1 } }, async ({ ports }) => {
      const first = connect(ports.smtp!, '127.0.0.1');
      await once(first, 'data');
      assert.match(await talk(ports.smtp!, 'NOOP'), /^421 /);
      first.destroy();
    }));
});
