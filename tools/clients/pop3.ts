/** Independent readers by POP3: what they fetch is what the server holds. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from './client';
import { assertFetched, toCrlf } from './judge';

const POPLIB = `
import poplib, ssl, sys
port, tls_port, user, password, ca = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4], sys.argv[5]
context = ssl.create_default_context(cafile=ca)
def whole(pop):
    count, size = pop.stat()
    assert count == 1, count
    assert pop.list()[1] == [b'1 %d' % size]
    assert len(pop.uidl()[1]) == 1
    lines = pop.retr(1)[1]
    assert pop.top(1, 0)[1][-1] == b''
    return b'\\r\\n'.join(lines) + b'\\r\\n', size
plain = poplib.POP3('127.0.0.1', port)
plain.capa()
plain.user(user); plain.pass_(password)
first, size = whole(plain)
assert len(first) == size, (len(first), size)
plain.quit()
stls = poplib.POP3('localhost', port)
stls.stls(context)
stls.user(user); stls.pass_(password)
second, size = whole(stls)
stls.quit()
tls = poplib.POP3_SSL('localhost', tls_port, context=context)
tls.user(user); tls.pass_(password)
third, size = whole(tls)
tls.dele(1)
tls.quit()
assert first == second == third
sys.stdout.buffer.write(first)
`;

export const pop3Readers: Client[] = [
  {
    name: 'curl reads by POP3, in clear, under STLS and on the TLS port',
    programs: ['curl'],
    async use({ server, account, ca, arrive, run }) {
      const message = await arrive();
      const login = ['-sS', '--user', `${account.address}:${account.password}`, '--cacert', ca];
      const { pop3, pop3s } = server.ports;
      assertFetched(await run('curl', [...login, `pop3://127.0.0.1:${pop3}/1`]), message);
      assertFetched(await run('curl', [...login, '--ssl-reqd', `pop3://localhost:${pop3}/1`]), message);
      assertFetched(await run('curl', [...login, `pop3s://localhost:${pop3s}/1`]), message);
    },
  },
  {
    name: 'Python poplib reads in clear, under STLS and on the TLS port, then deletes',
    programs: ['python3'],
    async use({ server, account, ca, arrive, run }) {
      const message = await arrive();
      const { pop3, pop3s } = server.ports;
      const fetched = await run('python3', [
        '-c',
        POPLIB,
        `${pop3}`,
        `${pop3s}`,
        account.address,
        account.password,
        ca,
      ]);
      assert.ok(fetched.equals(message), 'the octets differ');
      assert.equal(server.inbox(account.address).length, 0);
    },
  },
  {
    name: 'fetchmail fetches and deletes',
    programs: ['fetchmail'],
    async use({ server, account, ca, arrive, folder, run }) {
      const message = await arrive();
      const rc = join(folder, 'fetchmailrc');
      const lines = [
        `poll localhost protocol pop3 service ${server.ports.pop3} timeout 20 uidl`,
        `  user "${account.address}" password "${account.password}" mda "cat > ${folder}/fetched"`,
        `  sslproto tls1.2+ sslcertfile ${ca} sslcertck no rewrite`,
      ];
      writeFileSync(rc, `set no bouncemail\n${lines.join('\n')}\n`, { mode: 0o600 });
      // fetchmail will not run as root without being asked for it in so many words: it only warns.
      await run('fetchmail', [
        '-f',
        rc,
        '--pidfile',
        join(folder, 'pid'),
        '--idfile',
        join(folder, 'ids'),
        '--invisible',
      ]);
      assertFetched(readFileSync(join(folder, 'fetched')), message);
      assert.equal(server.inbox(account.address).length, 0);
    },
  },
  {
    name: 'mpop fetches into a Maildir, and finds nothing new the second time',
    programs: ['mpop'],
    async use({ server, account, ca, arrive, folder, run }) {
      const message = await arrive();
      const rc = join(folder, 'mpoprc');
      await run('mkdir', ['-p', 'mail/cur', 'mail/new', 'mail/tmp']);
      const settings = [
        'account default',
        'host localhost',
        `port ${server.ports.pop3}`,
        `user ${account.address}`,
        `password "${account.password}"`,
        'tls on',
        'tls_starttls on',
        `tls_trust_file ${ca}`,
        'keep on',
        'received_header off',
        `delivery maildir ${folder}/mail`,
        `uidls_file ${folder}/uidls`,
      ];
      writeFileSync(rc, `${settings.join('\n')}\n`, { mode: 0o600 });
      await run('mpop', ['-C', rc]);
      await run('mpop', ['-C', rc]);
      assertFetched(onlyFile(join(folder, 'mail/new')), message);
    },
  },
  {
    name: 'getmail fetches through a delivery command and deletes',
    programs: ['getmail'],
    async use({ server, account, ca, arrive, folder, run }) {
      const message = await arrive();
      const rc = [
        '[retriever]',
        'type = SimplePOP3SSLRetriever',
        'server = localhost',
        `port = ${server.ports.pop3s}`,
        `username = ${account.address}`,
        `password = ${account.password}`,
        `ca_certs = ${ca}`,
        '[destination]',
        // Its own Maildir delivery refuses to run as root.
        'type = MDA_external',
        'path = /bin/sh',
        `arguments = ("-c", "cat > ${folder}/fetched")`,
        'allow_root_commands = true',
        '[options]',
        'delete = true',
        'delivered_to = false',
        'received = false',
        'verbose = 2',
      ];
      writeFileSync(join(folder, 'getmailrc'), `${rc.join('\n')}\n`);
      const said = await run('getmail', ['--getmaildir', folder, '--rcfile', 'getmailrc']);
      assertFetched(readFileSync(join(folder, 'fetched')), message);
      const { length } = server.inbox(account.address);
      assert.equal(length, 0, `${length} messages are left; getmail said:\n${said}`);
    },
  },
];

function onlyFile(folder: string): Buffer {
  const files = readdirSync(folder);
  assert.equal(files.length, 1, `${files.length} files in ${folder}`);
  return toCrlf(readFileSync(join(folder, files[0]!)));
}
