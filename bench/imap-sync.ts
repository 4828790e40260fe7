/** What clients ask of a mailbox of 10,000 messages when they come back, and to show it in order, beside Dovecot. */
import { besideDovecot, type Place, playRound, type Work } from './beside-dovecot';
import { type Contestant, contest, table } from './contest';
import { inConversation } from './load/conversation';
import { ImapLoad } from './load/imap-client';

const ROUNDS = 5;
const MESSAGES = 10_000;
/** Connections that fill the mailbox. */
const AT_ONCE = 4;

/** The mailbox as a client has left it; since then 80 messages have got a flag and 20 are gone. */
interface Left {
  validity: number;
  modseq: number;
}

export async function benchImapSync(): Promise<string> {
  const tables = await besideDovecot(async (places) => {
    const left = new Map<Place, Left>();
    for (const place of places) left.set(place, await fill(place));
    const seen: string[] = [];
    const play = async (title: string, workOf: (place: Place) => Work, before: readonly string[]) => {
      const contestants = places.map(
        (place): Contestant => ({ name: place.name, round: () => playRound(place, workOf(place), 1, before) }),
      );
      seen.push(table(`IMAP, ${MESSAGES} messages, ${title}`, await contest(contestants, ROUNDS)));
    };
    const back = (place: Place) => {
      const { validity, modseq } = left.get(place)!;
      return `SELECT INBOX (QRESYNC (${validity} ${modseq}))`;
    };
    await play(
      'SELECT with QRESYNC, 100 changes to tell',
      (place) => ({ times: 50, act: (client) => client.command(back(place)) }),
      ['ENABLE QRESYNC'],
    );
    await play('SELECT and FETCH 1:* FLAGS', () => ({ times: 10, act: selectAndFetch }), []);
    for (const command of ORDERS)
      await play(command, () => ({ times: 10, act: (client) => client.command(command) }), ['SELECT INBOX']);
    let come = MESSAGES;
    await play(
      'APPEND of one more, and THREAD REFERENCES UTF-8 ALL',
      () => ({ times: 10, act: (client) => appendAndThread(client, come++) }),
      ['SELECT INBOX'],
    );
    return seen;
  });
  return tables.join('\n\n');
}

const ORDERS = [
  'SORT (ARRIVAL) UTF-8 ALL',
  'SORT (SIZE) UTF-8 ALL',
  'SORT (REVERSE DATE) UTF-8 ALL',
  'SORT (SUBJECT) UTF-8 ALL',
  'SORT (FROM SUBJECT REVERSE DATE) UTF-8 ALL',
  'THREAD REFERENCES UTF-8 ALL',
  'THREAD ORDEREDSUBJECT UTF-8 ALL',
];

async function selectAndFetch(client: ImapLoad): Promise<void> {
  await client.command('SELECT INBOX');
  await client.command('FETCH 1:* FLAGS');
}

/** Whoever keeps the conversations from one command to the next has them to put together anew. */
async function appendAndThread(client: ImapLoad, n: number): Promise<void> {
  await client.append('INBOX', inConversation(n));
  await client.command('THREAD REFERENCES UTF-8 ALL');
}

async function fill({ port, user, password }: Place): Promise<Left> {
  let next = 0;
  const write = async () => {
    const client = await ImapLoad.login(port, user, password);
    while (next < MESSAGES) await client.append('INBOX', inConversation(next++));
    client.close();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, write));
  const client = await ImapLoad.login(port, user, password);
  // What asks for mod-sequences first has them kept from here on (RFC 7162 §3.1).
  await client.command('SELECT INBOX (CONDSTORE)');
  const { uidvalidity, highestmodseq } = await client.status('INBOX', ['UIDVALIDITY', 'HIGHESTMODSEQ']);
  for (let n = 0; n < 80; n++) await client.command(`STORE ${1 + n * 120} +FLAGS.SILENT (\\Flagged)`);
  for (let n = 0; n < 20; n++) await client.command(`STORE ${60 + n * 480} +FLAGS.SILENT (\\Deleted)`);
  await client.command('EXPUNGE');
  client.close();
  return { validity: uidvalidity!, modseq: highestmodseq! };
}

if (require.main === module) void benchImapSync().then(console.log);
