import { type Command, completed } from '../command';
import { copyCode, readTransfer } from '../commands/copy';
import { checkMay, expungedCode } from '../commands/expunge';
import type { Extension } from '../extension';
import { loggedIn } from './states';

/** RFC 9051 §6.4.8: COPYUID comes before the expunges, in an untagged OK. A full account has room for what it has (RFC 6851 §4.1). */
const run: Command = {
  state: 'selected',
  run(session, call) {
    const { uids, target } = readTransfer(session, call);
    checkMay(session, 'move');
    const moved = session.selected!.move(uids, target);
    const code = copyCode(session, moved, target);
    if (code !== undefined) session.untagged(`OK [${code}] Moved`);
    const gone = moved.uids.map(([uid]) => uid);
    return completed(call, expungedCode(session, gone));
  },
};

export const move: Extension = {
  name: 'MOVE',
  rfc: '6851',
  shows: loggedIn,
  commands: { MOVE: run, 'UID MOVE': run },
};
