import type { Mailbox } from '../../store/types';
import type { StatusData } from '../backend/status';
import { type Command, completed } from '../command';
import { encodeName, needMailbox, readMailbox } from '../mailbox-name';
import { bad, no } from '../refusal';
import type { Session } from '../session';
import type { Arguments } from '../syntax/arguments';

/** RFC 9051 §6.3.11. */
export const status: Command = {
  state: 'authenticated',
  run(session, call) {
    call.args.space();
    const name = readMailbox(session, call.args);
    call.args.space();
    const items = readStatusItems(session, call.args);
    call.args.end();
    const mailbox = needMailbox(session, name, 'r');
    if (!mailbox.selectable) throw no('That is a name only, no mailbox');
    session.untagged(statusLine(session, mailbox, session.account!.status(mailbox, items)));
    return completed(call);
  },
};

/** `(MESSAGES UNSEEN …)`, in upper case. */
export function readStatusItems(session: Session, args: Arguments): string[] {
  return args.list(() => {
    const name = args.keyword();
    if (!session.tables.status.has(name)) throw bad(`STATUS knows no ${name.slice(0, 40)}`).because('syntax');
    return name;
  });
}

/** `STATUS name (MESSAGES 1 …)`. */
export function statusLine(session: Session, mailbox: Mailbox, data: StatusData): string {
  const values = Object.entries(data).map(([name, value]) => `${name} ${value}`);
  return `STATUS ${encodeName(session, mailbox.name)} (${values.join(' ')})`;
}
