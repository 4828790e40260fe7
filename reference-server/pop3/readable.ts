/** What may be shown of a message in the session's mode (RFC 6856 §2.1). */

import { isInternational } from '../mime/international';
import { type Answer, err } from './answer';
import { utf8 } from './capabilities/languages';
import type { Entry } from './maildrop';
import type { Session } from './session';

const GONE = err('The message was removed meanwhile', 'SYS/TEMP');
/** RFC 6856 §5. */
const NEEDS_UTF8 = err('The header is in UTF-8: say UTF8 before you log in', 'UTF8');

/** The message, or the answer that refuses it. A header in UTF-8 is for sessions that said UTF8; bodies are carried as they are. */
export function readable(session: Session, entry: Entry): Buffer | Answer {
  const content = session.maildrop!.content(entry);
  if (!content) return GONE;
  if (session.utf8 || !session.service.has(utf8)) return content;
  const end = content.indexOf('\r\n\r\n');
  return isInternational(end < 0 ? content : content.subarray(0, end)) ? NEEDS_UTF8 : content;
}
