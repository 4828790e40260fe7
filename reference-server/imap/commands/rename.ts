import { type Command, completed } from '../command';
import { needMailbox, readGivenName, withoutDelimiter } from '../mailbox-name';
import { tellOldName } from './list';

/** RFC 9051 §6.3.6. */
export const rename: Command = {
  state: 'authenticated',
  run(session, call) {
    call.args.space();
    const from = readGivenName(session, call.args);
    call.args.space();
    const to = readGivenName(session, call.args);
    call.args.end();
    const name = withoutDelimiter(to.name);
    session.account!.rename(needMailbox(session, from.name, 'x'), name);
    // RFC 9051 §6.3.6: the old name as it was given, whichever of the two was spelled otherwise.
    if (from.oldName !== undefined || to.oldName !== undefined)
      tellOldName(session, { name, oldName: from.oldName ?? Buffer.from(from.name, 'utf8').toString('latin1') });
    return completed(call);
  },
};
