import type { Bound } from './scope';

/** How many ways are tried before we say that the scenario is written in too ambiguous a way. */
const MOST_TRIES = 100_000;

export interface Assignment {
  bound: Bound;
  /** For each line the index of the item it took. */
  items: number[];
}

export interface AssignOptions {
  /** Whether several lines may take this item. */
  shared?(item: number): boolean;
  /** Lines for which this is true take their items in the order in which they are written. */
  ordered?(line: number): boolean;
}

/**
 * Gives each line an item that it matches, no item to two lines, trying other ways where a choice (and what it bound) leads
 * nowhere.
 * @param match what a line binds when it takes an item, or undefined.
 * @returns the assignment, or the index of the line that could not be served.
 */
export function assign(
  lines: number,
  items: number,
  match: (line: number, item: number, bound: Bound) => { bound: Bound } | undefined,
  options: AssignOptions = {},
): Assignment | { missing: number } {
  const taken: number[] = [];
  let missing = 0;
  let tries = 0;
  const next = (line: number, bound: Bound, lastOrdered: number): Bound | false => {
    if (line === lines) return bound;
    missing = Math.max(missing, line);
    const ordered = options.ordered?.(line) ?? false;
    for (let item = ordered ? lastOrdered + 1 : 0; item < items; item++) {
      if (!options.shared?.(item) && taken.includes(item)) continue;
      if (++tries > MOST_TRIES) throw new Error('the lines of this group fit in too many ways; write more of each');
      const found = match(line, item, bound);
      if (found === undefined) continue;
      taken[line] = item;
      const rest = next(line + 1, found.bound, ordered ? item : lastOrdered);
      if (rest !== false) return rest;
      taken.length = line;
    }
    return false;
  };
  const bound = next(0, undefined, -1);
  return bound === false ? { missing } : { bound, items: taken };
}
