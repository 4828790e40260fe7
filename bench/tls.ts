/** Sessions under TLS, each with a whole handshake of its own, and mail over TLS, beside Dovecot and Postfix. All show keys on P-256. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Contestant, contest, table } from './contest';
import { perSecond } from './load/at-once';
import type { LineClient } from './load/line-client';
import { transactionTo } from './load/smtp-client';
import { imapSession, smtpSession, underTls } from './load/tls-sessions';
import { type Started, startScript } from './servers/child';
import { ACCOUNT } from './servers/ours';
import { type StartedOther, startOther } from './servers/preset';

const ROUNDS = 5;
const SESSIONS = 300;
const MESSAGES = 500;

/** What comes and goes: `service` is the port that it is asked for at. */
const WORKS = [
  { name: 'IMAP, TLS from the first octet', service: 'imaps', other: 'dovecot', session: imapSession(false) },
  { name: 'IMAP, STARTTLS', service: 'imap', other: 'dovecot', session: imapSession(true) },
  {
    name: 'submission, TLS from the first octet',
    service: 'submissions',
    other: 'postfix-auth',
    session: smtpSession(false),
  },
  { name: 'SMTP, STARTTLS', service: 'smtp', other: 'postfix-auth', session: smtpSession(true) },
] as const;
const NAMES = { dovecot: 'Dovecot', 'postfix-auth': 'Postfix' };

export async function benchTls(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mailspec-bench-'));
  const started: Started[] = [];
  try {
    const ours = await startScript(require.resolve('./servers/ours'), [join(folder, 'mail.sqlite')]);
    started.push(ours);
    const others = new Map<string, StartedOther>();
    for (const name of ['dovecot', 'postfix-auth'] as const) {
      const other = await startOther(name);
      if (other === undefined) continue;
      started.push(other);
      others.set(name, other);
    }
    const tables: string[] = [];
    for (const connections of [1, 10]) {
      const at = `${connections} connection${connections > 1 ? 's' : ''}`;
      for (const { name, service, other, session } of WORKS) {
        const contestants: Contestant[] = [
          { name: 'reference server', round: () => sessions(session, ours.ports[service]!, connections) },
        ];
        const port = others.get(other)?.ports[service];
        if (port) contestants.push({ name: NAMES[other], round: () => sessions(session, port, connections) });
        tables.push(
          table(`${name}: handshake, greeting and goodbye, ${at} at once`, await contest(contestants, ROUNDS)),
        );
      }
      const postfix = others.get('postfix-auth');
      const mail: Contestant[] = [
        { name: 'reference server, on disk', round: () => messages(ours.ports.smtp!, ACCOUNT.address, connections) },
      ];
      if (postfix) {
        const { address } = postfix.accounts[0]!;
        mail.push({ name: 'Postfix', round: () => messages(postfix.ports.smtp!, address, connections) });
      }
      tables.push(
        table(`SMTP under TLS, messages of 2.5 KB, on disk before the 250, ${at}`, await contest(mail, ROUNDS)),
      );
    }
    return tables.join('\n\n');
  } finally {
    for (const server of started) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function sessions(session: (port: number) => Promise<void>, port: number, connections: number): Promise<number> {
  const nobody = async () => ({ close() {} });
  return perSecond({ connections, times: SESSIONS }, nobody, () => session(port));
}

function messages(port: number, address: string, connections: number): Promise<number> {
  const transaction = transactionTo(address);
  return perSecond({ connections, times: MESSAGES }, (): Promise<LineClient> => underTls(port), transaction);
}

if (require.main === module) void benchTls().then(console.log);
