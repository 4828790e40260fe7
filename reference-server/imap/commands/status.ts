import type { Mailbox } from '../../store/types';
import { type Command, completed } from '../command';
import { encodeName, needMailbox, readMailbox } from '../mailbox-name';
import { bad, no } from '../refusal';
import type { Session } from '../session';
import type { Arguments } from '../syntax/arguments';

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

/** RFC 9051 §6.3.11. */
export const status: Command = {
  state: 'authenticated',
  run(session, call) {
    call.args.space();
    const name = readMailbox(session, call.args);
    call.args.space();
    const items = readStatusItems(session, call.args);
    call.args.end();
    const mailbox = needMailbox(session, name);
    if (!mailbox.selectable) throw no('That is a name only, no mailbox');
    session.untagged(statusLine(session, mailbox, items));
    return completed(call);
  },
};

/** `(MESSAGES UNSEEN …)`, in upper case. */
export function readStatusItems(session: Session, args: Arguments): string[] {
  return args.list(() => {
    const name = args.keyword();
    const item = ITEMS[name];
    if (!item || (item.needs && !session.offers(item.needs))) throw bad(`STATUS knows no ${name.slice(0, 40)}`);
    return name;
  });
}

/** `STATUS name (MESSAGES 1 …)`. */
export function statusLine(session: Session, mailbox: Mailbox, items: readonly string[]): string {
  const value = (name: string) => session.choices.status(name, ITEMS[name]!.value(session, mailbox), mailbox, session);
  const values = items.map((name) => `${name} ${value(name)}`);
  return `STATUS ${encodeName(session, mailbox.name)} (${values.join(' ')})`;
}
