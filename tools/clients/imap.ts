/** Independent readers by IMAP: what they fetch is what the server holds, and what they change is changed. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import type { Client, Setting } from './client';
import { assertFetched, toCrlf } from './judge';

const IMAPLIB = `
import imaplib, ssl, sys
port, tls_port, user, password, ca = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4], sys.argv[5]
context = ssl.create_default_context(cafile=ca)
def ok(answer):
    assert answer[0] == 'OK', answer
    return answer[1]
one = imaplib.IMAP4_SSL('localhost', tls_port, ssl_context=context)
ok(one.login(user, password))
ok(one.select('INBOX'))
message = ok(one.fetch('1', '(BODY.PEEK[])'))[0][1]
ok(one.create('Kept'))
ok(one.append('Kept', r'(\\Seen)', '"23-Nov-2026 10:00:00 +0000"', message))
ok(one.select('Kept'))
assert ok(one.search(None, 'SEEN', 'SUBJECT', '"stranger"')) == [b'1']
again = ok(one.fetch('1', '(RFC822)'))[0][1]
assert again == message
ok(one.store('1', '+FLAGS', r'(\\Deleted)'))
assert ok(one.expunge()) == [b'1']
ok(one.close())
ok(one.delete('Kept'))
one.logout()
two = imaplib.IMAP4('localhost', port)
ok(two.starttls(ssl_context=context))
ok(two.login(user, password))
ok(two.enable('UTF8=ACCEPT'))
ok(two.create('"Entwürfe"'))
assert any('Entwürfe'.encode() in line for line in ok(two.list('""', '*')))
ok(two.select('"Entwürfe"'))
ok(two.close())
ok(two.delete('"Entwürfe"'))
ok(two.select('INBOX', readonly=True))
two.logout()
sys.stdout.buffer.write(message)
`;

export const imapReaders: Client[] = [
  {
    name: 'curl reads by IMAP, in clear and on the TLS port',
    programs: ['curl'],
    async use({ server, account, ca, arrive, run }) {
      const message = await arrive();
      const login = ['-sS', '--user', `${account.address}:${account.password}`, '--cacert', ca];
      assertFetched(await run('curl', [...login, `imap://127.0.0.1:${server.ports.imap}/INBOX;UID=1`]), message);
      assertFetched(await run('curl', [...login, `imaps://localhost:${server.ports.imaps}/INBOX;UID=1`]), message);
    },
  },
  {
    name: 'Python imaplib reads, appends, searches, flags, expunges',
    programs: ['python3'],
    async use({ server, account, ca, arrive, run }) {
      const message = await arrive();
      const { imap, imaps } = server.ports;
      const fetched = await run('python3', [
        '-c',
        IMAPLIB,
        `${imap}`,
        `${imaps}`,
        account.address,
        account.password,
        ca,
      ]);
      assert.ok(fetched.equals(message), 'the octets differ');
    },
  },
  {
    name: 'mbsync syncs both ways, and changes nothing the second time',
    programs: ['mbsync'],
    async use(setting) {
      const { server, account, arrive, folder, run } = setting;
      const message = await arrive();
      writeFileSync(join(folder, 'mbsyncrc'), mbsyncConfig(setting), { mode: 0o600 });
      await run('mkdir', ['-p', 'mail']);
      await run('mbsync', ['-c', 'mbsyncrc', '-a']);
      assertFetched(onlyMail(join(folder, 'mail/INBOX')), message, ['X-TUID']);
      // A message of the client's own goes up.
      writeFileSync(join(folder, 'mail/INBOX/cur/1.local:2,S'), toLf(message, 'written here'));
      await run('mbsync', ['-c', 'mbsyncrc', '-a']);
      const inbox = server.inbox(account.address);
      assert.equal(inbox.length, 2);
      const before = readdirSync(join(folder, 'mail/INBOX/cur')).sort();
      await run('mbsync', ['-c', 'mbsyncrc', '-a']);
      assert.deepEqual(readdirSync(join(folder, 'mail/INBOX/cur')).sort(), before);
      assert.equal(server.inbox(account.address).length, 2);
    },
  },
  {
    name: 'offlineimap syncs into a Maildir, twice',
    programs: ['offlineimap'],
    async use(setting) {
      const { arrive, folder, run } = setting;
      const message = await arrive();
      writeFileSync(join(folder, 'offlineimaprc'), offlineimapConfig(setting), { mode: 0o600 });
      for (let time = 0; time < 2; time++) await run('offlineimap', ['-o', '-c', 'offlineimaprc', '-u', 'quiet']);
      assertFetched(onlyMail(join(folder, 'mail/INBOX')), message);
    },
  },
  {
    name: 'imapflow reads a part, and is told of new mail by IDLE',
    async use({ server, account, arrive }) {
      const message = await arrive();
      const client = new ImapFlow({
        host: 'localhost',
        port: server.ports.imaps!,
        secure: true,
        tls: { ca: server.ca },
        auth: { user: account.address, pass: account.password },
        logger: false,
      });
      await client.connect();
      try {
        await client.mailboxOpen('INBOX');
        const fetched = await client.fetchOne('1', { source: true, envelope: true, bodyStructure: true });
        assert.ok(fetched !== false && fetched.source?.equals(message), 'the octets differ');
        assert.equal(fetched.envelope?.subject, 'carried by a stranger');
        const exists = new Promise<number>((resolve) => client.once('exists', ({ count }) => resolve(count)));
        const idling = client.idle();
        server.deposit(account.address, message);
        assert.equal(await exists, 2);
        await client.noop();
        await idling;
      } finally {
        await client.logout();
      }
    },
  },
  {
    name: 'neomutt opens the inbox and saves a copy of the message',
    programs: ['neomutt'],
    async use({ server, account, ca, arrive, folder, run }) {
      const message = await arrive();
      const rc = [
        `set imap_user="${account.address}"`,
        `set imap_pass="${account.password}"`,
        `set folder="${folder}"`,
        `set spoolfile="imaps://localhost:${server.ports.imaps}/INBOX"`,
        `set ssl_ca_certificates_file="${ca}"`,
        'set mbox_type=Maildir',
        'set confirmcreate=no',
        'set confirmappend=no',
        'set delete=yes',
        'set quit=yes',
        'set header_cache=""',
        'unset wait_key',
        `push "<copy-message>${folder}/copied<enter><quit>"`,
      ];
      writeFileSync(join(folder, 'neomuttrc'), `${rc.join('\n')}\n`);
      // It wants a terminal: script(1) gives it one.
      await run('script', ['-qec', 'neomutt -n -F neomuttrc', '/dev/null'], { env: { TERM: 'xterm' } });
      assertFetched(onlyMail(join(folder, 'copied')), message, ['Content-Length', 'Lines']);
    },
  },
];

function mbsyncConfig({ server, account, ca, folder }: Setting): string {
  return [
    'IMAPAccount test',
    'Host localhost',
    `Port ${server.ports.imaps}`,
    `User ${account.address}`,
    `Pass "${account.password}"`,
    'SSLType IMAPS',
    `CertificateFile ${ca}`,
    '',
    'IMAPStore far',
    'Account test',
    '',
    'MaildirStore near',
    `Path ${folder}/mail/`,
    `Inbox ${folder}/mail/INBOX`,
    'SubFolders Verbatim',
    '',
    'Channel test',
    'Far :far:',
    'Near :near:',
    'Patterns INBOX',
    'Create Near',
    'Sync All',
    'Expunge Both',
    `SyncState ${folder}/state-`,
    '',
  ].join('\n');
}

function offlineimapConfig({ server, account, ca, folder }: Setting): string {
  return [
    '[general]',
    'accounts = test',
    `metadata = ${folder}/metadata`,
    '[Account test]',
    'localrepository = near',
    'remoterepository = far',
    '[Repository near]',
    'type = Maildir',
    `localfolders = ${folder}/mail`,
    '[Repository far]',
    'type = IMAP',
    'remotehost = localhost',
    `remoteport = ${server.ports.imaps}`,
    `remoteuser = ${account.address}`,
    `remotepass = ${account.password}`,
    'ssl = yes',
    `sslcacertfile = ${ca}`,
    "folderfilter = lambda name: name == 'INBOX'",
    '',
  ].join('\n');
}

/** The one message of a Maildir. */
function onlyMail(folder: string): Buffer {
  const files = ['new', 'cur'].flatMap((sub) => readdirSync(join(folder, sub)).map((name) => join(folder, sub, name)));
  assert.equal(files.length, 1, `${files.length} messages in ${folder}`);
  return toCrlf(readFileSync(files[0]!));
}

function toLf(message: Buffer, subject: string): Buffer {
  const text = message.toString('latin1').replace(/^Subject: .*$/m, `Subject: ${subject}`);
  return Buffer.from(text.replaceAll('\r\n', '\n'), 'latin1');
}
