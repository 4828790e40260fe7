/** Sequence sets as they come in COPYUID, ESEARCH and VANISHED: `304,319:320`. */

const SET = /^\d+(:\d+)?(,\d+(:\d+)?)*$/;
/** More numbers than this are not spelt out: a range may be as long as a server likes. */
const MOST = 1_000_000;

/** The numbers of a set in the order in which they are written, or undefined for anything that is no such set. */
export function numbersOf(text: string): number[] | undefined {
  if (!SET.test(text)) return undefined;
  const numbers: number[] = [];
  for (const range of text.split(',')) {
    const [first, last = first] = range.split(':').map(Number) as [number, number?];
    const step = first <= last! ? 1 : -1;
    if (numbers.length + Math.abs(last! - first) > MOST) return undefined;
    for (let n = first; n !== last! + step; n += step) numbers.push(n);
  }
  return numbers;
}

/** Whether two sets hold the same numbers. @param ordered also in the same order, as COPYUID pairs them (RFC 4315 §3). */
export function sameSet(a: string, b: string, ordered: boolean): boolean {
  if (a === b) return true;
  const [left, right] = [numbersOf(a), numbersOf(b)];
  if (left === undefined || right === undefined || left.length !== right.length) return false;
  if (!ordered) for (const numbers of [left, right]) numbers.sort((x, y) => x - y);
  return left.every((number, n) => number === right[n]);
}

/** Whether a set holds all these numbers, and perhaps others. */
export function holds(set: string, numbers: string): boolean {
  const wanted = numbersOf(numbers);
  return wanted !== undefined && SET.test(set) && wanted.every(isIn(set));
}

/** Whether a number is in a set, however long its ranges are. */
export function isIn(set: string): (number: number) => boolean {
  const ranges = set.split(',').map((range) => {
    const [first, last = first] = range.split(':').map(Number) as [number, number?];
    return [Math.min(first, last), Math.max(first, last)] as const;
  });
  return (number) => ranges.some(([from, to]) => from <= number && number <= to);
}
