import type { Selected } from '../backend/selected';
import type { Call } from '../command';
import type { Session } from '../session';
import type { SequenceSet } from '../syntax/sequence-set';
import type { Item } from './items';

/** One modifier of FETCH (RFC 4466 §2.4). */
export interface FetchModifier {
  /** Data items that it asks for by itself. */
  readonly items: readonly Item[];
  /** Asks for what has changed since this mod-sequence. */
  readonly since?: number;
  /** Tells more before the first answer, of the messages that the client named; knows all modifiers that stand there. */
  before?(selected: Selected, set: SequenceSet, modifiers: readonly FetchModifier[]): void;
  /** Those of the messages that it leaves; UIDs ascending. */
  left(selected: Selected, uids: readonly number[]): number[];
}

/** `(modifier …)`. */
export function readFetchModifiers(session: Session, call: Call): FetchModifier[] {
  const { args } = call;
  return args.list(() => args.named(session.tables.fetchModifiers, 'FETCH has no modifier')(session, call));
}
