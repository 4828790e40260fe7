import type { Mailbox } from '../../store/types';
import type { Session } from '../session';

/** The values of the items that were asked for, in the order in which they were. */
export type StatusData = Record<string, number | string>;

/** Items of STATUS that every server has (RFC 9051 §6.3.11). */
export const STATUS_ITEMS = {
  MESSAGES: (_session: Session, { messages }: Mailbox) => messages,
  UIDNEXT: (_session: Session, { uidNext }: Mailbox) => uidNext,
  UIDVALIDITY: (_session: Session, { uidValidity }: Mailbox) => uidValidity,
  UNSEEN: (_session: Session, { unseen }: Mailbox) => unseen,
};

export function statusOf(session: Session, mailbox: Mailbox, items: readonly string[]): StatusData {
  const { status } = session.tables;
  return Object.fromEntries(items.map((name) => [name, status.get(name)!(session, mailbox)]));
}
