/** Messages on their way: put where a scenario wants them, and sent. */
import { Blocked } from '../outcome';
import type { AccountName } from '../targets/target';
import { hasUtf8Header } from '../utf8-header';
import { sayGoodbye } from '../wire/parting';
import { handIn, SENDING } from './hand-in';
import { type Rung, rung } from './ladders';
import { namedMessage } from './named-messages';
import type { Stage } from './stage';

/** The columns of “holds:”. `times`: how often the inbox gets it; once without it. */
export const COLUMNS = { inbox: ['message', 'times'], mailbox: ['message', 'flags', 'date'] } as const;

type InboxRow = Partial<Record<(typeof COLUMNS.inbox)[number], string>>;
type MailboxRow = Partial<Record<(typeof COLUMNS.mailbox)[number], string>>;

/** Empties the inbox and puts these messages in, in order. @throws Blocked where the target refuses. */
export async function fillInbox(stage: Stage, name: AccountName, rows: InboxRow[]): Promise<void> {
  const { target } = stage;
  const account = target.account(name);
  await target.empty(account);
  for (const row of rows) {
    const message = messageOf(stage, row);
    for (let n = 0; n < Number(row.times ?? 1); n++) await target.put(account, message);
  }
}

/** IMAP: makes `${mailbox}` and puts these messages in, in order, over a connection of its own that is closed again. */
export async function fillMailbox(stage: Stage, rows: MailboxRow[]): Promise<void> {
  await stage.aside({ spoken: 'imap', state: 'authenticated' }, SENDING, async () => {
    await stage.bringAbout([rung('CREATE', 'C: f0 CREATE ${quoted(mailbox)}', 'S: f0 OK')], SENDING);
    const messages = rows.map((row) => messageOf(stage, row));
    const utf8 = messages.some(hasUtf8Header) && (await takesUtf8(stage));
    for (const [index, row] of rows.entries()) await appendRow(stage, row, messages[index]!, `f${index + 1}`, utf8);
    await stage.bringAbout(kept(rows), SENDING);
    await sayGoodbye(stage.session(SENDING).connection, 'f LOGOUT');
  });
}

/** Switches UTF-8 on, where it is announced: without that no header beyond ASCII is taken (RFC 6855 §4). */
async function takesUtf8(stage: Stage): Promise<boolean> {
  if (!(await stage.target.capabilities('imap', 'authenticated')).has('UTF8=ACCEPT')) return false;
  await stage.bringAbout([rung('ENABLE', 'C: e ENABLE UTF8=ACCEPT', 'S: e OK')], SENDING);
  return true;
}

async function appendRow(stage: Stage, row: MailboxRow, message: Buffer, tag: string, utf8: boolean): Promise<void> {
  stage.scope.set('appended', message);
  const flags = row.flags ? ` (${row.flags})` : '';
  const date = row.date ? ` "${row.date}"` : '';
  const append = (by: string, before: string, ...behind: string[]) => {
    const command = `C: ${by} APPEND \${quoted(mailbox)}${flags}${date} ${before}{${message.length}}`;
    return stage.bringAbout([rung('APPEND', command, 'S: +', ...behind, `S: ${by} OK`)], SENDING);
  };
  const asItStands = () => append(tag, '', 'C: ${appended}');
  if (!utf8 || !hasUtf8Header(message)) return await asItStands();
  // RFC 6855 §4 has a form for such messages, RFC 9755 has none.
  await append(`u${tag}`, 'UTF8 (~', 'C~ ${appended}', 'C: )').catch((error) => {
    if (!(error instanceof Blocked)) throw error;
    return asItStands();
  });
}

/** What APPEND took is there, as it was given: otherwise whatever the scenario asks of these messages would be answered for another's mistake. */
function kept(rows: MailboxRow[]): Rung[] {
  if (rows.length === 0) return [];
  const all = `1:${rows.length}`;
  const flags = rows.map(({ flags }, n) => (flags ? `S* * ${n + 1} FETCH (FLAGS (${flags}))` : ''));
  const dates = rows.map(({ date }, n) => (date ? `S* * ${n + 1} FETCH (INTERNALDATE "${date}")` : ''));
  return [
    rung('EXAMINE', 'C: k EXAMINE ${quoted(mailbox)}', `S* * ${rows.length} EXISTS`, 'S: k OK'),
    ...fetched('the flags that APPEND gave', `C: l FETCH ${all} (FLAGS)`, flags, 'S: l OK'),
    ...fetched('the date that APPEND gave', `C: m FETCH ${all} (INTERNALDATE)`, dates, 'S: m OK'),
  ];
}

function fetched(asks: string, command: string, wanted: string[], status: string): Rung[] {
  return wanted.every((line) => line === '') ? [] : [rung(asks, command, ...wanted, status)];
}

/** Sends a message to an account: by SMTP in sight of the transcript, or by what the target has. */
export async function sendMessage(stage: Stage, name: AccountName, message: Buffer): Promise<void> {
  const { target } = stage;
  const to = target.account(name).address;
  if (target.service('smtp') === undefined) return await target.send({ from: target.sender, to: [to] }, message);
  await handIn(stage, { spoken: 'smtp', state: 'after EHLO' }, { from: '${sender}', to: [`\${${name}}`] }, message);
}

function messageOf(stage: Stage, { message }: InboxRow): Buffer {
  if (!message) throw new Error('The table has no column “message”, or a row without one.');
  return namedMessage(stage, message);
}
