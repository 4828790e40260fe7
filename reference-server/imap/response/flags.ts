import type { Message } from '../../store/types';
import type { Selected } from '../backend/selected';
import type { Session } from '../session';
import { formatFlags, hasKeyword, SYSTEM_FLAGS } from '../syntax/flags';

/** The message's flags as the client shall see them; keywords it has not heard of are announced first (RFC 9051 §7.3.5). */
export function flagsOf(session: Session, { uid, flags, keywords }: Message): string {
  const selected = session.selected!;
  if (keywords.length > 0 && keywords.some((keyword) => !hasKeyword(selected.keywords, keyword))) {
    for (const keyword of keywords) if (!hasKeyword(selected.keywords, keyword)) selected.keywords.push(keyword);
    announceKeywords(session);
  }
  return formatFlags(flags, keywords, !session.rev2 && selected.isRecent(uid));
}

/** FLAGS, and PERMANENTFLAGS: what this client may store. */
export function announceKeywords(session: Session): void {
  const selected = session.selected!;
  const flags = `\\Answered \\Flagged \\Deleted \\Seen \\Draft${selected.keywords.map((name) => ` ${name}`).join('')}`;
  session.untagged(`FLAGS (${flags})`);
  const permanent = permanentFlags(selected);
  selected.toldPermanent = permanent;
  session.untagged(`OK [PERMANENTFLAGS (${permanent})] ${permanent === '' ? 'Nothing' : 'These'} can be kept`);
}

/** Tells them anew where the client may change others than it was told (RFC 4314 §5.1.1). */
export function announceOtherRights(session: Session): void {
  const selected = session.selected!;
  if (permanentFlags(selected) !== selected.toldPermanent) announceKeywords(session);
}

function permanentFlags(selected: Selected): string {
  const { system, keywords } = selected.changeable();
  const known = SYSTEM_FLAGS.filter(([bit]) => (system & bit) > 0).map(([, name]) => name);
  return [...known, ...(keywords ? [...selected.keywords, '\\*'] : [])].join(' ');
}
