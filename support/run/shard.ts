/** A part of the run for one machine of several: `--shard 2/5`. */
import { UsageError } from '../targets/usage-error';

export interface Shard {
  /** From 1. */
  index: number;
  count: number;
}

/** @throws UsageError unless it is written `i/n` with 1 ≤ i ≤ n */
export function parseShard(written: string): Shard {
  const [, index, count] = (/^(\d+)\/(\d+)$/.exec(written) ?? []).map(Number);
  if (index === undefined || count === undefined || index < 1 || index > count) {
    throw new UsageError('bad-shard', `--shard ${written} is not understood: write 2/5 for the second of five parts.`);
  }
  return { index, count };
}

/** Every nth scenario: the parts are disjoint, together everything, and of one size whatever the files' sizes. */
export function takeShard<T>(scenarios: readonly T[], { index, count }: Shard): T[] {
  return scenarios.filter((_, at) => at % count === index - 1);
}
