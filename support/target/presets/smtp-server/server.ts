/**
 * A mail server made of npm's smtp-server as its documentation shows, delivering to Maildirs. Run in a process of its own, with its
 * settings as JSON in the first argument.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { SMTPServer, type SMTPServerError, type SMTPServerSession } from 'smtp-server';

export interface ServerSettings {
  port: number;
  domain: string;
  /** Address to password; the first one gets postmaster's mail. */
  accounts: Record<string, string>;
  /** Holds a Maildir for each address. */
  mail: string;
  key: string;
  cert: string;
}

function main(settings: ServerSettings): void {
  const { port, key, cert } = settings;
  const server = new SMTPServer({
    name: `mail.${settings.domain}`,
    key,
    cert,
    authOptional: true,
    onAuth: ({ username, password }, _session, callback) => {
      const right = username !== undefined && settings.accounts[username] === password;
      callback(right ? null : new Error('Invalid user name or password'), right ? { user: username } : undefined);
    },
    onRcptTo: ({ address }, _session, callback) => {
      callback(mailboxOf(address, settings) === undefined ? refusal(550, 'No such mailbox') : null);
    },
    onData: (stream, session, callback) => {
      read(stream).then(
        (message) => {
          deliver(message, session, settings);
          callback(null);
        },
        (error: Error) => callback(error),
      );
    },
  });
  server.on('error', (error) => console.error(error.message));
  server.listen(port, '127.0.0.1');
}

/** The account that gets mail for the address; postmaster's goes to the first one (RFC 5321 §4.5.1). */
function mailboxOf(address: string, { domain, accounts }: ServerSettings): string | undefined {
  const wanted = address.toLowerCase();
  const names = Object.keys(accounts);
  return wanted === 'postmaster' || wanted === `postmaster@${domain}`
    ? names[0]
    : names.find((name) => name === wanted);
}

function refusal(code: number, text: string): SMTPServerError {
  return Object.assign(new Error(text), { responseCode: code });
}

async function read(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function deliver(
  message: Buffer,
  { envelope, remoteAddress, hostNameAppearsAs }: SMTPServerSession,
  settings: ServerSettings,
) {
  const from = envelope.mailFrom ? envelope.mailFrom.address : '';
  const trace = Buffer.from(
    `Return-Path: <${from}>\r\nReceived: from ${hostNameAppearsAs} ([${remoteAddress}])\r\n\tby mail.${settings.domain} with ESMTP;\r\n\t${new Date().toUTCString().replace('GMT', '+0000')}\r\n`,
  );
  for (const { address } of envelope.rcptTo) {
    const maildir = join(settings.mail, mailboxOf(address, settings)!);
    for (const folder of ['tmp', 'new', 'cur']) mkdirSync(join(maildir, folder), { recursive: true });
    const name = `${Math.floor(Date.now() / 1000)}.${randomUUID()}.localhost`;
    writeFileSync(join(maildir, 'tmp', name), Buffer.concat([trace, message]));
    renameSync(join(maildir, 'tmp', name), join(maildir, 'new', name));
  }
}

main(JSON.parse(process.argv[2]!) as ServerSettings);
