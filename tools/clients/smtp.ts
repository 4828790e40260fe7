/** Independent senders: what they send must be in the mailbox, octet by octet. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
    programs: ['curl'],
    async use(setting) {
      await curl(setting, `smtp://127.0.0.1:${setting.server.ports.smtp}/client.test`);
      assertDelivered(setting);
    },
  },
  {
    name: 'swaks sends by SMTP',
    programs: ['swaks'],
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
    name: 'Python smtplib sends twice over one connection, then under STARTTLS',
    programs: ['python3'],
    async use(setting) {
      const { server, account, ca, file, run } = setting;
      await run('python3', ['-c', SMTPLIB, `${server.ports.smtp}`, account.address, ca, file.crlf]);
      assertDelivered(setting, 3);
    },
  },
  {
    name: 'Python smtplib delivers by LMTP, one recipient known and one not',
    programs: ['python3'],
    async use(setting) {
      const { server, account, file, run } = setting;
      await run('python3', ['-c', LMTPLIB, `${server.ports.lmtp}`, account.address, file.crlf]);
      assertDelivered(setting);
    },
  },
];

function curl({ run, account, file }: Setting, url: string): Promise<Buffer> {
  return run('curl', ['-sS', url, '--mail-from', FROM, '--mail-rcpt', account.address, '--upload-file', file.crlf]);
}
