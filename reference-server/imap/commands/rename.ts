import { type Mailbox, SEPARATOR } from '../../store/types';
import { type Command, completed } from '../command';
import { checkNewName, makeSuperiors, needMailbox, readMailbox, withoutDelimiter } from '../mailbox-name';
import { no } from '../refusal';
import type { Session } from '../session';

/** RFC 9051 §6.3.6: inferiors go with it; INBOX stays and gives its messages away. */
export const rename: Command = {
  state: 'authenticated',
  run(session, call) {
    call.args.space();
    const from = readMailbox(session, call.args);
    call.args.space();
    const given = readMailbox(session, call.args);
    call.args.end();
    const to = withoutDelimiter(session, given);
    const mailbox = needMailbox(session, from);
    checkNewName(to);
    const { mailboxes } = session.store;
    if (mailboxes.find(session.account!.id, to)) throw no('The new name is taken', 'ALREADYEXISTS');
    if (to.startsWith(from + SEPARATOR) && from !== 'INBOX') throw no('A mailbox cannot lie below itself', 'CANNOT');
    session.store.transaction(() => {
      makeSuperiors(session, to);
      if (from === 'INBOX') emptyInto(session, mailbox, to);
      else mailboxes.rename(mailbox.id, to, session);
    });
    return completed(call);
  },
};

function emptyInto(session: Session, inbox: Mailbox, name: string): void {
  const { mailboxes, messages } = session.store;
  const target = mailboxes.create(session.account!.id, name, { by: session });
  messages.move(inbox.id, messages.uids(inbox.id), target.id, session);
}
