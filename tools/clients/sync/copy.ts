/** What a mailbox holds, and what a client that synchronises believes that it holds: both as lines that compare. */
import assert from 'node:assert/strict';
import { ImapFlow, type ImapFlowOptions } from 'imapflow';
import type { Setting } from '../client';

/** The mailboxes between which messages go. */
export const MAILBOXES = ['INBOX', 'Kept'] as const;
export type Name = (typeof MAILBOXES)[number];

/** A message, as far as a copy must be right; `uid` is absent where the client's copy numbers messages itself. */
export interface Line {
  uid?: number;
  /** The number that the message carries in its header: copies of one message have the same. */
  number: string;
  flags: readonly string[];
}

export type Copy = Readonly<Record<Name, readonly Line[]>>;

/** A client whose copy is held against the server after each round. */
export interface Keeper {
  /** Whether its copy has the server's UIDs. */
  readonly uids: boolean;
  sync(): Promise<void>;
  copy(): Promise<Copy>;
  close(): Promise<void>;
}

/** A connection of imapflow's to the account, logged in. */
export async function connect({ server, account }: Setting, options: Partial<ImapFlowOptions> = {}): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: 'localhost',
    port: server.ports.imaps!,
    secure: true,
    tls: { ca: server.ca },
    auth: { user: account.address, pass: account.password },
    // What is told must be told by the commands that are given here.
    disableAutoIdle: true,
    logger: false,
    ...options,
  });
  await client.connect();
  return client;
}

/** What the server holds, as a session reads it that has just come and knows nothing. */
export async function truth(setting: Setting): Promise<Copy> {
  const client = await connect(setting);
  try {
    const read = async (name: Name) => {
      await client.mailboxOpen(name, { readOnly: true });
      return await linesOf(client, '1:*');
    };
    return { INBOX: await read('INBOX'), Kept: await read('Kept') };
  } finally {
    await client.logout();
  }
}

/** The messages of this set of UIDs. */
export async function linesOf(client: ImapFlow, uids: string): Promise<Required<Line>[]> {
  assert.ok(client.mailbox !== false);
  if (client.mailbox.exists === 0) return [];
  const found: Required<Line>[] = [];
  for await (const { uid, flags, headers } of client.fetch(uids, { flags: true, headers: ['x-number'] }, { uid: true }))
    found.push({ uid, number: numberIn(headers!.toString()), flags: plain(flags!) });
  return found;
}

/** The number in a header. */
export function numberIn(header: string): string {
  return /^X-Number: (\d+)\r?$/im.exec(header)?.[1] ?? 'none';
}

/** Flags in one order, without `\Recent`, which is of a session. */
export function plain(flags: Iterable<string>): string[] {
  return [...flags].filter((flag) => flag.toLowerCase() !== '\\recent').sort();
}

/** @throws with the first lines that one has and the other has not */
export function assertSame(name: Name, copy: readonly Line[], truth: readonly Line[], uids: boolean): void {
  const show = (lines: readonly Line[]) =>
    lines.map(({ uid, number, flags }) => `${uids ? `${uid}: ` : ''}number ${number} (${flags.join(' ')})`).sort();
  const [held, there] = [show(copy), show(truth)];
  const beyond = (these: string[], those: string[]) => {
    const left = [...those];
    return these.filter((line) => {
      const at = left.indexOf(line);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  };
  const wrong = [...beyond(held, there).map((line) => `+ ${line}`), ...beyond(there, held).map((line) => `- ${line}`)];
  if (wrong.length > 0)
    throw new Error(`the copy of ${name} has (+) or lacks (-), of ${there.length}:\n${wrong.slice(0, 10).join('\n')}`);
}
