import { type Command, completed } from '../command';
import { needMailbox, readMailbox } from '../mailbox-name';
import { no } from '../refusal';

/** RFC 9051 §6.3.5: inferiors stay, and a name that has some stays as a name (`\Noselect`). */
export const deleteMailbox: Command = {
  state: 'authenticated',
  run(session, call) {
    call.args.space();
    const name = readMailbox(session, call.args);
    call.args.end();
    if (name === 'INBOX') throw no('INBOX stays', 'CANNOT');
    const mailbox = needMailbox(session, name);
    const inferiors = session.store.mailboxes.inferiors(mailbox).length > 0;
    if (inferiors && !mailbox.selectable) throw no('There are mailboxes below it', 'HASCHILDREN');
    // A client that deletes what it has selected has nothing selected afterwards.
    if (session.view?.id === mailbox.id) {
      session.deselect();
      session.untagged('OK [CLOSED] The mailbox that was selected is deleted');
    }
    session.store.mailboxes.delete(mailbox.id, { keepName: inferiors, by: session });
    return completed(call);
  },
};
