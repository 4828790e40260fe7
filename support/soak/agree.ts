/** Whether what a session knows agrees with what there is. */
import type { Actor } from './actor';
import { type Finding, finding, proved, uidIn, uidWithin } from './finding';
import { shown } from './follows';
import type { Snapshot } from './snapshot';
import { FLAGS, type Flag } from './step';

/** After a NOOP, with nothing else running: what it has been told by now. */
export function judgeNews(actor: Actor, now: Snapshot): Finding | undefined {
  const { cache, number, box } = actor;
  if (cache === undefined) return undefined;
  const who = `session ${number + 1}, ${box}`;
  const uids = [...now.messages.keys()];
  const news = (found: Finding, line: string) =>
    proved(found, { session: number, command: /^\S+ NOOP/, lines: [line] });
  if (cache.messages.length !== uids.length) {
    const untold = finding(
      'size-untold',
      `${who}: after a NOOP it has been told of ${cache.messages.length} messages, and there are ${uids.length}`,
      `there are UIDs ${uids.join(', ') || 'none'}`,
    );
    const grown = cache.messages.length < uids.length;
    return news(untold, grown ? `S* * ${uids.length} EXISTS` : 'S* * ${n:number} EXPUNGE');
  }
  for (const [index, { uid }] of cache.messages.entries()) {
    // One that was another's is told of when it is read.
    if (uid !== undefined && uid !== uids[index] && !isAnothers(actor, uid, now))
      return finding(
        'numbers-disagree',
        `${who}: by what it was told message ${index + 1} has UID ${uid}, and it has UID ${uids[index]}`,
      );
  }
  for (const [index, { flags }] of cache.messages.entries()) {
    const message = now.messages.get(uids[index]!)!;
    if (flags === undefined || same(flags, message.flags)) continue;
    const told = finding(
      'flags-untold',
      `${who}: after a NOOP it has been told that ${message.label} (UID ${message.uid}) has ${shown(flags)}, and it has ${shown(message.flags)}`,
    );
    return news(told, `S* * ${index + 1} FETCH (FLAGS ${shown(message.flags)})`);
  }
  return undefined;
}

/** What it reads, when it asks for all of it. */
export async function judgeRead(actor: Actor, now: Snapshot): Promise<Finding | undefined> {
  const { live, number, box } = actor;
  if (live === undefined || now.messages.size === 0) return undefined;
  live.cache.fetched = [];
  const condstore = live.has('CONDSTORE');
  await live.command(`UID FETCH 1:* (UID FLAGS${condstore ? ' MODSEQ' : ''})`);
  const uids = [...now.messages.keys()];
  const who = `session ${number + 1}, ${box}`;
  const read = new Set<number>();
  const right = (found: Finding, line: string) =>
    proved(found, { session: number, command: /^\S+ UID FETCH 1:\*/, lines: [line] });
  for (const { number: at, uid, flags, modseq } of live.cache.fetched) {
    if (uid === undefined || flags === undefined) continue;
    read.add(uid);
    if (uids[at - 1] !== uid && isAnothers(actor, uid, now))
      return right(
        finding(
          'uid-given-again',
          `${who}: FETCH says that message ${at} has UID ${uid}, which ${actor.labelOf(uid)} had; its UID is ${uids[at - 1]}`,
        ),
        `S* * ${at} FETCH (UID \${n:number > ${uidWithin(box, uid)}})`,
      );
    if (uids[at - 1] !== uid)
      return right(
        finding('numbers-disagree', `${who}: FETCH says that message ${at} has UID ${uid}, and it is ${uids[at - 1]}`),
        `S* * ${at} FETCH (UID ${uidIn(box, uids[at - 1] ?? 0)})`,
      );
    const message = now.messages.get(uid)!;
    if (!same(flags, message.flags))
      return right(
        finding(
          'flags-of-yesterday',
          `${who}: FETCH says that ${message.label} (UID ${uid}) has ${shown(flags)}; a session that has just come reads ${shown(message.flags)}`,
        ),
        `S* * ${at} FETCH (FLAGS ${shown(message.flags)})`,
      );
    if (modseq !== undefined && message.modseq !== undefined && modseq !== message.modseq)
      return right(
        finding(
          'modseq-disagrees',
          `${who}: FETCH says that ${message.label} (UID ${uid}) has mod-sequence ${modseq}; a session that has just come reads ${message.modseq}`,
        ),
        `S* * ${at} FETCH (MODSEQ (${message.modseq}))`,
      );
  }
  const missing = uids.find((uid) => !read.has(uid));
  if (missing === undefined) return undefined;
  return finding('numbers-disagree', `${who}: FETCH of 1:* says nothing of UID ${missing}, which is there`);
}

/** A session that came back, with what it remembered and what has changed since; nothing else ran. */
export function judgeCaughtUp({ cache, number, box }: Actor, now: Snapshot): Finding | undefined {
  for (const [index, { uid, flags }] of (cache?.messages ?? []).entries()) {
    const message = uid === undefined ? undefined : now.messages.get(uid);
    if (message === undefined || flags === undefined || same(flags, message.flags)) continue;
    const told = finding(
      'resync-misses',
      `session ${number + 1}, ${box}: it came back, asked what has changed, and has ${shown(flags)} for ${message.label} (UID ${uid}), which has ${shown(message.flags)}`,
    );
    const lines = [`S* * ${index + 1} FETCH (UID ${uidIn(box, message.uid)} FLAGS ${shown(message.flags)})`];
    return proved(told, { session: number, command: /CHANGEDSINCE/, lines });
  }
  return undefined;
}

/** A search that ran alone. What the session has not been told of, it may find or not. */
export function judgeSearch({ search, cache, number, box }: Actor, now: Snapshot): Finding | undefined {
  if (search === undefined || cache === undefined) return undefined;
  const { flag, has, found } = search;
  for (const { uid, flags } of cache.messages) {
    const message = uid === undefined ? undefined : now.messages.get(uid);
    if (message === undefined || flags === undefined || !same(flags, message.flags)) continue;
    if (found.has(message.uid) === (message.flags.has(flag) === has)) continue;
    const told = finding(
      'search-disagrees',
      `session ${number + 1}, ${box}: SEARCH for messages ${has ? 'with' : 'without'} ${flag} ${found.has(message.uid) ? 'finds' : 'does not find'} ${message.label} (UID ${message.uid}), which has ${shown(message.flags)}`,
    );
    const right = [...now.messages.values()].filter((one) => one.flags.has(flag) === has);
    const lines = [['S* * SEARCH', ...right.map((one) => uidIn(box, one.uid))].join(' ')];
    return proved(told, { session: number, command: /^\S+ UID SEARCH (?!UID)/, lines });
  }
  return undefined;
}

function same(one: ReadonlySet<Flag>, other: ReadonlySet<Flag>): boolean {
  return FLAGS.every((flag) => one.has(flag) === other.has(flag));
}

/** A UID that was given to a message which is gone. */
function isAnothers(actor: Actor, uid: number, now: Snapshot): boolean {
  return actor.labelOf(uid) !== undefined && !now.messages.has(uid);
}
