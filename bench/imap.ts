/** IMAP beside Dovecot on the same work: a mailbox of 1,000 messages, one connection and ten; then one of 100,000, ours alone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Contestant, contest, table } from './contest';
import { perSecond } from './load/at-once';
import { ImapLoad } from './load/imap-client';
import { sample } from './load/sample';
import { type Started, startScript } from './servers/child';
import { ACCOUNT } from './servers/ours';
import { startOther } from './servers/preset';

const ROUNDS = 5;
const MESSAGES = 1000;
const MANY = 100_000;

interface Place {
  name: string;
  port: number;
  user: string;
  password: string;
}

interface Work {
  name: string;
  /** How often a round does it, all connections together. */
  times: number;
  act(client: ImapLoad, n: number): Promise<unknown>;
}

const WORKS: readonly Work[] = [
  { name: 'NOOP', times: 2000, act: (client) => client.command('NOOP') },
  {
    name: 'FETCH 1:1000 (FLAGS ENVELOPE)',
    times: 10,
    act: (client) => client.command('FETCH 1:1000 (FLAGS ENVELOPE)'),
  },
  {
    name: 'FETCH n BODY.PEEK[HEADER]',
    times: 1000,
    act: (client, n) => client.command(`FETCH ${(n % MESSAGES) + 1} BODY.PEEK[HEADER]`),
  },
  {
    name: 'FETCH n BODY.PEEK[]',
    times: 1000,
    act: (client, n) => client.command(`FETCH ${(n % MESSAGES) + 1} BODY.PEEK[]`),
  },
  { name: 'SEARCH UNSEEN', times: 300, act: (client) => client.command('SEARCH UNSEEN') },
  { name: 'SEARCH SUBJECT', times: 30, act: (client) => client.command('SEARCH SUBJECT "message 99"') },
  { name: 'SEARCH BODY', times: 10, act: (client) => client.command('SEARCH BODY "dull fellow"') },
  { name: 'APPEND', times: 500, act: (client, n) => client.append('Appended', sample(n)) },
];

export async function benchImap(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mailspec-bench-'));
  const started: Started[] = [];
  try {
    const ours = await startScript(require.resolve('./servers/ours'), [join(folder, 'mail.sqlite')]);
    started.push(ours);
    const places: Place[] = [
      { name: 'reference server, on disk', port: ours.ports.imap!, user: ACCOUNT.address, password: ACCOUNT.password },
    ];
    const dovecot = await startOther('dovecot');
    if (dovecot !== undefined) {
      started.push(dovecot);
      places.push({ name: 'Dovecot', port: dovecot.ports.imap!, ...dovecot.accounts[0]! });
    }
    for (const place of places) await fill(place);
    const tables: string[] = [];
    for (const connections of [1, 10]) {
      for (const work of WORKS) {
        const contestants = places.map(
          (place): Contestant => ({ name: place.name, round: () => round(place, work, connections) }),
        );
        const title = `IMAP, ${MESSAGES} messages, ${work.name}, ${connections} connection${connections > 1 ? 's' : ''}`;
        tables.push(table(title, await contest(contestants, ROUNDS)));
      }
    }
    tables.push(await oneLargeMailbox(started));
    return tables.join('\n\n');
  } finally {
    for (const server of started) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** SELECT and SEARCH UNSEEN beside NOOP: neither may cost what reading the messages would. */
async function oneLargeMailbox(started: Started[]): Promise<string> {
  const server = await startScript(require.resolve('./servers/ours'), ['', `${MANY}`, '1']);
  started.push(server);
  const client = await ImapLoad.login(server.ports.imap!, `0.${ACCOUNT.address}`, ACCOUNT.password);
  const lines = [`IMAP, a mailbox of ${MANY} messages, our server alone, in memory, one connection`];
  for (const command of ['SELECT INBOX', 'SELECT INBOX', 'NOOP', 'SEARCH UNSEEN', 'SEARCH RETURN (COUNT) UNSEEN']) {
    const began = performance.now();
    await client.command(command);
    lines.push(`  ${command.padEnd(29)} ${(performance.now() - began).toFixed(1)} ms`);
  }
  client.close();
  return lines.join('\n');
}

async function fill({ port, user, password }: Place): Promise<void> {
  const client = await ImapLoad.login(port, user, password);
  await client.command('CREATE Appended');
  for (let n = 0; n < MESSAGES; n++) await client.append('INBOX', sample(n));
  client.close();
}

function round({ port, user, password }: Place, { times, act }: Work, connections: number): Promise<number> {
  const open = async () => {
    const client = await ImapLoad.login(port, user, password);
    await client.command('SELECT INBOX');
    return client;
  };
  return perSecond({ connections, times }, open, async (client, n) => void (await act(client, n)));
}

if (require.main === module) void benchImap().then(console.log);
