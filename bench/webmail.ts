/**
 * The bundled webmail beside Debian's Roundcube, in one run and over one IMAP server and one folder of 10,000 messages: what it takes to show the list,
 * to turn a page, to open a message and to find one. Ours shares its process with that server; Roundcube has four of its own.
 */
import { type Contestant, contest, table } from './contest';
import { ImapLoad } from './load/imap-client';
import { sample } from './load/sample';
import { Visitor } from './load/visitor';
import { startOther } from './servers/preset';

const MESSAGES = 10_000;
const ROUNDS = 5;
/** Acts of a round. */
const TIMES = 10;

type Act = (visitor: Visitor, n: number) => Promise<void>;

const ACTS: Readonly<Record<string, Act>> = {
  'the first page with the list, nothing cached': (visitor) => visitor.firstPage(),
  'another page of the list': (visitor) => visitor.turnPage(),
  'a message opened': (visitor) => visitor.openMessage(),
  'one of 10,000 messages found': (visitor, n) => visitor.search(`${5000 + n}`),
};

export async function benchWebmail(): Promise<string> {
  const roundcube = await startOther('roundcube');
  if (roundcube === undefined)
    return 'Not measured: Roundcube is not there (npx mailspec run --preset roundcube --install).';
  const visitors: Visitor[] = [];
  try {
    const account = roundcube.accounts[0]!;
    await fill(roundcube.ports.imap!, account);
    // `serve` has its ports at one distance from the standard ones.
    const ours = `http://127.0.0.1:${roundcube.ports.imap! - 143 + 80}/`;
    visitors.push(await Visitor.signIn(ours, 'reference', account, '/list'));
    visitors.push(await Visitor.signIn(roundcube.webmail!, 'roundcube', account, '?_task=mail'));
    const tables: string[] = [];
    for (const [title, act] of Object.entries(ACTS)) {
      const costs: string[] = [];
      const contestants = [];
      for (const [index, name] of ['the bundled webmail', 'Roundcube'].entries()) {
        const visitor = visitors[index]!;
        const { requests, octets } = await visitor.cost(() => act(visitor, 0));
        costs.push(`  ${name}: ${requests} request${requests > 1 ? 's' : ''}, ${(octets / 1000).toFixed(1)} KB`);
        contestants.push({ name, round: () => perSecond(visitor, act) } satisfies Contestant);
      }
      tables.push([table(title, await contest(contestants, ROUNDS)), ...costs].join('\n'));
    }
    return tables.join('\n\n');
  } finally {
    for (const visitor of visitors) await visitor.close();
    await roundcube.stop();
  }
}

async function perSecond(visitor: Visitor, act: Act): Promise<number> {
  const begun = performance.now();
  for (let n = 0; n < TIMES; n++) await visitor.cost(() => act(visitor, n));
  return (TIMES * 1000) / (performance.now() - begun);
}

async function fill(port: number, { user, password }: { user: string; password: string }): Promise<void> {
  const client = await ImapLoad.login(port, user, password);
  for (let n = 0; n < MESSAGES; n++) await client.append('INBOX', sample(n));
  client.close();
}

if (require.main === module) void benchWebmail().then(console.log);
