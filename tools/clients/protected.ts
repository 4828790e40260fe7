/** Signed and encrypted messages go the whole way, and openssl and gpg verify and decrypt what comes of it (RFC 8551, RFC 3156). */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../support/package-root';
import { verified } from '../protected/verify';
import type { Client, Setting } from './client';
import { bundled } from './elsewhere/bundled';
import type { Exchanger } from './elsewhere/exchanger';
import { DOMAIN, openElsewhere, RECIPIENT, untilQueueIsEmpty } from './elsewhere/open';
import { smtpServer } from './elsewhere/smtp-server';
import { toCrlf } from './judge';
import { nodemailer } from './submit/nodemailer';

const FOLDER = join(packageRoot(), 'features/messages/protected');
const MESSAGES = readdirSync(FOLDER).map((name) => toCrlf(readFileSync(join(FOLDER, name))));

/** Writes each message of the inbox as POP3 sends it, as IMAP does, and, where it has two parts, as they make it together again. */
const READ = `
import imaplib, poplib, re, ssl, sys
pop_port, imap_port, user, password, ca = int(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:]
context = ssl.create_default_context(cafile=ca)
pop = poplib.POP3_SSL('localhost', pop_port, context=context)
pop.user(user); pop.pass_(password)
imap = imaplib.IMAP4_SSL('localhost', imap_port, ssl_context=context)
imap.login(user, password)
imap.select('INBOX')
def section(n, name):
    return imap.fetch(str(n), '(BODY.PEEK[%s])' % name)[1][0][1]
def write(way, n, message):
    open('%s-%d' % (way, n), 'wb').write(message)
for n in range(1, pop.stat()[0] + 1):
    write('pop3', n, b'\\r\\n'.join(pop.retr(n)[1]) + b'\\r\\n')
    write('imap', n, section(n, ''))
    header = section(n, 'HEADER')
    boundary = re.search(rb'multipart/(?:signed|encrypted);[^"]*"[^"]*";[^"]*boundary="([^"]*)"', header)
    if not boundary: continue
    delimiter = b'--' + boundary[1]
    parts = [section(n, '%d.MIME' % part) + section(n, '%d' % part) for part in (1, 2)]
    write('parts', n, header + b''.join(delimiter + b'\\r\\n' + part + b'\\r\\n' for part in parts) + delimiter + b'--\\r\\n')
imap.logout()
pop.quit()
`;

export const protectedMessages: readonly Client[] = [
  {
    name: 'openssl and gpg verify the messages as they are kept',
    programs: ['openssl', 'gpg'],
    use: ({ folder }) => verifyAll(folder, MESSAGES, MESSAGES.length),
  },
  {
    name: 'openssl and gpg verify what nodemailer submitted and Python read by POP3, by IMAP, and by IMAP in parts',
    programs: ['openssl', 'gpg', 'python3'],
    async use(setting) {
      const { server, account, ca, folder, run } = setting;
      for (const message of MESSAGES) await submit(setting, message, account.address);
      const login = [account.address, account.password, ca];
      await run('python3', ['-c', READ, `${server.ports.pop3s}`, `${server.ports.imaps}`, ...login]);
      for (const [way, count] of [
        ['pop3', MESSAGES.length],
        ['imap', MESSAGES.length],
        ['parts', 13],
      ] as const) {
        const files = readdirSync(folder).filter((name) => name.startsWith(`${way}-`));
        await verifyAll(
          join(folder, `keys-${way}`),
          files.map((name) => readFileSync(join(folder, name))),
          count,
        );
      }
    },
  },
  {
    name: 'openssl and gpg verify what Python delivered by LMTP',
    programs: ['openssl', 'gpg', 'python3'],
    async use({ server, account, folder, run }) {
      const files = readdirSync(FOLDER).map((name) => join(FOLDER, name));
      await run('python3', ['-c', LMTP, `${server.ports.lmtp}`, account.address, ...files]);
      await verifyAll(folder, server.inbox(account.address), MESSAGES.length);
    },
  },
  ...[smtpServer, bundled].map(handedOnTo),
  {
    name: 'openssl and gpg verify what a report gives back of a message that was refused',
    programs: ['openssl', 'gpg'],
    async use(setting) {
      const { server, sender, folder } = setting;
      const inbox = await openElsewhere(setting, smtpServer, 'preferred');
      try {
        for (const message of MESSAGES) await submit(setting, message, `nobody@${DOMAIN}`);
        await untilQueueIsEmpty(setting);
      } finally {
        await inbox.close();
      }
      await verifyAll(folder, server.inbox(sender.address).map(givenBack), MESSAGES.length);
    },
  },
];

const LMTP = `
import smtplib, sys
with smtplib.LMTP('127.0.0.1', int(sys.argv[1])) as lmtp:
    for path in sys.argv[3:]:
        message = open(path, 'rb').read().replace(b'\\n', b'\\r\\n')
        lmtp.sendmail('ann@elsewhere.test', [sys.argv[2]], message, mail_options=['BODY=8BITMIME'])
`;

function handedOnTo(exchanger: Exchanger): Client {
  return {
    name: `openssl and gpg verify what was submitted for elsewhere and came to ${exchanger.name}`,
    programs: ['openssl', 'gpg'],
    async use(setting) {
      const inbox = await openElsewhere(setting, exchanger, 'preferred');
      try {
        for (const message of MESSAGES) await submit(setting, message, RECIPIENT);
        await untilQueueIsEmpty(setting);
        await verifyAll(
          setting.folder,
          inbox.received().map(({ message }) => message),
          MESSAGES.length,
        );
      } finally {
        await inbox.close();
      }
    },
  };
}

function submit(setting: Setting, message: Buffer, to: string): Promise<void> {
  const secret = setting.sender.password;
  return nodemailer.submit({ ...setting, message }, { way: 'STARTTLS', mechanism: 'PLAIN', secret, to });
}

/** The message that stands in a report (RFC 3464 §2). */
function givenBack(report: Buffer): Buffer {
  const text = report.toString('latin1');
  const [, boundary] = /multipart\/report;[\s\S]*?boundary="?([^";\r]+)/i.exec(text)!;
  const [, message] = /Content-Type: message\/rfc822\r\n(?:.+\r\n)*\r\n([\s\S]*)/i.exec(text)!;
  return Buffer.from(message!.split(`\r\n--${boundary}--`)[0]!, 'latin1');
}

/** Of each message at least one seal is verified or opened. `folder` is where gpg keeps its keys. */
async function verifyAll(folder: string, messages: readonly Buffer[], count: number): Promise<void> {
  assert.equal(messages.length, count, `${messages.length} messages have arrived, not ${count}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const message of messages) {
    const text = message.toString('latin1');
    const [subject] = /^Subject: .*/m.exec(text)!;
    const seals = await verified(folder, text).catch((error: Error) => {
      throw new Error(`${subject}: ${error.message}`);
    });
    assert.ok(seals > 0, `${subject}: nothing in it was signed or encrypted`);
  }
}
