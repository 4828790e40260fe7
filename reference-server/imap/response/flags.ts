import type { Message } from '../../store/types';
import type { Session } from '../session';
import { formatFlags, hasKeyword } from '../syntax/flags';

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
