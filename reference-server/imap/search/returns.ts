import type { Selected } from '../backend/selected';
import { bad } from '../refusal';
import type { Arguments } from '../syntax/arguments';

/** One option of SEARCH RETURN (RFC 4731 §3.1). */
export interface ReturnOption {
  /** What the response tells, of numbers that ascend; undefined where there is nothing to tell. */
  data?(results: readonly number[]): string | undefined;
  /** Done with what was found, before that is answered. */
  found?(selected: Selected, uids: readonly number[], asked: Returns): void;
  /** Done when the search is refused with NO. */
  refused?(selected: Selected): void;
}

/** Options by their words. */
export type Returns = ReadonlyMap<string, ReturnOption>;

/** `RETURN (…)`, where it stands and options are known; nothing between the parentheses means ALL. */
export function readReturns(args: Arguments, known: Returns): Returns | undefined {
  if (known.size === 0 || args.match(/return(?= )/iy) === undefined) return undefined;
  args.space();
  const asked = args.listOrEmpty(() => {
    const word = args.keyword();
    if (!known.has(word)) throw bad(`SEARCH returns no ${word.slice(0, 40)}`);
    return word;
  });
  const words = asked.length === 0 ? ['ALL'] : asked;
  return new Map([...known].filter(([word]) => words.includes(word)));
}

/** The ESEARCH response (RFC 4731 §3.1); undefined where nothing was asked for that is told. */
export function formatReturns(
  tag: string,
  uid: boolean,
  results: readonly number[],
  asked: Returns,
  /** What is told besides. */
  besides: readonly string[] = [],
): string | undefined {
  const telling = [...asked.values()].filter(({ data }) => data);
  if (telling.length === 0) return undefined;
  const data = telling.flatMap((option) => option.data!(results) ?? []);
  return [`ESEARCH (TAG "${tag}")`, ...(uid ? ['UID'] : []), ...data, ...besides].join(' ');
}

/** The messages that a response is about (RFC 4731 §3.2): the first and the last where those alone are asked for, otherwise all. */
export function toldOf(uids: readonly number[], asked: Returns): readonly number[] {
  const told = [...asked].filter(([, { data }]) => data).map(([word]) => word);
  const ends = told.every((word) => word === 'MIN' || word === 'MAX');
  if (!ends) return uids;
  return [...(told.includes('MIN') ? uids.slice(0, 1) : []), ...(told.includes('MAX') ? uids.slice(-1) : [])];
}
