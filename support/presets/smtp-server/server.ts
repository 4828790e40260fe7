/**
 * A mail server made of npm's smtp-server as its documentation shows, delivering to Maildirs. Run in a process of its own, with its
 * settings as JSON in the first argument.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { SMTPServer, type SMTPServerError, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import type { Ports } from '../services';

export interface ServerSettings {
  ports: Ports<'smtp' | 'submission' | 'submissions'>;
  domain: string;
  /** Address to password; the first one gets postmaster's mail. */
  accounts: Record<string, string>;
  /** Holds a Maildir for each address. */
  mail: string;
  key: string;
  cert: string;
}

function main(settings: ServerSettings): void {
  const { key, cert, ports } = settings;
  const options: SMTPServerOptions = {
    name: `mail.${settings.domain}`,
    key,
    cert,
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
  };
  listen(ports.smtp, { ...options, authOptional: true });
  listen(ports.submission, options);
  listen(ports.submissions, { ...options, secure: true });
}

function listen(port: number, options: SMTPServerOptions): void {
  const server = new SMTPServer(options);
  server.on('error', (error) => console.error(error.message));
  server.listen(port, '127.0.0.1');
}

/** The account that gets mail for the address; postmaster's goes to the first one (RFC 5321 §4.5.1). */
function mailboxOf(
  address: string,
  { domain, accounts }: Pick<ServerSettings, 'domain' | 'accounts'>,
): string | undefined {
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

/** Final delivery: its own trace fields above, a Return-Path that came along taken away (RFC 5321 §4.4). */
function deliver(message: Buffer, session: SMTPServerSession, { domain, mail, accounts }: ServerSettings): void {
  const { envelope, remoteAddress, hostNameAppearsAs, transmissionType } = session;
  const from = envelope.mailFrom ? envelope.mailFrom.address : '';
  const date = new Date().toUTCString().replace('GMT', '+0000');
  // RFC 6531 §4.3 names the protocols that carried SMTPUTF8.
  const protocol = envelope.smtpUtf8 ? transmissionType.replace(/^ESMTP/, 'UTF8SMTP') : transmissionType;
  const received = `from ${hostNameAppearsAs} ([${remoteAddress}])\r\n\tby mail.${domain} with ${protocol}; ${date}`;
  const trace = Buffer.from(`Return-Path: <${from}>\r\nReceived: ${received}\r\n`);
  for (const { address } of envelope.rcptTo) {
    const maildir = join(mail, mailboxOf(address, { domain, accounts })!);
    for (const folder of ['tmp', 'new', 'cur']) mkdirSync(join(maildir, folder), { recursive: true });
    const name = `${Math.floor(Date.now() / 1000)}.${randomUUID()}.localhost`;
    writeFileSync(join(maildir, 'tmp', name), Buffer.concat([trace, withoutReturnPath(message)]));
    renameSync(join(maildir, 'tmp', name), join(maildir, 'new', name));
  }
}

function withoutReturnPath(message: Buffer): Buffer {
  const text = message.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  const header = end < 0 ? text : text.slice(0, end + 2);
  const kept = header.replace(/^Return-Path:.*\r\n(?:[ \t].*\r\n)*/gim, '');
  return Buffer.from(kept + text.slice(header.length), 'latin1');
}

main(JSON.parse(process.argv[2]!) as ServerSettings);
