import { spaced } from '../response/numbers';
import type { Session } from '../session';
import type { Key } from './keys';

/** What extensions tell besides of the messages that were found by this key: a name and its value. */
export function besidesOf(session: Session, key: Key, uids: readonly number[]): string[] {
  return session.tables.searchAnswers.flatMap((answer) => answer(session, key, uids) ?? []);
}

/** SEARCH and SORT: the numbers that were found, and behind them in parentheses what is told besides (RFC 7162 §3.1.5, §3.1.9). */
export function withBesides(
  session: Session,
  key: Key,
  uids: readonly number[],
  word: 'SEARCH' | 'SORT',
  numbers: readonly number[],
): string {
  const found = numbers.length > 0 ? [spaced(numbers)] : [];
  return [word, ...found, ...besidesOf(session, key, uids).map((one) => `(${one})`)].join(' ');
}
