import { Differs } from './differs';
import type { Session } from './session';

const ASTERISK = 42;

/** @param line of the dialogue that is being played. @throws Differs `bytes-left` */
export function checkNothingUnread(session: Session, line: number): void {
  if (session.protocol === 'imap') session.gatherArrived(line);
  const { unread } = session.connection;
  // IMAP: an untagged response may come at any time, and be half here.
  if (unread.length === 0 || (session.protocol === 'imap' && unread[0] === ASTERISK)) return;
  throw new Differs('bytes-left', `${unread.length} octets came that nothing asked for`, line, unread, 0);
}
