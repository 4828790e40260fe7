import type { Message } from '../../store/types';
import type { Session } from '../session';
import { formatFlags, hasKeyword } from '../syntax/flags';

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
  if (!selected.hasNews) return;
  const { expunged, arrived, flagged } = selected.news(expunges);
  for (const { number } of expunged) session.untagged(`${number} EXPUNGE`);
  if (arrived) announceSize(session, selected.uids.length, selected.recentCount);
  for (const uid of flagged) announceFlags(session, uid);
}

/** EXISTS, and RECENT where the client knows it. */
export function announceSize(session: Session, exists: number, recent: number): void {
  session.untagged(`${exists} EXISTS`);
  if (!session.rev2) session.untagged(`${recent} RECENT`);
}

/** FETCH with flags, and the UID with which every such response must come (RFC 9051 §7.5.2). */
export function announceFlags(session: Session, uid: number): void {
  const selected = session.selected!;
  const message = selected.message(uid);
  if (!message) return;
  selected.told(uid);
  session.untagged(`${selected.sequenceNumber(uid)} FETCH (UID ${uid} FLAGS ${flagsOf(session, message)})`);
}

/** The message's flags as the client shall see them; keywords it has not heard of are announced first (RFC 9051 §7.3.5). */
export function flagsOf(session: Session, { uid, flags, keywords }: Message): string {
  const selected = session.selected!;
  if (keywords.length > 0 && keywords.some((keyword) => !hasKeyword(selected.keywords, keyword))) {
    for (const keyword of keywords) if (!hasKeyword(selected.keywords, keyword)) selected.keywords.push(keyword);
    announceKeywords(session);
  }
  return formatFlags(flags, keywords, !session.rev2 && selected.isRecent(uid));
}

/** FLAGS and PERMANENTFLAGS: what may be stored. */
export function announceKeywords(session: Session): void {
  const selected = session.selected!;
  const flags = `\\Answered \\Flagged \\Deleted \\Seen \\Draft${selected.keywords.map((name) => ` ${name}`).join('')}`;
  session.untagged(`FLAGS (${flags})`);
  const permanent = selected.readOnly ? '' : `${flags} \\*`;
  session.untagged(`OK [PERMANENTFLAGS (${permanent})] ${selected.readOnly ? 'Nothing' : 'These'} can be kept`);
}
