import { type Command, completed } from '../command';
import { copyUid, readTransfer } from '../commands/copy';
import { checkMay } from '../commands/expunge';

/** RFC 6851, RFC 9051 §6.4.8: COPYUID comes before the expunges, in an untagged OK. */
export const move: Command = {
  state: 'selected',
  run(session, call) {
    const { uids, target } = readTransfer(session, call);
    checkMay(session, 'move');
    const moved = session.selected!.move(uids, target);
    const code = copyUid(session, moved);
    if (code !== undefined) session.untagged(`OK [${code}] Moved`);
    return completed(call);
  },
};
