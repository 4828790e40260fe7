import { type Command, completed } from '../command';
import { needMailbox, readMailbox, withoutDelimiter } from '../mailbox-name';

/** RFC 9051 §6.3.6. */
export const rename: Command = {
  state: 'authenticated',
  run(session, call) {
    call.args.space();
    const from = readMailbox(session, call.args);
    call.args.space();
    const to = readMailbox(session, call.args);
    call.args.end();
    session.account!.rename(needMailbox(session, from), withoutDelimiter(to));
    return completed(call);
  },
};
