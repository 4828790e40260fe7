import { SEPARATOR } from '../../store/types';
import { type Command, completed } from '../command';
import { superiorsOf } from '../extensions/list-extended';
import { decodeName, encodeName } from '../mailbox-name';

/** RFC 3501 §6.3.9. A name above a subscribed one that `%` hides is shown as \Noselect. */
export const lsub: Command = {
  state: 'authenticated',
  run(session, call) {
    const { args } = call;
    args.space();
    const reference = decodeName(session, args.astring());
    args.space();
    const pattern = reference + decodeName(session, args.listMailbox());
    args.end();
    const { mailboxes } = session.store;
    const account = session.account!.id;
    const subscribed = new Set(mailboxes.subscriptions(account));
    const fits = (name: string) => session.choices.matchesPattern(name, pattern, SEPARATOR);
    const hidden = [...subscribed].filter((name) => !fits(name));
    const above = pattern.endsWith('%')
      ? [...superiorsOf(hidden)].filter((name) => fits(name) && !subscribed.has(name))
      : [];
    for (const name of [...subscribed].filter(fits)) {
      const attributes = mailboxes.find(account, name)?.selectable === false ? '\\Noselect' : '';
      session.untagged(`LSUB (${attributes}) "${SEPARATOR}" ${encodeName(session, name)}`);
    }
    for (const name of above) session.untagged(`LSUB (\\Noselect) "${SEPARATOR}" ${encodeName(session, name)}`);
    return completed(call);
  },
};
