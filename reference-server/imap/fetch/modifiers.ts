import type { Selected } from '../backend/selected';
import { bad } from '../refusal';
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
  return args.list(() => {
    const word = args.keyword();
    const read = tables.fetchModifiers.get(word);
    if (!read) throw bad(`FETCH has no modifier ${word.slice(0, 40)}`).because('syntax');
    return read(args);
  });
}
