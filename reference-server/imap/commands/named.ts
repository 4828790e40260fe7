import { bad } from '../refusal';
import type { Session } from '../session';
import type { SequenceSet } from '../syntax/sequence-set';

/** The UIDs of the messages that a command names; BAD for sequence numbers that the mailbox does not have (RFC 9051 §9, seq-number). */
export function namedUids(session: Session, set: SequenceSet, byUid: boolean): number[] {
  const view = session.view!;
  const uids = byUid ? view.byUid(set) : view.bySequence(set);
  if (!uids) throw bad('The mailbox has no message of that number');
  return uids;
}
