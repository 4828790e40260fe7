/** IMAP beside Dovecot on the same work: a mailbox of 1,000 messages, one connection and ten; then one of 100,000, ours alone. */
import { besideDovecot, type Place, playRound, type Work } from './beside-dovecot';
import { type Contestant, contest, table } from './contest';
import { ImapLoad } from './load/imap-client';
import { sample } from './load/sample';
import { startScript } from './servers/child';
import { ACCOUNT } from './servers/ours';

const ROUNDS = 5;
const MESSAGES = 1000;
const MANY = 100_000;

const WORKS: readonly (Work & { name: string })[] = [
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
  const tables = await besideDovecot(async (places) => {
    for (const place of places) await fill(place);
    const seen: string[] = [];
    for (const connections of [1, 10]) {
      for (const work of WORKS) {
        const round = (place: Place) => playRound(place, work, connections, ['SELECT INBOX']);
        const contestants = places.map((place): Contestant => ({ name: place.name, round: () => round(place) }));
        const title = `IMAP, ${MESSAGES} messages, ${work.name}, ${connections} connection${connections > 1 ? 's' : ''}`;
        seen.push(table(title, await contest(contestants, ROUNDS)));
      }
    }
    return seen;
  });
  return [...tables, await oneLargeMailbox()].join('\n\n');
}

/** SELECT and SEARCH UNSEEN beside NOOP: neither may cost what reading the messages would. */
async function oneLargeMailbox(): Promise<string> {
  const server = await startScript(require.resolve('./servers/ours'), ['', `${MANY}`, '1']);
  try {
    const client = await ImapLoad.login(server.ports.imap!, `0.${ACCOUNT.address}`, ACCOUNT.password);
    const lines = [`IMAP, a mailbox of ${MANY} messages, our server alone, in memory, one connection`];
    for (const command of ['SELECT INBOX', 'SELECT INBOX', 'NOOP', 'SEARCH UNSEEN', 'SEARCH RETURN (COUNT) UNSEEN']) {
      const began = performance.now();
      await client.command(command);
      lines.push(`  ${command.padEnd(29)} ${(performance.now() - began).toFixed(1)} ms`);
    }
    client.close();
    return lines.join('\n');
  } finally {
    await server.stop();
  }
}

async function fill({ port, user, password }: Place): Promise<void> {
  const client = await ImapLoad.login(port, user, password);
  await client.command('CREATE Appended');
  for (let n = 0; n < MESSAGES; n++) await client.append('INBOX', sample(n));
  client.close();
}

if (require.main === module) void benchImap().then(console.log);
