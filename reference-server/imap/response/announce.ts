import type { News } from '../backend/view';
import { type Item, withItems } from '../fetch/items';
import { respond } from '../fetch/respond';
import { writer } from '../fetch/writers';
import type { Session } from '../session';
import { announceOtherRights } from './flags';

/**
 * Tells the client what has happened to the selected mailbox (RFC 9051 §7.5): expunges first where they may be told, then the new
 * size, then flags. A deleted mailbox ends the selection.
 */
export function announce(session: Session, expunges: boolean): void {
  try {
    tellNews(session, expunges);
  } catch (error) {
    // What the client knows and what is true have parted: it must select the mailbox anew (RFC 5530 §3).
    session.context.log(`imap: ${error instanceof Error ? error.stack : error}`);
    session.bye('The mail store fails; try again later', 'UNAVAILABLE');
  }
}

function tellNews(session: Session, expunges: boolean): void {
  const { selected } = session;
  if (!selected) return;
  if (selected.deleted) {
    // RFC 9051 §7.1, CLOSED, and RFC 5530: no more than this can be said of a mailbox that is gone.
    session.bye('The selected mailbox was deleted');
    return;
  }
  // RFC 4314 §5.1.1.
  if (!selected.rights.includes('r')) {
    session.bye('You may read the selected mailbox no more');
    return;
  }
  announceOtherRights(session);
  if (!selected.hasNews) return;
  const { expunged, arrived, flagged } = selected.news(expunges);
  if (expunged.length > 0) announceExpunged(session, expunged);
  if (arrived) announceSize(session, selected.uids.length, selected.recentCount);
  for (const uid of flagged) announceFlags(session, uid);
  const waiting = selected.hasGone ? session.tables.expungesWaiting?.(session, selected) : undefined;
  if (waiting !== undefined) session.untagged(`OK ${waiting}`);
}

/** EXPUNGE for each, unless an extension has another response for them. */
function announceExpunged(session: Session, expunged: News['expunged']): void {
  const uids = expunged.map(({ uid }) => uid);
  const instead = session.tables.insteadOfExpunge?.(session, uids);
  if (instead !== undefined) session.untagged(instead);
  else for (const { number } of expunged) session.untagged(`${number} EXPUNGE`);
}

/** EXISTS, and RECENT where the client knows it. */
export function announceSize(session: Session, exists: number, recent: number): void {
  session.untagged(`${exists} EXISTS`);
  if (!session.rev2) session.untagged(`${recent} RECENT`);
}

/**
 * FETCH with flags, and the UID with which every such response must come (RFC 9051 §7.5.2); what extensions tell besides. Nothing of a
 * message that is gone.
 */
export function announceFlags(session: Session, uid: number): void {
  tellItems(session, uid, withItems([{ kind: 'UID' }, { kind: 'FLAGS' }], besides(session)));
}

/** A FETCH response that nobody asked for, of a message that is there. */
export function tellItems(session: Session, uid: number, items: readonly Item[]): void {
  const message = session.selected!.message(uid);
  if (!message) return;
  const writers = items.map((item) => writer(session, item));
  respond(session, message, writers);
}

/** What extensions tell wherever flags are told that the client did not ask for. */
export function besides(session: Session): Item[] {
  return session.tables.beside.flatMap((beside) => beside(session));
}
