import { FLAG } from '../../store/types';
import { type Command, completed } from '../command';
import { no } from '../refusal';
import type { Session } from '../session';
import { readSequenceSet } from '../syntax/sequence-set';

/** RFC 9051 §6.4.3. */
export const expunge: Command = {
  state: 'selected',
  run(session, call) {
    call.args.end();
    checkWritable(session);
    session.store.messages.expunge(session.view!.id, deletedUids(session), session);
    return completed(call);
  },
};

/** RFC 9051 §6.4.9, RFC 4315 §2.1: only what is \Deleted and named. */
export const uidExpunge: Command = {
  state: 'selected',
  run(session, call) {
    call.args.space();
    const set = readSequenceSet(call.args, session.offers('SEARCHRES'));
    call.args.end();
    checkWritable(session);
    const named = new Set(session.view!.byUid(set));
    const going = session.choices.uidExpunges(deletedUids(session), named);
    session.store.messages.expunge(session.view!.id, going, session);
    return completed(call);
  },
};

/** NO in a mailbox that was opened by EXAMINE. */
export function checkWritable(session: Session): void {
  if (session.view!.readOnly) throw no('The mailbox was opened read-only', 'CANNOT');
}

function deletedUids(session: Session): number[] {
  return session.store.messages.uidsByFlag(session.view!.id, FLAG.deleted, true);
}
