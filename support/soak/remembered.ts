/** What a client keeps of a mailbox when it leaves it, and how it catches up when it comes back (RFC 7162 §3.1.4.1, §6). */

import type { Cache } from './cache';
import type { ImapSession } from './imap-session';
import { FLAGS, type Flag } from './step';

export interface Remembered {
  validity: number;
  /** The mod-sequence up to which all changes are known; undefined where there are none. */
  caughtUp?: number;
  flags: Map<number, ReadonlySet<Flag>>;
}

/** @param caughtUp @see Remembered.caughtUp */
export function remember({ validity, messages }: Cache, caughtUp: number | undefined): Remembered | undefined {
  if (validity === undefined) return undefined;
  const known = messages.flatMap(({ uid, flags }) =>
    uid === undefined || flags === undefined ? [] : [[uid, flags] as const],
  );
  return { validity, caughtUp, flags: new Map(known) };
}

/**
 * Brings what is remembered up to date in the mailbox that has just been selected: where there are mod-sequences by what has changed
 * since, and which of the messages are there still.
 * @returns whether flags were taken from memory
 */
export async function catchUp(session: ImapSession, remembered: Remembered | undefined): Promise<boolean> {
  const { cache } = session;
  const known = remembered?.flags;
  const usable =
    remembered !== undefined && remembered.validity === cache.validity && remembered.caughtUp !== undefined;
  if (!usable || known === undefined || known.size === 0 || cache.messages.length === 0 || !session.has('CONDSTORE'))
    return false;
  cache.fetched = [];
  const uids = [...known.keys()].sort((a, b) => a - b);
  const changed = await session.command(`UID FETCH 1:${uids.at(-1)} (FLAGS) (CHANGEDSINCE ${remembered.caughtUp})`);
  if (changed.status !== 'OK') return false;
  // Which numbers the UIDs have now; what is new is asked for like any other.
  cache.found = [];
  if ((await session.command(`UID SEARCH UID 1:${uids.at(-1)}`)).status !== 'OK') return false;
  const there = [...new Set(cache.found)].sort((a, b) => a - b);
  there.forEach((uid, index) => {
    const message = cache.messages[index];
    const flags = known.get(uid);
    if (message === undefined || flags === undefined) return;
    if (message.uid !== undefined && message.uid !== uid) return;
    message.uid = uid;
    message.flags ??= flags;
  });
  return true;
}

/** Asks for what it was told of by number alone. */
export async function learn(session: ImapSession, { modseq = false } = {}): Promise<void> {
  const { messages } = session.cache;
  const unknown = messages.flatMap(({ uid, flags }, index) =>
    uid === undefined || flags === undefined ? [index + 1] : [],
  );
  if (unknown.length === 0) return;
  await session.command(`FETCH ${setOf(unknown)} (UID FLAGS${modseq ? ' MODSEQ' : ''})`);
}

/** `1:3,5`, of numbers that ascend. */
export function setOf(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}:${to}`)).join(',');
}

/** After .SILENT nothing is told: the client applies what it asked for (RFC 3501 §6.4.6). */
export function applied(flags: ReadonlySet<Flag>, sign: '+' | '-' | '=', change: readonly Flag[]): ReadonlySet<Flag> {
  if (sign === '=') return new Set(change);
  return new Set(FLAGS.filter((flag) => (change.includes(flag) ? sign === '+' : flags.has(flag))));
}
