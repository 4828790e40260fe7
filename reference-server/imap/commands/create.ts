import { type Command, completed } from '../command';
import { readSpecialUse } from '../extensions/special-use';
import { readMailbox, withoutDelimiter } from '../mailbox-name';

/** RFC 9051 §6.3.4; the special use of RFC 6154 §3. */
export const create: Command = {
  state: 'authenticated',
  run(session, call) {
    call.args.space();
    const name = readMailbox(session, call.args);
    const use = readSpecialUse(session, call.args);
    call.args.end();
    session.account!.create(withoutDelimiter(name), use === undefined ? {} : { use });
    return completed(call);
  },
};
