import * as fc from 'fast-check';
import { Memory } from './memory';
import { paced } from './pace';
import type { Subject } from './subject';
import type { Watch } from './watch';

export interface Found {
  /** The smallest input that was found to do it, as a binary string. */
  input: string;
  error: string;
}

/** Milliseconds for making what was found smaller. */
const SHRINKING = 10_000;

/** Throws so many inputs at the subject; the same seed makes the same ones. */
export async function runSubject(
  subject: Subject,
  inputs: number,
  seed: number,
  watch: Watch,
): Promise<Found | undefined> {
  const reader = await subject.open();
  const memory = new Memory();
  const runs = Math.ceil(inputs / (subject.holds ?? 1));
  let run = 0;
  let last = '';
  let deadline = Number.POSITIVE_INFINITY;
  const property = fc.asyncProperty(subject.input, async (input) => {
    if (performance.now() > deadline) return;
    last = input;
    const octets = Buffer.from(input, 'latin1');
    watch.begin(octets);
    try {
      await paced(reader, octets);
      // While a finding is made smaller, there is nothing to be learnt of memory.
      if (deadline !== Number.POSITIVE_INFINITY) return;
      run++;
      if (run === runs >> 1) memory.halfWay();
      if (run === runs) memory.end();
    } catch (error) {
      deadline = Math.min(deadline, performance.now() + SHRINKING);
      throw error;
    }
  });
  const result = await fc.check(property, { seed, numRuns: runs });
  await reader.close?.();
  watch.close();
  if (!result.failed) return undefined;
  const error = result.errorInstance;
  return {
    input: result.counterexample?.[0] ?? last,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}

/** Has one input read, whatever it is. */
export async function readOnce(subject: Subject, octets: Buffer): Promise<void> {
  const reader = await subject.open();
  await paced(reader, octets);
  await reader.close?.();
}
