import { type Command, completed } from '../command';
import { needMailbox, readMailbox } from '../mailbox-name';

/** RFC 9051 §6.3.7: only to what exists now; a subscription stays when its mailbox goes. */
export const subscribe: Command = {
  state: 'authenticated',
  run(session, call) {
    call.args.space();
    const name = readMailbox(session, call.args);
    call.args.end();
    session.account!.subscribe(needMailbox(session, name, 'l').name);
    return completed(call);
  },
};

/** RFC 9051 §6.3.8: what is not subscribed stays so. */
export const unsubscribe: Command = {
  state: 'authenticated',
  run(session, call) {
    call.args.space();
    const name = readMailbox(session, call.args);
    call.args.end();
    session.account!.unsubscribe(name);
    return completed(call);
  },
};
