import type { Selected } from '../backend/selected';
import type { Session } from '../session';
import type { Arguments } from '../syntax/arguments';
import type { Item } from './items';

/** One modifier of FETCH (RFC 4466 §2.4). */
export interface FetchModifier {
  /** Data items that it asks for by itself. */
  readonly items: readonly Item[];
  /** Those of the messages that it leaves; UIDs ascending. */
  left(selected: Selected, uids: readonly number[]): number[];
}

/** `(modifier …)`. */
export function readFetchModifiers({ tables }: Session, args: Arguments): FetchModifier[] {
  return args.list(() => args.named(tables.fetchModifiers, 'FETCH has no modifier')(args));
}
