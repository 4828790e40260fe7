import { FLAG } from '../../store/types';
import { type Command, completed } from '../command';
import type { Session } from '../session';

/** RFC 9051 §6.4.1: what is \Deleted goes, without a word, unless the mailbox is read-only. */
export const close: Command = {
  state: 'selected',
  announces: 'nothing',
  run(session, call) {
    call.args.end();
    leave(session, session.choices.closeExpunges);
    return completed(call);
  },
};

/** RFC 9051 §6.4.2, RFC 3691: nothing goes. */
export const unselect: Command = {
  state: 'selected',
  announces: 'nothing',
  run(session, call) {
    call.args.end();
    leave(session, session.choices.unselectExpunges);
    return completed(call);
  },
};

function leave(session: Session, expunges: boolean): void {
  const { id, readOnly, deleted } = session.view!;
  session.deselect();
  if (!expunges || readOnly || deleted) return;
  const { messages } = session.store;
  messages.expunge(id, messages.uidsByFlag(id, FLAG.deleted, true), session);
}
