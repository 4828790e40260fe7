/** Whether a server takes as long for one thing as for another, told from many tries by turns: the machine is busy with other things too. */

/** As many tries of each as settle it. */
export const ENOUGH = 20;
/** Fewer than these tell nothing. */
export const FEWEST = 8;
/** Milliseconds; what is less is lost in the noise of any network. */
const LEAST = 1;
/** Of the pairs, so many say the same where it is no chance: of 20 that are drawn by lot 18 do so once in 2,500 times. */
const AGREEING = 0.9;
/** The slower takes so many times as long. */
const FACTOR = 1.5;

/** Milliseconds of the one and of the other, tried right after each other. */
export type Pair = readonly [number, number];

/** What the difference is, where there is one that cannot be chance. */
export function difference(pairs: readonly Pair[]): { first: number; second: number } | undefined {
  const [first, second] = [0, 1].map((i) => median(pairs.map((pair) => pair[i]!))) as [number, number];
  const longer = pairs.filter(([one, other]) => one > other).length;
  const agreeing = Math.max(longer, pairs.length - longer) / pairs.length;
  const large = Math.abs(first - second) >= LEAST && Math.max(first, second) >= FACTOR * Math.min(first, second);
  return large && agreeing >= AGREEING ? { first, second } : undefined;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
