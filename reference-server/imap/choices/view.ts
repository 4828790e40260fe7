import type { Announces } from '../command';
import { bad } from '../refusal';
import type { Session } from '../session';
import { type SequenceSet, type Span, spanOf } from '../syntax/sequence-set';
import type { News } from '../view/view';

/** What is decided about sequence numbers and about what a client is told of them. */
export interface ViewChoices {
  /** What a command may be told (RFC 9051 §7.5.1). */
  announces(command: string, right: Announces): Announces;
  /** What of the news is told. */
  news(news: News): News;
  /** Whether sequence numbers hold still until an expunge was told. */
  numbersHoldStill: boolean;
  /** Whether IDLE tells of changes. */
  idleTells: boolean;
  /** A range of a set, `*` being Infinity; undefined where it names nothing. */
  span(from: number, to: number, last: number): Span | undefined;
  /** The UIDs of the messages that a command names. */
  named(session: Session, set: SequenceSet, byUid: boolean): number[];
}

export const viewChoices: ViewChoices = {
  announces: (_command, right) => right,
  news: (news) => news,
  numbersHoldStill: true,
  idleTells: true,
  span: spanOf,
  named,
};

/** BAD for sequence numbers that the mailbox does not have (RFC 9051 §9, seq-number). */
function named(session: Session, set: SequenceSet, byUid: boolean): number[] {
  const uids = byUid ? session.view!.byUid(set) : session.view!.bySequence(set);
  if (!uids) throw bad('The mailbox has no message of that number').because('number');
  return uids;
}
