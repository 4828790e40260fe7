import { bad } from '../refusal';
import type { Session } from '../session';
import type { Arguments } from '../syntax/arguments';
import { formatSet } from '../syntax/sequence-set';

/** RFC 4731 §3.1, and SAVE of RFC 5182. */
export type ReturnOption = 'MIN' | 'MAX' | 'ALL' | 'COUNT' | 'SAVE';

/** `RETURN (…)`, where it stands; nothing between the parentheses means ALL. */
export function readReturnOptions(session: Session, args: Arguments): ReturnOption[] | undefined {
  if (!session.offers('ESEARCH') || args.match(/return(?= )/iy) === undefined) return undefined;
  args.space();
  const options = args.listOrEmpty(() => {
    const word = args.keyword();
    if (word === 'SAVE' && session.offers('SEARCHRES')) return word;
    if (word === 'MIN' || word === 'MAX' || word === 'ALL' || word === 'COUNT') return word;
    throw bad(`SEARCH returns no ${word.slice(0, 40)}`);
  });
  return options.length === 0 ? ['ALL'] : options;
}

/**
 * The ESEARCH response (RFC 4731 §3.1); undefined where only SAVE was asked for.
 *
 * @param results ascending
 */
export function esearch(
  tag: string,
  uid: boolean,
  results: readonly number[],
  options: readonly ReturnOption[],
): string | undefined {
  if (options.every((option) => option === 'SAVE')) return undefined;
  const data = [`ESEARCH (TAG "${tag}")`];
  if (uid) data.push('UID');
  // What there is none of is left out, but for the count.
  if (results.length > 0) {
    if (options.includes('MIN')) data.push(`MIN ${results[0]}`);
    if (options.includes('MAX')) data.push(`MAX ${results.at(-1)}`);
    if (options.includes('ALL')) data.push(`ALL ${formatSet(results)}`);
  }
  if (options.includes('COUNT')) data.push(`COUNT ${results.length}`);
  return data.join(' ');
}

/** What SAVE keeps (RFC 5182 §2.4): all that was found, or with MIN and MAX alone just those. */
export function save(uids: readonly number[], options: readonly ReturnOption[]): number[] {
  const ends = options.filter((option) => option === 'MIN' || option === 'MAX');
  if (ends.length === 0 || options.includes('ALL') || options.includes('COUNT')) return [...uids];
  const kept = new Set(ends.map((option) => (option === 'MIN' ? uids[0] : uids.at(-1))));
  return uids.filter((uid) => kept.has(uid));
}
