/** Numbers by lot that a seed gives again. */

export interface Lot {
  /** A whole number from 0, below this one. */
  below(bound: number): number;
  /** One of these. */
  one<T>(of: readonly T[]): T;
  /** True so many times of a hundred. */
  chance(percent: number): boolean;
}

/** The generator mulberry32: 32 bits of state, good enough to choose what happens next. */
export function lotOf(seed: number): Lot {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number) => Math.floor(next() * bound);
  return { below, one: (of) => of[below(of.length)]!, chance: (percent) => below(100) < percent };
}
