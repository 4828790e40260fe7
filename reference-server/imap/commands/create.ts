import { type Command, completed } from '../command';
import { readSpecialUse } from '../extensions/special-use';
import { checkNewName, makeSuperiors, readMailbox, withoutDelimiter } from '../mailbox-name';
import { no } from '../refusal';

/** RFC 9051 §6.3.4; the special use of RFC 6154 §3. */
export const create: Command = {
  state: 'authenticated',
  run(session, call) {
    call.args.space();
    const given = readMailbox(session, call.args);
    const specialUse = readSpecialUse(session, call.args);
    call.args.end();
    const name = withoutDelimiter(session, given);
    checkNewName(name);
    const { mailboxes } = session.store;
    const account = session.account!.id;
    if (mailboxes.find(account, name)?.selectable) throw no('That mailbox exists', 'ALREADYEXISTS');
    session.store.transaction(() => {
      makeSuperiors(session, name);
      mailboxes.create(account, name, { by: session, ...(specialUse === undefined ? {} : { specialUse }) });
    });
    return completed(call);
  },
};
