import { type Command, completed } from '../command';
import type { Session } from '../session';

/** RFC 9051 §6.4.1: what is \Deleted goes, without a word, unless the mailbox is read-only. */
export const close: Command = {
  state: 'selected',
  announces: 'nothing',
  run(session, call) {
    call.args.end();
    leave(session, true);
    return completed(call);
  },
};

/** RFC 9051 §6.4.2, RFC 3691: nothing goes. */
export const unselect: Command = {
  state: 'selected',
  announces: 'nothing',
  run(session, call) {
    call.args.end();
    leave(session, false);
    return completed(call);
  },
};

function leave(session: Session, expunge: boolean): void {
  const selected = session.selected!;
  session.selected = undefined;
  selected.close(expunge);
}
