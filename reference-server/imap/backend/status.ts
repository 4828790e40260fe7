import type { Mailbox } from '../../store/types';
import type { Session } from '../session';

/** The values of the items that were asked for, in the order in which they were. */
export type StatusData = Record<string, number>;

interface Item {
  /** The capability that it needs; IMAP4rev1 or rev2 alone, when absent. */
  needs?: string;
  value(session: Session, mailbox: Mailbox): number;
}

/** RFC 9051 §6.3.11; SIZE of RFC 8438; APPENDLIMIT of RFC 7889 §5. */
const ITEMS: Readonly<Record<string, Item>> = {
  MESSAGES: { value: (_session, mailbox) => mailbox.messages },
  RECENT: {
    needs: 'IMAP4rev1',
    value: (session, { id, messages, recentFrom }) => messages - session.store.messages.position(id, recentFrom - 1),
  },
  UIDNEXT: { value: (_session, mailbox) => mailbox.uidNext },
  UIDVALIDITY: { value: (_session, mailbox) => mailbox.uidValidity },
  UNSEEN: { value: (_session, mailbox) => mailbox.unseen },
  DELETED: { needs: 'IMAP4rev2', value: (_session, mailbox) => mailbox.deleted },
  SIZE: { needs: 'STATUS=SIZE', value: (_session, mailbox) => mailbox.size },
  APPENDLIMIT: { needs: 'APPENDLIMIT', value: (session) => session.context.limits.messageSize },
};

/** Whether this word, in upper case, is an item that this server offers. */
export function knowsStatusItem(session: Session, name: string): boolean {
  const item = ITEMS[name];
  return item !== undefined && (item.needs === undefined || session.offers(item.needs));
}

export function statusOf(session: Session, mailbox: Mailbox, items: readonly string[]): StatusData {
  return Object.fromEntries(items.map((name) => [name, ITEMS[name]!.value(session, mailbox)]));
}
