/** The name of a mailbox: RFC 3501 §5.1.3, §9. */
import type { Cursor } from './cursor';

/** RFC 3501 §5.1.3: printable ASCII but `&` stands for itself; base64 between `&` and `-` for all else. */
const MODIFIED_UTF_7 = /^(?:[ -%'-~]|&-|&[A-Za-z0-9+,]+-)*$/;

/** @returns it, INBOX in capitals */
export function readMailbox(cursor: Cursor): string {
  const at = cursor.at;
  const name = cursor.within('imap-mailbox', () => cursor.astring());
  if (!cursor.international)
    cursor.ledger.check('imap-mailbox-name', MODIFIED_UTF_7.test(name), 'the name is no modified UTF-7', at);
  return /^INBOX$/i.test(name) ? 'INBOX' : name;
}
