import type { Extension } from '../extension';
import type { ReturnOption, Returns } from '../search/returns';
import { loggedIn } from './states';

/** What stands for the saved result. */
const SAVED = '$';

const SAVE: ReturnOption = {
  found: (selected, uids, asked) => selected.keep(SAVED, keptOf(uids, asked)),
  // RFC 5182 §2.1: a search that fails with NO leaves nothing in the variable that it was to fill.
  refused: (selected) => selected.keep(SAVED, []),
};

/** What SAVE keeps (RFC 5182 §2.4): all that was found, or with MIN and MAX alone just those. */
export function keptOf(uids: readonly number[], asked: Returns): number[] {
  const ends = [...asked.keys()].filter((word) => word === 'MIN' || word === 'MAX');
  if (ends.length === 0 || asked.has('ALL') || asked.has('COUNT')) return [...uids];
  const kept = new Set(ends.map((word) => (word === 'MIN' ? uids[0] : uids.at(-1))));
  return uids.filter((uid) => kept.has(uid));
}

export const searchres: Extension = {
  name: 'SEARCHRES',
  rfc: '5182',
  shows: loggedIn,
  needs: 'ESEARCH',
  sets: [SAVED],
  search: { returns: { SAVE } },
};
