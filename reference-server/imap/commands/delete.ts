import { type Command, completed } from '../command';
import { needMailbox, readMailbox } from '../mailbox-name';

/** RFC 9051 §6.3.5. */
export const deleteMailbox: Command = {
  state: 'authenticated',
  run(session, call) {
    call.args.space();
    const name = readMailbox(session, call.args);
    call.args.end();
    const mailbox = needMailbox(session, name);
    session.account!.delete(mailbox);
    // A client that deletes what it has selected has nothing selected afterwards.
    if (session.selected?.id === mailbox.id) {
      session.deselect();
      session.untagged('OK [CLOSED] The mailbox that was selected is deleted');
    }
    return completed(call);
  },
};
