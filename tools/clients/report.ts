/** What cannot be handed on comes back, and programs that nobody here wrote understand the report (RFC 3464). */
import assert from 'node:assert/strict';
import type { Client, Setting } from './client';
import { DOMAIN, openElsewhere, untilQueueIsEmpty } from './elsewhere/open';
import { smtpServer } from './elsewhere/smtp-server';
import { nodemailer } from './submit/nodemailer';

const NOBODY = `nobody@${DOMAIN}`;

const READ_REPORT = `
import email, email.policy, imaplib, ssl, sys
port, user, password, ca, nobody, message_id = int(sys.argv[1]), *sys.argv[2:]
imap = imaplib.IMAP4_SSL('localhost', port, ssl_context=ssl.create_default_context(cafile=ca))
imap.login(user, password)
imap.select('INBOX')
report = email.message_from_bytes(imap.fetch('1', '(BODY[])')[1][0][1], policy=email.policy.default)
imap.logout()
assert report['Return-Path'] == '<>', report['Return-Path']
assert report.get_content_type() == 'multipart/report' and report.get_param('report-type') == 'delivery-status'
words, status, original = report.iter_parts()
assert nobody in words.get_content()
assert status.get_content_type() == 'message/delivery-status', status.get_content_type()
about_message, about_recipient = status.get_payload()
assert about_message['Reporting-MTA'] == 'dns; mail.example.test', about_message['Reporting-MTA']
assert about_recipient['Final-Recipient'].replace(' ', '').lower() == 'rfc822;' + nobody, about_recipient['Final-Recipient']
assert about_recipient['Action'].lower() == 'failed' and about_recipient['Status'].startswith('5.'), str(about_recipient)
assert ' 550 ' in about_recipient['Diagnostic-Code'], about_recipient['Diagnostic-Code']
returned = original.get_payload(0) if original.get_content_type() == 'message/rfc822' else email.message_from_string(original.get_payload())
assert returned['Message-ID'] == message_id, returned['Message-ID']
`;

/** A list manager takes out who cannot be reached by what this reads. */
const FIND_FAILURES = `
import email, imaplib, ssl, sys
from flufl.bounce import all_failures
port, user, password, ca, nobody = int(sys.argv[1]), *sys.argv[2:]
imap = imaplib.IMAP4_SSL('localhost', port, ssl_context=ssl.create_default_context(cafile=ca))
imap.login(user, password)
imap.select('INBOX')
report = email.message_from_bytes(imap.fetch('1', '(BODY[])')[1][0][1])
imap.logout()
temporary, permanent = all_failures(report)
assert temporary == set() and permanent == {nobody.encode()}, (temporary, permanent)
`;

/** A submission to somebody whom the other server refuses; its report is in the sender's inbox then. */
async function bounce(setting: Setting): Promise<void> {
  const inbox = await openElsewhere(setting, smtpServer, 'preferred');
  const { password } = setting.sender;
  try {
    await nodemailer.submit(setting, { way: 'STARTTLS', mechanism: 'PLAIN', secret: password, to: NOBODY });
    await untilQueueIsEmpty(setting);
    assert.equal(inbox.received().length, 0);
  } finally {
    await inbox.close();
  }
}

export const reports: Client[] = [
  {
    name: "Python's imaplib and email read the report on a recipient whom npm's smtp-server refused",
    programs: ['python3'],
    async use(setting) {
      const { server, sender, ca, run } = setting;
      await bounce(setting);
      const [id] = /<carried[^>]*>/.exec(setting.message.toString('latin1'))!;
      const login = [`${server.ports.imaps}`, sender.address, sender.password, ca];
      await run('python3', ['-c', READ_REPORT, ...login, NOBODY, id]);
    },
  },
  {
    name: "Mailman's flufl.bounce finds in the report who cannot be reached",
    programs: ['python3'],
    async use(setting) {
      const { server, sender, ca, run } = setting;
      await bounce(setting);
      const login = [`${server.ports.imaps}`, sender.address, sender.password, ca];
      // Debian's own, for which Debian has the library.
      await run('/usr/bin/python3', ['-c', FIND_FAILURES, ...login, NOBODY]);
    },
  },
  {
    name: 'swaks is told on port 25 that strangers may not send elsewhere',
    programs: ['swaks'],
    async use({ server, run }) {
      const where = ['--server', '127.0.0.1', '--port', `${server.ports.smtp}`, '--helo', 'client.test'];
      // Its exit code for a transaction that came to nothing because every recipient was refused.
      const refused = /ended with 24:.*RCPT TO:<nobody@elsewhere\.test>\r?\n<\*\* +5\d\d /s;
      await assert.rejects(run('swaks', [...where, '--from', 'sender@elsewhere.test', '--to', NOBODY]), refused);
    },
  },
];
