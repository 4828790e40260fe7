/** Independent senders: what they send must be in the mailbox, octet by octet. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Client, Setting } from './client';
import { assertDelivered } from './judge';

const FROM = 'sender@elsewhere.test';

const SMTPLIB = `
import smtplib, ssl, sys
port, to, ca, path = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]
message = open(path, 'rb').read()
with smtplib.SMTP('127.0.0.1', port) as smtp:
    smtp.ehlo()
    assert smtp.has_extn('8bitmime') and smtp.has_extn('size')
    smtp.sendmail('${FROM}', [to], message, mail_options=['BODY=8BITMIME'])
    smtp.sendmail('${FROM}', [to], message, mail_options=['BODY=8BITMIME'])
with smtplib.SMTP('localhost', port) as smtp:
    smtp.starttls(context=ssl.create_default_context(cafile=ca))
    smtp.sendmail('${FROM}', [to], message, mail_options=['BODY=8BITMIME'])
`;

const LMTPLIB = `
import smtplib, sys
with smtplib.LMTP('127.0.0.1', int(sys.argv[1])) as lmtp:
    refused = lmtp.sendmail('${FROM}', [sys.argv[2], 'nobody@example.test'], open(sys.argv[3], 'rb').read())
    assert list(refused) == ['nobody@example.test'], refused
`;

export const smtpSenders: Client[] = [
  {
    name: 'curl sends by SMTP',
    program: 'curl',
    async use(setting) {
      await curl(setting, `smtp://127.0.0.1:${setting.server.ports.smtp}/client.test`);
      assertDelivered(setting);
    },
  },
  {
    name: 'curl submits under TLS with a password',
    program: 'curl',
    async use(setting) {
      const { account } = setting;
      const login = ['--ssl-reqd', '--cacert', setting.ca, '--user', `${account.address}:${account.password}`];
      await curl(setting, `smtp://localhost:${setting.server.ports.submission}/client.test`, login);
      await curl(setting, `smtps://localhost:${setting.server.ports.submissions}/client.test`, login);
      assertDelivered(setting, 2);
    },
  },
  {
    name: 'swaks sends by SMTP',
    program: 'swaks',
    async use(setting) {
      const { server, account, file, folder, run } = setting;
      // swaks ends the data with a line end of its own.
      writeFileSync(join(folder, 'unended'), readFileSync(file.lf).subarray(0, -1));
      const where = ['--server', '127.0.0.1', '--port', `${server.ports.smtp}`, '--helo', 'client.test'];
      await run('swaks', [...where, '--from', FROM, '--to', account.address, '--data', '@unended', '--silent', '2']);
      assertDelivered(setting);
    },
  },
  {
    name: 'msmtp submits under TLS with a password',
    program: 'msmtp',
    async use(setting) {
      const { server, account, ca, file, folder, run } = setting;
      const rc = join(folder, 'msmtprc');
      const settings = {
        host: 'localhost',
        port: server.ports.submission,
        from: FROM,
        auth: 'on',
        user: account.address,
        password: `"${account.password}"`,
        tls: 'on',
        tls_trust_file: ca,
        domain: 'client.test',
      };
      writeFileSync(
        rc,
        ['account default', ...Object.entries(settings).map(([key, value]) => `${key} ${value}`), ''].join('\n'),
        { mode: 0o600 },
      );
      await run('msmtp', ['-C', rc, account.address], { input: readFileSync(file.lf) });
      assertDelivered(setting);
    },
  },
  {
    name: 'Python smtplib sends twice over one connection, then under STARTTLS',
    program: 'python3',
    async use(setting) {
      const { server, account, ca, file, run } = setting;
      await run('python3', ['-c', SMTPLIB, `${server.ports.smtp}`, account.address, ca, file.crlf]);
      assertDelivered(setting, 3);
    },
  },
  {
    name: 'Python smtplib delivers by LMTP, one recipient known and one not',
    program: 'python3',
    async use(setting) {
      const { server, account, file, run } = setting;
      await run('python3', ['-c', LMTPLIB, `${server.ports.lmtp}`, account.address, file.crlf]);
      assertDelivered(setting);
    },
  },
  {
    name: 'nodemailer submits under STARTTLS with a password',
    async use(setting) {
      const { server, account, message } = setting;
      const transport = createTransport({
        host: 'localhost',
        port: server.ports.submission,
        requireTLS: true,
        tls: { ca: server.ca },
        auth: { user: account.address, pass: account.password },
      });
      await transport.sendMail({ envelope: { from: FROM, to: [account.address] }, raw: message });
      transport.close();
      assertDelivered(setting);
    },
  },
];

function curl({ run, account, file }: Setting, url: string, more: string[] = []): Promise<Buffer> {
  return run('curl', [
    '-sS',
    url,
    '--mail-from',
    FROM,
    '--mail-rcpt',
    account.address,
    '--upload-file',
    file.crlf,
    ...more,
  ]);
}
