import type { Session } from '../session';
import type { Key } from './keys';

/** What extensions tell besides of the messages that were found by this key: a name and its value. */
export function besidesOf(session: Session, key: Key, uids: readonly number[]): string[] {
  return session.tables.searchAnswers.flatMap((answer) => answer(session, key, uids) ?? []);
}
