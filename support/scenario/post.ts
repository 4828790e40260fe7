/** Messages on their way: put where a scenario wants them, sent, waited for. */
import { Mismatch } from '../outcome';
import type { AccountName } from '../targets/target';
import { assertNotDelivered, awaitDelivery } from './delivery';
import { namedMessage, soughtMessage } from './named-messages';
import { checkSameBody } from './received';
import type { Stage } from './stage';

/** The connection that the suite sends on: no dialogue uses a number beyond 9, and a session 1 of the scenario stays as it is. */
const SENDING = 9;

/** One row of “holds:”. */
export interface Row {
  message?: string;
  /** How often the inbox gets it; once without it. */
  times?: string;
  flags?: string;
  date?: string;
}

/** Empties the inbox and puts these messages in, in order. @throws Blocked where the target refuses. */
export async function fillInbox(stage: Stage, name: AccountName, rows: Row[]): Promise<void> {
  const { target } = stage;
  const account = target.account(name);
  await target.empty(account);
  for (const row of rows) {
    const message = messageOf(stage, row);
    for (let n = 0; n < Number(row.times ?? 1); n++) await target.put(account, message);
  }
}

/** IMAP: makes `${mailbox}` and puts these messages in, in order, over a connection of its own that is closed again. */
export async function fillMailbox(stage: Stage, rows: Row[]): Promise<void> {
  await stage.aside({ protocol: 'imap', state: 'authenticated' }, SENDING, async () => {
    await stage.play(on(SENDING, ['C: f0 CREATE ${quoted(mailbox)}', 'S: f0 OK']), 'imap');
    for (const [index, row] of rows.entries()) await appendRow(stage, row, `f${index + 1}`);
    await checkKept(stage, rows);
    await stage.play(on(SENDING, ['C: f LOGOUT', 'S: f OK']), 'imap');
  });
}

async function appendRow(stage: Stage, row: Row, tag: string): Promise<void> {
  const message = messageOf(stage, row);
  stage.scope.set('appended', message);
  const flags = row.flags ? ` (${row.flags})` : '';
  const date = row.date ? ` "${row.date}"` : '';
  const lines = [
    `C: ${tag} APPEND \${quoted(mailbox)}${flags}${date} {${message.length}}`,
    'S: +',
    'C: ${appended}',
    `S: ${tag} OK`,
  ];
  await stage.play(on(SENDING, lines), 'imap');
}

/** What APPEND took is there, as it was given: otherwise whatever the scenario asks of these messages would be answered for another's mistake. */
async function checkKept(stage: Stage, rows: Row[]): Promise<void> {
  if (rows.length === 0) return;
  await stage.play(on(SENDING, ['C: k EXAMINE ${quoted(mailbox)}', `S* * ${rows.length} EXISTS`, 'S: k OK']), 'imap');
  const kept = rows.flatMap(({ flags, date }, index) => {
    const items = [...(flags ? [`FLAGS (${flags})`] : []), ...(date ? [`INTERNALDATE "${date}"`] : [])];
    return items.length === 0 ? [] : [`S* * ${index + 1} FETCH (${items.join(' ')})`];
  });
  if (kept.length === 0) return;
  await stage.play(on(SENDING, [`C: l FETCH 1:${rows.length} (FLAGS INTERNALDATE)`, ...kept, 'S: l OK']), 'imap');
}

/** Sends a message to an account: by SMTP in sight of the transcript, or by what the target has. */
export async function sendMessage(stage: Stage, name: AccountName, message: Buffer): Promise<void> {
  const { target } = stage;
  const to = target.account(name).address;
  if (target.service('smtp') === undefined) return await target.send({ from: target.sender, to: [to] }, message);
  stage.scope.set('sent', message);
  await stage.aside({ protocol: 'smtp', state: 'after EHLO' }, SENDING, () =>
    stage.play(
      on(SENDING, [
        `C: MAIL FROM:<\${sender}>${is8bit(message) ? ' BODY=8BITMIME' : ''}`,
        'S: 250',
        `C: RCPT TO:<\${${name}}>`,
        'S: 250/251',
        'C: DATA',
        'S: 354',
        'C~ ${stuffed(sent)}',
        'C: .',
        'S: 250',
        'C: QUIT',
        'S: 221',
      ]),
      'smtp',
    ),
  );
}

/** RFC 6152 §2: what is not ASCII is declared; scenarios that send it need 8BITMIME. */
function is8bit(message: Buffer): boolean {
  return message.some((octet) => octet > 127);
}

/** It arrives so many times, and a message that the scenario defined arrives with its body as it was. */
export async function assertArrived(stage: Stage, name: AccountName, written: string, times?: number): Promise<void> {
  const sought = soughtMessage(stage, written);
  const found = await awaitDelivery(stage.target, stage.target.account(name), sought, times ?? 1);
  stage.received = found.at(-1);
  if (times !== undefined && found.length !== times) {
    throw new Mismatch(
      'delivered-too-often',
      `${name} has received ${sought.name} ${found.length} times, not ${times}`,
    );
  }
  if (!written.startsWith('"')) for (const message of found) checkSameBody(message, namedMessage(stage, written));
}

/** It has not arrived when a message sent later has. */
export async function assertNotArrived(stage: Stage, name: AccountName, written: string): Promise<void> {
  await assertNotDelivered(stage.target, stage.target.account(name), soughtMessage(stage, written), stage.id);
}

function messageOf(stage: Stage, { message }: Row): Buffer {
  if (!message) throw new Error('The table has no column “message”, or a row without one.');
  return namedMessage(stage, message);
}

/** A dialogue that is written for one connection, on another. */
function on(number: number, lines: string[]): string {
  return lines.map((line) => line.replace(/^([CS])/, `$1${number}`)).join('\n');
}
