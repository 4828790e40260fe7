/** Makes a play that disagrees shorter, as long as it disagrees in the same way: delta debugging over its steps. */
import type { Finding } from './finding';
import type { Step } from './step';

export interface Shrunk {
  steps: Step[];
  finding: Finding;
  /** How often it was played for that. */
  plays: number;
}

export interface ShrinkOptions {
  /** Plays steps from the beginning. @returns what ended it */
  again(steps: readonly Step[]): Promise<Finding | undefined>;
  /** Plays at the most. */
  most: number;
  stop?: () => boolean;
}

/**
 * Leaves out ever smaller parts; then has the steps run one after the other, and name fewer messages and flags.
 * @param found what the whole ended with
 * @returns the shortest that still ends with the same kind of finding, played at least once; undefined where nothing did so again
 */
export async function shrink(
  whole: readonly Step[],
  found: Finding,
  { again, most, stop }: ShrinkOptions,
): Promise<Shrunk | undefined> {
  let plays = 0;
  let best: { steps: Step[]; finding: Finding } | undefined;
  const tired = () => plays >= most || (stop?.() ?? false);
  const tries = async (steps: Step[]): Promise<boolean> => {
    plays++;
    const ended = await again(steps);
    if (ended === undefined || ended.kind !== found.kind) return false;
    best = { steps, finding: ended };
    return true;
  };
  // What comes and goes by the order of things that run at once may need another try.
  for (let n = 0; n < 3 && best === undefined && !tired(); n++) await tries([...whole]);
  if (best === undefined) return undefined;
  const apart = best.steps.map(({ together: _, ...step }) => step as Step);
  if (!tired()) await tries(apart);
  for (let size = Math.ceil(best.steps.length / 2); !tired(); size = Math.ceil(size / 2)) {
    let shorter = false;
    for (let from = 0; from < best.steps.length && !tired(); ) {
      const without = best.steps.toSpliced(from, size);
      if (without.length > 0 && (await tries(without))) shorter = true;
      else from += size;
    }
    if (size === 1 && !shorter) break;
  }
  for (let at = 0; at < best.steps.length; at++) {
    // Each time the step gets simpler there is less to try.
    for (let simpler = true; simpler && !tired(); ) {
      simpler = false;
      for (const one of simplerThan(best.steps[at]!)) {
        if (tired() || !(await tries(best.steps.toSpliced(at, 1, ...one)))) continue;
        simpler = true;
        break;
      }
    }
  }
  return { ...best, plays };
}

/** What may stand in the place of a step: the same with a little less, or by plainer means. */
function* simplerThan(step: Step): Generator<Step[]> {
  const { together, ...alone } = step;
  const { session } = step;
  if (together) yield [alone as Step];
  if ('labels' in step && step.labels.length > 1) {
    for (const label of step.labels) yield [{ ...step, labels: [label] }];
  }
  if ('flags' in step && step.flags.length > 1) {
    for (const flag of step.flags) yield [{ ...step, flags: [flag] }];
  }
  // A dialogue of one protocol is read more easily than one of two.
  if (step.do === 'deliver') yield [{ ...step, do: 'append', to: 'inbox', flags: [] }];
  if (step.do === 'pop3' && step.remove.length > 0) {
    const mark = { labels: step.remove, sign: '+', flags: ['\\Deleted' as const], byUid: true, silent: false } as const;
    yield [
      { session, do: 'store', ...mark, flags: [...mark.flags] },
      { session, do: 'expunge' },
    ];
  }
  if (step.do === 'append' && step.flags.length > 0) yield [{ ...step, flags: [] }];
  if ('byUid' in step && !step.byUid) yield [{ ...step, byUid: true }];
  if (step.do === 'store' && step.silent) yield [{ ...step, silent: false }];
}
