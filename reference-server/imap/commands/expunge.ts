import type { Deed } from '../backend/selected';
import { type Command, completed } from '../command';
import { no } from '../refusal';
import type { Session } from '../session';
import { readSequenceSet } from '../syntax/sequence-set';

/** RFC 9051 §6.4.3. */
export const expunge: Command = {
  state: 'selected',
  run(session, call) {
    call.args.end();
    checkMay(session, 'expunge');
    const gone = session.selected!.expunge();
    return completed(call, expungedCode(session, gone));
  },
};

/** RFC 9051 §6.4.9, RFC 4315 §2.1: only what is \Deleted and named. */
export const uidExpunge: Command = {
  state: 'selected',
  run(session, call) {
    call.args.space();
    const set = readSequenceSet(call.args, session.tables.sets);
    call.args.end();
    checkMay(session, 'expunge');
    const gone = session.selected!.expunge(session.selected!.named(set, true));
    return completed(call, expungedCode(session, gone));
  },
};

/** The response code of a command that has removed these messages; undefined where there were none. */
export function expungedCode(session: Session, gone: readonly number[]): string | undefined {
  return gone.length === 0 ? undefined : session.tables.expunged?.(session, session.selected!);
}

/** NO in a mailbox that was opened by EXAMINE, and without the rights that it takes (RFC 4314 §4). */
export function checkMay(session: Session, what: Deed): void {
  const selected = session.selected!;
  if (selected.may(what)) return;
  throw selected.readOnly ? no('The mailbox was opened read-only', 'CANNOT') : no('You may not do that here', 'NOPERM');
}
