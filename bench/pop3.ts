/** RETR a second by POP3, at one connection and at ten, beside Dovecot and a line echo in the same run. Each connection has its own account. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Contestant, contest, table } from './contest';
import { perSecond } from './load/at-once';
import { ImapLoad } from './load/imap-client';
import { LineClient } from './load/line-client';
import { sample } from './load/sample';
import { type Started, startScript } from './servers/child';
import { ACCOUNT } from './servers/ours';
import { startOther } from './servers/preset';

const ROUNDS = 5;
const MESSAGES = 200;
const RETRIEVALS = 2000;

interface Place {
  name: string;
  port: number;
  /** The login of the nth connection: a maildrop belongs to one session at a time (RFC 1939 §8). */
  login(n: number): { user: string; password: string };
}

export async function benchPop3(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mailspec-bench-'));
  const started: Started[] = [];
  try {
    const ours = await startScript(require.resolve('./servers/ours'), [
      join(folder, 'mail.sqlite'),
      `${MESSAGES}`,
      '10',
    ]);
    const echo = await startScript(require.resolve('./servers/echo'));
    started.push(ours, echo);
    const places: Place[] = [
      {
        name: 'reference server, on disk',
        port: ours.ports.pop3!,
        login: (n) => ({ user: `${n}.${ACCOUNT.address}`, password: ACCOUNT.password }),
      },
    ];
    const dovecot = await startOther('dovecot');
    if (dovecot !== undefined) {
      started.push(dovecot);
      await fill(dovecot.ports.imap!, dovecot.accounts);
      places.push({
        name: 'Dovecot',
        port: dovecot.ports.pop3!,
        login: (n) => dovecot.accounts[n % dovecot.accounts.length]!,
      });
    }
    const tables: string[] = [];
    for (const connections of [1, 10]) {
      const contestants = places.map(
        (place): Contestant => ({ name: place.name, round: () => retrieve(place, connections) }),
      );
      contestants.push({
        name: 'line echo, a round trip each',
        round: () => roundTrips(echo.ports.main!, connections),
      });
      tables.push(
        table(
          `POP3, RETR of 2.5 KB, ${connections} connection${connections > 1 ? 's' : ''}`,
          await contest(contestants, ROUNDS),
        ),
      );
    }
    return tables.join('\n\n');
  } finally {
    for (const server of started) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(port: number, accounts: readonly { user: string; password: string }[]): Promise<void> {
  for (const { user, password } of accounts) {
    const client = await ImapLoad.login(port, user, password);
    for (let n = 0; n < MESSAGES; n++) await client.append('INBOX', sample(n));
    client.close();
  }
}

function retrieve(place: Place, connections: number): Promise<number> {
  const retrieval = async (client: LineClient, n: number) => {
    client.write(`RETR ${(n % MESSAGES) + 1}\r\n`);
    await client.through('\r\n.\r\n');
  };
  return perSecond({ connections, times: RETRIEVALS }, (n) => session(place, n), retrieval, quit);
}

/** Otherwise the maildrop would be locked for a while. */
async function quit(client: LineClient): Promise<void> {
  client.write('QUIT\r\n');
  await client.line();
  client.close();
}

async function session({ port, login }: Place, n: number): Promise<LineClient> {
  const { user, password } = login(n);
  const client = await LineClient.open(port);
  await client.line();
  for (const line of [`USER ${user}`, `PASS ${password}`]) {
    client.write(`${line}\r\n`);
    const answer = await client.line();
    if (!answer.startsWith('+OK')) throw new Error(`${line}: ${answer}`);
  }
  return client;
}

function roundTrips(port: number, connections: number): Promise<number> {
  return perSecond(
    { connections, times: RETRIEVALS },
    () => LineClient.open(port),
    async (client) => {
      client.write('RETR 1\r\n');
      await client.line();
    },
  );
}

if (require.main === module) void benchPop3().then(console.log);
