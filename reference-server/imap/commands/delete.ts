import { type Command, completed } from '../command';
import { needMailbox, readGivenName } from '../mailbox-name';
import { tellOldName } from './list';

/** RFC 9051 §6.3.5. */
export const deleteMailbox: Command = {
  state: 'authenticated',
  run(session, call) {
    call.args.space();
    const given = readGivenName(session, call.args);
    call.args.end();
    const mailbox = needMailbox(session, given.name, 'x');
    session.account!.delete(mailbox);
    tellOldName(session, given, ['\\NonExistent']);
    // A client that deletes what it has selected has nothing selected afterwards.
    if (session.selected?.id === mailbox.id) {
      session.deselect();
      session.untagged('OK [CLOSED] The mailbox that was selected is deleted');
    }
    return completed(call);
  },
};
