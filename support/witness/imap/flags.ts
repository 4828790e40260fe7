/** Flags: RFC 3501 §2.3.2, §9. */
import type { Cursor } from './cursor';

/** RFC 3501 §9; a server makes no backslash flags of its own. */
const SYSTEM: ReadonlySet<string> = new Set(['\\ANSWERED', '\\FLAGGED', '\\DELETED', '\\SEEN', '\\DRAFT']);
const BACKSLASH = 92;

/**
 * @param where `fetched`: of a message, which may be \Recent; `permanent`: of PERMANENTFLAGS, among which `\*` may be; `defined`: of FLAGS
 * @returns them in capitals
 */
export function readFlags(cursor: Cursor, where: 'fetched' | 'permanent' | 'defined'): string[] {
  return cursor.list(() => readFlag(cursor, where));
}

function readFlag(cursor: Cursor, where: 'fetched' | 'permanent' | 'defined'): string {
  if (cursor.octet !== BACKSLASH) return cursor.atom('a flag').toUpperCase();
  const from = cursor.at++;
  if (where === 'permanent' && cursor.has('*')) return '\\*';
  const flag = `\\${cursor.atom('a flag').toUpperCase()}`;
  const recent = flag === '\\RECENT';
  if (where === 'defined')
    cursor.ledger.check('imap-flags-without-recent', !recent, '\\Recent is no flag of the list', from);
  if (!recent) cursor.ledger.check('imap-system-flags', SYSTEM.has(flag), `${flag} is defined nowhere`, from);
  return flag;
}
