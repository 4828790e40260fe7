import { ofOneMessage } from '../as-refusal';
import { type Command, completed } from '../command';
import { downgradedCode } from '../fetch/downgraded';
import { type Item, readItems, withItems } from '../fetch/items';
import { readFetchModifiers } from '../fetch/modifiers';
import { respond } from '../fetch/respond';
import { writer } from '../fetch/writers';
import { no, type Refusal } from '../refusal';
import { besides } from '../response/announce';
import type { Session } from '../session';
import { readSequenceSet } from '../syntax/sequence-set';
import { Turns } from '../turns';

/** Items for which no message is read. */
const OF_ROWS: ReadonlySet<Item['kind']> = new Set(['FLAGS', 'UID', 'INTERNALDATE', 'RFC822.SIZE']);

/** RFC 9051 §6.4.5. */
export const fetch: Command = {
  state: 'selected',
  announces: 'no-expunges',
  async run(session, call) {
    const { args } = call;
    args.space();
    const set = readSequenceSet(args, session.tables.sets);
    args.space();
    const asked = readItems(session, args);
    const modifiers = args.trySpace() ? readFetchModifiers(session, call) : [];
    args.end();
    const items = modifiers.reduce((some, modifier) => withItems(some, modifier.items), asked);
    const selected = session.selected!;
    const named = selected.named(set, call.uid);
    for (const modifier of modifiers) modifier.before?.(selected, set, modifiers);
    const uids = modifiers.reduce((some, modifier) => modifier.left(selected, some), named);
    // RFC 9051 §6.4.9: the answers to UID FETCH tell the UID, asked or not.
    if (call.uid && !items.some(({ kind }) => kind === 'UID')) items.unshift({ kind: 'UID' });
    selected.model.prepare(uids);
    const sees = items.some((item) => selected.setsSeen(item)) && selected.may('seen');
    const refusal = await respondAll(session, uids, items, new Set(sees ? selected.see(uids) : []));
    if (refusal) throw refusal;
    // RFC 2180 §4.1: what another session expunged meanwhile has no content any more.
    if (!call.uid && uids.some((uid) => !selected.message(uid))) throw no('Some of them are gone', 'EXPUNGEISSUED');
    return completed(call, downgradedCode(session, uids, items));
  },
};

/** UID FETCH may tell of expunges (RFC 9051 §7.5.1). */
export const uidFetch: Command = { ...fetch, announces: 'everything' };

/** Answers for each message; gives the first refusal of an item, after the others were answered. */
export async function respondAll(
  session: Session,
  uids: readonly number[],
  items: readonly Item[],
  /** Whose flags changed, so that the answer tells them. */
  seen: ReadonlySet<number> = new Set(),
): Promise<Refusal | undefined> {
  const writers = items.map((item) => writer(session, item));
  const ofSeen = withItems(items, [{ kind: 'FLAGS' }, ...besides(session)]);
  const withFlags = ofSeen.map((item) => writer(session, item));
  const turns = new Turns(items.every(({ kind }) => OF_ROWS.has(kind)) ? 64 : 4);
  let refusal: Refusal | undefined;
  for (const uid of uids) {
    const message = session.selected!.message(uid);
    if (!message) continue;
    try {
      respond(session, message, seen.has(uid) ? withFlags : writers);
    } catch (error) {
      const found = ofOneMessage(session, error);
      refusal ??= found;
    }
    if (session.full) await session.drain();
    if (turns.due) await turns.pass();
  }
  return refusal;
}
